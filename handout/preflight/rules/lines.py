"""The rules of where lines break, and of the size of their text: ids L, A3 and T."""

import re
from collections.abc import Iterator
from itertools import pairwise

from handout.model.chinese import HAN_CHARACTER
from handout.preflight.finding import CheckOptions, Finding
from handout.preflight.pages.page import CLOSING, OPENING, GlyphLine, Sheet, TextBlock

_NEVER_FIRST = frozenset(CLOSING + "·～／…%％‰℃,.;:!?)]}")
_NEVER_LAST = frozenset(OPENING + "([{￥＄／")
# A mark and what clings to it at the end of a paragraph.
_LONE = re.compile(rf"{HAN_CHARACTER.pattern}[{CLOSING}…—]{{0,3}}")
# What a number is not parted from, where the next line begins with it.
_UNIT = re.compile("[年月日号时点分秒岁元角万亿千百个名位人次倍度米里克斤吨升亩]")
_LEAST_COLUMN = 4


def line_findings(sheet: Sheet, options: CheckOptions) -> Iterator[Finding]:
    """Check where the lines of a page break, and that they can be read."""
    for block in sheet.blocks:
        yield from _edges(sheet, block, options)
        yield from _ends(sheet, block)
    yield from _small(sheet, options)


def _edges(sheet: Sheet, block: TextBlock, options: CheckOptions) -> Iterator[Finding]:
    """L1 and L2: marks that may not start or end a line; L3, L4: what is split."""
    for above, below in pairwise(block.lines):
        first, last = below.glyphs[0].text, above.glyphs[-1].text
        if not (HAN_CHARACTER.search(above.text) or HAN_CHARACTER.search(below.text)):
            continue
        yield from _starts(sheet, above, below, options)
        if last in _NEVER_LAST:
            rule = "L2" if last == "／" else "L4" if last in "￥＄" else "L1"
            yield sheet.at(above, rule, f"the line ends with {last}")
        if last.isdecimal() and _UNIT.match(first) and last.isascii():
            yield sheet.at(below, "L4", f"{last} is parted from {first}")
        if last == "第" and first.isdecimal():
            yield sheet.at(below, "L4", f"第 is parted from {first}")


def _starts(
    sheet: Sheet, above: GlyphLine, below: GlyphLine, options: CheckOptions
) -> Iterator[Finding]:
    first, last = below.glyphs[0].text, above.glyphs[-1].text
    if first == last and first in "—…":
        yield sheet.at(below, "L3", f"{first}{first} is split")
    elif first in _NEVER_FIRST:
        rule = "L2" if first in "／…" else "L4" if first in "%％‰℃" else "L1"
        if first != "…" or options.strict:
            yield sheet.at(below, rule, f"the line starts with {first}")
    elif options.strict and first == "—":
        yield sheet.at(below, "L2", "the line starts with ——")


def _ends(sheet: Sheet, block: TextBlock) -> Iterator[Finding]:
    """A3: a last line of a single character."""
    for paragraph in block.paragraphs():
        last = paragraph[-1]
        width = max(line.right - line.left for line in paragraph)
        wide = width > _LEAST_COLUMN * last.size
        # Two are a column of numbers.
        lone = [bool(_LONE.fullmatch(line.text)) for line in paragraph[-2:]]
        if wide and lone == [False, True]:
            yield sheet.at(last, "A3", f"the last line is only {last.text}")


def _small(sheet: Sheet, options: CheckOptions) -> Iterator[Finding]:
    """T1: text that is too small to read."""
    hint = f"set it in {options.least_size:g} pt at least"
    seen: set[int] = set()
    for line in sheet.lines:
        least = min(glyph.size for glyph in line.glyphs)
        if least < options.least_size - 0.05 and line.number not in seen:
            seen.add(line.number)
            yield sheet.at(line, "T1", f"text of {least:.1f} pt", hint)
