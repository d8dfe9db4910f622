"""Joins the five stages: read, analyse, plan, render, print."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from handout import files
from handout.errors import ReadError
from handout.model.document import Document
from handout.model.handout import Handout
from handout.model.options import (
    DEFAULT_PACKS,
    AnalyseOptions,
    MakeOptions,
    ReadOptions,
)
from handout.pipeline.order import Order, order_for
from handout.pipeline.output import Made, write_files
from handout.pipeline.packet import make_packet
from handout.pipeline.planned import Planned, plan_source
from handout.pipeline.sheets import fit_to_sheets
from handout.pipeline.source import SIDECAR, STANDARD_INPUT, Source, read_source

if TYPE_CHECKING:
    from handout.preflight import CheckOptions, Report

__all__ = [
    "SIDECAR",
    "STANDARD_INPUT",
    "Made",
    "Order",
    "Planned",
    "Source",
    "analyse_lines",
    "check",
    "make",
    "make_packet",
    "meeting_papers",
    "names",
    "order_for",
    "plan_source",
    "read_source",
    "worksheets",
    "write_files",
]


def make(source: Source, out: Path, options: MakeOptions) -> Made:
    """Turn one source into one printable handout in the folder `out`."""
    order = order_for(options, default_pack=DEFAULT_PACKS["make"])
    planned = plan_source(source, order)
    handout, order, said = fit_to_sheets(planned, order)
    made = write_files(out / source.stem, (handout,), planned, order, source)
    return replace(made, notices=planned.notices + made.notices, said=said)


def worksheets(
    source: Source, out: Path, options: MakeOptions, *, one_file: bool = False
) -> Made:
    """Turn one source into a worksheet for each section, or all in one file."""
    from handout.plan import split_worksheets as split_sections

    order = order_for(options, default_pack=DEFAULT_PACKS["worksheets"])
    planned = plan_source(source, order)
    sheets = split_sections(planned.handout)
    made = Made((), 0, planned.notices)
    if one_file:
        target = out / f"{source.stem}-worksheets"
        return made + write_files(target, sheets, planned, order, source)
    for sheet in sheets:
        target = out / _sheet_name(source, sheet)
        made += write_files(target, (sheet,), planned, order, source)
    return made


def meeting_papers(source: Source, out: Path, options: MakeOptions, what: str) -> Made:
    """Print what a meeting needs once: the sign-in sheet, agenda or group sheets."""
    from handout.plan import papers_of

    options = replace(
        options, choices=("sign_in=true", "notes=false", *options.choices)
    )
    order = order_for(options, default_pack=DEFAULT_PACKS["make"])
    planned = plan_source(source, order)
    papers = papers_of(planned.handout, what)
    made = write_files(out / f"{source.stem}-{what}", papers, planned, order, source)
    return Made((), 0, planned.notices) + made


def _sheet_name(source: Source, sheet: Handout) -> str:
    section = sheet.sections[0]
    title = files.safe_name(section.title, fallback="")[:40]
    return f"{source.stem}-{section.place:02d}{title and '-'}{title}"


def names(path: Path) -> tuple[str, ...]:
    """Read a list of names. Raises ReadError."""
    from handout.pipeline.name_list import read_names

    return read_names(files.load(path), name=str(path))


def check(
    pdf: bytes,
    options: "CheckOptions",
    source: Source | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> "Report":
    """Check what was printed, against its source too if there is one.

    The source is the one that is given, else a file attached to the PDF that can be
    read. Raises ReadError.
    """
    from handout.preflight.pages.attached import attached_to
    from handout.preflight.run_rules import run_rules

    if source is not None:
        return run_rules(pdf, _with_source(options, source), progress)
    for name, content in attached_to(pdf, options.name):
        try:
            options = _with_source(options, Source(content, name))
            break
        except ReadError as error:
            options = replace(options, no_source=f"the attached file: {error}")
    return run_rules(pdf, options, progress)


def _with_source(options: "CheckOptions", source: Source) -> "CheckOptions":
    document, _ = read_source(source, ReadOptions())
    return replace(options, source=tuple(one.text for one in document.paragraphs))


def analyse_lines(
    lines: Iterable[str], options: AnalyseOptions, *, language: str = "", jobs: int
) -> Iterator[str]:
    """Answer JSON records, one per line, as `handout analyse --jsonl` does."""
    from handout.analyse.bulk import RecordFunctions
    from handout.analyse.bulk import answer_lines as answer
    from handout.read.structure.language import language_of
    from handout.records import analysis_record, as_text

    how = RecordFunctions(read_record, language_of, analysis_record, language)
    answers = answer(lines, options, how, jobs=jobs)
    return map(as_text, answers)


def read_record(title: str, text: str, language: str = "") -> Document:
    """Read the text of one record, whose title comes beside it."""
    from handout.read import read

    content = text.encode("utf-8", "surrogatepass")
    return read(content, name="record.txt", title=title, language=language)[0]
