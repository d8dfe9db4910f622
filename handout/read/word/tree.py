"""Walks the XML of a Word file: what a body, a paragraph and a table contain."""

from collections.abc import Iterator

from handout.read.raw.xml import Element
from handout.read.tables import are_lengths_of_data
from handout.read.word.names import FORMULAS, GONE, A, M, R, V, W

_DELETED = ("del", "moveFrom")
# Which parts of a file are text, found independently of the walk through it.
_COUNTED = (
    "descendant::w:*[self::w:t or self::w:sym or self::w:noBreakHyphen]"
    "[not(ancestor::w:del or ancestor::w:moveFrom or ancestor::mc:Fallback)]"
    "|descendant::m:t"
    "[not(ancestor::w:del or ancestor::w:moveFrom or ancestor::mc:Fallback)]"
)
_SPACES = {
    "w": W[1:-1],
    "m": M[1:-1],
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}


def word_characters(root: Element) -> int:
    """Count the visible characters of a part, independently of the walk."""
    total = 0
    for element in root.xpath(_COUNTED, namespaces=_SPACES):
        if element.tag in (W + "sym", W + "noBreakHyphen"):
            total += 1
        else:
            total += len("".join((element.text or "").split()))
    return total


def nearest_elements(parent: Element, *wanted: str) -> Iterator[Element]:
    """The nearest elements with these names, even inside controls and insertions."""
    waiting = list(reversed(parent))
    while waiting:
        element = waiting.pop()
        if element.tag in wanted:
            yield element
        elif element.tag not in GONE:
            waiting.extend(reversed(element))


def word_blocks(parent: Element) -> Iterator[Element]:
    """The paragraphs, tables and embedded files of a body, a cell or a note."""
    return nearest_elements(parent, W + "p", W + "tbl", W + "altChunk")


def inline_elements(element: Element) -> Iterator[Element]:
    """Everything inside a paragraph in order, without what was deleted.

    What is below a text box, a formula or a reading is left to its caller.
    """
    waiting = list(reversed(element))
    while waiting:
        node = waiting.pop()
        if node.tag in GONE:
            continue
        yield node
        if node.tag not in _WHOLE:
            waiting.extend(reversed(node))


_WHOLE = frozenset((W + "txbxContent", W + "rt", *FORMULAS))


def texts(element: Element) -> Iterator[str]:
    """All text inside an element, a space for every paragraph and tab."""
    waiting = [element]
    while waiting:
        node = waiting.pop()
        if node.tag in GONE:
            continue
        if node.tag in (W + "t", M + "t"):
            yield node.text or ""
        elif node.tag == W + "noBreakHyphen":
            yield "-"
        elif node.tag == W + "sym":
            yield "\ufffd"
        elif node.tag in (W + "p", W + "tab", W + "br"):
            yield " "
        waiting.extend(reversed(node))


def word_line(element: Element) -> str:
    """The text inside an element as one line."""
    return " ".join("".join(texts(element)).split())


def word_rows(table: Element) -> list[Element]:
    """The rows of a table, including those in content controls."""
    return list(nearest_elements(table, W + "tr"))


def word_cells(row: Element) -> list[Element]:
    """The cells of a row, including those in content controls."""
    return list(nearest_elements(row, W + "tc"))


def is_word_data_table(table: Element) -> bool:
    """Whether a table holds data, rather than only lays out a page."""
    rows = [word_cells(row) for row in word_rows(table)]
    if len(rows) < 2 or next(table.iterdescendants(W + "tbl"), None) is not None:
        return False
    return are_lengths_of_data([[len(word_line(cell)) for cell in row] for row in rows])


def has_deleted_mark(properties: Element | None) -> bool:
    """Whether the end of a paragraph was deleted, so that the next one joins it."""
    marks = properties.find(W + "rPr") if properties is not None else None
    return marks is not None and any(marks.find(W + d) is not None for d in _DELETED)


def picture_key(node: Element) -> str:
    """The relation that a picture, new or old (VML), names; "" for none."""
    if node.tag == A + "blip":
        return str(node.get(R + "embed") or "")
    return str(node.get(R + "id") or "") if node.tag == V + "imagedata" else ""


def alt_of(node: Element) -> str:
    """The words that describe a picture."""
    drawing = next(node.iterancestors(W + "drawing", W + "pict"), None)
    for one in drawing.iter("{*}docPr") if drawing is not None else ():
        return str(one.get("descr") or "")
    for one in drawing.iter(V + "shape") if drawing is not None else ():
        return str(one.get("alt") or "")
    return ""
