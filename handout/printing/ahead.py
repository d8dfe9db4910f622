"""A second process that loads WeasyPrint while the first one still reads the source.

Loading WeasyPrint takes a third of a cold start, and reading, analysing and rendering
take as long: side by side they cost one third less. The child is forked before any
other work, waits for jobs on a pipe, prints them and sends back what print_pdf gives.
Where fork is missing or unsafe (Windows, macOS) or there is one core, the same work is
done in one process.
"""

import os
import pickle
import signal
import struct
import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, BinaryIO

_SIZE = struct.Struct("<Q")


@dataclass(slots=True)
class _Printer:
    """A forked child that prints: its process id, and the pipes to it and from it."""

    process: int
    jobs: BinaryIO
    results: BinaryIO


class Gone(Exception):  # noqa: N818 - it tells a state, and is never shown
    """The child has ended: the work must be done here, where an error is seen."""


# The one child of this process; a forked process is process-wide by nature.
_printers: list[_Printer] = []


def start() -> None:
    """Fork the child that prints, where that helps. Does nothing the second time."""
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
        _serve(os.fdopen(job_out, "rb"), os.fdopen(result_in, "wb"))
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
    """Say whether there is a child to print."""
    return bool(_printers)


def ask(**job: Any) -> Any:
    """Let the child print: the arguments are print_pdf's, and so is the result.

    Raises what print_pdf raises, a bug's own traceback in its notes; Gone if the
    child has ended, for whatever reason.
    """
    printer = _printers[0]
    try:
        _send(printer.jobs, job)
        done, result = _receive(printer.results)
    except (EOFError, BrokenPipeError) as error:
        raise Gone from error
    if done:
        return result
    failure, trace = result
    failure.add_note(trace)
    raise failure


def _serve(jobs: BinaryIO, results: BinaryIO) -> None:
    """Load WeasyPrint, then print until nobody asks any more."""
    import gc

    from handout.printing.weasy import load

    gc.set_threshold(200_000, 50, 50)
    load(None)
    while True:
        try:
            job = _receive(jobs)
        except EOFError:
            return
        _send(results, _answer(job))


def _answer(job: dict[str, Any]) -> tuple[bool, Any]:
    """Print; a bug is handed over, and raised again where the job came from."""
    from handout.printing import print_here

    try:
        return True, print_here(**job)
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
