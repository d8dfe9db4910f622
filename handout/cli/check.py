"""handout check: reads a printed file back and reports its faults."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from handout import files, guard, pipeline, records
from handout.cli import show
from handout.cli.guarded import MemoryLimit, TimeLimit
from handout.cli.source import JsonOption
from handout.messages import translate
from handout.pipeline import Source

if TYPE_CHECKING:
    from handout.preflight import Finding, Report

# Of one rule on one page so many findings are shown, and the others counted.
_SHOWN = 3
# Fewer pages are checked before anybody could read that they are.
_MANY = 30
# For the fonts, the tags and the attachments of a file; each page has its own.
_LIMITS = guard.Limits(more_seconds=20, more_megabytes=50)


def check(
    path: Annotated[Path, typer.Argument(metavar="FILE.pdf", help="PDF to check.")],
    sheets: Annotated[
        int | None,
        typer.Option(
            min=1, metavar="N", help="Expect N sheets, printed on both sides."
        ),
    ] = None,
    booklet: Annotated[
        bool, typer.Option("--booklet", help="Booklet: four pages per sheet.")
    ] = False,
    source: Annotated[
        str,
        typer.Option(
            metavar="FILE", help="The PDF's source (default: the attached file)."
        ),
    ] = "",
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 1 if a fault is found.")
    ] = False,
    time_limit: TimeLimit = 0,
    memory_limit: MemoryLimit = 0,
    as_json: JsonOption = False,
) -> None:
    """Check a PDF before it is printed: lines, fonts, margins, pages, placeholders."""
    from handout.preflight import CheckOptions

    options = CheckOptions(name=path.name, sheets=sheets or 0, booklet=booklet)
    with show.errors_shown():
        given = Source.open(source) if source else None
        pdf, stage = files.load(path), guard.Stage(path.name, limits=_LIMITS)
        guard.allow(time_limit, memory_limit)
        check_ = partial(pipeline.check, progress=guard.tell)
        report = guard.ask(stage, check_, pdf, options, given, tell=_progress)
        show.progress("")
        if as_json:
            show.record(records.report_record(report))
        else:
            for line in _lines(report.findings):
                show.result(line)
            show.report_work(_summary(report))
    if strict and any(not finding.is_note for finding in report.findings):
        raise typer.Exit(1)


def _summary(report: "Report") -> str:
    """How much was checked, and how much was found, in a line."""
    notes = sum(finding.is_note for finding in report.findings)
    found = len(report.findings) - notes
    pages = f"{report.pages} page{'s' * (report.pages != 1)}"
    more = f", and {notes} note{'s' * (notes != 1)}" if notes else ""
    return f"{pages}: {found or 'nothing'} found{more}"


def _translate_finding(finding: "Finding") -> str:
    """A finding in the reader's language."""
    message, hint = translate(finding.message), translate(finding.hint)
    return str(replace(finding, message=message, hint=hint))


def _progress(page: int, pages: int) -> None:
    if pages > _MANY:
        show.progress(f"page {page} of {pages}")


def _lines(findings: tuple["Finding", ...]) -> Iterator[str]:
    """A line for each finding; of many alike on a page, the number of the rest."""
    by_page = sorted(findings, key=lambda one: (one.page, one.rule))
    for (page, rule), alike in groupby(by_page, lambda one: (one.page, one.rule)):
        found = list(alike)
        for finding in found[:_SHOWN]:
            yield f"{'note ' if finding.is_note else ''}{_translate_finding(finding)}"
        if len(found) > _SHOWN:
            more = len(found) - _SHOWN
            yield f"{rule}  page {page}: and {more} more (--json lists them all)"
