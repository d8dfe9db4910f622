"""handout plan: the handout as a file to edit before it is printed."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from handout import records
from handout.cli import show
from handout.cli.exercises import ExercisesOption, kinds_of
from handout.cli.groups import spread_groups
from handout.cli.guarded import work_on
from handout.cli.options import Asking, Meetings
from handout.cli.source import (
    Choosing,
    JsonOption,
    Reading,
    SourceArgument,
    StrictOption,
)
from handout.model.options import MakeOptions
from handout.pipeline import Source

OutFile = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--out",
        metavar="FILE|DIR",
        help="File to write, or its folder (default: beside SOURCE).",
        rich_help_panel="Output",
    ),
]


@spread_groups
def plan(
    source: SourceArgument,
    *,
    out: OutFile = None,
    meetings: Meetings,
    exercises: ExercisesOption = "",
    choosing: Choosing,
    asking: Asking,
    reading: Reading,
    update: Annotated[
        bool,
        typer.Option(
            "--update",
            help="Update the file from its source; your changes are kept.",
            rich_help_panel="Output",
        ),
    ] = False,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain",
            help="Write nothing; show why each block is there.",
            rich_help_panel="Output",
        ),
    ] = False,
    strict: StrictOption = False,
    as_json: JsonOption = False,
) -> None:
    """Write the handout as a file to edit; make and worksheets print the file."""
    from handout.pipeline import plan_file as planning

    with show.errors_shown():
        options = MakeOptions(
            read=reading.options(),
            analyse=choosing.options(),
            plan=asking.added_to(
                replace(meetings.options(), exercises=kinds_of(exercises))
            ),
            prompts_file=asking.prompts_file,
        )
        if explain:
            given = Source.open(source), options
            said = work_on(source, planning.explain_blocks, *given)
            for line in said.lines:
                show.result(line)
            show.notices(said.notices, strict=strict)
            return
        write = planning.update_file if update else planning.write_new
        made = work_on(source, write, Source.open(source), out, options)
        shown = records.made_record(source, made.paths, 0, made.notices)
        show.files(shown, as_json=as_json)
    show.notices(made.notices, strict=strict)
