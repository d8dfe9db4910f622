"""Finds the frames drawn on a page of any PDF: boxes that somebody may write in."""

from collections.abc import Iterator
from typing import Any

from handout.preflight.pages.page import DrawnFrame

# In points: a rule is thinner, a box wider and higher than this.
_THIN, _WIDE, _HIGH = 3.0, 100.0, 6.0
# Ends of rules that meet are so near.
_NEAR = 3.0
_MOST = 4_000
# A ring has two outlines of four corners.
_RING = 8

Bounds = tuple[float, float, float, float]


def frames_of(raw: Any, page: Any) -> tuple[DrawnFrame, ...]:
    """The rectangles that are drawn as outlines, or by four rules."""
    found: list[DrawnFrame] = []
    across: list[Bounds] = []
    upright: list[Bounds] = []
    for bounds, is_outline in _paths(raw, page):
        left, bottom, right, top = bounds
        if top - bottom <= _THIN and right - left >= _WIDE:
            across.append(bounds)
        elif right - left <= _THIN and top - bottom >= _HIGH:
            upright.append(bounds)
        elif is_outline and right - left >= _WIDE and top - bottom >= _HIGH:
            found.append(DrawnFrame(*bounds))
    return tuple(dict.fromkeys((*found, *_frames_between(across, upright))))


def _paths(raw: Any, page: Any) -> Iterator[tuple[Bounds, bool]]:
    from ctypes import c_float, c_int

    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    fill, stroke = c_int(), c_int()
    for place in range(min(raw.FPDFPage_CountObjects(page), _MOST)):
        drawn = raw.FPDFPage_GetObject(page, place)
        if raw.FPDFPageObj_GetType(drawn) != raw.FPDF_PAGEOBJ_PATH:
            continue
        if not raw.FPDFPageObj_GetBounds(drawn, left, bottom, right, top):
            continue
        raw.FPDFPath_GetDrawMode(drawn, fill, stroke)
        ring = fill.value and raw.FPDFPath_CountSegments(drawn) >= _RING
        bounds = (left.value, bottom.value, right.value, top.value)
        yield bounds, bool(stroke.value or ring)


def _frames_between(
    across: list[Bounds], upright: list[Bounds]
) -> Iterator[DrawnFrame]:
    """What two rules across and two upright ones enclose."""
    across.sort(key=lambda rule: -rule[3])
    for place, (left, low, right, top) in enumerate(across):
        below = next(
            (
                rule
                for rule in across[place + 1 :]
                if abs(rule[0] - left) < _NEAR
                and abs(rule[2] - right) < _NEAR
                and low - rule[3] > _HIGH
            ),
            None,
        )
        if below and all(
            any(
                abs(rule[0] - edge) < _NEAR
                and rule[1] < below[3] + _NEAR
                and rule[3] > low - _NEAR
                for rule in upright
            )
            for edge in (left, right)
        ):
            yield DrawnFrame(left, below[1], right, top)
