"""Reads what Word's styles mean for a paragraph and for a run."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from handout.numbers import whole_number
from handout.read.raw.xml import Element
from handout.read.word.names import W

_HEADING = re.compile(r"(?:heading|标题|標題)\s*([1-9])$", re.I)
_LISTED = re.compile(r"(?:toc|目录|目錄)\s*(?:[1-9]|heading|标题)$", re.I)
_FIELDS = {"title": "title", "标题": "title", "author": "byline", "date": "date"}
_QUOTED = ("quote", "intense quote", "block text", "quotations", "引用", "明显引用")
_MOST_STYLES_DEEP = 20
_VAL = W + "val"
_OFF = ("0", "false", "off", "none")
_SCRIPTS = {"superscript": "sup", "subscript": "sub"}
_LOOK_NAMES = ("b", "i", "em", "vanish", "vertAlign", "rFonts")
_LOOKS = frozenset(W + name for name in _LOOK_NAMES)


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks; None where nothing says so."""

    bold: bool | None = None
    em: bool | None = None
    hidden: bool | None = None
    script: str | None = None
    font: str | None = None

    def over(self, below: "Look") -> "Look":
        """The same look, with what it leaves open filled in from another."""
        if self is _NO_LOOK:
            return below
        return Look(
            bold=below.bold if self.bold is None else self.bold,
            em=below.em if self.em is None else self.em,
            hidden=below.hidden if self.hidden is None else self.hidden,
            script=below.script if self.script is None else self.script,
            font=below.font if self.font is None else self.font,
        )


_NO_LOOK = Look()


@dataclass(frozen=True, slots=True)
class WordStyle:
    """What a style says about its paragraphs; size in half points, 0 if not set."""

    key: str = ""
    level: int = 0
    field: str = ""
    listed: bool = False
    quoted: bool = False
    look: Look = Look()
    size: int = 0
    number: tuple[str, int | None] | None = None


def value(element: Element | None, *path: str) -> str | None:
    """The w:val at the end of a path of children, or None."""
    for name in path:
        element = element.find(W + name) if element is not None else None
    return None if element is None else element.get(W + "val", "")


def is_on(element: Element | None, *path: str) -> bool | None:
    """Read a switch such as w:b: on, off, or None if not set."""
    found = value(element, *path)
    return None if found is None else found not in _OFF


def look_of(properties: Element | None) -> Look:
    """Read the look that a w:rPr sets."""
    if properties is None or len(properties) == 0:
        return _NO_LOOK
    said = {child.tag: child for child in properties if child.tag in _LOOKS}
    if not said:
        return _NO_LOOK
    italic, dotted = _switch(said.get(W + "i")), _switch(said.get(W + "em"))
    raised, fonts = said.get(W + "vertAlign"), said.get(W + "rFonts")
    script = "" if raised is None else _SCRIPTS.get(raised.get(_VAL, ""), "")
    return Look(
        bold=_switch(said.get(W + "b")),
        em=True if dotted else italic,
        hidden=_switch(said.get(W + "vanish")),
        script=None if raised is None else script,
        font=None if fonts is None else fonts.get(W + "ascii"),
    )


def _switch(element: Element | None) -> bool | None:
    return None if element is None else element.get(_VAL, "") not in _OFF


def styles_of(roots: list[Element]) -> dict[str, WordStyle]:
    """Every style, with what it inherits from the one it is based on."""
    if not roots:
        return {"": WordStyle()}
    root = roots[0]
    found = {s.get(W + "styleId", ""): s for s in root.iter(W + "style")}
    size = whole_number(value(root, "docDefaults", "rPrDefault", "rPr", "sz"))
    base = WordStyle(size=size or 0)
    styles = {key: _style(key, found, base) for key in found}
    first = [k for k, s in found.items() if s.get(W + "default") and _is_para(s)]
    return {"": styles[first[0]] if first else base} | styles


def _is_para(style: Element) -> bool:
    return bool(style.get(W + "type") == "paragraph")


def _based_on(key: str, found: dict[str, Element]) -> Iterator[str]:
    """The styles a style is based on, the first one last; a circular chain ends."""
    for _ in range(_MOST_STYLES_DEEP):
        yield key
        above = value(found[key], "basedOn")
        if above not in found or above == key:
            return
        key = above


def _style(key: str, found: dict[str, Element], base: WordStyle) -> WordStyle:
    style = base
    for name in reversed(list(_based_on(key, found))):
        style = _add_properties(name, found[name], style)
    return style


def _add_properties(key: str, element: Element, parent: WordStyle) -> WordStyle:
    name = value(element, "name") or ""
    size = whole_number(value(element, "rPr", "sz"))
    properties = element.find(W + "pPr")
    level = level_of(properties)
    named = _HEADING.match(name)
    if level is None and named:
        level = int(named.group(1))
    return replace(
        parent,
        key=key,
        level=parent.level if level is None else level,
        field=_FIELDS.get(name.lower(), ""),
        listed=bool(_LISTED.match(name)),
        quoted=name.lower() in _QUOTED,
        look=look_of(element.find(W + "rPr")).over(parent.look),
        size=parent.size if size is None else size,
        number=list_number(properties) or parent.number,
    )


def level_of(properties: Element | None) -> int | None:
    """The outline level that a w:pPr sets, from 1.

    0 means body text (Word writes 9); None means not set.
    """
    level = value(properties, "outlineLvl")
    if level is None or level not in "0123456789":
        return None
    return 0 if level in ("9", "") else int(level) + 1


def list_number(properties: Element | None) -> tuple[str, int | None] | None:
    """The list and the level that a w:pPr sets, if any."""
    said = properties.find(W + "numPr") if properties is not None else None
    if said is None:
        return None
    number, level = value(said, "numId"), value(said, "ilvl")
    if number is None and level is None:
        return None
    return number or "", whole_number(level)
