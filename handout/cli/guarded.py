"""What commands ask the guarded process to do, and how the user raises its limits."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import PurePath
from time import monotonic
from types import FrameType
from typing import Annotated, TypeVar

import typer

from handout import guard
from handout.cli import show
from handout.errors import TemplateError

Result = TypeVar("Result")
# Reading, analysing and planning, for each MB of the source.
_LIMITS = guard.Limits(40, 1_000, more_seconds=40, more_megabytes=300)
# Seconds until a line on the terminal says what is worked on, and between its changes.
_AFTER, _EVERY = 2.0, 1.0
_PACK_LIMITS = guard.Limits(20, 800)
_PACK_HINT = "look for what is large or nested in its files"

TimeLimit = Annotated[
    int,
    typer.Option(
        "--time-limit",
        metavar="SECONDS",
        min=0,
        show_default=False,
        help="Processor time for one file (default: by its size).",
        rich_help_panel="Source",
    ),
]
MemoryLimit = Annotated[
    int,
    typer.Option(
        "--memory-limit",
        metavar="MB",
        min=0,
        show_default=False,
        help="Memory for one file (default: by its size).",
        rich_help_panel="Source",
    ),
]


def work_on(name: str, work: Callable[..., Result], *arguments: object) -> Result:
    """Let the guarded process work on a source of this name, and return its result."""
    stage = guard.Stage(name, limits=_LIMITS)
    with progress_on(name):
        result: Result = guard.ask(stage, work, *arguments)
    return result


def work_on_pack(name: str, work: Callable[..., Result], *arguments: object) -> Result:
    """Let the guarded process work on a pack of this name, and return its result."""
    stage = guard.Stage(name, TemplateError, _PACK_LIMITS, _PACK_HINT)
    result: Result = guard.ask(stage, work, *arguments)
    return result


@contextmanager
def progress_on(name: str, *, after: float = _AFTER) -> Iterator[None]:
    """Show for how many seconds this source has been worked on, then take it away.

    Only on a terminal, and while another process does the work: an alarm keeps the
    line up, and the work here has alarms of its own.
    """
    if not (guard.is_started() and sys.stderr and sys.stderr.isatty()):
        yield
        return
    begin = monotonic()

    def keep_up(_number: int, _frame: FrameType | None) -> None:
        show.progress(f"{PurePath(name).name}: {monotonic() - begin:.0f} s …")

    before = signal.signal(signal.SIGALRM, keep_up)
    signal.setitimer(signal.ITIMER_REAL, after, _EVERY)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        show.progress("")
