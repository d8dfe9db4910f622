"""What templates may do with values: numbers in words, pieces of text, pictures."""

import re
from base64 import b64encode
from collections.abc import Callable
from typing import Any

from handout.model.chinese import numeral
from handout.model.handout import TextPicture
from handout.render.deep_pictures import printable_picture
from handout.render.fit_quotation import ems, excerpt
from handout.render.structure_diagram import picture

_INSIDE_WORD = re.compile(r"[A-Za-z0-9\u00c0-\u024f]{2}")
_NOTE = re.compile(r"^[【（(\[](.*)[】）)\]]$")
_LABEL = re.compile(
    r"^(?:作者|来源|稿源|时间|日期|发布时间|By|Author|Source)\s*[:：]\s*"
)


def han(number: int) -> str:
    """A number of 1 to 99 as Chinese headings count: 一, 十二, 三十四."""
    return numeral(number) if 0 < number < 100 else str(number)


def ordinal(place: int, language: str) -> str:
    """A section's number as its language counts: 一 in Chinese, else 1."""
    return han(place) if language.startswith("zh") else str(place)


def short(text: str, most: float = 24) -> str:
    """Cut a text for a running head: at most so many ems, with … where it was cut."""
    width = 0.0
    for place, character in enumerate(text):
        width += ems(character)
        if width > most:
            kept = text[:place]
            if _INSIDE_WORD.match(text, place - 1):
                # Not inside a Latin word, if there are others.
                kept = kept[: kept.rfind(" ")] if " " in kept else kept
            return kept.rstrip("，、：；,:; ") + "…"
    return text


def about(number: int) -> str:
    """A length as a reader wants it: 3,400 for 3,378, and small ones exactly."""
    rounded = (number + 50) // 100 * 100 if number >= 1000 else number
    return f"{rounded:,}"


def without_brackets(text: str) -> str:
    """Take the brackets or the label off a line such as 【作者系…】 or 来源：…."""
    match = _NOTE.match(text)
    return _LABEL.sub("", match.group(1).strip() if match else text)


def data_address(picture: TextPicture) -> str:
    """A picture as an address that holds it, so that nothing is loaded."""
    content = b64encode(printable_picture(picture.content)).decode()
    return f"data:{picture.media_type};base64,{content}"


FILTERS: dict[str, Callable[..., Any]] = {
    "about": about,
    "data_address": data_address,
    "ems": ems,
    "excerpt": excerpt,
    "ordinal": ordinal,
    "short": short,
    "unbracketed": without_brackets,
    "picture": picture,
}
