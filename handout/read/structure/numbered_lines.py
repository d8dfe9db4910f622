"""Finds the numbered lines that are headings, and those that are items of a list."""

import re
from itertools import pairwise

from handout.model.chinese import HAN
from handout.read.blocks import SourceBlock
from handout.read.structure.heading_numbers import (
    WEAK,
    Number,
    heading_number,
    in_sequence,
    weak_heading_number,
)

_LONGEST_NUMBERED = 72
LONGEST_PLAIN = 32
LETTERS = re.compile(f"[{HAN}A-Za-z]")
NO_HEADING_END = re.compile(r"[。！!；;，,、：:….—=\\|<>{}]['”’」』）)》]*$")
HALF_SENTENCE = re.compile(r"[。；;]|\S\S[：:]\S")
# These open lists as often as sections: on their own they prove little.
LOOSE = frozenset(
    ("number", "bracketed number", "circled number", "half bracket", "decimal")
)
# Questions and answers are numbered this way: 3) … ?
_OF_QUESTIONS = frozenset(("half bracket",))
_ARABIC = ("number", "plain number")
_LONG_TEXT = 40
_NAVIGATION = re.compile(r"第\s*\S{1,3}\s*[章节篇].*第\s*\S{1,3}\s*[章节篇]")
Places = list[tuple[int, Number]]


def numbered_headings(lines: list[SourceBlock]) -> dict[int, Number]:
    """The numbered lines that can be headings and are in sequence, by their places."""
    found = _candidates(lines)
    kept: dict[int, Number] = {}
    for kind, places in found.items():
        good = _counting(places)
        loose = kind in LOOSE or kind in WEAK
        if _is_list(good) or (loose and not _opens_text(lines, good)):
            continue
        kept.update(good)
    return kept | _decimal_tree(found)


def numbers_of_marked(texts: dict[int, str]) -> dict[int, Number]:
    """The numbers of headings that the format marks, by their places.

    A number that opens sentences too (1 概述, A. 其他) needs others that continue it.
    """
    kept, unsure = {}, dict[str, Places]()
    for place, text in texts.items():
        number = heading_number(text) or weak_heading_number(text)
        if number and (number.kind in WEAK or number.kind == "decimal"):
            unsure.setdefault(number.kind, []).append((place, number))
        elif number:
            kept[place] = number
    for places in unsure.values():
        good = _counting(places)
        kept.update(good if len(good) > 1 else [])
    return kept | _decimal_tree(unsure)


def _candidates(lines: list[SourceBlock]) -> dict[str, Places]:
    """The lines that a number opens and that can be headings, by kind of number."""
    found: dict[str, Places] = {}
    for place, block in enumerate(lines):
        if block.kind != "text":
            continue
        number = heading_number(block.text) or weak_heading_number(block.text)
        if number and _can_be_heading(block.text, number):
            found.setdefault(number.kind, []).append((place, number))
    return found


def _counting(places: Places) -> Places:
    counted = in_sequence([number for _, number in places])
    return [pair for pair, fits in zip(places, counted, strict=True) if fits]


def _decimal_tree(found: dict[str, Places]) -> dict[int, Number]:
    """Decimal numbers under the numbers they belong to: 2, 2.1, 2.2, 3."""
    decimals = _counting(found.get("decimal", []))
    firsts = {int(re.split(r"[.．]", number.mark)[0]) for _, number in decimals}
    for kind in _ARABIC:
        above = _counting(found.get(kind, []))
        known = {number.value for _, number in above}
        if len(above) > 1 and decimals and 2 * len(firsts & known) >= len(firsts):
            return dict([*decimals, *above])
    return {}


def _can_be_heading(text: str, number: Number) -> bool:
    words = text[len(number.mark) :]
    if len(text) > _LONGEST_NUMBERED or NO_HEADING_END.search(words):
        return False
    if _NAVIGATION.search(text):
        return False
    return not HALF_SENTENCE.search(words) and bool(LETTERS.search(text))


def items(lines: list[SourceBlock]) -> set[int]:
    """The numbered lines in sequence, line under line: three are a list."""
    found: set[int] = set()
    run: list[int] = []
    last: Number | None = None
    for place, block in enumerate(lines):
        number = heading_number(block.text)
        number = None if number and number.kind in _OF_QUESTIONS else number
        goes_on = last and number and number.kind == last.kind
        if not (goes_on and last and number and number.value == last.value + 1):
            found |= set(run) if len(run) > 2 else set()
            run = []
        run = [*run, place] if number else []
        last = number
    return found | (set(run) if len(run) > 2 else set())


def _is_list(places: Places) -> bool:
    """Whether numbered lines are a list: they follow one another directly."""
    if len(places) < 2:
        return False
    touching = sum(b == a + 1 for (a, _), (b, _) in pairwise(places))
    return touching * 2 >= len(places) - 1


def _opens_text(lines: list[SourceBlock], places: Places) -> bool:
    """Whether loosely numbered lines are short and each has text under it.

    Under a number of a weak kind the next lower heading may be first: I., then A.
    """
    if len(places) < 2:
        return False
    short = all(len(lines[p].text) <= LONGEST_PLAIN for p, _ in places)
    return short and all(_has_text(lines, place, number) for place, number in places)


def _has_text(lines: list[SourceBlock], place: int, number: Number) -> bool:
    after = lines[place + 1].text if place + 1 < len(lines) else ""
    if len(after) > _LONG_TEXT:
        return True
    lower = heading_number(after) or weak_heading_number(after)
    return bool(number.kind in WEAK and lower and lower.kind != number.kind)
