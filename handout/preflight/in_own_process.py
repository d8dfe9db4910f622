"""Checks a stranger's PDF in a process of its own, which may be ended at any time.

A page can draw itself a million times over, and the library that reads it cannot be
told to stop. Where there is no fork (Windows) the check is made in this process.
"""

import os
import pickle
import select
import signal
import struct
import sys
from contextlib import suppress
from typing import Any, BinaryIO

from handout.errors import HandoutError, ReadError
from handout.preflight.finding import CheckOptions, Report
from handout.preflight.pages import Progress
from handout.preflight.run_rules import examine

# For the fonts and tags of a file, or for one page of it.
SECONDS = 30
_MEGABYTES = 3_000
_SIZE = struct.Struct("<Q")


def examine_guarded(
    pdf: bytes,
    options: CheckOptions,
    progress: Progress | None = None,
    *,
    seconds: float = SECONDS,
) -> Report:
    """Check a PDF; `seconds` are the most for a page. Raises ReadError."""
    if sys.platform == "win32":
        return examine(pdf, options, progress)
    inlet, outlet = os.pipe()
    process = os.fork()
    if not process:
        os.close(inlet)
        _work(pdf, options, outlet)
    os.close(outlet)
    try:
        with os.fdopen(inlet, "rb", buffering=0) as results:
            return _awaited(results, options, progress, seconds)
    finally:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)


def _work(pdf: bytes, options: CheckOptions, outlet: int) -> None:
    """Check, in the other process, and send what comes of it."""
    import traceback

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    _limit_memory()
    with os.fdopen(outlet, "wb", buffering=0) as results:
        try:
            _send(results, examine(pdf, options, lambda *page: _send(results, page)))
        except MemoryError:
            _send(results, ReadError("takes too much memory", where=options.name))
        except HandoutError as error:
            _send(results, error)
        except BaseException as error:
            error.add_note(traceback.format_exc())
            _send(results, error)
        finally:
            os._exit(0)


def _limit_memory() -> None:
    import resource

    most = _MEGABYTES * 1_000_000
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _awaited(
    results: BinaryIO,
    options: CheckOptions,
    progress: Progress | None,
    seconds: float,
) -> Report:
    """Give the report, or raise what the other process raised."""
    place = "its fonts and tables"
    while True:
        ready, _, _ = select.select([results], [], [], seconds)
        if not ready:
            raise ReadError(
                f"takes more than {seconds:g} s for {place}",
                where=options.name,
                hint="check it in parts",
            )
        try:
            found = _receive(results)
        except EOFError as error:
            raise ReadError(
                f"cannot be read: it broke the reader at {place}",
                where=options.name,
                hint="print it again",
            ) from error
        if isinstance(found, Report):
            return found
        if isinstance(found, BaseException):
            raise found
        number, pages = found
        place = f"page {number}"
        if progress:
            progress(number, pages)


def _send(pipe: BinaryIO, value: Any) -> None:
    """Send a value to our own other half: nothing a stranger wrote is unpickled."""
    content = pickle.dumps(value)
    whole = memoryview(_SIZE.pack(len(content)) + content)
    while whole:
        whole = whole[pipe.write(whole) :]


def _receive(pipe: BinaryIO) -> Any:
    (size,) = _SIZE.unpack(_read(pipe, _SIZE.size))
    return pickle.loads(_read(pipe, size))


def _read(pipe: BinaryIO, size: int) -> bytes:
    """Read so many bytes; raises EOFError when the other half has gone."""
    found = b""
    while len(found) < size:
        more = pipe.read(size - len(found))
        if not more:
            raise EOFError
        found += more
    return found
