"""What the commands that print know of the meeting: its options, read and checked."""

from pathlib import Path
from typing import Annotated

import typer

from handout import pipeline
from handout.errors import UsageError
from handout.model.meeting import Meeting
from handout.model.options import PlanOptions

TitleOption = Annotated[
    str, typer.Option("--meeting", metavar="TITLE", help="What the meeting is called.")
]
DateOption = Annotated[str, typer.Option(help="The day of the meeting.")]
TimeOption = Annotated[
    str, typer.Option(help="When the meeting is; the agenda counts from it.")
]
PlaceOption = Annotated[str, typer.Option(help="Where the meeting is.")]
HostOption = Annotated[str, typer.Option(help="Who leads the meeting.")]
GroupsOption = Annotated[
    str,
    typer.Option(
        metavar="NAMES", help="Groups: their number, or their names with commas."
    ),
]
MinutesOption = Annotated[
    str,
    typer.Option(
        metavar="N[,N…]",
        help="Minutes of the whole, shared out by length, or of each section: an "
        "agenda with times.",
    ),
]
NamesOption = Annotated[
    Path | None,
    typer.Option(
        "--names", metavar="FILE", help="Who signs in: a list, CSV or Excel file."
    ),
]
_LONGEST = 24 * 60


def plan_options(
    meeting: Meeting, minutes: str, names: Path | None, *, with_text: bool = False
) -> PlanOptions:
    """Gather what stands on paper. Raises UsageError, ReadError."""
    return PlanOptions(
        meeting=meeting,
        with_text=with_text,
        minutes=_minutes(minutes),
        names=pipeline.names(names) if names else (),
    )


def groups_of(given: str) -> tuple[str, ...]:
    """Give the names of groups, or their number alone."""
    parts = given.replace("，", ",").replace("、", ",").split(",")
    return tuple(part.strip() for part in parts if part.strip())


def _minutes(given: str) -> tuple[int, ...]:
    parts = groups_of(given)
    if not all(part.isdecimal() and 0 < int(part) <= _LONGEST for part in parts):
        raise UsageError(
            f"cannot read {given!r} as minutes",
            where="--minutes",
            hint="give one number for the whole, 90, or one for each section: 20,30,25",
        )
    return tuple(int(part) for part in parts)
