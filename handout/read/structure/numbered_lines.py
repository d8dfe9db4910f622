"""Finds the numbered lines that are headings, and those that are items of a list."""

import re
from itertools import pairwise

from handout.read.blocks import Block
from handout.read.structure.heading_numbers import Number, in_sequence, number_of

_LONGEST_NUMBERED = 72
LONGEST_PLAIN = 32
LETTERS = re.compile(r"[\u3400-\u9fffA-Za-z]")
NO_HEADING_END = re.compile(r"[。！!；;，,、：:….—=\\|<>{}]['”’」』）)》]*$")
HALF_SENTENCE = re.compile(r"[。；;]|[^\s]{2,}[：:]\S")
# These open lists as often as sections: alone they prove little.
LOOSE = frozenset(("number", "bracketed number", "circled number", "decimal"))


def numbered(lines: list[Block]) -> dict[int, Number]:
    """Give the numbered lines that can be headings and count on."""
    found: dict[str, list[tuple[int, Number]]] = {}
    for place, block in enumerate(lines):
        number = number_of(block.text)
        if number and block.kind == "text" and _can_be_heading(block.text, number):
            found.setdefault(number.kind, []).append((place, number))
    kept: dict[int, Number] = {}
    for kind, places in found.items():
        counted = in_sequence([number for _, number in places])
        good = [pair for pair, fits in zip(places, counted, strict=True) if fits]
        if _is_list(good) or (kind in LOOSE and not _opens_text(lines, good)):
            continue
        kept.update(good)
    return kept


def _can_be_heading(text: str, number: Number) -> bool:
    words = text[len(number.mark) :]
    if len(text) > _LONGEST_NUMBERED or NO_HEADING_END.search(words):
        return False
    return not HALF_SENTENCE.search(words) and bool(LETTERS.search(text))


def items(lines: list[Block]) -> set[int]:
    """Give the numbered lines that count on, line under line: three are a list."""
    found: set[int] = set()
    run: list[int] = []
    last: Number | None = None
    for place, block in enumerate(lines):
        number = number_of(block.text)
        goes_on = last and number and number.kind == last.kind
        if not (goes_on and last and number and number.value == last.value + 1):
            found |= set(run) if len(run) > 2 else set()
            run = []
        run = [*run, place] if number else []
        last = number
    return found | (set(run) if len(run) > 2 else set())


def _is_list(places: list[tuple[int, Number]]) -> bool:
    """Say whether numbered lines are a list: they follow one another directly."""
    if len(places) < 2:
        return False
    touching = sum(b == a + 1 for (a, _), (b, _) in pairwise(places))
    return touching * 2 >= len(places) - 1


def _opens_text(lines: list[Block], places: list[tuple[int, Number]]) -> bool:
    """Say whether loosely numbered lines are short and each has a text under it."""
    if len(places) < 2:
        return False
    under = [lines[p + 1].text if p + 1 < len(lines) else "" for p, _ in places]
    short = all(len(lines[p].text) <= LONGEST_PLAIN for p, _ in places)
    return short and all(len(text) > 40 for text in under)
