"""The options of the commands that print, and all they were told as one."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from handout.cli import project
from handout.cli.exercises import Exercises
from handout.cli.source import (
    Choosing,
    FontOption,
    OutOption,
    PaperOption,
    Reading,
    SetOption,
)
from handout.model.options import MakeOptions, PlanOptions


@dataclass(frozen=True, slots=True)
class Printing:
    """Options of make and worksheets: where to, on what, and how."""

    out: OutOption = Path("output")
    settings: SetOption = None
    paper: PaperOption = ""
    keep_punctuation: Annotated[
        bool,
        typer.Option(
            "--keep-punctuation", help="Leave half-width , : ; ? ! ( ) as they are."
        ),
    ] = False
    html: Annotated[
        bool, typer.Option("--html", help="Also write the HTML it printed.")
    ] = False
    attach: Annotated[
        bool,
        typer.Option(
            "--attach", help="Attach the source to the PDF; whoever has that has both."
        ),
    ] = False
    font_dir: FontOption = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What make and worksheets are told alike."""

    printing: Printing
    reading: Reading
    choosing: Choosing
    exercises: Exercises

    def options(self, template: str, plan: PlanOptions) -> MakeOptions:
        """Give it all to the pipeline. Raises UsageError, ReadError."""
        asked = self.exercises.read()
        return MakeOptions(
            read=self.reading.options(),
            analyse=self.choosing.options(),
            plan=replace(plan, exercises=asked.kinds),
            seed=self.exercises.seed,
            versions=asked.versions,
            edition=asked.edition,
            answers=asked.answers,
            template=template,
            choices=tuple(self.printing.settings or ()),
            project=project.choices(Path()),
            paper=self.printing.paper,
            keep_punctuation=self.printing.keep_punctuation,
            html=self.printing.html,
            attach=self.printing.attach,
            font_dir=self.printing.font_dir,
        )
