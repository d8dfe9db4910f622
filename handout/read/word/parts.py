"""Walks the XML of a Word file: what is inside a body, a paragraph and a cell."""

from collections.abc import Iterator
from posixpath import join, normpath

from handout.read.raw.archive import Container
from handout.read.raw.xml import Element
from handout.read.word.styles import W

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
GONE = frozenset(
    [W + name for name in ("del", "moveFrom", "delText", "instrText", "rPr", "pPr")]
    + [_MC + "Fallback"]
)
_LONGEST_CELL = 200


def children(parent: Element) -> Iterator[Element]:
    """Give paragraphs and tables, also those inside content controls and insertions."""
    waiting = [parent]
    while waiting:
        element = waiting.pop()
        if element is not parent and element.tag in (W + "p", W + "tbl"):
            yield element
        elif element.tag not in GONE:
            waiting.extend(reversed(element))


def inline(element: Element) -> Iterator[Element]:
    """Give all that is inside a paragraph in order, without what was deleted."""
    waiting = list(reversed(element))
    while waiting:
        node = waiting.pop()
        if node.tag in GONE:
            continue
        yield node
        if node.tag != W + "txbxContent":
            waiting.extend(reversed(node))


def texts(element: Element) -> Iterator[str]:
    """Give all text inside an element, a space for every paragraph and tab."""
    waiting = [element]
    while waiting:
        node = waiting.pop()
        if node.tag in GONE:
            continue
        if node.tag in (W + "t", MATH + "t"):
            yield node.text or ""
        elif node.tag in (W + "p", W + "tab", W + "br"):
            yield " "
        waiting.extend(reversed(node))


def cell_text(cell: Element) -> str:
    """Give the text of a table's cell as one line."""
    return " ".join("".join(texts(cell)).split())


def is_data(table: Element) -> bool:
    """Tell a table of data from one that only lays a page out."""
    rows = [list(row.iterchildren(W + "tc")) for row in table.iterchildren(W + "tr")]
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return False
    if next(table.iterdescendants(W + "tbl"), None) is not None:
        return False
    return all(len(cell_text(cell)) <= _LONGEST_CELL for row in rows for cell in row)


def targets(container: Container) -> dict[str, str]:
    """Give the parts inside the file that its relations name; none outside it."""
    entry = "word/_rels/document.xml.rels"
    if entry not in container:
        return {}
    return {
        relation.get("Id", ""): normpath(join("word", relation.get("Target", "")))
        for relation in container.xml_of(entry).iter(_RELATION)
        if relation.get("TargetMode") != "External"
    }
