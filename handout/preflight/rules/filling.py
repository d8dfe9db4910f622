"""The rules of how a line fills its measure: ids A4, A5 and A6."""

import re
from collections.abc import Iterator
from statistics import median

from handout.model.chinese import HAN_CHARACTER
from handout.preflight.finding import CheckOptions, Finding
from handout.preflight.pages.page import CLOSING, OPENING, GlyphLine, Sheet, TextBlock
from handout.preflight.rules.line_ends import (
    BODY,
    STRETCHED,
    Measure,
    ends_at,
    gaps,
    measure_of,
)

# In points: lengths in a PDF are rounded.
_RAGGED = 1.0
_LEAST_LINES = 3
# In ems: where a column is narrow, no gap can be small in every line.
_NARROW_GAP = 0.4
# In ems: no justification opens a gap this much, nor that of a number from its title.
_SET_APART, _NUMBER = 0.8, 4
# In ems: what characters give when they touch; more is text on other text.
_TOUCHING, _ON_OTHERS = 0.08, 0.5
# Room that a line may leave beside a unit that did not fit.
_SLACK = 0.35


def filling_findings(sheet: Sheet, options: CheckOptions) -> Iterator[Finding]:
    """Check how the lines of a page fill their measure."""
    for block in sheet.blocks:
        yield from _block(sheet, block, options)
    for line in sheet.lines:
        least = min(gaps(line), default=0.0)
        if -_ON_OTHERS < least < -_TOUCHING and len(line.glyphs) > _NUMBER:
            text = f"characters stand {-least:.2f} em too close"
            yield sheet.at(line, "A5", text)


def _block(sheet: Sheet, block: TextBlock, options: CheckOptions) -> Iterator[Finding]:
    measure = measure_of(block)
    if measure is None:
        return
    if measure.is_justified:
        yield from _loose(sheet, measure, options)
    ragged = (
        []
        if measure.ems < BODY and not measure.is_stretched
        else _ragged_lines(measure)
    )
    if measure.is_stretched:
        for line, short in ragged:
            side = "short of" if short > 0 else "over"
            text = f"the line ends {abs(short):.1f} pt {side} its edge"
            yield sheet.at(line, "A4", text)
    elif ragged and len(measure.broken) > _LEAST_LINES:
        # Nothing was stretched: it was never set to end at one edge.
        text = f"{len(measure.broken) + 1} lines of a paragraph end at no common edge"
        yield sheet.at(measure.broken[0][0], "A4", text, "justify it")


def _ragged_lines(measure: Measure) -> list[tuple[GlyphLine, float]]:
    """A4: lines that are not flush, and how short they are; none that a hand ended."""
    full = [
        (line, measure.edge - line.right)
        for line, after in measure.broken
        if measure.edge - line.right < _unit(after) + _SLACK * line.size
    ]
    if len(full) < len(measure.broken) and not measure.is_justified:
        # A poem, a list: somebody broke its lines.
        return []
    return [(line, short) for line, short in full if not _ends_near(line, measure.edge)]


def _ends_near(line: GlyphLine, edge: float) -> bool:
    """Whether a line ends at the edge; a mark may begin to hang anywhere in it."""
    last = line.glyphs[-1]
    first = last.left if len(ends_at(line)) > 1 else last.right
    return first - _RAGGED < edge < last.right + _RAGGED


def _loose(sheet: Sheet, measure: Measure, options: CheckOptions) -> Iterator[Finding]:
    """A6: a line that was stretched too far; —— and …… that were opened."""
    most = options.widest_gap if measure.ems >= BODY else _NARROW_GAP
    for line in measure.flush:
        widest = max(_stretches(line), default=0.0)
        if widest > most:
            text = f"a gap between two characters is {widest:.2f} em wide"
            yield sheet.at(line, "A6", text)


def _unit(line: GlyphLine) -> float:
    """The width of what may not be broken at the start of a line."""
    glyphs = line.glyphs
    end = 1
    if not HAN_CHARACTER.match(glyphs[0].text):
        word = re.match(rf"[{OPENING}]*[!-~À-ɏ]*", line.text)
        end = max(1, word.end() if word else 1)
    while end < len(glyphs) and glyphs[end].text in CLOSING + "…—·":
        end += 1
    return glyphs[min(end, len(glyphs)) - 1].right - glyphs[0].left


def _stretches(line: GlyphLine) -> Iterator[float]:
    """The gaps that justification opened, not that of a number from its title."""
    found = list(gaps(line))
    middle = median(found) if found else 0.0
    for i, gap in enumerate(found):
        if gap < _SET_APART and (i >= _NUMBER or gap < 2 * middle + STRETCHED):
            yield gap
