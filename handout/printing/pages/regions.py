"""Finds the places on a laid-out page where something can be drawn over it (px)."""

from dataclasses import dataclass
from typing import Any

from handout.model.units import PIXELS_PER_MM
from handout.printing.engine.boxes import tile
from handout.printing.engine.types import Box

# What a printer leaves white, and what separates a note from the text.
_EDGE, _APART = 4.0 * PIXELS_PER_MM, 2.0 * PIXELS_PER_MM
# A lower row is ruled for more than one line of handwriting, or is not a ruling.
_LEAST_ROW = 6.0 * PIXELS_PER_MM


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle on page number `page`, counted from 0.

    `row` is the height of the rows it is ruled with, 0 without any.
    """

    name: str
    page: int
    page_size: tuple[float, float]
    x: float
    y: float
    width: float
    height: float
    row: float = 0.0
    in_margin: bool = False


def region_of(where: str, box: Box, page: Box, name: str, number: int) -> Region:
    """The inside of a box, or the outer margin beside its top."""
    size = (page.margin_width(), page.margin_height())
    if where == "margin":
        # A handout starts on a right page; the outer margin changes sides.
        end = page.content_box_x() + page.width
        left, right = _EDGE, page.content_box_x() - _APART
        if number % 2 == 0:
            left, right = end + _APART, size[0] - _EDGE
        y = box.content_box_y()
        foot = size[1] - _EDGE
        return Region(name, number, size, left, y, right - left, foot - y, 0.0, True)
    row = tile(box) or 0.0
    return Region(
        name,
        number,
        size,
        box.padding_box_x(),
        box.padding_box_y(),
        box.padding_width(),
        box.padding_height(),
        row if row >= _LEAST_ROW else 0.0,
    )


def regions_of_pages(pages: list[Any], name: str) -> list[Region]:
    """The whole of every page."""
    boxes = [page._page_box for page in pages]
    sizes = [(box.margin_width(), box.margin_height()) for box in boxes]
    return [
        Region(f"{name}-{number}", number, size, 0.0, 0.0, *size)
        for number, size in enumerate(sizes)
    ]
