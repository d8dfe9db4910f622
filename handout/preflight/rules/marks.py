"""The rules of marks, and of Latin beside Chinese: ids P2 to P6, and M1."""

import re
from collections.abc import Iterator
from itertools import pairwise

from handout.model.chinese import HAN_CHARACTER
from handout.preflight.finding import CheckOptions, Finding
from handout.preflight.pages.page import (
    CLOSING,
    OPENING,
    Glyph,
    GlyphLine,
    Sheet,
    TextBlock,
)
from handout.preflight.rules.line_ends import measure_of

# In ems: two marks that share 1.5 em begin half an em apart.
_SHARED, _ROUNDING = 0.5, 0.15
# In ems: an eighth is the least that a squeezed line leaves beside Latin.
_LEAST_GAP = 0.1
# In ems: the blank half of a mark; in points, how exactly an edge is met.
_BLANK, _EDGE = 0.35, 0.75
_LETTER = re.compile("[0-9A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f]")
# Half-width marks between Chinese characters, where full ones should be.
_HALF = frozenset(",;:?!()")


def mark_findings(sheet: Sheet, options: CheckOptions) -> Iterator[Finding]:
    """Check the marks of a page, and what is beside Latin."""
    del options
    for line in sheet.lines:
        if HAN_CHARACTER.search(line.text):
            yield from _pairs(sheet, line)
            yield from _half_width(sheet, line)
    for block in sheet.blocks:
        yield from _edges(sheet, block)


def _pairs(sheet: Sheet, line: GlyphLine) -> Iterator[Finding]:
    """P2: two marks share an em and a half; M1: a gap beside Latin."""
    bare = ""
    for before, after in pairwise(line.glyphs):
        apart = (after.left - before.left) / before.size
        if _are_marks(before, after) and _is_full(before) and _is_full(after):
            if apart > _SHARED + _ROUNDING:
                text = f"{before.text}{after.text} take {1 + apart:.2f} em"
                yield sheet.at(line, "P2", text)
        elif not bare and _is_bare(before, after):
            bare = before.text + after.text
    if bare:
        yield sheet.at(line, "M1", f"{bare} stand side by side without a gap")


def _are_marks(before: Glyph, after: Glyph) -> bool:
    closes = before.text in CLOSING and after.text in CLOSING + OPENING
    return closes or (before.text in OPENING and after.text in OPENING)


def _is_full(glyph: Glyph) -> bool:
    return glyph.right - glyph.left > 0.9 * glyph.size


def _is_bare(before: Glyph, after: Glyph) -> bool:
    """Whether Han and Latin of one size are side by side without a gap."""
    first, second = before.text, after.text
    meet = (HAN_CHARACTER.match(first) and _LETTER.match(second)) or (
        _LETTER.match(first) and HAN_CHARACTER.match(second)
    )
    same = abs(before.size - after.size) < 0.1 * before.size
    level = abs(before.baseline - after.baseline) < 0.1 * before.size
    gap = (after.left - before.right) / before.size
    return bool(meet) and same and level and abs(gap) < _LEAST_GAP


def _half_width(sheet: Sheet, line: GlyphLine) -> Iterator[Finding]:
    """P6: a half-width mark between two Han."""
    for before, mark, after in zip(
        line.glyphs, line.glyphs[1:], line.glyphs[2:], strict=False
    ):
        if (
            mark.text in _HALF
            and HAN_CHARACTER.match(before.text)
            and HAN_CHARACTER.match(after.text)
        ):
            text = f"a half-width {mark.text} stands between Chinese characters"
            yield sheet.at(line, "P6", text, "use the full-width mark")
            return


def _edges(sheet: Sheet, block: TextBlock) -> Iterator[Finding]:
    """P3, P4: the blank half of a mark at the edges of text that is set flush."""
    measure = measure_of(block)
    left = [one.left for one in block.lines if one.glyphs[0].text not in OPENING]
    if measure is None or not measure.is_stretched or not left:
        return
    broken = {id(line) for line, _ in measure.broken}
    for line in block.lines:
        first, last = line.glyphs[0], line.glyphs[-1]
        blank = (first.ink_left - first.left) / first.size
        if _is_at(first, OPENING, first.left, min(left)) and blank > _BLANK:
            yield sheet.at(line, "P3", f"half an em is blank before {first.text}")
        blank = (last.right - last.ink_right) / last.size
        # Where all lines end in marks, the edge may as well be half an em before.
        if (
            measure.is_certain
            and id(line) in broken
            and _is_at(last, CLOSING, last.right, measure.edge)
            and blank > _BLANK
        ):
            text = f"{last.text} takes a whole em at the end of the line"
            yield sheet.at(line, "P4", text)


def _is_at(glyph: Glyph, marks: str, place: float, edge: float) -> bool:
    return glyph.text in marks and _is_full(glyph) and abs(place - edge) < _EDGE
