"""Knows what Word's styles and automatic numbers mean for a paragraph."""

import re
from dataclasses import dataclass, replace

from handout.read.container import Container
from handout.read.markup import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"(?:heading|标题|標題)\s*([1-9])$", re.I)
_LISTED = re.compile(r"(?:toc|目录|目錄)\s*(?:[1-9]|heading|标题)$", re.I)
_HAN = "〇一二三四五六七八九"
_FIELDS = {"title": "title", "标题": "title", "author": "byline", "date": "date"}
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
    base = Style(size=int(size) if size.isdecimal() else 0)
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
    size = value(element, "rPr", "sz") or ""
    bold = is_on(element, "rPr", "b")
    return replace(
        parent,
        level=level_of(element) or _level_named(name) or parent.level,
        field=_FIELDS.get(name.lower(), ""),
        listed=bool(_LISTED.match(name)),
        quoted=name.lower() in ("quote", "intense quote", "block text", "引用"),
        bold=parent.bold if bold is None else bold,
        size=int(size) if size.isdecimal() else parent.size,
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
    level = value(element, "pPr", "numPr", "ilvl") or "0"
    return (number, int(level) if level.isdecimal() else 0) if number else None


class Numbering:
    """Counts automatic numbers as Word does, and writes them out."""

    def __init__(self, container: Container) -> None:
        self._levels: dict[str, dict[int, Element]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._lists: dict[str, str] = {}
        if "word/numbering.xml" not in container:
            return
        root = container.xml_of("word/numbering.xml")
        for abstract in root.iter(W + "abstractNum"):
            levels = {_place(level): level for level in abstract.iter(W + "lvl")}
            self._levels[abstract.get(W + "abstractNumId", "")] = levels
        for number in root.iter(W + "num"):
            abstract = value(number, "abstractNumId") or ""
            self._lists[number.get(W + "numId", "")] = abstract

    def label(self, number: tuple[str, int] | None) -> tuple[str, str]:
        """Count one on; give its label ("" for a bullet) and the kind of number."""
        if number is None or self._lists.get(number[0]) not in self._levels:
            return "", ""
        name, level = self._lists[number[0]], number[1]
        levels, counts = self._levels[name], self._counts.setdefault(name, {})
        if level not in levels:
            return "", ""
        start = value(levels[level], "start") or "1"
        first = int(start) if start.isdecimal() else 1
        counts[level] = counts[level] + 1 if level in counts else first
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
            return _digits(counts.get(place, 1), kind)

        text = re.sub(r"%([1-9])", put, value(levels[level], "lvlText") or "")
        after = value(levels[level], "suff") or "tab"
        closed = text[-1:] in "、）．。：" or after == "nothing"
        return text if not text or closed else text + " "


def _place(level: Element) -> int:
    place = level.get(W + "ilvl", "0")
    return int(place) if place.isdecimal() else 0


def _digits(number: int, kind: str) -> str:
    if kind in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26)
        return letter if kind == "lowerLetter" else letter.upper()
    if kind in ("lowerRoman", "upperRoman"):
        roman = _roman(number)
        return roman.lower() if kind == "lowerRoman" else roman
    if kind == "decimalEnclosedCircleChinese" or kind == "decimalEnclosedCircle":
        return chr(ord("①") + number - 1) if 1 <= number <= 20 else str(number)
    counted = ("Counting", "ideograph", "koreanDigital")
    return _han(number) if any(name in kind for name in counted) else str(number)


def _han(number: int) -> str:
    if not 0 < number < 1000:
        return str(number)
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_HAN[hundreds]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else _HAN[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (_HAN[ones] if ones else "")


def _roman(number: int) -> str:
    text = ""
    steps = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"))
    for size, letters in (*steps, (5, "V"), (4, "IV"), (1, "I")):
        text += letters * (min(number, 399) // size)
        number = min(number, 399) % size
    return text
