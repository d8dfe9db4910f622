"""The rules of pages and of the file: ids K (pages) and D (what was left in)."""

import re
from collections.abc import Iterator
from statistics import median

from handout.model.chinese import HAN, HAN_CHARACTER
from handout.model.units import POINTS_PER_MM
from handout.preflight.finding import CheckOptions, Finding
from handout.preflight.pages.page import FURNITURE, Glyph, GlyphLine, Sheet
from handout.preflight.rule_list import CHAPTER_END, HALF
from handout.preflight.rules.placeholders import placeholder_in

# A heading is larger than most of the page, by this factor.
_HEADING = 1.25
# Headings hold less than this of a page's characters; else it is text beside a table.
_FEW = 0.35
# Glyphs printed over each other meet in a square of a grid, in points.
_GRID = 12.0
_INKED = re.compile(rf"[\w{HAN}]{{2}}")
# The drawing that ink is found by has dots of this size, in points.
_DOT = 1.0


def page_findings(sheet: Sheet, options: CheckOptions) -> Iterator[Finding]:
    """Check one page."""
    if sheet.ink is None:
        yield Finding("K1", sheet.number, 0, "the page is blank")
        return
    yield from _outside(sheet, options)
    yield from _overprinting(sheet)
    for line in sheet.lines:
        if found := placeholder_in(line.text):
            hint = "fill it in, or take it out"
            yield sheet.at(line, "D1", f"{found} is left", hint)


def file_findings(pages: int, options: CheckOptions) -> Iterator[Finding]:
    """Check the number of pages."""
    if not pages:
        yield Finding("K1", 0, 0, "the file has no page")
    each = 4 if options.booklet else 2
    taken = -(-pages // each)
    if options.sheets and taken > options.sheets:
        text = f"{pages} pages take {taken} sheets, not {options.sheets}"
        yield Finding("K4", 0, 0, text, "print less, or smaller")
    elif options.booklet and pages % each:
        spare = each * taken - pages
        text = f"{pages} pages leave {spare} of a booklet's {each * taken} blank"
        yield Finding("K4", 0, 0, text, "add pages of lines to write on, or print less")


def pair_findings(above: Sheet, below: Sheet) -> Iterator[Finding]:
    """Check a page that another follows: how full it is, and what ends it."""
    if not above.ink:
        return
    yield from _sparse(above, below)
    if (
        ends_in_text(above)
        and _is_heading(above.body[-1], above)
        and not _goes_on(above.body[-1], below)
    ):
        hint = "keep it with what follows"
        yield above.at(above.body[-1], "K6", "a heading ends the page", hint)


def ends_in_text(sheet: Sheet) -> bool:
    """Whether nothing is drawn under the last line of a page."""
    last = sheet.body[-1] if sheet.body else None
    return last is not None and sheet.content >= last.baseline - last.size


def _is_heading(line: GlyphLine, sheet: Sheet) -> bool:
    sizes = [glyph.size for one in sheet.body for glyph in one.glyphs]
    large = sum(size > line.size - 0.5 for size in sizes)
    return line.size > _HEADING * median(sizes) and large < _FEW * len(sizes)


def _goes_on(line: GlyphLine, below: Sheet) -> bool:
    """Whether large text continues on the next page: it heads nothing."""
    first = below.body[:2]
    return len(first) > 1 and all(abs(one.size - line.size) < 0.5 for one in first)


def _outside(sheet: Sheet, options: CheckOptions) -> Iterator[Finding]:
    """K2: ink where a printer does not print."""
    assert sheet.ink
    left, bottom, right, top = sheet.ink
    margin = options.margin * POINTS_PER_MM - _DOT
    sides = {
        "left": left,
        "bottom": bottom,
        "right": sheet.width - right,
        "top": sheet.height - top,
    }
    for side, distance in sides.items():
        if distance < margin:
            gap = max(0, distance) / POINTS_PER_MM
            yield Finding(
                "K2",
                sheet.number,
                0,
                f"ink is {gap:.1f} mm from the {side} edge",
                f"printers leave {options.margin:g} mm white",
            )


def _sparse(sheet: Sheet, below: Sheet) -> Iterator[Finding]:
    """K3: a page that is less than half full; a chapter may end sooner."""
    area = sheet.height - 2 * FURNITURE
    if area <= 0:
        return
    ends = bool(below.body) and _is_heading(below.body[0], below)
    filled = (sheet.height - FURNITURE - sheet.content) / area
    if filled < (CHAPTER_END if ends else HALF):
        yield Finding("K3", sheet.number, 0, f"the page is {max(0.0, filled):.0%} full")


def _overprinting(sheet: Sheet) -> Iterator[Finding]:
    """K9: characters printed over others, unless the same: a bold made by two."""
    cells: dict[tuple[int, int], list[tuple[Glyph, GlyphLine]]] = {}
    found: set[int] = set()
    for line in sheet.lines:
        for glyph in line.glyphs:
            for near in _cells(glyph):
                for other, there in cells.get(near, ()):
                    if line.number not in found and _covers(glyph, other):
                        found |= {line.number, there.number}
                        shown = other.text + glyph.text
                        text = f"text stands on other text ({shown})"
                        yield sheet.at(line, "K9", text, "make room for both")
                cells.setdefault(near, []).append((glyph, line))


def _cells(glyph: Glyph) -> Iterator[tuple[int, int]]:
    """The squares of a grid that a glyph's middle may share with another's."""
    row = int(glyph.baseline // _GRID)
    for column in {int(glyph.ink_left // _GRID), int(glyph.ink_right // _GRID)}:
        yield column, row
        yield column, row + 1


def _covers(one: Glyph, other: Glyph) -> bool:
    """Whether two different characters cover a good part of each other."""
    if one.text == other.text or not _INKED.match(one.text + other.text):
        return False
    same = one.baseline == other.baseline and one.left == other.left
    if same and not HAN_CHARACTER.search(one.text + other.text):
        # The letters of a ligature.
        return False
    wide = min(one.ink_right, other.ink_right) - max(one.ink_left, other.ink_left)
    least = min(one.ink_right - one.ink_left, other.ink_right - other.ink_left)
    low = max(one.baseline, other.baseline)
    high = min(one.baseline + 0.7 * one.size, other.baseline + 0.7 * other.size)
    small = min(one.size, other.size)
    return wide > 0.5 * least and high - low > 0.4 * small
