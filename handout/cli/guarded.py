"""What commands ask the guarded process to do, and how the user raises its limits."""

from collections.abc import Callable
from typing import Annotated, TypeVar

import typer

from handout import guard
from handout.errors import TemplateError

Result = TypeVar("Result")
# Reading, analysing and planning, for each MB of the source.
_LIMITS = guard.Limits(40, 1_000, more_seconds=40, more_megabytes=300)
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
    result: Result = guard.ask(stage, work, *arguments)
    return result


def work_on_pack(name: str, work: Callable[..., Result], *arguments: object) -> Result:
    """Let the guarded process work on a pack of this name, and return its result."""
    stage = guard.Stage(name, TemplateError, _PACK_LIMITS, _PACK_HINT)
    result: Result = guard.ask(stage, work, *arguments)
    return result
