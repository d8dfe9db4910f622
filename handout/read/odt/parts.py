"""Walks the XML of an OpenDocument text: all text of a part, tables of data."""

from handout.read.odt.names import SILENT, TABLE
from handout.read.raw.xml import Element, visible_beyond, walk_events
from handout.read.tables import are_lengths_of_data

_CELLS = (TABLE + "table-cell", TABLE + "covered-table-cell")


def odt_characters(root: Element | None) -> int:
    """Count the visible characters of a part, independently of the walk."""
    return 0 if root is None else visible_beyond(root, root.iter(*SILENT))


def texts_of(root: Element) -> list[str]:
    """All text of a part in reading order."""
    found: list[str] = []
    for event, element, walker in walk_events(root):
        if event == "start" and element.tag in SILENT:
            walker.skip_subtree()
        elif event == "start":
            found.append(element.text or "")
        elif element is not root:
            found.append(element.tail or "")
    return found


def odt_line(element: Element) -> str:
    """The text of an element as one line."""
    return " ".join(" ".join(texts_of(element)).split())


def reading_of(element: Element) -> tuple[str, str] | None:
    """A word with a reading above it, and the reading."""
    base = element.getprevious()
    word = "" if base is None else "".join(odt_line(base).split())
    reading = odt_line(element)
    return (word, reading) if word and reading else None


def odt_cells(row: Element) -> list[Element]:
    """The cells of a row, including those that another one covers."""
    return list(row.iterchildren(*_CELLS))


def is_odt_data_table(table: Element) -> bool:
    """Whether a table holds data, rather than only lays out a page."""
    rows = list(table.iter(TABLE + "table-row"))
    if len(rows) < 2 or next(table.iterdescendants(TABLE + "table"), None) is not None:
        return False
    cells = [odt_cells(row) for row in rows]
    return are_lengths_of_data([[len(odt_line(cell)) for cell in row] for row in cells])
