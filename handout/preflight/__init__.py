"""Reads a printed page back and says, by rule, page and line, what is not as it should.

Works on any PDF, whoever made it: the rules of Chinese lines (docs/chinese-layout.md),
fonts, ink, pages and what was forgotten in the text.
"""

from handout.preflight.finding import CheckOptions, Finding, Report
from handout.preflight.rule_list import NOTES, RULES

__all__ = [
    "NOTES",
    "RULES",
    "CheckOptions",
    "Finding",
    "Report",
    "examine",
    "findings_in",
]


def findings_in(pdf: bytes, options: CheckOptions | None = None) -> tuple[Finding, ...]:
    """Check a PDF; findings are in the order of pages and lines. Raises ReadError."""
    return examine(pdf, options).findings


def examine(pdf: bytes, options: CheckOptions | None = None) -> Report:
    """Check a PDF, and say too what could not be checked. Raises ReadError."""
    from handout.preflight.run_rules import run_rules as examine_

    return examine_(pdf, options or CheckOptions())
