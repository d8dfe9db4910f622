"""Finds headings among lines: marked by the format, numbered, or short and alone."""

import re
from collections import Counter
from itertools import pairwise

from handout.model.document import Heading
from handout.read.blocks import Block
from handout.read.numbering import Number, in_sequence, number_of

_LONGEST_NUMBERED = 72
_LONGEST_PLAIN = 32
_LETTERS = re.compile(r"[\u3400-\u9fffA-Za-z]")
_NO_HEADING_END = re.compile(r"[。！!；;，,、：:….—=\\|<>{}]['”’」』）)》]*$")
_HALF_SENTENCE = re.compile(r"[。；;]|[^\s]{2,}[：:]\S")
_LIST_MARK = re.compile(r"[-*•·●○■□▪◆]\s*")
_CAPITALS = re.compile(r"[A-Z][A-Z0-9 ,:&'’\-]{3,60}$")


def find_headings(lines: list[Block]) -> dict[int, Heading]:
    """Give the headings by their place among the lines."""
    if any(block.level for block in lines):
        return _marked(lines)
    numbers = _numbered(lines)
    plain = [n for n in range(len(lines)) if n not in numbers and _plain(lines, n)]
    return _levelled(lines, numbers, plain)


def _marked(lines: list[Block]) -> dict[int, Heading]:
    top = min(block.level for block in lines if block.level)
    found = {}
    for place, block in enumerate(lines):
        if block.level:
            number = number_of(block.text)
            level = block.level - top + 1
            found[place] = _heading(block, number, level, "marked as a heading", 1.0)
    return found


def _heading(
    block: Block, number: Number | None, level: int, reason: str, confidence: float
) -> Heading:
    mark = number.mark if number and number.mark != block.text else ""
    title = block.text[len(mark) :]
    return Heading(mark, title, level, block.start, block.line, reason, confidence)


def _numbered(lines: list[Block]) -> dict[int, Number]:
    """Give the numbered lines that can be headings and count on."""
    found: dict[str, list[tuple[int, Number]]] = {}
    for place, block in enumerate(lines):
        number = number_of(block.text)
        if number and _can_be_heading(block.text, number):
            found.setdefault(number.kind, []).append((place, number))
    kept: dict[int, Number] = {}
    for kind, places in found.items():
        counted = in_sequence([number for _, number in places])
        good = [pair for pair, fits in zip(places, counted, strict=True) if fits]
        if kind in ("number", "bracketed number") and _is_list(lines, good):
            continue
        kept.update(good)
    return kept


def _can_be_heading(text: str, number: Number) -> bool:
    words = text[len(number.mark) :]
    if len(text) > _LONGEST_NUMBERED or _NO_HEADING_END.search(words):
        return False
    return not _HALF_SENTENCE.search(words) and bool(_LETTERS.search(text))


def _is_list(lines: list[Block], places: list[tuple[int, Number]]) -> bool:
    """Say whether numbered lines are a list: they follow one another directly."""
    if len(places) < 2:
        return False
    touching = sum(b == a + 1 for (a, _), (b, _) in pairwise(places))
    last = places[-1][0]
    return touching * 2 >= len(places) - 1 or last == len(lines) - 1


def _plain(lines: list[Block], place: int) -> bool:
    """Say whether an unnumbered line reads as a heading by length and neighbours."""
    text = lines[place].text
    after = lines[place + 1].text if place + 1 < len(lines) else ""
    before = lines[place - 1].text if place else ""
    if not 2 <= len(text) <= _LONGEST_PLAIN or not _LETTERS.search(text):
        return bool(_CAPITALS.match(text)) and len(after) > len(text)
    if _NO_HEADING_END.search(text) or _HALF_SENTENCE.search(text):
        return False
    if _LIST_MARK.match(text) or before.endswith(("：", ":")):
        return False
    return len(after) > max(len(text) * 1.5, 20)


def _levelled(
    lines: list[Block], numbers: dict[int, Number], plain: list[int]
) -> dict[int, Heading]:
    """Give levels by the order in which kinds of number first open a level."""
    order = list(dict.fromkeys(numbers[place].kind for place in sorted(numbers)))
    levels = {kind: level for level, kind in enumerate(order, 1)}
    repeated = Counter(lines[place].text for place in plain)
    found = {}
    for place in sorted([*numbers, *plain]):
        block = lines[place]
        number = numbers.get(place)
        if number:
            reason = f"numbered {number.mark.strip()}, in sequence"
            found[place] = _heading(block, number, levels[number.kind], reason, 0.9)
        elif repeated[block.text] == 1:
            # Among numbered headings a plain one stands beside the highest.
            reason = "a short line before a longer paragraph, without an end mark"
            found[place] = _heading(block, None, 1, reason, 0.7)
    return found
