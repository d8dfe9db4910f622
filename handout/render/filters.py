"""What templates may do with values: numbers in words, pieces of text, pictures."""

import re
from collections.abc import Callable
from typing import Any

from handout.render.picture import picture

_DIGITS = "零一二三四五六七八九"
_NOTE = re.compile(r"^[【（(\[]\s*(.*?)\s*[】）)\]]$")
_LABEL = re.compile(
    r"^(?:作者|来源|稿源|时间|日期|发布时间|By|Author|Source)\s*[:：]\s*"
)


def han(number: int) -> str:
    """Give a number of 1 to 99 as Chinese headings count: 一, 十二, 三十四."""
    tens, ones = divmod(number, 10)
    if not 0 < number < 100:
        return str(number)
    front = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return front + (_DIGITS[ones] if ones else "")


def unbracketed(text: str) -> str:
    """Take the brackets or the label off a line such as 【作者系…】 or 来源：…."""
    match = _NOTE.match(text)
    return _LABEL.sub("", match.group(1) if match else text)


def thousands(number: int) -> str:
    """Give a number as it is read: 3,400."""
    return f"{number:,}"


FILTERS: dict[str, Callable[..., Any]] = {
    "han": han,
    "unbracketed": unbracketed,
    "thousands": thousands,
    "picture": picture,
}
