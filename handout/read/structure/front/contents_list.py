"""Finds a table of contents in a text: a list of lines that are repeated below."""

import re

from handout.read.blocks import SourceBlock
from handout.read.structure.heading_numbers import heading_number

_CONTENTS = re.compile(
    r"[【［\[（(〔「《]?\s*(目\s*录|目\s*次|目\s*錄|Contents|CONTENTS|Table of"
    r" Contents)"
    r"\s*[】］\])）〕」》]?\s*[：:]?$"
)
_LEADERS = re.compile(r"(?<![\s.…·．])[\s.…·．]*+\d{0,4}$")
_LONGEST = 80
_NEAR_TOP = 30
_LONGEST_HEAD = 60
# So many listed lines are not a coincidence, even if no head says what they are.
_LEAST = 3
_KINDS = ("part", "chapter", "section", "han")


def contents_lines(lines: list[SourceBlock]) -> set[int]:
    """The places of a table of contents: its head, and lines that are repeated."""
    texts = [_entry(block.text) for block in lines]
    for place, block in enumerate(lines[:_NEAR_TOP]):
        if len(block.text) <= _LONGEST_HEAD and _CONTENTS.match(block.text):
            return _listed_after(texts, place)
    return _headless(lines, texts)


def _listed_after(texts: list[str], head: int) -> set[int]:
    last = head
    for place in range(head + 1, len(texts)):
        entry = texts[place]
        if len(entry) > _LONGEST or entry not in texts[place + 1 :]:
            break
        last = place
    return set(range(head, last + 1)) if last > head + 1 else set()


def _headless(lines: list[SourceBlock], texts: list[str]) -> set[int]:
    """Numbered lines in a row that are all repeated further down."""
    for first, block in enumerate(lines[:_NEAR_TOP]):
        number = heading_number(block.text)
        if not number or number.kind not in _KINDS:
            continue
        last = first
        later = set(texts[first + _LEAST :])
        while (
            last < len(texts) and texts[last] in later and len(texts[last]) < _LONGEST
        ):
            if texts[last] in texts[first:last]:
                break
            last += 1
        if last - first >= _LEAST:
            return set(range(first, last))
        return set()
    return set()


def _entry(text: str) -> str:
    return "".join(_LEADERS.sub("", text).split()) or text
