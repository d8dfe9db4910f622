"""A second process that loads WeasyPrint while the first one still reads the source.

Loading WeasyPrint takes a third of a cold start, and reading and analysing take as
long: side by side they cost one third less. The child is forked before any other work,
warms up, waits for work on a pipe, and sends back what became of it. Where fork is
missing or unsafe (Windows, macOS) or there is one core, all is done in one process.
"""

import os
import pickle
import signal
import struct
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, BinaryIO

_SIZE = struct.Struct("<Q")


@dataclass(slots=True)
class _Printer:
    """A forked child: its process id, and the pipes to it and from it."""

    process: int
    jobs: BinaryIO
    results: BinaryIO


class Gone(Exception):  # noqa: N818 - it tells a state, and is never shown
    """The child has ended: the work must be done here, where an error is seen."""


# The one child of this process; a forked process is process-wide by nature.
_printers: list[_Printer] = []


def start(warm_up: Callable[[], None]) -> None:
    """Fork the child, where that helps; it warms up, then waits for work.

    Does nothing the second time.
    """
    if _printers or sys.platform != "linux" or (os.cpu_count() or 1) < 2:
        return
    job_out, job_in = os.pipe()
    result_out, result_in = os.pipe()
    process = os.fork()
    if process:
        os.close(job_out)
        os.close(result_in)
        jobs, results = os.fdopen(job_in, "wb"), os.fdopen(result_out, "rb")
        _printers.append(_Printer(process, jobs, results))
        return
    os.close(job_in)
    os.close(result_out)
    # Ctrl-C is the parent's to answer; here it just ends.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        _serve(warm_up, os.fdopen(job_out, "rb"), os.fdopen(result_in, "wb"))
    finally:
        os._exit(0)


def stop() -> None:
    """End the child, whatever it is doing."""
    while _printers:
        printer = _printers.pop()
        with suppress(BrokenPipeError):
            printer.jobs.close()
        printer.results.close()
        os.kill(printer.process, signal.SIGKILL)
        os.waitpid(printer.process, 0)


def ready() -> bool:
    """Say whether there is a child to work."""
    return bool(_printers)


def ask(function: Callable[..., Any], *arguments: object) -> Any:
    """Let the child call a function of one of our modules, and give its result.

    Raises what the function raises, a bug's own traceback in its notes; Gone if the
    child has ended, for whatever reason.
    """
    printer = _printers[0]
    try:
        _send(printer.jobs, (function, arguments))
        done, result = _receive(printer.results)
    except (EOFError, BrokenPipeError) as error:
        raise Gone from error
    if done:
        return result
    failure, trace = result
    failure.add_note(trace)
    raise failure


def _serve(warm_up: Callable[[], None], jobs: BinaryIO, results: BinaryIO) -> None:
    """Warm up, then work until nobody asks any more."""
    warm_up()
    while True:
        try:
            function, arguments = _receive(jobs)
        except EOFError:
            return
        _send(results, _answer(function, arguments))


def _answer(
    function: Callable[..., Any], arguments: tuple[object, ...]
) -> tuple[bool, Any]:
    """Work; a bug is handed over, and raised again where the work came from."""
    try:
        return True, function(*arguments)
    except Exception as error:
        import traceback

        return False, (error, traceback.format_exc())


def _send(pipe: BinaryIO, value: Any) -> None:
    """Send a value to our own other half: nothing a stranger wrote is unpickled."""
    content = pickle.dumps(value)
    pipe.write(_SIZE.pack(len(content)) + content)
    pipe.flush()


def _receive(pipe: BinaryIO) -> Any:
    """Receive a value; raises EOFError when the other half has gone."""
    head = pipe.read(_SIZE.size)
    if len(head) < _SIZE.size:
        raise EOFError
    (size,) = _SIZE.unpack(head)
    return pickle.loads(pipe.read(size))
