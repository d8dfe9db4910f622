"""What one line looks like on its own: length, end mark, script, number, code."""

import re
from dataclasses import dataclass
from functools import lru_cache

LONGEST = 72

# The trees were grown with these figures: another class of Han would change them.
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_WIDE = re.compile(r"[\u2010-\uffef]")
_CODE = re.compile(r"[=/\\$<>{}|_`~]|--|::|\.\w+\(|@|https?:")
_LISTED = re.compile(
    r"\s*([-*•·●○■□▪◆–—>]|\d{1,3}[)）、.]|[a-zA-Z][)）.、]|[（(]\d{1,2}[）)]|[①-⑳])"
)
_H = "[一二三四五六七八九十百零〇两]"
_NUMBERS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"第\s*({_H}{{1,5}}|\d{{1,4}})\s*[编篇卷部章回讲课节条步分个]",
        rf"({_H}{{1,3}})\s*[、．.:：]",
        rf"[（(]({_H}{{1,3}})[）)]",
        r"(\d{1,2})(?:\s*[、．:：]|\.(?!\d))",
        r"\d{1,2}(?:\.(\d{1,2}))+",
        r"[（(]?(\d{1,2})[）)]",
        r"([①-⑳])",
        rf"(?:步骤|Step|Part|Chapter|方法|选项|阶段|技巧|问题|例)\s*({_H}|\d{{1,3}})",
        r"#\s*(\d+)",
        r"(\d{1,2})\s",
        r"([A-Za-z])[.、)]",
    )
)
# Classes of last characters, as the trees know them.
_ENDS = dict.fromkeys("。．.…", 1) | dict.fromkeys("：:", 2)
_ENDS |= dict.fromkeys("？?", 3) | dict.fromkeys("！!", 4)
_ENDS |= dict.fromkeys("，,、；;", 5) | dict.fromkeys("）)", 6)
_ENDS |= dict.fromkeys("”’\"'》」』", 7)
STOPS = frozenset((1, 2, 5))
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九十")}


@dataclass(frozen=True, slots=True)
class Trait:
    """One line on its own; `number` is the kind of number it opens with, or 0."""

    text: str
    length: int
    width: float
    han: float
    end: int
    short: bool
    code: bool
    listed: bool
    number: int
    value: int


@lru_cache(maxsize=4096)
def trait_of(text: str) -> Trait:
    """Look at one line."""
    head = text[:200]
    length = len(text)
    end = _end_of(text)
    number, value = _number_of(head)
    wide = len(_WIDE.findall(head))
    return Trait(
        text=text,
        length=length,
        width=wide + (min(length, 200) - wide) / 2 if length <= 120 else length,
        han=len(_HAN.findall(head)) / max(1, len(head)),
        end=end,
        short=length <= 40 and end not in STOPS,
        code=bool(_CODE.search(head)),
        listed=bool(_LISTED.match(head)),
        number=number,
        value=value,
    )


def _end_of(text: str) -> int:
    last = text[-1:]
    if not last:
        return 0
    if last in _ENDS:
        return _ENDS[last]
    if _HAN.match(last):
        return 9
    return 8 if last.isalnum() else 10


def _number_of(text: str) -> tuple[int, int]:
    for kind, pattern in enumerate(_NUMBERS, 1):
        if match := pattern.match(text):
            return kind, _value_of(match.group(1) or "")
    return 0, 0


def _value_of(digits: str) -> int:
    if digits.isdecimal() and digits.isascii():
        return int(digits)
    if len(digits) == 1 and digits not in _DIGITS:
        return ord(digits) - ord("①") + 1 if digits >= "①" else ord(digits.lower()) - 96
    tens, _, ones = digits.rpartition("十")
    if "十" not in digits:
        return _DIGITS.get(ones[:1], 0)
    return 10 * _DIGITS.get(tens[:1], 1) + _DIGITS.get(ones[:1], 0)
