"""Walks the XML of an OpenDocument text: all text of a part, tables of data."""

from handout.read.raw.xml import Element, walked

_O = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
SKIPPED = frozenset(
    (_T + "tracked-changes", _O + "annotation", _T + "sequence-decls", _SVG + "title",
     _SVG + "desc", _O + "forms", _T + "ruby-text")
)  # fmt: skip
_LONGEST_CELL = 200


def texts_of(root: Element | None) -> list[str]:
    """Give all text of a part: what the walk must place or set aside."""
    found: list[str] = []
    for event, element, walker in walked(root) if root is not None else ():
        if event == "start" and element.tag in SKIPPED:
            walker.skip_subtree()
        elif event == "start":
            found.append(element.text or "")
        elif element is not root:
            found.append(element.tail or "")
    return found


def line_of(cell: Element) -> str:
    """Give the text of a table's cell as one line."""
    return " ".join(" ".join(texts_of(cell)).split())


def is_data(table: Element) -> bool:
    """Tell a table of data from one that only lays a page out."""
    rows = list(table.iter(_TABLE + "table-row"))
    if len(rows) < 2 or next(table.iterdescendants(_TABLE + "table"), None) is not None:
        return False
    cells = [list(row.iterchildren(_TABLE + "table-cell")) for row in rows]
    short = all(len(line_of(cell)) <= _LONGEST_CELL for row in cells for cell in row)
    return max(map(len, cells)) > 1 and short
