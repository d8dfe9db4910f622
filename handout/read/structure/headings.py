"""Finds headings: marked by the format, set apart, numbered in sequence, or scored."""

import re
from collections import Counter

from handout.model.chinese import HAN_CHARACTER
from handout.model.document import Heading
from handout.read.blocks import SourceBlock
from handout.read.structure.heading_numbers import Number, heading_number
from handout.read.structure.levels import levels_of
from handout.read.structure.never_headings import never_headings
from handout.read.structure.numbered_lines import (
    HALF_SENTENCE,
    LETTERS,
    LONGEST_PLAIN,
    NO_HEADING_END,
    items,
    numbered_headings,
    numbers_of_marked,
)
from handout.read.structure.scorer import choose_headings, scores, sisters

_LONGEST_SET_APART = 60
_LIST_MARK = re.compile(r"[-*•·●○■□▪◆]\s*")
# Spoken questions: headings only where nothing speaks against it.
_ASKED = re.compile(r".*[呢吧嘛啊][？?!！]$|.*(?:对吗|是吗|好吗)[？?]$")
_SURELY = 0.7
# Salutations, dates, quantities, and pieces of a torn sentence.
_NEVER = re.compile(
    r"(?:各位|尊敬的|同志们|朋友们|女士们|先生们|亲爱的).*[！!：:]$"
    r"|\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?$|\d+[多余几]|\d+岁"
    r"|[一二三四五六七八九十第][是要，]?[是要]?$|[”’」』，。、；：）》]"
    r"|.*[“‘「『（《，、；]$"
)
_CAPITALS = re.compile(r"[A-Z][A-Z0-9 ,:&'’\-]{3,60}$")
# What a document must offer before one unnumbered line is believed, and each must.
_SUREST, _LEAST = 0.5, 0.25
# What the only unnumbered heading of a text must offer.
_ALONE = 0.8
_WITHOUT_PLAIN = frozenset(("poem", "story"))
_SELDOM_PLAIN = frozenset(("interview", "minutes", "notice", "law"))
_NAMED_PART = re.compile(
    r"(?:楔子|引子|序[章幕曲言]?|自序|前言|尾声|终章|大结局|后记|跋|番外篇?|外传"
    r"|附记|尾聲|終章|後記|序幕"
    r"|Prologue|Epilogue|Foreword|Preface|Afterword)(?:[\s\u3000:：·、].{1,24}"
    r"|[一二三四五六七八九十\d]{1,3})?$",
    re.IGNORECASE,
)
# A line built like two accepted ones needs little more to be accepted too.
_SISTER = 0.08


def find_headings(
    lines: list[SourceBlock], *, title: str = "", kind: str = ""
) -> dict[int, Heading]:
    """The headings by their place among the lines.

    The format's own marks are believed; otherwise lines that bold or size sets
    apart, numbers in sequence, and the scorer. A correction overrides all of these.
    `kind` is that of the document: verse has no headings, and a story has none
    without a number.
    """
    found = _headings_in(lines, title, kind)
    for place, block in enumerate(lines):
        if block.fixed == "text":
            found.pop(place, None)
        elif block.fixed == "heading":
            level = block.level or (found[place].level if place in found else 1)
            number = heading_number(block.text)
            found[place] = _heading(block, number, level, "said by a correction", 1.0)
    return dict(sorted(found.items()))


def _headings_in(lines: list[SourceBlock], title: str, kind: str) -> dict[int, Heading]:
    if any(block.level and not block.fixed for block in lines):
        return _marked_headings(lines)
    never = never_headings(lines, kind)
    numbers = {n: x for n, x in numbered_headings(lines).items() if n not in never}
    apart = [place for place in _set_apart(lines) if place not in never]
    plain: dict[int, tuple[str, float]] = {}
    if len(apart) > 1:
        plain = dict.fromkeys(apart, ("set apart from the text by its type", 0.9))
    elif kind not in _WITHOUT_PLAIN:
        plain = _scored_lines(lines, numbers, title, never)
        listed = items(lines) if plain else set()
        plain = {n: why for n, why in plain.items() if n not in listed}
        plain = plain if _is_enough(plain, numbers, kind) else {}
    plain |= _named_parts(lines, numbers)
    return _with_levels(lines, numbers, plain)


def _is_enough(
    plain: dict[int, tuple[str, float]], numbers: dict[int, Number], kind: str
) -> bool:
    """Whether unnumbered lines are sure enough: a lone one is seldom a heading."""
    surest = max((likelihood for _, likelihood in plain.values()), default=0.0)
    if kind in _SELDOM_PLAIN and surest < _SURELY:
        return False
    return len(plain) > 1 or bool(numbers) or surest >= _ALONE


def _named_parts(
    lines: list[SourceBlock], numbers: dict[int, Number]
) -> dict[int, tuple[str, float]]:
    """The parts that books have besides their chapters: 楔子, 尾声, Epilogue."""
    if not any(number.kind in ("part", "chapter") for number in numbers.values()):
        return {}
    reason = "a part that books have beside their chapters"
    return {
        place: (reason, 0.9)
        for place, block in enumerate(lines)
        if place not in numbers and _NAMED_PART.match(block.text)
    }


def _marked_headings(lines: list[SourceBlock]) -> dict[int, Heading]:
    marked = {n: b for n, b in enumerate(lines) if b.level and not b.fixed}
    top = min(block.level for block in marked.values())
    numbers = numbers_of_marked({n: block.text for n, block in marked.items()})
    found = {
        place: _heading(
            block, numbers.get(place), block.level - top + 1, "marked as a heading", 1.0
        )
        for place, block in marked.items()
    }
    return found | _forgotten(lines, found, numbers)


def _forgotten(
    lines: list[SourceBlock], marked: dict[int, Heading], numbers: dict[int, Number]
) -> dict[int, Heading]:
    """Bold lines whose numbers continue those of the marked headings."""
    others = {n: x for n, x in numbered_headings(lines).items() if n not in marked}
    levels = {numbers[n].kind: marked[n].level for n in marked if n in numbers}
    reason = "set apart by its type, and numbered like the marked headings"
    return {
        place: _heading(lines[place], number, levels[number.kind], reason, 0.9)
        for place, number in others.items()
        if number.kind in levels and lines[place].weight
    }


def _heading(
    block: SourceBlock, number: Number | None, level: int, why: str, confidence: float
) -> Heading:
    mark = number.mark if number and number.mark != block.text else ""
    title = block.text[len(mark) :]
    return Heading(mark, title, level, block.start, block.line, why, confidence)


def _set_apart(lines: list[SourceBlock]) -> list[int]:
    """The lines in bold or larger type that are not whole sentences."""
    return [
        place
        for place, block in enumerate(lines)
        if block.weight
        and len(block.text) <= _LONGEST_SET_APART
        and LETTERS.search(block.text)
        and not NO_HEADING_END.search(block.text)
        and place + 1 < len(lines)
    ]


def _scored_lines(
    lines: list[SourceBlock], numbers: dict[int, Number], title: str, never: set[int]
) -> dict[int, tuple[str, float]]:
    """The lines the scorer accepts, each with a reason and a likelihood."""
    texts = [block.text for block in lines]
    if sum(bool(HAN_CHARACTER.search(text[:80])) for text in texts) * 3 < len(texts):
        found_by_rule = _by_rule(lines, numbers)
        return {n: why for n, why in found_by_rule.items() if n not in never}
    found = scores(texts, title)
    spoken = _is_spoken(texts)
    found = {
        n: score
        for n, score in found.items()
        if lines[n].kind == "text"
        and n not in never
        and not _NEVER.match(texts[n])
        and not (score < _SURELY and _ASKED.match(texts[n]))
        and not (spoken and texts[n].endswith(("？", "?")))
    }
    surest = _SUREST if not numbers else 0.7
    least = _LEAST if not numbers else 0.5
    taken = choose_headings(found, surest=surest, least=least)
    taken |= sisters({n for n in found if found[n] >= _SISTER}, taken, texts)
    repeated = Counter(texts)
    reason = "a short line above a text, like other headings"
    return {
        n: (reason, round(found[n], 2))
        for n in taken
        if n not in numbers and (repeated[texts[n]] == 1 or found[n] > 0.5)
    }


def _is_spoken(texts: list[str]) -> bool:
    """Whether lines are talk, a sentence each: its questions are not headings."""
    ended = sum(text.endswith(("。", "？", "！", "?", "!")) for text in texts)
    return ended * 100 > len(texts) * 97 and sum(map(len, texts)) < 60 * len(texts)


def _by_rule(
    lines: list[SourceBlock], numbers: dict[int, Number]
) -> dict[int, tuple[str, float]]:
    """Short lines above longer ones: for languages the scorer was not trained on."""
    repeated = Counter(block.text for block in lines)
    reason = "a short line before a longer paragraph, without an end mark"
    return {
        n: (reason, 0.7)
        for n, block in enumerate(lines)
        if n not in numbers and repeated[block.text] == 1 and _plain(lines, n)
    }


def _plain(lines: list[SourceBlock], place: int) -> bool:
    """Whether an unnumbered line reads as a heading by length and neighbours."""
    text = lines[place].text
    after = lines[place + 1].text if place + 1 < len(lines) else ""
    before = lines[place - 1].text if place else ""
    if _CAPITALS.match(text) and len(after) > len(text):
        return True
    longest = LONGEST_PLAIN if HAN_CHARACTER.search(text) else 2 * LONGEST_PLAIN
    if not 2 <= len(text) <= longest or not LETTERS.search(text):
        return False
    if NO_HEADING_END.search(text) or HALF_SENTENCE.search(text):
        return False
    if _LIST_MARK.match(text) or before.endswith(("：", ":")):
        return False
    if not HAN_CHARACTER.search(text) and not text[0].isupper():
        return False
    return len(after) > max(len(text) * 1.5, 20)


def _with_levels(
    lines: list[SourceBlock],
    numbers: dict[int, Number],
    plain: dict[int, tuple[str, float]],
) -> dict[int, Heading]:
    levels = levels_of(lines, numbers, set(plain))
    found = {}
    for place, level in levels.items():
        number = numbers.get(place)
        if number:
            reason, likelihood = f"numbered {number.mark.strip()}, in sequence", 0.9
        else:
            reason, likelihood = plain[place]
            number = heading_number(lines[place].text)
        found[place] = _heading(lines[place], number, level, reason, likelihood)
    return found
