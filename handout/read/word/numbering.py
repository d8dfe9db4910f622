"""Counts automatic numbers as Word does, and writes them out."""

import re
from dataclasses import dataclass, field, replace

from handout.numbers import whole_number
from handout.read.blocks import SourceBlock
from handout.read.list_labels import closed_up, shorten_label, write_number
from handout.read.raw.xml import Element
from handout.read.word.names import W
from handout.read.word.styles import WordStyle, is_on, value

_STYLES = {
    "lowerLetter": "lower-latin",
    "upperLetter": "upper-latin",
    "lowerRoman": "lower-roman",
    "upperRoman": "upper-roman",
    "decimalZero": "decimal-leading-zero",
    "ideographTraditional": "stems",
    "ideographZodiac": "branches",
    "ideographZodiacTraditional": "stems-branches",
    "ideographDigital": "han-digits",
    "japaneseDigitalTenThousand": "han-digits",
    "taiwaneseDigital": "han-digits",
    "chineseLegalSimplified": "han-legal",
    "ideographLegalTraditional": "han-legal-traditional",
    "japaneseLegal": "han-legal-traditional",
    "decimalFullWidth": "full-width",
    "decimalFullWidth2": "full-width",
    "decimalEnclosedParen": "parenthesised",
    "decimalEnclosedFullstop": "full-stop",
    "numberInDash": "dashed",
    "ordinal": "ordinal",
    "cardinalText": "cardinal",
    "ordinalText": "ordinal-text",
    "ideographEnclosedCircle": "circled-han",
}
_COUNTED = ("Counting", "ideograph", "koreanDigital")
_PLACE = re.compile(r"%([1-9])")
_MOST_LEVELS = 9


@dataclass(slots=True)
class _Level:
    """One level of a list: how it is written, and when it restarts."""

    text: str = ""
    kind: str = "decimal"
    start: int = 1
    after: str = "tab"
    legal: bool = False
    restart: int | None = None
    style: str = ""


@dataclass(slots=True)
class _List:
    """One w:num: its levels, and the list that it shares its count with."""

    counts_with: str
    levels: dict[int, _Level]
    begins: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a file, and how far each has counted."""

    def __init__(self, roots: list[Element], styles: dict[str, WordStyle]) -> None:
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        for root in roots:
            self._take(root, styles)

    def _take(self, root: Element, styles: dict[str, WordStyle]) -> None:
        abstracts = {
            a.get(W + "abstractNumId", ""): a for a in root.iter(W + "abstractNum")
        }
        nums = {n.get(W + "numId", ""): n for n in root.iter(W + "num")}
        for name, number in nums.items():
            abstract = _follow_style(
                value(number, "abstractNumId") or "", abstracts, nums, styles
            )
            if abstract not in abstracts:
                continue
            levels = _levels(abstracts[abstract])
            found = _List(abstract, levels)
            for override in number.iter(W + "lvlOverride"):
                place = _place(override)
                begin = whole_number(value(override, "startOverride"))
                if begin is not None:
                    found.begins[place] = begin
                own = override.find(W + "lvl")
                if own is not None:
                    levels[place] = _level(own)
            self._lists[name] = found

    def number(
        self, said: tuple[str, int | None] | None, style: WordStyle
    ) -> tuple[str, int] | None:
        """The list and level of a paragraph, from its own properties and its style."""
        number, level = said or ("", None)
        by_style, style_level = style.number or ("", None)
        name = number or by_style
        if name not in self._lists:
            return None
        if level is None and not number:
            level = style_level
        if level is None:
            linked = self._lists[name].levels.items()
            level = next(
                (n for n, one in linked if one.style and one.style == style.key), 0
            )
        return name, level

    def label(self, number: tuple[str, int] | None) -> tuple[str, str]:
        """Count one up; return the label ("" for a bullet) and the kind of number."""
        if number is None or number[1] not in self._lists[number[0]].levels:
            return "", ""
        here, place = self._lists[number[0]], number[1]
        level = here.levels[place]
        counts = self._counts.setdefault(here.counts_with, {})
        begin = here.begins.pop(place, None)
        if begin is not None or place not in counts:
            counts[place] = level.start if begin is None else begin
        else:
            counts[place] += 1
        for deeper in [n for n in counts if n > place]:
            if _begins_again(here.levels.get(deeper), place):
                del counts[deeper]
        if level.kind in ("bullet", "none") and not _PLACE.search(level.text):
            return "", level.kind
        return _number_text(here.levels, counts, level), level.kind


def _begins_again(level: _Level | None, place: int) -> bool:
    """Whether a level restarts after one at `place` was counted."""
    if level is None or level.restart is None:
        return True
    # 0 means never; 2 means after the second level and those above it.
    return place < level.restart


def _follow_style(
    abstract: str,
    abstracts: dict[str, Element],
    nums: dict[str, Element],
    styles: dict[str, WordStyle],
) -> str:
    """Follow the name of a list style to the list that holds its levels."""
    for _ in range(_MOST_LEVELS):
        if abstract not in abstracts:
            return abstract
        linked = value(abstracts[abstract], "numStyleLink")
        if linked is None:
            return abstract
        owner = [k for k, a in abstracts.items() if value(a, "styleLink") == linked]
        if owner:
            return owner[0]
        number = styles[linked].number if linked in styles else None
        if number is None or number[0] not in nums:
            return abstract
        abstract = value(nums[number[0]], "abstractNumId") or ""
    return abstract


def _levels(abstract: Element) -> dict[int, _Level]:
    return {_place(one): _level(one) for one in abstract.iterchildren(W + "lvl")}


def _level(element: Element) -> _Level:
    start = whole_number(value(element, "start"))
    return _Level(
        text=shorten_label(value(element, "lvlText") or ""),
        kind=value(element, "numFmt") or "decimal",
        start=1 if start is None else start,
        after=value(element, "suff") or "tab",
        legal=bool(is_on(element, "isLgl")),
        restart=whole_number(value(element, "lvlRestart")),
        style=value(element, "pStyle") or "",
    )


def _place(level: Element) -> int:
    return whole_number(level.get(W + "ilvl", "0")) or 0


def _number_text(
    levels: dict[int, _Level], counts: dict[int, int], level: _Level
) -> str:
    def put(match: re.Match[str]) -> str:
        place = int(match.group(1)) - 1
        other = levels.get(place)
        kind = other.kind if other else "decimal"
        if kind == "none":
            return ""
        style = "decimal" if level.legal else style_of(kind)
        return write_number(counts.get(place, 1), style, doubled=True)

    text = shorten_label(_PLACE.sub(put, level.text))
    return text if level.after == "nothing" else closed_up(text)


def style_of(kind: str) -> str:
    """The style of list_labels for one of Word's kinds of number."""
    if kind in _STYLES:
        return _STYLES[kind]
    if "EnclosedCircle" in kind:
        return "circle"
    return "han" if any(name in kind for name in _COUNTED) else "decimal"


def as_item(like: SourceBlock, numbered: str, depth: int) -> SourceBlock:
    """A list item for a bullet or 1.; 一、 and 第一章 may turn out to be headings."""
    if "Counting" in numbered or "ideograph" in numbered or like.kind != "text":
        return like
    return replace(like, kind="item", depth=depth + 1)
