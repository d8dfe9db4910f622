"""The options about the meeting, read and checked."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, ClassVar

import typer

from handout import pipeline
from handout.cli.guarded import work_on
from handout.errors import UsageError
from handout.model.meeting import Meeting
from handout.model.options import PlanOptions
from handout.numbers import whole_number

_LONGEST = 24 * 60


@dataclass(frozen=True, slots=True)
class Meetings:
    """Options of the commands that print what is known of the meeting."""

    PANEL: ClassVar[str] = "Meeting"
    meeting: Annotated[
        str,
        typer.Option(
            "--meeting", "--title", metavar="TITLE", help="Title of the meeting."
        ),
    ] = ""
    date: Annotated[
        str,
        typer.Option(metavar="DAY", help="Day of the meeting, as it is to be printed."),
    ] = ""
    time: Annotated[
        str,
        typer.Option(
            metavar="TIME", help="Start of the meeting; the agenda counts from it."
        ),
    ] = ""
    place: Annotated[
        str, typer.Option(metavar="PLACE", help="Place of the meeting.")
    ] = ""
    host: Annotated[
        str, typer.Option(metavar="NAME", help="Facilitator of the meeting.")
    ] = ""
    groups: Annotated[
        str,
        typer.Option(
            metavar="N|NAMES", help="Number of groups, or their names with commas."
        ),
    ] = ""
    minutes: Annotated[
        str,
        typer.Option(
            metavar="N[,N…]",
            help="Print an agenda: minutes of the whole meeting, or of each section.",
        ),
    ] = ""
    welcome: Annotated[
        int,
        typer.Option(
            "--welcome",
            min=0,
            metavar="N",
            show_default=False,
            help="Minutes to begin with.",
        ),
    ] = 0
    pause: Annotated[
        int,
        typer.Option(
            "--break",
            min=0,
            metavar="N",
            show_default=False,
            help="Minutes of a break.",
        ),
    ] = 0
    closing: Annotated[
        int,
        typer.Option(
            "--closing",
            min=0,
            metavar="N",
            show_default=False,
            help="Minutes at the end.",
        ),
    ] = 0
    names: Annotated[
        Path | None,
        typer.Option(
            "--names",
            metavar="FILE",
            help="Names for the sign-in sheet: a list, CSV or Excel file.",
        ),
    ] = None

    def options(self) -> PlanOptions:
        """The options of the stage that plans. Raises UsageError, ReadError."""
        known = (self.meeting, self.date, self.time, self.place, self.host)
        around = zip(
            ("welcome", "break", "closing"),
            (self.welcome, self.pause, self.closing),
            strict=True,
        )
        return PlanOptions(
            around=tuple((name, minutes) for name, minutes in around if minutes),
            meeting=Meeting(*known, groups_of(self.groups)),
            minutes=_minutes(self.minutes),
            names=_names(Path(self.names)) if self.names else (),
        )


def _names(path: Path) -> tuple[str, ...]:
    return work_on(str(path), pipeline.names, path)


def groups_of(given: str) -> tuple[str, ...]:
    """The names of groups, or their number alone."""
    parts = given.replace("，", ",").replace("、", ",").split(",")
    return tuple(part.strip() for part in parts if part.strip())


def _minutes(given: str) -> tuple[int, ...]:
    parts = groups_of(given)
    minutes = tuple(whole_number(part) or 0 for part in parts)
    if not all(0 < one <= _LONGEST for one in minutes):
        raise UsageError(
            f"cannot read {given!r} as minutes",
            where="--minutes",
            hint="give one number for the whole, 90, or one for each section: 20,30,25",
        )
    return minutes
