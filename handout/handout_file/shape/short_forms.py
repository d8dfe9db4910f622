"""The short forms of the file: ¶3 text, phrase ×2, 2-6, [[blank]].

Each is written only where reading it gives the value back.
"""

import re
from dataclasses import dataclass

_PARAGRAPH = re.compile(r"¶\s*(\d{1,6})[ 　]?(.*)", re.DOTALL)
_COUNT = re.compile(r"(.*?) ?[×✕]\s*(\d{1,6})", re.DOTALL)
_SPAN = re.compile(r"¶?\s*+(\d{1,6})(?:\s*+[-–—~～至到]\s*+(?:¶\s*+)?+(\d{1,6}))?")
_CUT = "…"

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Span:
    """From one number to another; of ¶ numbers, or of characters in a text."""

    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Counted:
    """A phrase and how often the section says it; 0 where nobody has counted."""

    text: str
    count: int = 0


def with_paragraph(text: str, paragraph: int) -> str:
    """Write ¶3 text."""
    return f"¶{paragraph} {text}" if paragraph else text


def paragraph_of(text: str) -> tuple[str, int]:
    """Take the ¶ number off a text: the text, and 0 where it has none."""
    found = _PARAGRAPH.fullmatch(text)
    return (found[2], int(found[1])) if found else (text, 0)


def read_count(text: str) -> Counted:
    """Read phrase ×2."""
    found = _COUNT.fullmatch(text)
    return Counted(found[1], int(found[2])) if found else Counted(text)


def with_count(phrase: Counted) -> str:
    """Write phrase ×2."""
    return f"{phrase.text} ×{phrase.count}" if phrase.count else phrase.text


def span(text: str) -> Span | None:
    """Read 2-6, or 2; None for anything else."""
    found = _SPAN.fullmatch(text.strip())
    return Span(int(found[1]), int(found[2] or found[1])) if found else None


def with_dash(value: Span) -> str:
    """Write 2-6, or 2."""
    first, last = value.start, value.end
    return str(first) if first == last else f"{first}-{last}"


def add_brackets(text: str, marks: Spans) -> str:
    """Write a text with its marks: 为[[人民]]服务."""
    for start, end in reversed(marks):
        text = f"{text[:start]}[[{text[start:end]}]]{text[end:]}"
    return text


def remove_brackets(text: str) -> tuple[str, Spans]:
    """Take the brackets out of a text, and return what they marked."""
    marks: list[tuple[int, int]] = []
    pieces: list[str] = []
    at = length = 0
    while (start := text.find("[[", at)) >= 0:
        end = text.find("]]", start + 2)
        if end < 0:
            break
        before, marked = text[at:start], text[start + 2 : end]
        pieces += [before, marked]
        marks.append((length + len(before), length + len(before) + len(marked)))
        length = marks[-1][1]
        at = end + 2
    return "".join([*pieces, text[at:]]), tuple(marks)


def with_cuts(text: str, before: bool, after: bool) -> str:
    """Write a passage with … where its sentence goes on."""
    return f"{_CUT * before}{text}{_CUT * after}"


def without_cuts(text: str) -> tuple[str, bool, bool]:
    """Take the … off a passage, and say where they were."""
    before = text.startswith(_CUT)
    after = len(text) > before and text.endswith(_CUT)
    return text[before : len(text) - after], before, after
