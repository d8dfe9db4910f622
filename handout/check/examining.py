"""Puts the rules to a file, page by page, and notes what none of it can be told by."""

from collections.abc import Iterator

from handout.check.box_rules import low_findings, parted_findings
from handout.check.carried import Carried, carried_in
from handout.check.filling_rules import filling_findings
from handout.check.finding import CheckOptions, Finding, Report
from handout.check.font_rules import font_findings, not_compared
from handout.check.layout_rules import box_findings, row_findings
from handout.check.line_rules import line_findings
from handout.check.mark_rules import mark_findings
from handout.check.page_rules import file_findings, page_findings, pair_findings
from handout.check.reading import sheets_of
from handout.check.sheet import Sheet
from handout.check.structure import Structure, structure_of


def examine(pdf: bytes, options: CheckOptions) -> Report:
    """Check a PDF, and say too what could not be checked. Raises ReadError."""
    structure = structure_of(pdf, options)
    carried = carried_in(structure.note)
    # Where we know the boxes, none is guessed.
    guess = not (carried and carried.boxes)
    found: list[Finding] = []
    pages, has_boxes = 0, not guess
    before = None
    for sheet in sheets_of(pdf, options):
        pages += 1
        found += _page(before, sheet, options, guess=guess)
        has_boxes = has_boxes or bool(sheet.boxes)
        before = sheet
    found += file_findings(pages, options)
    found += font_findings(structure, options)
    found += _known(structure, carried)
    unique = dict.fromkeys(found)
    return Report(
        pages,
        tuple(sorted(unique, key=lambda one: (one.page, one.line, one.rule))),
        tuple(_not_checked(structure, carried, options, has_boxes=has_boxes)),
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


def _known(structure: Structure, carried: Carried | None) -> Iterator[Finding]:
    """Report what tags or our own note tell."""
    told: set[int] = set()
    if carried:
        yield from box_findings(carried.boxes)
        yield from row_findings(carried.rows)
        told = {page for page, _ in carried.rows}
    others = [page for page in structure.split_rows if page not in told]
    yield from row_findings((page, "") for page in others)


def _not_checked(
    structure: Structure,
    carried: Carried | None,
    options: CheckOptions,
    *,
    has_boxes: bool,
) -> Iterator[tuple[str, str]]:
    """Give the rules that this file, or what was asked, gives nothing to check by."""
    if why := not_compared(structure, options):
        yield "F4", why
        yield "F5", why
    if not (options.sheets or options.booklet):
        yield "K4", "no number of sheets was given"
    if not (carried or structure.has_tags):
        yield "K5", "the file does not tell its tables: it has no tags"
    if not has_boxes:
        for rule in ("K7", "K8"):
            yield rule, "no box to write in is drawn"
