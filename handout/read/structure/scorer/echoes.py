"""How much a line repeats what is around it: a heading does, and so does a caption."""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import Protocol

from handout.read.structure.scorer.line import Trait

_NOT_WORD = re.compile(r"\W+")
_NEAR, _FEW = 12, 3


class Lines(Protocol):
    """What is known of all lines of a document."""

    lines: list[Trait]
    short: list[int]
    short_widths: list[float]
    title: frozenset[str]

    def at(self, place: int) -> Trait:
        """The line at a place, or an empty one beyond the ends."""


@lru_cache(maxsize=4096)
def grams(text: str) -> frozenset[str]:
    """The letter pairs of a text, ignoring marks and case."""
    letters = _NOT_WORD.sub("", text.lower())
    return frozenset(letters[i : i + 2] for i in range(len(letters) - 1))


def echoes(around: Lines, place: int) -> list[float]:
    """The shares of a line's letter pairs that its surroundings contain."""
    own = grams(around.lines[place].text)
    after = around.at(place + 1).text[:300] + around.at(place + 2).text[:300]
    before = around.at(place - 2).text[-300:] + around.at(place - 1).text[-300:]
    many = max(1, len(own))
    return [
        len(own & grams(after[:300])) / many,
        len(own & grams(before[-300:])) / many,
        len(own & around.title) / many,
        *_short_lines(around, place, own),
    ]


def _short_lines(around: Lines, place: int, own: frozenset[str]) -> list[float]:
    """Compare a line with the short lines beside it, and its length with all."""
    short, many = around.short, max(1, len(own))
    here, behind = bisect_left(short, place), bisect_right(short, place)
    before = [
        n for n in reversed(short[max(0, here - _FEW) : here]) if place - n < _NEAR
    ]
    after = [n for n in short[behind : behind + _FEW] if n - place < _NEAR]
    held = [grams(around.lines[n].text) for n in before]
    width, widths = around.lines[place].width, around.short_widths
    alike = bisect_right(widths, width + 1.5) - bisect_left(widths, width - 1.5)
    last = held[0] if held else frozenset()
    return [
        max((len(own & other) / many for other in held), default=0),
        max((len(own & grams(around.lines[n].text)) / many for n in after), default=0),
        len(own & last) / max(1, min(len(own), len(last))),
        (alike - 1) / max(1, len(short)),
    ]
