"""Finds the lines that are printed under a title, without brackets and ornaments."""

import re

from handout.model.document import Document, Line

_ORNAMENTS = re.compile(r"^[□◎○●■◆◇▲△▼※☆★◉▢❑❏♦⊙＊*•▪◻◽⬜☐✎✍—\s]+(?=\S)")
_BRACKETS = re.compile(r"[（(〔［\[【]([^（(）)〔〕［］\[\]【】]*+)[）)〕］\]】]$")
# Parts that are printed under the title, in the order of the source.
_PRINTED = frozenset(
    {"abstract", "keywords", "occasion", "place", "people", "topic", "adoption"}
)


def as_printed(line: Line | None) -> str:
    """The words of a byline, a date or a source; "" where there is none."""
    if not line:
        return ""
    text = _ORNAMENTS.sub("", line.text)
    inside = _BRACKETS.match(text)
    return inside[1].strip() if inside else text


def subtitle_of(document: Document) -> str:
    """The subtitle with its dash; "" where there is none."""
    found = (one.text for one in document.labels if one.part == "subtitle")
    return " ".join(next(found, "").split())


def lines_around(document: Document) -> tuple[str, ...]:
    """What a reader expects before the text: its abstract, keywords, who met where."""
    first = min((one.line for one in document.paragraphs), default=0)
    return tuple(
        " ".join(one.text.split())
        for one in document.labels
        if one.part in _PRINTED and one.line < first
    )
