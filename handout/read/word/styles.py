"""Knows what Word's styles and automatic numbers mean for a paragraph."""

import re
from dataclasses import dataclass, replace

from handout.numbers import whole_number
from handout.read.list_labels import closed_up, written
from handout.read.raw.archive import Container
from handout.read.raw.xml import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"(?:heading|标题|標題)\s*([1-9])$", re.I)
_LISTED = re.compile(r"(?:toc|目录|目錄)\s*(?:[1-9]|heading|标题)$", re.I)
_FIELDS = {"title": "title", "标题": "title", "author": "byline", "date": "date"}
_STYLES = {
    "lowerLetter": "lower-latin",
    "upperLetter": "upper-latin",
    "lowerRoman": "lower-roman",
    "upperRoman": "upper-roman",
    "decimalZero": "decimal-leading-zero",
    "ideographTraditional": "stems",
}
_QUOTED = ("quote", "intense quote", "block text", "quotations", "引用", "明显引用")
_MOST_STYLES_DEEP = 20


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says of its paragraphs; sizes are in half points, 0 if unsaid."""

    level: int = 0
    field: str = ""
    listed: bool = False
    quoted: bool = False
    bold: bool = False
    size: int = 0
    number: tuple[str, int] | None = None


def value(element: Element, *path: str) -> str | None:
    """Give the w:val at the end of a path of children, or None."""
    for name in path:
        element = element.find(W + name) if element is not None else None
    return None if element is None else element.get(W + "val", "")


def is_on(element: Element, *path: str) -> bool | None:
    """Read a switch such as w:b: on, off, or not said."""
    found = value(element, *path)
    return None if found is None else found not in ("0", "false", "off")


def styles_of(container: Container) -> dict[str, Style]:
    """Give every paragraph style, with what it takes from the one it is based on."""
    if "word/styles.xml" not in container:
        return {"": Style()}
    root = container.xml_of("word/styles.xml")
    found = {s.get(W + "styleId", ""): s for s in root.iter(W + "style")}
    size = value(root, "docDefaults", "rPrDefault", "rPr", "sz") or "0"
    base = Style(size=whole_number(size) or 0)
    styles = {key: _style(key, found, base, 0) for key in found}
    first = [k for k, s in found.items() if s.get(W + "default") and _is_para(s)]
    return {"": styles[first[0]] if first else base} | styles


def _is_para(style: Element) -> bool:
    return bool(style.get(W + "type") == "paragraph")


def _style(key: str, found: dict[str, Element], base: Style, depth: int) -> Style:
    element = found[key]
    above = value(element, "basedOn")
    parent = base
    if above in found and above != key and depth < _MOST_STYLES_DEEP:
        parent = _style(above, found, base, depth + 1)
    name = value(element, "name") or ""
    size = whole_number(value(element, "rPr", "sz"))
    bold = is_on(element, "rPr", "b")
    return replace(
        parent,
        level=level_of(element) or _level_named(name) or parent.level,
        field=_FIELDS.get(name.lower(), ""),
        listed=bool(_LISTED.match(name)),
        quoted=name.lower() in _QUOTED,
        bold=parent.bold if bold is None else bold,
        size=parent.size if size is None else size,
        number=number_of(element) or parent.number,
    )


def _level_named(name: str) -> int:
    match = _HEADING.match(name)
    return int(match.group(1)) if match else 0


def level_of(element: Element) -> int:
    """Give the outline level that a style or paragraph sets itself, from 1; else 0."""
    level = value(element, "pPr", "outlineLvl")
    return int(level) + 1 if level and level in "012345678" else 0


def number_of(element: Element) -> tuple[str, int] | None:
    """Give the list and its level that a style or paragraph is numbered by."""
    number = value(element, "pPr", "numPr", "numId")
    level = whole_number(value(element, "pPr", "numPr", "ilvl"))
    return (number, level or 0) if number else None


class Numbering:
    """Counts automatic numbers as Word does, and writes them out."""

    def __init__(self, container: Container) -> None:
        self._levels: dict[str, dict[int, Element]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._lists: dict[str, str] = {}
        # Lists of one kind count on, but for those that say where they begin.
        self._begins: dict[tuple[str, int], int] = {}
        if "word/numbering.xml" not in container:
            return
        root = container.xml_of("word/numbering.xml")
        for abstract in root.iter(W + "abstractNum"):
            levels = {_place(level): level for level in abstract.iter(W + "lvl")}
            self._levels[abstract.get(W + "abstractNumId", "")] = levels
        for number in root.iter(W + "num"):
            abstract = value(number, "abstractNumId") or ""
            name = number.get(W + "numId", "")
            self._lists[name] = abstract
            for override in number.iter(W + "lvlOverride"):
                begin = whole_number(value(override, "startOverride"))
                if begin is not None:
                    self._begins[name, _place(override)] = begin

    def label(self, number: tuple[str, int] | None) -> tuple[str, str]:
        """Count one on; give its label ("" for a bullet) and the kind of number."""
        if number is None or self._lists.get(number[0]) not in self._levels:
            return "", ""
        name, level = self._lists[number[0]], number[1]
        levels, counts = self._levels[name], self._counts.setdefault(name, {})
        if level not in levels:
            return "", ""
        begin = self._begins.pop(number, None)
        start = whole_number(value(levels[level], "start"))
        first = 1 if start is None else start
        if begin is not None or level not in counts:
            counts[level] = first if begin is None else begin
        else:
            counts[level] += 1
        for deeper in [n for n in counts if n > level]:
            del counts[deeper]
        kind = value(levels[level], "numFmt") or "decimal"
        if kind in ("bullet", "none"):
            return "", kind
        return self._written(levels, counts, level), kind

    def _written(
        self, levels: dict[int, Element], counts: dict[int, int], level: int
    ) -> str:
        def put(match: re.Match[str]) -> str:
            place = int(match.group(1)) - 1
            kind = value(levels.get(place), "numFmt") or "decimal"
            return written(counts.get(place, 1), _style_of(kind), doubled=True)

        text = re.sub(r"%([1-9])", put, value(levels[level], "lvlText") or "")
        after = value(levels[level], "suff") or "tab"
        return text if after == "nothing" else closed_up(text)


def _place(level: Element) -> int:
    return whole_number(level.get(W + "ilvl")) or 0


def _style_of(kind: str) -> str:
    if "EnclosedCircle" in kind:
        return "circle"
    counted = ("Counting", "ideograph", "koreanDigital")
    if kind not in _STYLES and any(name in kind for name in counted):
        return "han"
    return _STYLES.get(kind, "decimal")
