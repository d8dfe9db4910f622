"""Chinese punctuation on paper: half-width marks between Han are set full-width.

One character becomes one character, so places in the text stay what they were; the
mapping is the only change between a source and what is printed of it.
"""

import re

from handout.model.chinese import HAN

_FULL = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"}
_HAN = f"\u2e80-\u2fdf{HAN}"
_CHINESE = re.compile(
    f"[{_HAN}\U00020000-\U0003ffff，。、；：？！“”‘’（）《》〈〉【】…—]"
)
_MARK = re.compile(r"[,:;?!]")
_SIGN = re.compile(r"[/+−=^_√×·-]")
_SCRIPT = re.compile(r"[⁰¹²³⁴-₎^_]")
_LATIN = re.compile(r"[A-Za-z0-9]")
_BRACKETS = re.compile(r"\(([^()]{0,200})\)")


def on_paper(text: str) -> str:
    """The text as it is printed in a Chinese document; same length.

    A mark is widened where a Chinese character is on one of its sides and no
    space follows; 10:30, 3,400 and http: stay. A pair of brackets is widened where
    Chinese is in it or just outside.
    """
    if not any(mark in text for mark in _FULL):
        return text
    wide = _BRACKETS.sub(lambda m: _brackets(text, m), text)
    return _MARK.sub(lambda m: _mark(wide, m.start()), wide)


def _brackets(text: str, match: re.Match[str]) -> str:
    inside = match.group(1)
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    is_call = bool(_LATIN.match(before)) and not _CHINESE.search(inside)
    if is_call or _is_of_formula(before, inside, after):
        return match.group(0)
    if not _CHINESE.search(before + inside + after):
        return match.group(0)
    return f"（{inside}）"


def _is_of_formula(before: str, inside: str, after: str) -> bool:
    """Whether a pair of brackets belongs to a formula, such as (1/2)m or x_(ij)."""
    if _CHINESE.search(inside):
        return False
    opens = before != "" and before in "_^√"
    goes_on = bool(_SIGN.search(inside)) and bool(_LATIN.match(after))
    return opens or goes_on or bool(_SCRIPT.match(after))


def _mark(text: str, at: int) -> str:
    mark = text[at]
    before, after = text[:at][-1:], text[at + 1 : at + 2]
    if _CHINESE.match(before):
        return (
            mark
            if after == " " and _LATIN.match(text[at + 2 : at + 3])
            else _FULL[mark]
        )
    if _CHINESE.match(after) and _LATIN.match(before):
        return _FULL[mark]
    return mark
