"""What `check --json` and `fonts list --json` print."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, TypedDict

from handout.records.version import SCHEMA

if TYPE_CHECKING:
    from handout.preflight import Report
    from handout.printing.fonts import Font


class FindingRecord(TypedDict):
    """One thing that is wrong; `place` is mm from the left and the top edge."""

    rule: str
    page: int
    line: int
    message: str
    hint: str
    is_note: bool
    place: list[float] | None


class NotCheckedRecord(TypedDict):
    """A rule that the file gives nothing to check by, and why."""

    rule: str
    reason: str


class ReportRecord(TypedDict):
    """What was found in a printed file."""

    schema: Literal[1]
    pages: int
    findings: list[FindingRecord]
    not_checked: list[NotCheckedRecord]


class FontRecord(TypedDict):
    """A font that is included: family, weight, and how many characters it has."""

    family: str
    weight: int
    style: str
    file: str
    characters: int
    origin: str
    licence: str
    sha256: str


class FontsRecord(TypedDict):
    """The fonts in the order in which they are tried."""

    schema: Literal[1]
    fonts: list[FontRecord]


def report_record(report: "Report") -> ReportRecord:
    """The record of a check."""
    return {
        "schema": SCHEMA,
        "pages": report.pages,
        "findings": [
            {
                "rule": finding.rule,
                "page": finding.page,
                "line": finding.line,
                "message": finding.message,
                "hint": finding.hint,
                "is_note": finding.is_note,
                "place": list(finding.place) if finding.place else None,
            }
            for finding in report.findings
        ],
        "not_checked": [
            {"rule": rule, "reason": reason} for rule, reason in report.not_checked
        ],
    }


def fonts_record(fonts: "Iterable[Font]") -> FontsRecord:
    """The record of the fonts."""
    return {
        "schema": SCHEMA,
        "fonts": [
            {
                "family": font.family,
                "weight": font.weight,
                "style": font.style,
                "file": font.file.name,
                "characters": font.characters,
                "origin": font.origin,
                "licence": font.licence,
                "sha256": font.sha256,
            }
            for font in fonts
        ],
    }
