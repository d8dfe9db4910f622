"""Counts the items of lists as a browser does: start, type, reversed, value."""

import re

from handout.read.list_labels import page_label, style_named
from handout.read.raw.xml import Element

_TYPE = re.compile(r"list-style(?:-type)?\s*:[^;]*?([a-z][a-z-]+)", re.I)
_WHOLE = re.compile(r"\s*([+-]?\d{1,9})")
_STYLE_WORDS = ("inside", "outside", "url")


class _List:
    """An open list: the number of its next item, and how it is written."""

    def __init__(self, element: Element, tag: str) -> None:
        backwards = element.get("reversed") is not None
        self.step = -1 if backwards else 1
        many = sum(1 for _ in element.iterchildren("li")) if backwards else 1
        start = _number(element.get("start"))
        self.number = many if start is None else start
        self.style = _style(element, "decimal" if tag == "ol" else "")


class PageLists:
    """The open lists, and the numbers that still wait for their text."""

    def __init__(self) -> None:
        self._open: list[_List] = []
        self._waiting: list[str] = []

    def enter(self, element: Element, tag: str) -> None:
        """Take an element that begins."""
        if tag in ("ol", "ul", "menu"):
            self._open.append(_List(element, tag))
        elif tag == "li":
            self._waiting.append(self._label(element))

    def leave(self, tag: str) -> None:
        """Take an element that ends."""
        if tag in ("ol", "ul", "menu") and self._open:
            self._open.pop()
        elif tag == "li" and self._waiting:
            self._waiting.pop()

    def take(self) -> str:
        """The numbers that belong before the next text; each is returned once."""
        label = "".join(self._waiting)
        self._waiting = [""] * len(self._waiting)
        return label

    def _label(self, item: Element) -> str:
        if not self._open:
            return ""
        here = self._open[-1]
        said = _number(item.get("value"))
        number = here.number if said is None else said
        here.number = number + here.step
        style = _style(item, here.style)
        return page_label(number, style) if style else ""


def _number(text: str | None) -> int | None:
    found = _WHOLE.match(text or "")
    return int(found.group(1)) if found else None


def _style(element: Element, usual: str) -> str:
    """The kind of number that an element's style or type asks for."""
    words = _TYPE.findall(element.get("style") or "")
    named = [word for word in words if word.lower() not in _STYLE_WORDS]
    kind = named[-1] if named else element.get("type") or ""
    return style_named(kind) if kind else usual
