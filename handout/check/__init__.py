"""Reads a printed page back and says, by rule, page and line, what is not as it should.

Works on any PDF, whoever made it: the rules of Chinese lines (docs/chinese-layout.md),
fonts, ink, pages and what was forgotten in the text.
"""

from handout.check.finding import CheckOptions, Finding, Report
from handout.check.rules import NOTES, RULES

__all__ = ["NOTES", "RULES", "CheckOptions", "Finding", "Report", "check", "examine"]


def check(pdf: bytes, options: CheckOptions | None = None) -> tuple[Finding, ...]:
    """Check a PDF; findings stand in the order of pages and lines. Raises ReadError."""
    return examine(pdf, options).findings


def examine(pdf: bytes, options: CheckOptions | None = None) -> Report:
    """Check a PDF, and say too what could not be checked. Raises ReadError."""
    from handout.check.filling_rules import filling_findings
    from handout.check.font_rules import font_findings
    from handout.check.line_rules import line_findings
    from handout.check.mark_rules import mark_findings
    from handout.check.page_rules import file_findings, page_findings, pair_findings
    from handout.check.reading import sheets_of
    from handout.check.structure import structure_of

    known = options or CheckOptions()
    found: list[Finding] = []
    pages = 0
    before = None
    for sheet in sheets_of(pdf, known):
        pages += 1
        found += pair_findings(before, sheet) if before else ()
        before = sheet
        for rules in (page_findings, line_findings, filling_findings, mark_findings):
            found += rules(sheet, known)
    found += file_findings(pages, known)
    found += font_findings(structure_of(pdf, known), known)
    unique = dict.fromkeys(found)
    return Report(
        pages, tuple(sorted(unique, key=lambda one: (one.page, one.line, one.rule)))
    )
