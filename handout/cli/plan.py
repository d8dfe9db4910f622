"""handout plan: the handout as a file that a person edits before it is printed."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from handout.cli import show
from handout.cli.exercises import ExercisesOption, kinds_of
from handout.cli.meeting import (
    DateOption,
    GroupsOption,
    HostOption,
    MinutesOption,
    NamesOption,
    PlaceOption,
    TimeOption,
    TitleOption,
    groups_of,
    plan_options,
)
from handout.cli.source import (
    DropOption,
    EncodingOption,
    LanguageOption,
    PhrasesOption,
    PinOption,
    SentencesOption,
    SourceArgument,
    StopOption,
    StrictOption,
    WordsOption,
    analysis_options,
    load,
)
from handout.model.meeting import Meeting
from handout.model.options import MakeOptions, ReadOptions

OutFile = Annotated[
    Path | None,
    typer.Option(
        "-o", "--out", metavar="FILE", help="The file to write; else beside SOURCE."
    ),
]


def plan(
    source: SourceArgument,
    out: OutFile = None,
    meeting: TitleOption = "",
    date: DateOption = "",
    time: TimeOption = "",
    place: PlaceOption = "",
    host: HostOption = "",
    groups: GroupsOption = "",
    minutes: MinutesOption = "",
    names: NamesOption = None,
    exercises: ExercisesOption = "",
    phrases: PhrasesOption = 8,
    sentences: SentencesOption = 3,
    words: WordsOption = None,
    stop: StopOption = None,
    pin: PinOption = None,
    drop: DropOption = None,
    encoding: EncodingOption = "",
    language: LanguageOption = "",
    update: Annotated[
        bool,
        typer.Option(
            "--update", help="Bring the file up to date; what you changed stays."
        ),
    ] = False,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Write nothing: say why each block is there."),
    ] = False,
    strict: StrictOption = False,
) -> None:
    """Write the handout as a file to edit; make and worksheets print the file."""
    from handout import planning

    with show.errors_shown():
        known = Meeting(meeting, date, time, place, host, groups_of(groups))
        options = MakeOptions(
            read=ReadOptions(encoding, language),
            analyse=analysis_options(phrases, sentences, words, stop, pin, drop),
            plan=replace(
                plan_options(known, minutes, names), exercises=kinds_of(exercises)
            ),
        )
        if explain:
            said = planning.explained(load(source), options)
            for line in said.lines:
                show.result(line)
            show.notices(said.notices, strict=strict)
            return
        write = planning.update_file if update else planning.write_new
        made = write(load(source), out, options)
        for path in made.paths:
            show.result(path)
    show.notices(made.notices, strict=strict)
