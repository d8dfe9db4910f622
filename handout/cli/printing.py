"""The options of the commands that print, and all options as one value."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, ClassVar

import typer

from handout.cli import project
from handout.cli.exercises import Exercises
from handout.cli.options import Asking
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

    PANEL: ClassVar[str] = "Output"
    out: OutOption = Path("output")
    settings: SetOption = None
    paper: PaperOption = ""
    keep_punctuation: Annotated[
        bool,
        typer.Option(
            "--keep-punctuation",
            help="Leave half-width , : ; ? ! ( ) as they are.",
            rich_help_panel="Template and paper",
        ),
    ] = False
    html: Annotated[
        bool, typer.Option("--html", help="Also write the printed page as HTML.")
    ] = False
    attach: Annotated[
        bool,
        typer.Option(
            "--attach",
            help="Embed the source file in the PDF (anyone who gets the PDF gets it "
            "too).",
        ),
    ] = False
    font_dir: FontOption = ""


@dataclass(frozen=True, slots=True)
class Told:
    """The options that make and worksheets share."""

    printing: Printing
    reading: Reading
    choosing: Choosing
    exercises: Exercises
    asking: Asking
    project: Path | None = None

    def options(self, template: str, plan: PlanOptions) -> MakeOptions:
        """The options of the pipeline. Raises UsageError, ReadError."""
        asked = self.exercises.read()
        return MakeOptions(
            read=self.reading.options(),
            analyse=self.choosing.options(),
            plan=self.asking.added_to(replace(plan, exercises=asked.kinds)),
            prompts_file=self.asking.prompts_file,
            seed=self.exercises.seed,
            versions=asked.versions,
            edition=asked.edition,
            answers=asked.answers,
            template=template,
            choices=tuple(self.printing.settings or ()),
            project=project.choices(self.project),
            paper=self.printing.paper,
            keep_punctuation=self.printing.keep_punctuation,
            html=self.printing.html,
            attach=self.printing.attach,
            font_dir=self.printing.font_dir,
        )
