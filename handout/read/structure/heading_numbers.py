"""The numbers headings carry: 一、 （一） 1. （1） 第X章 Chapter 1; and their order."""

import re
from dataclasses import dataclass

from handout.read.structure.number_values import HAN_DIGITS, value_of

_H = f"[{HAN_DIGITS}]{{1,9}}"
_N = rf"(?:({_H})|([\d０-９]{{1,4}}))"
_SPACES = r"[\s\u3000]"
_AFTER = r"[\s\u3000:：、.．·—\-|｜]*"
_WORDS = (
    "One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Thirteen|Fourteen"
    "|Fifteen|Sixteen|Seventeen|Eighteen|Nineteen|Twenty"
)
_LATIN = rf"({_WORDS}|\d+|[IVXLC]+)\b"
# What follows a count of things but never the number of a heading: 3 月, 5 个.
_COUNTED = (
    "[年月日号时分秒天周岁个名位人只条件种项次点元万亿千百倍度米克斤吨公里平方以多余"
    "几%％°℃〇零成折"
    "是为约等于到至与和左右本台套张块根支篇页章节届级层楼路线期班组家户座所辆架]"
)

# From the widest part of a work to the narrowest.
_KINDS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (
            "part",
            rf"(第\s*{_N}\s*(?:[编篇卷集辑編輯]|部(?!分))|卷之?{_N}(?={_SPACES}"
            rf"|[:：·、]|$)"
            rf"|([上中下])[卷篇编部册](?={_SPACES}|[:：·]|$)|(?:Part|PART|Book|BOOK"
            rf"|Volume) {_LATIN})"
            rf"{_AFTER}",
        ),
        (
            "chapter",
            rf"((?:番外|正文|外传){_SPACES}*(?:[:：·]{_SPACES}*)?第\s*{_N}\s*[章回话"
            rf"節节]"
            rf"|第\s*{_N}\s*(?:[章回讲課课话講幕折场]|单元)(?!程)"
            rf"|番外{_N}(?={_SPACES}|[:：]|$)"
            rf"|(?:Chapter|CHAPTER|Lesson|LESSON|Unit|UNIT|Module|Lecture)"
            rf" {_LATIN}){_AFTER}",
        ),
        (
            "section",
            rf"(第\s*{_N}\s*[节節](?!课)|(?:Section|SECTION|§) ?{_LATIN}){_AFTER}",
        ),
        ("han", rf"([{HAN_DIGITS}]{{1,5}})[、．]\s*"),
        (
            "bracketed han",
            rf"[（(〈]\s*([{HAN_DIGITS}]{{1,5}})\s*[）)〉]\s*|([㈠-㈩])\s*",
        ),
        ("number", r"([\d０-９]{1,2})(?:[、．]|\.(?![\d０-９]))\s*"),
        (
            "decimal",
            r"(\d{1,2}(?:[.．]\d{1,2}){1,4})"
            rf"(?:[\s\u3000、．.]\s*|(?=[\u3400-\u9fff])(?!{_COUNTED}))",
        ),
        ("bracketed number", r"[（(]\s*(\d{1,2})\s*[）)]\s*|([⑴-⒇])\s*"),
        ("half bracket", r"(\d{1,2})[)）]\s*"),
        ("circled number", r"([①-⑳])\s*"),
        ("article", rf"第(?:{_N})条[\s:：、]+"),
        ("step", rf"第(?:{_N})(?:部分|步|阶段|板块|模块|环节)(?!骤){_AFTER}"),
    )
)
# These open sentences and lists as often as headings; only their company decides.
_WEAK = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (
            "plain number",
            rf"(\d{{1,2}})(?:[ \u3000]+(?=[\u3400-\u9fffA-Z“《「])"
            rf"|(?=[\u3400-\u9fff]))(?!{_COUNTED})",
        ),
        ("roman", r"([IVXLC]{1,6})[.、．]\s*(?=\S)|([Ⅰ-Ⅻ])[.、．\s]\s*"),
        (
            "letter",
            r"([A-H])[.、．]\s*(?=\S)|[（(]([A-Ha-h])[）)]\s*"
            r"|(?:附录|附錄|Appendix|Annex) ?([A-H])\b[\s\u3000:：、.]*",
        ),
    )
)
WEAK = frozenset(kind for kind, _ in _WEAK)


@dataclass(frozen=True, slots=True)
class Number:
    """A number at the start of a line: its kind, value and the characters it takes.

    `depth` counts the parts of a decimal number: 2 for 1.3.
    """

    kind: str
    value: int
    mark: str
    depth: int = 1


def heading_number(line: str) -> Number | None:
    """The number that a line opens with, or None."""
    return _read(line, _KINDS)


def weak_heading_number(line: str) -> Number | None:
    """A number that counts only in company: 1 范围, VII. Methods, A. 其他."""
    return _read(line, _WEAK)


def _read(line: str, kinds: tuple[tuple[str, re.Pattern[str]], ...]) -> Number | None:
    for kind, pattern in kinds:
        if match := pattern.match(line):
            digits = next((g for g in reversed(match.groups()) if g), "")
            depth = 1 + digits.count(".") + digits.count("．")
            return Number(kind, value_of(digits), match.group(0), depth)
    return None


def in_sequence(numbers: list[Number]) -> list[bool]:
    """Whether each number of one kind continues a sequence: 1, 2, 3 … or 1 again.

    A lone number that is not a first one does not mark a heading: dates and
    quantities ("2019、…") open lines too.
    """
    good = []
    for here, number in enumerate(numbers):
        before = numbers[here - 1].value if here else 0
        after = numbers[here + 1].value if here + 1 < len(numbers) else 0
        counts_on = number.value in (before + 1, 1)
        good.append(counts_on or after == number.value + 1)
    return good
