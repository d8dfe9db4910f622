"""handout make and handout worksheets: from a document to paper."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from handout import pipeline, records
from handout.cli import show
from handout.cli.exercises import Exercises
from handout.cli.groups import spread_groups
from handout.cli.guarded import work_on
from handout.cli.options import Asking, Meetings
from handout.cli.printing import Printing, Told
from handout.cli.project import file_for
from handout.cli.source import (
    Choosing,
    JsonOption,
    Reading,
    SourceArgument,
    StrictOption,
    TemplateOption,
)
from handout.errors import HandoutError, UsageError, did_you_mean
from handout.model.notice import Notice
from handout.model.options import DEFAULT_PACKS, MakeOptions, PlanOptions
from handout.pipeline import Source
from handout.plan import PAPERS

SheetsOption = Annotated[
    int | None,
    typer.Option(
        "--sheets",
        min=1,
        max=500,
        metavar="N",
        help="Fit the handout to N sheets, printed on both sides.",
        rich_help_panel="Fitting",
    ),
]
WithinOption = Annotated[
    list[str] | None,
    typer.Option(
        "--within",
        metavar="NAME=LOW-HIGH",
        help="Limits for --sheets: sentences, phrases or lines; may be repeated.",
        rich_help_panel="Fitting",
    ),
]
WithTextOption = Annotated[
    bool,
    typer.Option(
        "--with-text",
        help="Print the article too, with numbered paragraphs.",
        rich_help_panel="Template and paper",
    ),
]
TogetherOption = Annotated[
    bool,
    typer.Option(
        "--together",
        help="Print all articles as one packet: contents, parts, one agenda.",
        rich_help_panel="Output",
    ),
]


@spread_groups
def make(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE...", help="Files, or - for standard input."),
    ],
    *,
    template: TemplateOption = DEFAULT_PACKS["make"],
    with_text: WithTextOption = False,
    printing: Printing,
    meetings: Meetings,
    choosing: Choosing,
    asking: Asking,
    sheets: SheetsOption = None,
    within: WithinOption = None,
    together: TogetherOption = False,
    exercises: Exercises,
    reading: Reading,
    strict: StrictOption = False,
    as_json: JsonOption = False,
) -> None:
    """Turn documents into printable handouts, one PDF each or all in one."""
    with show.errors_shown():
        plan = replace(meetings.options(), with_text=with_text)
        project = file_for(sources)
        told = Told(printing, reading, choosing, exercises, asking, project)
        options = told.options(template, plan)
    options = replace(options, sheets=sheets or 0, within=tuple(within or ()))
    work = _make_packet if together and len(sources) > 1 else _make_all
    work(sources, printing.out, options, strict=strict, as_json=as_json)


def _make_packet(
    sources: list[str],
    out: Path,
    options: MakeOptions,
    *,
    strict: bool,
    as_json: bool,
) -> None:
    """Make one packet of all; one bad source leaves it unmade."""
    name = ", ".join(sources)
    with show.errors_shown():
        try:
            opened = tuple(map(Source.open, sources))
            made = work_on(name, pipeline.make_packet, opened, out, options)
        except HandoutError as error:
            if not as_json:
                raise
            show.report_error(error)
            show.record(records.files_record([], [records.failure_record(name, error)]))
            raise typer.Exit(error.exit_code) from error
        shown = records.made_record(name, made.paths, made.pages, made.notices)
        show.files(shown, as_json=as_json)
    show.notices(made.notices, strict=strict)


def _make_all(
    sources: list[str],
    out: Path,
    options: MakeOptions,
    *,
    strict: bool,
    as_json: bool,
) -> None:
    """Make each handout; one bad source does not stop the others."""
    done: list[records.MadeRecord] = []
    failed: list[records.FailureRecord] = []
    found: tuple[Notice, ...] = ()
    made_of: dict[str, str] = {}
    with show.errors_shown():
        for given in sources:
            try:
                source = Source.open(given)
                _refuse_twice(source, made_of)
                made = work_on(source.name, pipeline.make, source, out, options)
            except HandoutError as error:
                if len(sources) == 1 and not as_json:
                    raise
                show.report_error(error)
                failed.append(records.failure_record(given, error))
                continue
            done.append(
                records.made_record(
                    given, made.paths, made.pages, made.notices, made.said
                )
            )
            for path in () if as_json else made.paths:
                show.result(path)
            show.report_work(made.said)
            found += made.notices
        if as_json:
            show.record(records.files_record(done, failed))
    show.notices(found, strict=strict and not failed)
    if failed:
        raise typer.Exit(failed[0]["exit_code"])


def _refuse_twice(source: pipeline.Source, made_of: dict[str, str]) -> None:
    """Let no handout of one run replace another. Raises UsageError."""
    first = made_of.setdefault(source.stem, source.name)
    if first != source.name:
        raise UsageError(
            f"would replace {source.stem}.pdf, just made of {first}",
            where=source.name,
            hint="make it in a separate run, with another folder: -o DIR",
        )


@spread_groups
def worksheets(
    source: SourceArgument,
    *,
    template: TemplateOption = DEFAULT_PACKS["worksheets"],
    one_file: Annotated[
        bool,
        typer.Option(
            "--one-file",
            help="Write all worksheets into one PDF.",
            rich_help_panel="Output",
        ),
    ] = False,
    with_text: WithTextOption = False,
    printing: Printing,
    choosing: Choosing,
    asking: Asking,
    exercises: Exercises,
    reading: Reading,
    strict: StrictOption = False,
    as_json: JsonOption = False,
) -> None:
    """Turn each section into a worksheet of whole sheets, one PDF per section."""
    with show.errors_shown():
        project = file_for([source])
        told = Told(printing, reading, choosing, exercises, asking, project)
        options = told.options(template, PlanOptions(with_text=with_text))
        work = partial(pipeline.worksheets, one_file=one_file)
        made = work_on(source, work, Source.open(source), printing.out, options)
        shown = records.made_record(source, made.paths, made.pages, made.notices)
        show.files(shown, as_json=as_json)
    show.notices(made.notices, strict=strict)


@spread_groups
def sheets(
    what: Annotated[
        str,
        typer.Argument(metavar="|".join(PAPERS), help="The paper that is needed."),
    ],
    source: SourceArgument,
    *,
    template: TemplateOption = DEFAULT_PACKS["make"],
    printing: Printing,
    meetings: Meetings,
    reading: Reading,
    strict: StrictOption = False,
    as_json: JsonOption = False,
) -> None:
    """Print what a meeting needs once: the sign-in sheet, the agenda, group sheets."""
    with show.errors_shown():
        if what not in PAPERS:
            raise UsageError(
                f"there is no paper called {what}",
                hint=did_you_mean(what, PAPERS, f"choose from: {' '.join(PAPERS)}"),
            )
        project = file_for([source])
        told = Told(printing, reading, Choosing(), Exercises(), Asking(), project)
        options = told.options(template, meetings.options())
        work = partial(pipeline.meeting_papers, what=what)
        made = work_on(source, work, Source.open(source), printing.out, options)
        shown = records.made_record(source, made.paths, made.pages, made.notices)
        show.files(shown, as_json=as_json)
    show.notices(made.notices, strict=strict)
