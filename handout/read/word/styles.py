"""Knows what Word's styles mean for a paragraph and for a run."""

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


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks; None where nothing says it."""

    bold: bool | None = None
    em: bool | None = None
    hidden: bool | None = None
    script: str | None = None
    font: str | None = None

    def over(self, below: "Look") -> "Look":
        """The same look, with what it leaves unsaid taken from another."""
        return Look(
            bold=below.bold if self.bold is None else self.bold,
            em=below.em if self.em is None else self.em,
            hidden=below.hidden if self.hidden is None else self.hidden,
            script=below.script if self.script is None else self.script,
            font=below.font if self.font is None else self.font,
        )


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says of its paragraphs; sizes are in half points, 0 if unsaid."""

    key: str = ""
    level: int = 0
    field: str = ""
    listed: bool = False
    quoted: bool = False
    look: Look = Look()
    size: int = 0
    number: tuple[str, int | None] | None = None


def value(element: Element, *path: str) -> str | None:
    """The w:val at the end of a path of children, or None."""
    for name in path:
        element = element.find(W + name) if element is not None else None
    return None if element is None else element.get(W + "val", "")


def is_on(element: Element, *path: str) -> bool | None:
    """Read a switch such as w:b: on, off, or not said."""
    found = value(element, *path)
    return None if found is None else found not in ("0", "false", "off", "none")


def look_of(properties: Element | None) -> Look:
    """Read what a w:rPr says of a run."""
    if properties is None or len(properties) == 0:
        return Look()
    italic, dotted = is_on(properties, "i"), is_on(properties, "em")
    raised = value(properties, "vertAlign")
    fonts = properties.find(W + "rFonts")
    script = {"superscript": "sup", "subscript": "sub"}.get(raised or "", "")
    return Look(
        bold=is_on(properties, "b"),
        em=True if dotted else italic,
        hidden=is_on(properties, "vanish"),
        script=None if raised is None else script,
        font=None if fonts is None else fonts.get(W + "ascii"),
    )


def styles_of(roots: list[Element]) -> dict[str, Style]:
    """Every style, with what it takes from the one it is based on."""
    if not roots:
        return {"": Style()}
    root = roots[0]
    found = {s.get(W + "styleId", ""): s for s in root.iter(W + "style")}
    size = whole_number(value(root, "docDefaults", "rPrDefault", "rPr", "sz"))
    base = Style(size=size or 0)
    styles = {key: _style(key, found, base) for key in found}
    first = [k for k, s in found.items() if s.get(W + "default") and _is_para(s)]
    return {"": styles[first[0]] if first else base} | styles


def _is_para(style: Element) -> bool:
    return bool(style.get(W + "type") == "paragraph")


def _based_on(key: str, found: dict[str, Element]) -> Iterator[str]:
    """The styles a style is based on, the first one last; a circle ends."""
    for _ in range(_MOST_STYLES_DEEP):
        yield key
        above = value(found[key], "basedOn")
        if above not in found or above == key:
            return
        key = above


def _style(key: str, found: dict[str, Element], base: Style) -> Style:
    style = base
    for name in reversed(list(_based_on(key, found))):
        style = _added(name, found[name], style)
    return style


def _added(key: str, element: Element, parent: Style) -> Style:
    name = value(element, "name") or ""
    size = whole_number(value(element, "rPr", "sz"))
    level = level_of(element)
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
        number=number_of(element) or parent.number,
    )


def level_of(element: Element) -> int | None:
    """The outline level a style or paragraph sets itself, from 1.

    0 says body text (Word writes 9); None that nothing is said.
    """
    level = value(element, "pPr", "outlineLvl")
    if level is None or level not in "0123456789":
        return None
    return 0 if level in ("9", "") else int(level) + 1


def number_of(element: Element) -> tuple[str, int | None] | None:
    """The list and the level that a style or paragraph is numbered by, where said."""
    number = value(element, "pPr", "numPr", "numId")
    level = value(element, "pPr", "numPr", "ilvl")
    if number is None and level is None:
        return None
    return number or "", whole_number(level)
