"""Finds headings: marked by the format, set apart, numbered in sequence, or scored."""

import re
from bisect import bisect_left
from collections import Counter

from handout.model.document import Heading
from handout.read.blocks import Block
from handout.read.structure.heading_numbers import Number, number_of
from handout.read.structure.numbered_lines import (
    HALF_SENTENCE,
    LETTERS,
    LONGEST_PLAIN,
    LOOSE,
    NO_HEADING_END,
    items,
    numbered,
)
from handout.read.structure.scorer import chosen, scores, sisters

_LONGEST_SET_APART = 60
_HAN = re.compile(r"[\u3400-\u9fff]")
_LIST_MARK = re.compile(r"[-*•·●○■□▪◆]\s*")
# Spoken questions: headings only where nothing speaks against it.
_ASKED = re.compile(r".*[呢吧嘛啊][？?!！]$|.*(?:对吗|是吗|好吗)[？?]$")
_SURELY = 0.7
# Salutations, dates, quantities, and pieces of a torn sentence.
_NEVER = re.compile(
    r"(?:各位|尊敬的|同志们|朋友们|女士们|先生们|亲爱的).*[！!：:]$"
    r"|\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?$|\d+[多余几]|\d+岁"
    r"|[一二三四五六七八九十第][是要，]?[是要]?$|[”’」』，。、；：）》]|.*[“‘「『（《，、；]$"
)
_CAPITALS = re.compile(r"[A-Z][A-Z0-9 ,:&'’\-]{3,60}$")
# What a document must offer before one unnumbered line is believed, and each must.
_SUREST, _LEAST = 0.5, 0.25
# A line built like two that were taken needs little more to be taken too.
_SISTER = 0.08


def find_headings(lines: list[Block], *, title: str = "") -> dict[int, Heading]:
    """Give the headings by their place among the lines.

    The format's own marks are believed and nothing is added to them; otherwise
    lines that bold or size sets apart, numbers that count on, and the scorer. What
    a correction says holds against all of these.
    """
    found = _found(lines, title)
    for place, block in enumerate(lines):
        if block.fixed == "text":
            found.pop(place, None)
        elif block.fixed == "heading":
            level = block.level or (found[place].level if place in found else 1)
            number = number_of(block.text)
            found[place] = _heading(block, number, level, "said by a correction", 1.0)
    return dict(sorted(found.items()))


def _found(lines: list[Block], title: str) -> dict[int, Heading]:
    if any(block.level and not block.fixed for block in lines):
        return _marked(lines)
    numbers = numbered(lines)
    apart = _set_apart(lines)
    plain: dict[int, tuple[str, float]] = {}
    if len(apart) > 1:
        plain = dict.fromkeys(apart, ("set apart from the text by its type", 0.9))
    else:
        plain = _scored(lines, numbers, title)
        listed = items(lines) if plain else set()
        plain = {n: why for n, why in plain.items() if n not in listed}
    return _levelled(lines, numbers, plain)


def _marked(lines: list[Block]) -> dict[int, Heading]:
    top = min(block.level for block in lines if block.level and not block.fixed)
    found = {}
    for place, block in enumerate(lines):
        if block.level and not block.fixed:
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


def _set_apart(lines: list[Block]) -> list[int]:
    """Give the lines in bold or larger type that are no whole sentences."""
    return [
        place
        for place, block in enumerate(lines)
        if block.weight
        and len(block.text) <= _LONGEST_SET_APART
        and LETTERS.search(block.text)
        and not NO_HEADING_END.search(block.text)
        and place + 1 < len(lines)
    ]


def _scored(
    lines: list[Block], numbers: dict[int, Number], title: str
) -> dict[int, tuple[str, float]]:
    """Give the lines the scorer takes, each with a reason and a likelihood."""
    texts = [block.text for block in lines]
    if sum(bool(_HAN.search(text[:80])) for text in texts) * 3 < len(texts):
        return _by_rule(lines, numbers)
    found = scores(texts, title)
    spoken = _is_spoken(texts)
    found = {
        n: score
        for n, score in found.items()
        if lines[n].kind == "text"
        and not _NEVER.match(texts[n])
        and not (score < _SURELY and _ASKED.match(texts[n]))
        and not (spoken and texts[n].endswith(("？", "?")))
    }
    surest = _SUREST if not numbers else 0.7
    least = _LEAST if not numbers else 0.5
    taken = chosen(found, surest=surest, least=least)
    taken |= sisters({n for n in found if found[n] >= _SISTER}, taken, texts)
    repeated = Counter(texts)
    reason = "a short line that stands over a text, like other headings"
    return {
        n: (reason, round(found[n], 2))
        for n in taken
        if n not in numbers and (repeated[texts[n]] == 1 or found[n] > 0.5)
    }


def _is_spoken(texts: list[str]) -> bool:
    """Tell talk written down sentence by sentence: its questions are no headings."""
    ended = sum(text.endswith(("。", "？", "！", "?", "!")) for text in texts)
    return ended * 100 > len(texts) * 97 and sum(map(len, texts)) < 60 * len(texts)


def _by_rule(
    lines: list[Block], numbers: dict[int, Number]
) -> dict[int, tuple[str, float]]:
    """Give short lines over longer ones: for languages the scorer was not grown on."""
    repeated = Counter(block.text for block in lines)
    reason = "a short line before a longer paragraph, without an end mark"
    return {
        n: (reason, 0.7)
        for n, block in enumerate(lines)
        if n not in numbers and repeated[block.text] == 1 and _plain(lines, n)
    }


def _plain(lines: list[Block], place: int) -> bool:
    """Say whether an unnumbered line reads as a heading by length and neighbours."""
    text = lines[place].text
    after = lines[place + 1].text if place + 1 < len(lines) else ""
    before = lines[place - 1].text if place else ""
    if _CAPITALS.match(text) and len(after) > len(text):
        return True
    longest = LONGEST_PLAIN if _HAN.search(text) else 2 * LONGEST_PLAIN
    if not 2 <= len(text) <= longest or not LETTERS.search(text):
        return False
    if NO_HEADING_END.search(text) or HALF_SENTENCE.search(text):
        return False
    if _LIST_MARK.match(text) or before.endswith(("：", ":")):
        return False
    if not _HAN.search(text) and not text[0].isupper():
        return False
    return len(after) > max(len(text) * 1.5, 20)


def _levelled(
    lines: list[Block],
    numbers: dict[int, Number],
    plain: dict[int, tuple[str, float]],
) -> dict[int, Heading]:
    """Give levels by the order in which kinds of number first open a level."""
    bare = [n for n in sorted(plain) if number_of(lines[n].text) is None]
    order = list(dict.fromkeys(numbers[place].kind for place in sorted(numbers)))
    levels = {kind: level for level, kind in enumerate(order, 1)}
    found = {}
    for place in sorted({*numbers, *plain}):
        block = lines[place]
        number = numbers.get(place) or number_of(block.text)
        level = levels.get(number.kind, 1) if number else 1
        if number and level == 1 and _is_under(bare, numbers, place, number):
            level = 2
        if place in numbers and number:
            reason = f"numbered {number.mark.strip()}, in sequence"
            found[place] = _heading(block, number, level, reason, 0.9)
        else:
            # Among numbered headings a plain one stands beside the highest.
            reason, likelihood = plain[place]
            found[place] = _heading(block, number, level, reason, likelihood)
    return found


def _is_under(
    bare: list[int], numbers: dict[int, Number], place: int, number: Number
) -> bool:
    """Say whether a loose number counts steps under one unnumbered heading."""
    if number.kind not in LOOSE or not bare or place < bare[0]:
        return False
    here = bisect_left(bare, place)
    after = bare[here] if here < len(bare) else max([*numbers, place]) + 1
    same = [n for n, other in numbers.items() if other.kind == number.kind]
    run = [numbers[n].value for n in same if bare[here - 1] < n < after]
    return 1 in run and len(run) > 1
