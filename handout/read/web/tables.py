"""Reads the tables of web pages; tells those of data from those that lay a page out."""

from handout.read.raw.xml import Element
from handout.read.runs import Run

_SKIPPED_NAMES = (
    "script style template noscript head title svg math object iframe canvas "
    "select textarea button audio video map datalist"
)
SKIPPED = frozenset(_SKIPPED_NAMES.split())
# What a page shows, by another way than the walk through it.
VISIBLE = "//text()[not(ancestor::*[{}])]".format(
    " or ".join(
        [f"self::{tag}" for tag in sorted(SKIPPED)]
        + ["@hidden", "contains(translate(@style, ' ', ''), 'display:none')"]
    )
)
_LONGEST_CELL = 200


def _texts(element: Element) -> list[str]:
    # Most cells hold nothing but text, and there may be very many.
    if len(element) == 0:
        return [element.text or ""]
    return [str(text) for text in element.xpath(f".{VISIBLE}")]


def _shown_in(element: Element) -> str:
    return "".join("".join(_texts(element)).split())


def line_in(cell: Element) -> str:
    """Give what a cell shows as one line."""
    run = Run()
    for text in _texts(cell):
        run.add(text)
    return "".join(run.pieces)


def is_data(table: Element) -> bool:
    """Tell a table of data from one that only lays a page out."""
    inside = table.iterdescendants("table", "h1", "h2", "h3", "ul", "ol")
    if next(inside, None) is not None:
        return False
    rows = list(table.iter("tr"))
    wide = max((len(list(row.iterchildren("td", "th"))) for row in rows), default=0)
    if len(rows) < 2 or wide < 2:
        return False
    cells = [_shown_in(cell) for row in rows for cell in row.iterchildren("td", "th")]
    captions = [_shown_in(caption) for caption in table.iterchildren("caption")]
    # Text beside the cells, as broken pages have it, would be lost.
    whole = len(_shown_in(table)) == sum(map(len, cells + captions))
    return whole and all(len(cell) <= _LONGEST_CELL for cell in cells)
