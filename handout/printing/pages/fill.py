"""Fills pages: boxes to write in grow into the space that is left on their page.

A template marks what may grow. `data-fill="2"` takes a double share of what is left,
in whole rows, a row being as high as the tile of the box's background; less than a row
that is left then makes all rows a little higher, so that the last box ends where the
page ends. `data-most="9"` lets it grow to nine rows and no further.
`data-fill="0"` takes nothing, but divides its height into whole rows.
`data-grow="10"` grows by up to 10 mm, and only on pages where nothing takes what is
left. `data-least="20"`, on a box that CSS positions absolutely, is spare room: it is
printed where nothing follows it on its page and 20 mm are left, and nowhere else, so
that it never starts a page.

Boxes grow after WeasyPrint has laid a page out and before it paints the background: no
page is laid out twice, and no page break moves.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from handout.model.units import PIXELS_PER_MM
from handout.printing.engine.boxes import (
    attribute_number,
    bottom,
    cells,
    reaching,
    set_tile,
    stacked_children,
    tile,
)
from handout.printing.engine.functions import BACKGROUNDS
from handout.printing.engine.hooks import Hook, Lesson
from handout.printing.engine.types import Box
from handout.printing.pages.gaps import fill_gap, is_gap, take_gaps
from handout.printing.pages.grid import distance
from handout.printing.pages.shares import HAIR, GrowingBox, share_out

# Under a quarter of a millimetre nothing is left that could be given away.
_LEAST = 0.25 * PIXELS_PER_MM
# A box without ruling grows by this much at a time.
_PLAIN_ROW = 1.0 * PIXELS_PER_MM
_GROWN = "handout_grown"


@dataclass(frozen=True, slots=True)
class Grown:
    """How a box was printed, in mm: its height and its rows'; 0 if it was taken out."""

    height: float
    row: float = 0.0


def grown_on(page: Box) -> dict[str, Grown]:
    """The boxes of a page that grew or were taken out, by element id."""
    return dict(getattr(page, _GROWN, {}))


def _filling(stock: Callable[..., None]) -> Callable[..., None]:
    def layout_backgrounds(page: Box, get_image_from_uri: Any) -> None:
        _fill(page)
        stock(page, get_image_from_uri)

    return layout_backgrounds


LESSON = Lesson(
    without="boxes stay as small as they are",
    hooks=(Hook(BACKGROUNDS, _filling),),
)
install, remove = LESSON.install, LESSON.remove


def _fill(page: Box) -> None:
    if is_gap(page):
        _fill_blank(page)
        return
    taken_out = take_gaps(page)
    root = page.children[0]
    _even_rows(root)
    foot = page.content_box_y() + page.height
    end = bottom(root)
    spare, noted = _spare_room(root, end, foot)
    noted |= dict.fromkeys(taken_out, Grown(0.0))
    setattr(page, _GROWN, noted)
    parts = [root, *([spare] if spare else [])]
    left = foot - max(bottom(part) for part in parts)
    growing = [one for part in parts for one in _growing(part, "data-fill")]
    growing = growing or list(_growing(root, "data-grow"))
    if left < _LEAST or not growing:
        return
    share_out(growing, left)
    if pitch := distance(root.style):
        _register(growing, pitch, end)
    taken = {id(one.box): one.taken for one in growing if one.taken}
    for part in reversed(parts):
        _grow(part, taken)
    for one in growing:
        if name := one.box.element.get("id"):
            row = tile(one.box) or 0.0
            noted[name] = Grown(one.box.height / PIXELS_PER_MM, row / PIXELS_PER_MM)


def _fill_blank(page: Any) -> None:
    """Let room for notes fill a page that is blank otherwise."""
    box = fill_gap(page)
    if box is None:
        return
    growing = list(_growing(box, "data-fill"))
    share_out(growing, page.content_box_y() + page.height - bottom(box))
    _grow(box, {id(one.box): one.taken for one in growing})


def _even_rows(box: Box) -> None:
    """Divide boxes whose height was given into whole rows, the nearest to their own."""
    element = getattr(box, "element", None)
    if element is not None and element.get("data-fill") == "0":
        if step := tile(box):
            set_tile(box, box.height / max(1, round(box.height / step)))
        return
    for child in stacked_children(box):
        _even_rows(child)


def _spare_room(root: Box, end: float, foot: float) -> tuple[Any, dict[str, Grown]]:
    """Keep the one spare box that ends the page, if it has room; take out the others.

    Gives the box kept, or None, and what is to be noted of the others.
    """
    kept = None
    noted: dict[str, Grown] = {}
    for parent, placed in _spare(root):
        box = getattr(placed, "_box", placed)
        room = foot - box.position_y
        last = box.position_y >= end - HAIR
        if (
            kept is None
            and last
            and room >= attribute_number(box, "data-least") * PIXELS_PER_MM
        ):
            kept = box
            continue
        parent.children = tuple(c for c in parent.children if c is not placed)
        if name := box.element.get("id"):
            noted[name] = Grown(0.0)
    return kept, noted


def _spare(box: Box) -> list[tuple[Any, Any]]:
    """The spare boxes of a page, each with the box that holds it."""
    found = [
        (box, child)
        for child in getattr(box, "children", ())
        if attribute_number(child, "data-least") and child.is_absolutely_positioned()
    ]
    return found + [pair for child in stacked_children(box) for pair in _spare(child)]


def _growing(box: Box, attribute: str) -> Iterator[GrowingBox]:
    """The boxes that may grow, in reading order; none inside another."""
    value = attribute_number(box, attribute)
    if value > 0 and attribute == "data-fill":
        row = tile(box) or _PLAIN_ROW
        rows = attribute_number(box, "data-most") or float("inf")
        yield GrowingBox(box, value, row, max(0.0, rows * row - box.height))
    elif value > 0:
        yield GrowingBox(box, 1.0, 0.0, value * PIXELS_PER_MM)
    else:
        for child in stacked_children(box):
            yield from _growing(child, attribute)


def _register(growing: list[GrowingBox], pitch: float, end: float) -> None:
    """Let boxes grow by whole lines of the baseline grid, but for one that ends a page.

    What follows a box is on the grid already, and stays there.
    """
    given = kept = 0.0
    for one in growing:
        given += one.taken
        is_last = bottom(one.box) > end - HAIR
        whole = given if is_last else (given + HAIR) // pitch * pitch
        one.taken, kept = whole - kept, whole
        height = one.box.height + one.taken
        if one.step and (rows := round(height / (tile(one.box) or one.step))):
            set_tile(one.box, height / rows)


def _grow(box: Box, taken: dict[int, float]) -> float:
    """Make the boxes taller, move down what follows, and return the growth of `box`."""
    if id(box) in taken:
        growth = taken[id(box)]
        box.height += growth
        for cell in cells(box):
            cell.height += growth
        return growth
    growth = 0.0
    below = {id(child) for child in stacked_children(box)}
    for child in getattr(box, "children", ()):
        if growth:
            child.translate(0, growth)
        if id(child) in below and (more := _grow(child, taken)):
            growth += more
            for cell in reaching(box.children, child):
                cell.height += more
    if growth:
        box.height += growth
    return growth
