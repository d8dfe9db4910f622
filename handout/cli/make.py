"""handout make and handout worksheets: from a document to paper."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from handout import pipeline
from handout.cli import show
from handout.cli.exercises import (
    AnswersOption,
    EditionOption,
    ExercisesOption,
    SeedOption,
    VersionsOption,
    exercising,
)
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
    FontOption,
    LanguageOption,
    OutOption,
    PaperOption,
    PhrasesOption,
    PinOption,
    SentencesOption,
    SetOption,
    SourceArgument,
    StopOption,
    StrictOption,
    TemplateOption,
    WordsOption,
    analysis_options,
    load,
)
from handout.errors import HandoutError, UsageError
from handout.model.meeting import Meeting
from handout.model.notice import Notice
from handout.model.options import MakeOptions, PlanOptions, ReadOptions

KeepPunctuation = Annotated[
    bool,
    typer.Option(
        "--keep-punctuation", help="Leave half-width , : ; ? ! ( ) as they are."
    ),
]
SheetsOption = Annotated[
    int,
    typer.Option(
        "--sheets",
        min=0,
        max=500,
        metavar="N",
        help="Fit the handout to N sheets printed on both sides.",
    ),
]
WithinOption = Annotated[
    list[str] | None,
    typer.Option(
        "--within",
        metavar="NAME=LOW-HIGH",
        help="Limits for --sheets: sentences, phrases or lines.",
    ),
]
Attach = Annotated[
    bool,
    typer.Option(
        "--attach", help="Attach the source to the PDF; whoever has that has both."
    ),
]
Html = Annotated[bool, typer.Option("--html", help="Also write the HTML it printed.")]


def make(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE...", help="Files, or - for input.")
    ],
    out: OutOption = Path("output"),
    template: TemplateOption = "meeting",
    settings: SetOption = None,
    paper: PaperOption = "",
    with_text: Annotated[
        bool, typer.Option("--with-text", help="Print the article too, ¶ by ¶.")
    ] = False,
    meeting: TitleOption = "",
    date: DateOption = "",
    time: TimeOption = "",
    place: PlaceOption = "",
    host: HostOption = "",
    groups: GroupsOption = "",
    minutes: MinutesOption = "",
    names: NamesOption = None,
    phrases: PhrasesOption = 8,
    sentences: SentencesOption = 3,
    words: WordsOption = None,
    stop: StopOption = None,
    pin: PinOption = None,
    drop: DropOption = None,
    sheets: SheetsOption = 0,
    within: WithinOption = None,
    keep_punctuation: KeepPunctuation = False,
    html: Html = False,
    attach: Attach = False,
    exercises: ExercisesOption = "",
    seed: SeedOption = 0,
    versions: VersionsOption = "",
    edition: EditionOption = "participant",
    answers: AnswersOption = "inline",
    font_dir: FontOption = "",
    encoding: EncodingOption = "",
    language: LanguageOption = "",
    strict: StrictOption = False,
) -> None:
    """Turn documents into printable handouts, one PDF each."""
    with show.errors_shown():
        analysis = analysis_options(phrases, sentences, words, stop, pin, drop)
        known = Meeting(meeting, date, time, place, host, groups_of(groups))
        planned = plan_options(known, minutes, names, with_text=with_text)
        asked = exercising(exercises, versions, edition, answers)
        planned = replace(planned, exercises=asked.kinds)
    options = MakeOptions(
        read=ReadOptions(encoding, language),
        analyse=analysis,
        plan=planned,
        seed=seed,
        versions=asked.versions,
        edition=asked.edition,
        answers=asked.answers,
        sheets=sheets,
        within=tuple(within or ()),
        template=template,
        choices=tuple(settings or ()),
        paper=paper,
        keep_punctuation=keep_punctuation,
        html=html,
        attach=attach,
        font_dir=font_dir,
    )
    _make_all(sources, out, options, strict=strict)


def _make_all(
    sources: list[str], out: Path, options: MakeOptions, *, strict: bool
) -> None:
    """Make each handout; one bad source does not stop the others."""
    failed: HandoutError | None = None
    found: tuple[Notice, ...] = ()
    made_of: dict[str, str] = {}
    with show.errors_shown():
        for given in sources:
            try:
                source = load(given)
                _refuse_twice(source, made_of)
                made = pipeline.make(source, out, options)
            except HandoutError as error:
                if len(sources) == 1:
                    raise
                show.told(error)
                failed = failed or error
                continue
            for path in made.paths:
                show.result(path)
            show.said(made.said)
            found += made.notices
    show.notices(found, strict=strict)
    if failed:
        raise typer.Exit(failed.exit_code)


def _refuse_twice(source: pipeline.Source, made_of: dict[str, str]) -> None:
    """Let no handout of one run replace another. Raises UsageError."""
    first = made_of.setdefault(source.stem, source.name)
    if first != source.name:
        raise UsageError(
            f"would replace {source.stem}.pdf, just made of {first}",
            where=source.name,
            hint="make it in a run of its own, with another folder: -o DIR",
        )


def worksheets(
    source: SourceArgument,
    out: OutOption = Path("output"),
    template: TemplateOption = "worksheet",
    settings: SetOption = None,
    paper: PaperOption = "",
    one_file: Annotated[
        bool, typer.Option("--one-file", help="All worksheets in one PDF.")
    ] = False,
    phrases: PhrasesOption = 8,
    sentences: SentencesOption = 3,
    words: WordsOption = None,
    stop: StopOption = None,
    pin: PinOption = None,
    drop: DropOption = None,
    keep_punctuation: KeepPunctuation = False,
    html: Html = False,
    attach: Attach = False,
    exercises: ExercisesOption = "",
    seed: SeedOption = 0,
    versions: VersionsOption = "",
    edition: EditionOption = "participant",
    answers: AnswersOption = "inline",
    font_dir: FontOption = "",
    encoding: EncodingOption = "",
    language: LanguageOption = "",
    strict: StrictOption = False,
) -> None:
    """Turn each section into a worksheet of whole sheets, one PDF a section."""
    with show.errors_shown():
        asked = exercising(exercises, versions, edition, answers)
        options = MakeOptions(
            read=ReadOptions(encoding, language),
            analyse=analysis_options(phrases, sentences, words, stop, pin, drop),
            plan=PlanOptions(exercises=asked.kinds),
            seed=seed,
            versions=asked.versions,
            edition=asked.edition,
            answers=asked.answers,
            template=template,
            choices=tuple(settings or ()),
            paper=paper,
            keep_punctuation=keep_punctuation,
            html=html,
            attach=attach,
            font_dir=font_dir,
        )
        made = pipeline.worksheets(load(source), out, options, one_file=one_file)
        for path in made.paths:
            show.result(path)
    show.notices(made.notices, strict=strict)
