"""The rules of pages and of the file: ids K (pages) and D (what was left in)."""

import re
from collections.abc import Iterator
from statistics import median

from handout.check.finding import CheckOptions, Finding
from handout.check.sheet import FURNITURE, Sheet

_POINTS = 72 / 25.4
_PLACEHOLDER = re.compile(
    r"\{\{.*?\}\}|\{\{|\}\}|\{%|(?<![A-Za-z])(?:TODO|FIXME)(?![A-Za-z])"
    r"|请填写|lorem ipsum"
)
# A heading is larger than most of the page, by this factor; a prompt ends like one; a
# box to write in is so high at least, in points.
_HEADING = 1.25
_PROMPT = re.compile(r"[？?：:。]$")
_BOX = 15 * _POINTS
# The drawing that ink is found by has dots of this size, in points.
_DOT = 1.0


def page_findings(sheet: Sheet, options: CheckOptions) -> Iterator[Finding]:
    """Check one page."""
    if sheet.ink is None:
        yield Finding("K1", sheet.number, 0, "the page is blank")
        return
    yield from _outside(sheet, options)
    yield from _sparse(sheet)
    for line in sheet.lines:
        if found := _PLACEHOLDER.search(line.text):
            yield Finding(
                "D1",
                sheet.number,
                line.number,
                f"a placeholder is left: {found[0]}",
                "fill it in, or take it out",
            )


def file_findings(pages: int, options: CheckOptions) -> Iterator[Finding]:
    """Check the number of pages."""
    if not pages:
        yield Finding("K1", 0, 0, "the file has no page")
    if options.sheets and pages > 2 * options.sheets:
        yield Finding(
            "K4",
            0,
            0,
            f"{pages} pages take {-(-pages // 2)} sheets, not {options.sheets}",
            "print less, or smaller",
        )


def pair_findings(above: Sheet, below: Sheet) -> Iterator[Finding]:
    """Check what stands at the foot of a page and goes with the next page."""
    if not above.body or not above.ink:
        return
    last = above.body[-1]
    if above.content < last.baseline - last.size:
        # A box or a rule ends the page.
        return
    sizes = [glyph.size for line in above.body for glyph in line.glyphs]
    text = last.text[:12]
    if last.size > _HEADING * median(sizes) and len(set(sizes)) > 1:
        yield Finding(
            "K6",
            above.number,
            last.number,
            f"a heading ends the page: {text}",
            "keep it with what follows",
        )
    elif below.ink and _PROMPT.search(last.text) and _box_first(below):
        yield Finding(
            "K7",
            above.number,
            last.number,
            f"a prompt is parted from its box: {text}",
            "keep them together",
        )


def _box_first(sheet: Sheet) -> bool:
    """Tell whether a page begins with something drawn, and no text in it."""
    text = sheet.body[0].baseline if sheet.body else FURNITURE
    return sheet.start - text > _BOX


def _outside(sheet: Sheet, options: CheckOptions) -> Iterator[Finding]:
    """K2: ink where a printer does not print."""
    assert sheet.ink
    left, bottom, right, top = sheet.ink
    margin = options.margin * _POINTS - _DOT
    sides = {
        "left": left,
        "bottom": bottom,
        "right": sheet.width - right,
        "top": sheet.height - top,
    }
    for side, distance in sides.items():
        if distance < margin:
            yield Finding(
                "K2",
                sheet.number,
                0,
                f"ink stands {max(0, distance) / _POINTS:.1f} mm from the {side} edge",
                f"printers leave {options.margin:g} mm white",
            )


def _sparse(sheet: Sheet) -> Iterator[Finding]:
    """K3: a page that is less than half full."""
    area = sheet.height - 2 * FURNITURE
    if area <= 0:
        return
    filled = (sheet.height - FURNITURE - sheet.content) / area
    if filled < 0.5:
        yield Finding("K3", sheet.number, 0, f"the page is {max(0.0, filled):.0%} full")
