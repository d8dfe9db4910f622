"""What a template may use up: time, memory and paper. Packs come from strangers."""

import signal
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from handout import guard
from handout.errors import TemplateError

SECONDS = 20
MEGABYTES = 1_000
_HINT = "look for a loop that does not end, one inside another, or text that is doubled"
# What a template may take in a process of its own, and for each MB it is given.
TEMPLATE = guard.Stage(
    "the template", TemplateError, guard.Limits(SECONDS, MEGABYTES, 10, 100), _HINT
)
# Our pages are 30 kB of HTML for ten sheets: this is thousands of sheets.
MOST_CHARACTERS = 40_000_000


class OutOfTimeError(Exception):
    """The time is up; raised wherever the template is."""


@contextmanager
def limits_on_template(
    seconds: float | None = None, megabytes: int = MEGABYTES
) -> Iterator[None]:
    """Stop a template that takes too long or too much memory.

    Raises TemplateError. Processor time is kept in the main thread alone, memory where
    the system can (not on macOS).
    """
    if seconds is None:
        now = guard.current()
        seconds = now.limits.seconds if now else SECONDS
    try:
        with _memory(megabytes), _time(seconds):
            yield
    except OutOfTimeError as error:
        raise TemplateError(
            f"takes longer than {seconds:g} s",
            where="the template",
            hint="look for a loop that does not end, or one inside another",
        ) from error
    except MemoryError as error:
        raise TemplateError(
            f"takes more than {megabytes} MB of memory",
            where="the template",
            hint="look for text that is doubled or repeated in a loop",
        ) from error


def join_output(pieces: Iterable[str], most: int | None = None) -> str:
    """Join what a template puts out. Raises TemplateError where it is far too much."""
    most = MOST_CHARACTERS if most is None else most
    size = 0
    kept = []
    for piece in pieces:
        size += len(piece)
        if size > most:
            raise TemplateError(
                f"puts out more than {most // 1_000_000} million characters",
                where="the template",
                hint="look for a loop that goes on too long",
            )
        kept.append(piece)
    return "".join(kept)


@contextmanager
def _time(seconds: float) -> Iterator[None]:
    def end(_number: int, _frame: FrameType | None) -> None:
        raise OutOfTimeError

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, end)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


@contextmanager
def _memory(megabytes: int) -> Iterator[None]:
    """Let the process grow by so much and no more, as far as the system can tell."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = _address_space() + megabytes * 1_000_000
    bounded = _address_space() and (soft == resource.RLIM_INFINITY or most < soft)
    if bounded:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    try:
        yield
    finally:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _address_space() -> int:
    """How many bytes of address space the process has; 0 if unknown."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except (OSError, ValueError):
        return 0
    import resource

    return pages * resource.getpagesize()
