"""Distinguishes a web page's tables of data from those that lay it out."""

from handout.numbers import whole_number
from handout.read.raw.xml import Element
from handout.read.web.shown import texts_in

_LONGEST_CELL = 200
_ALL_THE_REST = 1000


def is_page_data_table(table: Element) -> bool:
    """Whether a table holds data, rather than only lays out a page."""
    inside = table.iterdescendants("table", "h1", "h2", "h3")
    if next(inside, None) is not None:
        return False
    rows = list(table.iter("tr"))
    wide = max((len(list(row.iterchildren("td", "th"))) for row in rows), default=0)
    if len(rows) < 2 or wide < 2:
        return False
    cells = [_shown_in(cell) for row in rows for cell in row.iterchildren("td", "th")]
    captions = [_shown_in(caption) for caption in table.iterchildren("caption")]
    # Text outside the cells, as in broken pages, would be lost.
    whole = _shown_in(table) == sum(cells) + sum(captions)
    return whole and all(cell <= _LONGEST_CELL for cell in cells)


def _shown_in(element: Element) -> int:
    return len("".join("".join(texts_in(element)).split()))


def span_of(cell: Element) -> tuple[int, int]:
    """How many columns and rows a cell takes; rowspan 0 means all that are left."""
    columns = whole_number((cell.get("colspan") or "").strip())
    rows = whole_number((cell.get("rowspan") or "").strip())
    return columns or 1, _ALL_THE_REST if rows == 0 else rows or 1
