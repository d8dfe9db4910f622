"""Applies the rules to a file, page by page, and notes what could not be checked."""

from collections.abc import Iterator

from handout.preflight.finding import CheckOptions, Finding, Report
from handout.preflight.pages import Progress, sheets_of
from handout.preflight.pages.our_note import Carried, carried_in
from handout.preflight.pages.page import Sheet
from handout.preflight.pages.pdf_objects import PdfStructure, structure_of
from handout.preflight.rules.boxes import low_findings, parted_findings
from handout.preflight.rules.filling import filling_findings
from handout.preflight.rules.fonts import font_findings
from handout.preflight.rules.laid_out import box_findings, row_findings
from handout.preflight.rules.lines import line_findings
from handout.preflight.rules.marks import mark_findings
from handout.preflight.rules.pages import file_findings, page_findings, pair_findings
from handout.preflight.rules.source import fold_width, source_findings
from handout.preflight.unchecked import RuleSubjects, not_checked


def run_rules(
    pdf: bytes, options: CheckOptions, progress: Progress | None = None
) -> Report:
    """Check a PDF, and say too what could not be checked. Raises ReadError."""
    structure = structure_of(pdf, options)
    carried = carried_in(structure.note)
    # Where we know the boxes, none is guessed.
    guess = not (carried and carried.boxes)
    found: list[Finding] = []
    gaps = carried.gaps if carried else frozenset()
    pages, seen = 0, RuleSubjects(boxes=not guess)
    source = tuple(map(fold_width, options.source))
    before = None
    for sheet in sheets_of(pdf, options, progress):
        pages += 1
        is_gap = sheet.number in gaps
        if is_gap and sheet.ink is None:
            before = None
            continue
        found += _page(None if is_gap else before, sheet, options, guess=guess)
        found += source_findings(sheet, source) if source else ()
        seen.look(sheet)
        before = None if is_gap else sheet
    found += file_findings(pages, options)
    found += font_findings(structure, options)
    found += _known_facts(structure, carried)
    unique = dict.fromkeys(found)
    return Report(
        pages,
        tuple(sorted(unique, key=lambda one: (one.page, one.line, one.rule))),
        tuple(not_checked(structure, carried, options, seen)),
    )


def _page(
    before: Sheet | None, sheet: Sheet, options: CheckOptions, *, guess: bool
) -> Iterator[Finding]:
    for rules in (page_findings, line_findings, filling_findings, mark_findings):
        yield from rules(sheet, options)
    if before:
        yield from pair_findings(before, sheet)
    if guess:
        yield from low_findings(sheet)
        yield from parted_findings(before, sheet) if before else ()


def _known_facts(structure: PdfStructure, carried: Carried | None) -> Iterator[Finding]:
    """Report what tags or our own note tell."""
    told: set[int] = set()
    if carried:
        yield from box_findings(carried.boxes)
        yield from row_findings(carried.rows)
        told = {page for page, _ in carried.rows}
    others = [page for page in structure.split_rows if page not in told]
    yield from row_findings((page, "") for page in others)
