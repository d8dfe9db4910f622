"""Takes brackets and ornaments off the lines that are printed under a title."""

import re

from handout.model.document import Line

_ORNAMENTS = re.compile(r"^[□◎○●■◆◇▲△▼※☆★◉▢❑❏♦⊙＊*•▪◻◽⬜☐✎✍—\s]+(?=\S)")
_BRACKETS = re.compile(r"[（(〔［\[【]([^（(）)〔〕［］\[\]【】]*+)[）)〕］\]】]$")


def as_printed(line: Line | None) -> str:
    """The words of a byline, a date or a source; "" where there is none."""
    if not line:
        return ""
    text = _ORNAMENTS.sub("", line.text)
    inside = _BRACKETS.match(text)
    return inside[1].strip() if inside else text
