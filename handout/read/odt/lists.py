"""Counts the lists and numbered headings of an OpenDocument text, as it shows them."""

import re
from dataclasses import dataclass

from handout.numbers import whole_number
from handout.read.list_labels import closed_up, shorten_label, style_named, write_number
from handout.read.raw.xml import Element

_T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_S = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_FORMAT = (
    "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
    "num-list-format"
)
_MOST_LEVELS = 10
_PLACE = re.compile(r"%(\d{1,2})%")
# Kinds of number are named by how they begin.
_BEGINNINGS = {
    "一": "han",
    "①": "circle",
    "甲": "stems",
    "子": "branches",
    "壹": "han-legal",
    "１": "full-width",
}
_OUTLINE = ""


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level is written: `form` holds %1%, %2% … for the numbers of levels."""

    form: str
    style: str
    start: int


class OdtLists:
    """The open lists, and how far each has counted."""

    def __init__(self, *roots: Element | None) -> None:
        self._styles: dict[str, dict[int, _Level]] = {}
        for root in roots:
            if root is None:
                continue
            for one in root.iter(_T + "list-style", _T + "outline-style"):
                outline = one.tag == _T + "outline-style"
                name = _OUTLINE if outline else one.get(_S + "name", "")
                self._styles[name] = _levels(one)
        self._open: list[str] = []
        self._counts: dict[int, int] = {}
        self._of_style: dict[str, dict[int, int]] = {}
        self._of_list: dict[str | None, dict[int, int]] = {}
        self._headings: dict[int, int] = {}
        # An item counts when its first paragraph comes: one that opens with a nested
        # list has no number.
        self._waiting: Element | None = None

    def enter(self, element: Element) -> None:
        """Take a list or an item that begins."""
        if element.tag == _T + "list":
            self._begin(element)
            self._waiting = None
        elif element.tag == _T + "list-item":
            self._waiting = element

    def leave(self, tag: str) -> None:
        """Take a list or an item that ends."""
        if tag == _T + "list" and self._open:
            self._open.pop()
        elif tag == _T + "list-item":
            self._waiting = None

    def label(self, element: Element) -> str:
        """The number that a paragraph or heading opens with, once, or ""."""
        item, self._waiting = self._waiting, None
        if item is not None and self._open:
            said = whole_number(item.get(_T + "start-value"))
            levels = self._styles.get(self._open[-1], {})
            return _label(levels, self._counts, len(self._open), said)
        if self._open or element.tag != _T + "h":
            return ""
        level = whole_number(element.get(_T + "outline-level"))
        if element.get(_T + "is-list-header") == "true" or level is None:
            return ""
        levels = self._styles.get(_OUTLINE, {})
        return _label(levels, self._headings, level, None)

    def is_han(self) -> bool:
        """Whether the innermost list is numbered 一、二、: it may hold headings."""
        if not self._open:
            return False
        level = self._styles.get(self._open[-1], {}).get(len(self._open))
        return level is not None and level.style == "han"

    def _begin(self, element: Element) -> None:
        named = element.get(_T + "style-name")
        if self._open:
            self._open.append(named or self._open[-1])
            return
        name = named or "-"
        goes_on = element.get(_T + "continue-numbering") == "true"
        counts = self._of_list.get(element.get(_T + "continue-list"))
        if counts is None and goes_on:
            counts = self._of_style.get(name)
        self._counts = {} if counts is None else counts
        self._of_style[name] = self._counts
        if known := element.get(_XML_ID):
            self._of_list[known] = self._counts
        self._open.append(name)


def _levels(style: Element) -> dict[int, _Level]:
    levels = {}
    for one in style.iterchildren():
        place = whole_number(one.get(_T + "level"))
        kind = one.get(_S + "num-format") or ""
        if place is None or not kind:
            continue
        start = whole_number(one.get(_T + "start-value"))
        levels[place] = _Level(
            form=shorten_label(one.get(_FORMAT) or _older_form(one, place)),
            style=_BEGINNINGS.get(kind[0]) or style_named(kind[:1]) or "decimal",
            start=1 if start is None else start,
        )
    return levels


def _older_form(level: Element, place: int) -> str:
    # A list has ten levels; a file that claims a million would fill the memory.
    shown = whole_number(level.get(_T + "display-levels")) or 1
    many = min(shown, place, _MOST_LEVELS)
    numbers = ".".join(f"%{n}%" for n in range(place - many + 1, place + 1))
    before, after = level.get(_S + "num-prefix"), level.get(_S + "num-suffix")
    return f"{before or ''}{numbers}{after or ''}"


def _label(
    levels: dict[int, _Level], counts: dict[int, int], place: int, said: int | None
) -> str:
    """Count one up at a level, and write its number out."""
    for deeper in [n for n in counts if n > place]:
        del counts[deeper]
    here = levels.get(place)
    start = here.start if here else 1
    counts[place] = counts.get(place, start - 1) + 1 if said is None else said
    if here is None:
        return ""

    def put(match: re.Match[str]) -> str:
        level = levels.get(int(match.group(1)))
        if level is None:
            return ""
        number = counts.get(int(match.group(1)), level.start)
        return write_number(number, level.style, doubled=True)

    return closed_up(shorten_label(_PLACE.sub(put, here.form)))
