"""The command line: arguments in, one call of the pipeline, one line shown."""

import gc
import os
import sys
from typing import NoReturn

INTERRUPTED = 130
# The commands that print, each with the pack it prints with unless told otherwise.
_PRINTING = {"make": "meeting", "worksheets": "worksheet"}


def main() -> None:
    """Run the command line; Ctrl-C at any moment ends it in one sentence."""
    # Fewer looks for garbage: a run is short, and what it made it still needs.
    gc.set_threshold(200_000, 50, 50)
    try:
        # Imported here, so that Ctrl-C is answered while the modules load, too.
        from handout.printing import worker as ahead

        if _pack(sys.argv[1:]):
            ahead.start(_warm_up)
        from handout.cli.app import run

        code = 0
        try:
            run()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        finally:
            ahead.stop()
        _leave(code)
    except KeyboardInterrupt:
        sys.stderr.write("\nhandout: stopped; no file was left half-written\n")
        sys.exit(INTERRUPTED)


def _pack(words: list[str]) -> str:
    """Give the pack that is asked to print, "" where nothing is to be printed."""
    if {"--help", "-h", "--watch"} & set(words) or len(words) < 2:
        return ""
    if words[:2] == ["templates", "preview"]:
        return next((word for word in words[2:] if word[:1] != "-"), "")
    told = words[words.index("--template") + 1 :] if "--template" in words else []
    return told[0] if told and words[0] in _PRINTING else _PRINTING.get(words[0], "")


def _warm_up() -> None:
    """Load what printing needs, in the process that will print."""
    from handout.pipeline.warm_up import warm_up

    warm_up(_pack(sys.argv[1:]))


def _leave(code: int) -> NoReturn:
    """End at once: freeing one by one what goes anyway takes a tenth of a second."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
