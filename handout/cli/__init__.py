"""The command line: arguments in, one call of the pipeline, one line shown.

This process reads arguments and shows results. What strangers wrote is worked on in a
second one, which may end at any time; that one has a third to print in.
"""

import gc
import os
import signal
import sys
import warnings
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import NoReturn

INTERRUPTED, ENDED = 130, 143
_NO_SETUP = 6
# The commands that print, each with the pack it prints with by default.
_PRINTING = {"make": "meeting", "worksheets": "worksheet"}


def main() -> None:
    """Run the command line; Ctrl-C at any moment ends it in one sentence."""
    # Fewer looks for garbage: a run is short, and what it made it still needs.
    gc.set_threshold(200_000, 50, 50)
    _open_streams()
    _quieten_libraries()
    _check_surroundings()
    signal.signal(signal.SIGTERM, _end)
    try:
        # Imported here, so that Ctrl-C is answered while the modules load, too.
        from handout import guard

        if pack := _pack(sys.argv[1:]):
            from handout.printing import worker

            worker.start_printer(lambda: _warm_up(pack))
        guard.start()
        from handout.cli.app import run

        code = 0
        try:
            run()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        finally:
            guard.stop()
        _leave(code)
    except KeyboardInterrupt:
        from handout.messages import translate

        stopped = translate("stopped; no file was left half-written")
        sys.stderr.write(f"\nhandout: {stopped}\n")
        sys.exit(INTERRUPTED)


def _check_surroundings() -> None:
    """End where no page could be printed, or none as it should be."""
    if not __debug__:
        # WeasyPrint 70 does part of its work in assertions, and prints wrong pages.
        sys.stderr.write("handout: needs Python's assertions; ")
        sys.stderr.write("run it without PYTHONOPTIMIZE and without -O\n")
        sys.exit(_NO_SETUP)
    try:
        Path.cwd()
    except OSError:
        from handout.messages import translate

        gone = translate("the folder it runs in is gone; change to another one")
        sys.stderr.write(f"handout: {gone}\n")
        sys.exit(_NO_SETUP)


def _open_streams() -> None:
    """Let what was closed be empty: else the next file opened would take its place."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            while os.open(os.devnull, os.O_RDWR) < number:
                pass
            mode = "w" if number else "r"
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8"))


def _quieten_libraries() -> None:
    """Show no warning of a library: it speaks to programmers, with lines of code."""
    if not sys.warnoptions:
        warnings.simplefilter("ignore")


def _end(_number: int, _frame: FrameType | None) -> NoReturn:
    """End as Ctrl-C does when the system asks for it."""
    raise SystemExit(ENDED)


def _pack(words: list[str]) -> str:
    """The pack that is asked to print, "" where nothing is to be printed."""
    if {"--help", "-h"} & set(words) or len(words) < 2:
        return ""
    if words[:2] == ["templates", "preview"]:
        return next((word for word in words[2:] if word[:1] != "-"), "")
    told = words[words.index("--template") + 1 :] if "--template" in words else []
    return told[0] if told and words[0] in _PRINTING else _PRINTING.get(words[0], "")


def _warm_up(pack: str) -> None:
    """Load what printing needs, in the process that will print."""
    from handout.pipeline.warm_up import warm_up

    warm_up(pack)


def _leave(code: int) -> NoReturn:
    """End at once: freeing one by one what goes anyway takes a tenth of a second."""
    with suppress(OSError):
        sys.stdout.flush()
    with suppress(OSError):
        sys.stderr.flush()
    os._exit(code)
