"""Finds what is printed over something else: text on text, on boxes and on pictures."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from handout.model.printed import PrintedOverlap
from handout.model.units import MM_PER_PIXEL
from handout.printing.engine.boxes import walk
from handout.printing.engine.types import Box
from handout.printing.lines.hints import without_hints
from handout.printing.report.seen_on_page import SeenPage

# How high the ink of a character rises over its baseline, of its size.
_RISE = 0.7
# What touches so much of a character, in width and height, is printed over it.
_WIDE, _HIGH = 0.5, 0.4
_SHOWN = 16


class _Spot(NamedTuple):
    """Where something is drawn, in px; `size` is that of its characters."""

    left: float
    top: float
    right: float
    bottom: float
    size: float
    text: str


def overlaps(seen: SeenPage, boxes: Sequence[Box]) -> tuple[PrintedOverlap, ...]:
    """What lies over what on one page.

    `boxes` are those to write in. Texts of one wording that lie on each other are a
    bold that is made by printing twice.
    """
    spots = {id(box): _spot(box) for box in seen.texts if box.text.strip()}
    found = list(_texts_on_texts(sorted(spots.values(), key=lambda one: one.top)))
    for box in boxes:
        found += _texts_on(_area(box), _without(spots, walk(box)), "box")
    if seen.pictures:
        flowing = _without(spots, seen.placed)
        for picture in seen.pictures:
            found += _texts_on(_area(picture), flowing, "picture")
    return tuple(found)


def _without(spots: dict[int, _Spot], boxes: Iterable[Box]) -> list[_Spot]:
    left_out = {id(box) for box in boxes}
    return [spot for name, spot in spots.items() if name not in left_out]


def _texts_on_texts(spots: list[_Spot]) -> Iterator[PrintedOverlap]:
    """Compare each text with those above it that reach down to it."""
    open_: list[_Spot] = []
    for spot in spots:
        open_ = [one for one in open_ if one.bottom > spot.top]
        for other in open_:
            if _lies_on(spot, other) and spot.text != other.text:
                yield _overlap(spot, "text", other.text)
                break
        open_.append(spot)


def _lies_on(one: _Spot, other: _Spot) -> bool:
    """Whether a good part of a character of one lies on the other."""
    small = min(one.size, other.size)
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    return wide > _WIDE * small and high > _HIGH * small


def _texts_on(
    area: _Spot, spots: Sequence[_Spot], what: str
) -> Iterator[PrintedOverlap]:
    for spot in spots:
        if _lies_on(spot, area._replace(size=spot.size)):
            yield _overlap(spot, what)


def _overlap(spot: _Spot, what: str, other: str = "") -> PrintedOverlap:
    place = (round(spot.left * MM_PER_PIXEL, 1), round(spot.top * MM_PER_PIXEL, 1))
    return PrintedOverlap(spot.text[:_SHOWN], what, other[:_SHOWN], *place)


def _spot(box: Any) -> _Spot:
    """Where the ink of a text is: from its baseline up."""
    size = float(box.style["font_size"])
    foot = box.position_y + box.baseline
    text = without_hints(box.text).strip()
    left, right = box.position_x, box.position_x + box.width
    return _Spot(left, foot - _RISE * size, right, foot, size, text)


def _area(box: Box) -> _Spot:
    left, top = box.border_box_x(), box.border_box_y()
    right, bottom = left + box.border_width(), top + box.border_height()
    return _Spot(left, top, right, bottom, 0.0, "")
