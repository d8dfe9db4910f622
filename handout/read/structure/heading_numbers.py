"""The numbers headings carry: 一、 （一） 1. （1） 第X章 Chapter 1; and their order."""

import re
from dataclasses import dataclass

from handout.numbers import whole_number

_HAN_DIGITS = "零〇一二三四五六七八九十百两"
_VALUES = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_H = f"[{_HAN_DIGITS}]{{1,5}}"

# From the widest part of a work to the narrowest; the order gives the levels.
_KINDS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (
            "part",
            rf"(第({_H}|\d+)(?:[编篇卷]|部(?!分))|Part\s+(\d+|[IVXLC]+))[\s:：、.]*",
        ),
        ("chapter", rf"(第({_H}|\d+)[章回讲课]|Chapter\s+(\d+|[IVXLC]+))[\s:：、.]*"),
        ("section", rf"(第({_H}|\d+)节|Section\s+(\d+|[IVXLC]+))[\s:：、.]*"),
        ("han", rf"({_H})[、．]\s*"),
        ("bracketed han", rf"[（(]({_H})[）)]\s*"),
        ("number", r"(\d{1,2})(?:[、．]|\.(?!\d))\s*"),
        ("decimal", r"(\d{1,2}(?:\.\d{1,2}){1,3})[\s、．.]\s*"),
        ("bracketed number", r"[（(](\d{1,2})[）)]\s*"),
        ("circled number", r"([①-⑳])\s*"),
        ("article", rf"第({_H}|\d+)条[\s:：、]+"),
        ("step", rf"第({_H}|\d+)(?:部分|步)[\s:：、]*"),
    )
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number at the start of a line: its kind, value and the characters it takes."""

    kind: str
    value: int
    mark: str


def number_of(line: str) -> Number | None:
    """Read the number a line opens with; None if it opens with none."""
    for kind, pattern in _KINDS:
        if match := pattern.match(line):
            digits = next((g for g in reversed(match.groups()) if g), "")
            return Number(kind, value_of(digits), match.group(0))
    return None


def value_of(digits: str) -> int:
    """Read 12, 十二, 二十, 一百零三, IV or the last part of 2.3; 0 if unreadable."""
    last = digits.rsplit(".", 1)[-1]
    if len(last) == 1 and "①" <= last <= "⑳":
        return ord(last) - ord("①") + 1
    if last.isascii() and last.isdigit():
        return whole_number(last) or 0
    if last and set(last) <= set("IVXLC"):
        return _roman(last)
    total, digit = 0, 0
    for character in last:
        if character in ("十", "百"):
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = _VALUES.get(character, 0)
    return total + digit


def _roman(digits: str) -> int:
    values = [_ROMAN[c] for c in digits]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-one if one < after else one for one, after in pairs)


def in_sequence(numbers: list[Number]) -> list[bool]:
    """Say which numbers of one kind count on: 1, 2, 3 … or back at 1.

    A lone number that is not a first one is no heading's: dates and quantities
    ("2019、…") open lines too.
    """
    good = []
    for here, number in enumerate(numbers):
        before = numbers[here - 1].value if here else 0
        after = numbers[here + 1].value if here + 1 < len(numbers) else 0
        counts_on = number.value in (before + 1, 1)
        good.append(counts_on or after == number.value + 1)
    return good
