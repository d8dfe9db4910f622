"""Options on what a handout asks, what it leaves out, and how much paper it takes."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, ClassVar

import typer

from handout import files
from handout.cli.options.places import places
from handout.errors import UsageError, did_you_mean
from handout.model.options import PlanOptions
from handout.plan.proportion import ROOMS

# What can be left out: every block that the program makes of a text by itself.
LEFT_OUT = ("overview", "structure", "summary", "keyphrases", "reflection", "closing")
_MOST_PROMPTS = 3


@dataclass(frozen=True, slots=True)
class Asking:
    """Options of the commands that plan a handout."""

    PANEL: ClassVar[str] = "Questions and room"
    prompts: Annotated[
        str,
        typer.Option(
            "--prompts",
            metavar="N|FILE",
            help=f"How many questions a section has, up to {_MOST_PROMPTS}; or a file "
            "with questions of your own.",
        ),
    ] = ""
    no: Annotated[
        list[str] | None,
        typer.Option(
            "--no", metavar="BLOCK", help=f"Leave out: {', '.join(LEFT_OUT)}."
        ),
    ] = None
    room: Annotated[
        str, typer.Option("--room", metavar="SIZE", help=f"{', '.join(ROOMS)}.")
    ] = ROOMS[1]

    only: Annotated[
        str,
        typer.Option(
            "--only", metavar="LIST", help="Sections to print: 1,3-5 (default: all)."
        ),
    ] = ""

    @property
    def prompts_file(self) -> str:
        """The file of prompts that was named, "" if none was."""
        return "" if self.prompts.isdecimal() else self.prompts

    def added_to(self, plan: PlanOptions) -> PlanOptions:
        """The options of the stage that plans, with these. Raises UsageError."""
        return replace(
            plan,
            prompts_in_section=self._count(),
            without=tuple(_left_out(self.no or [])),
            room=_room(self.room),
            only=places(self.only),
        )

    def _count(self) -> int | None:
        if not self.prompts.isdecimal():
            if self.prompts and not Path(self.prompts).exists():
                files.load(Path(self.prompts))
            return None
        if int(self.prompts) > _MOST_PROMPTS:
            raise UsageError(
                f"cannot ask {self.prompts} questions in each section",
                where="[[prompts]]",
                hint=f"give a number up to {_MOST_PROMPTS}, or a file with questions",
            )
        return int(self.prompts)


def _left_out(given: list[str]) -> list[str]:
    names = [name.strip() for one in given for name in one.split(",") if name.strip()]
    for name in names:
        if name not in LEFT_OUT:
            raise UsageError(
                f"cannot leave out {name}",
                where="[[no]]",
                hint=did_you_mean(name, LEFT_OUT, f"choose from: {' '.join(LEFT_OUT)}"),
            )
    return names


def _room(given: str) -> str:
    if given not in ROOMS:
        raise UsageError(
            f"there is no room called {given}",
            where="[[room]]",
            hint=did_you_mean(given, ROOMS, f"choose from: {' '.join(ROOMS)}"),
        )
    return given
