"""Distinguishes speech from headings: quotation marks, dashes, speakers' tags."""

import re
from collections import Counter

from handout.model.chinese import HAN

_OPEN = "“「『\"‘'«‹〝＂"
_CLOSE = "”」』\"’'»›〞＂"
_STOP = "。！？!?….，,；;~～—"
_WHOLE = re.compile(rf"[{_OPEN}](?P<said>[^{_CLOSE}]*)[{_CLOSE}](?P<rest>.*)$")
_UNCLOSED = re.compile(rf"[{_OPEN}][^{_CLOSE}]*$")
_DASHED = re.compile(r"(?:——|—|―|–|──|--)\s*\S")
_ENDS_AS_SPEECH = re.compile(rf".*[。！？!?….，,；~～—][{_CLOSE}]+$")
_SAYS = (
    r"(?:[说說道问問答喊叫嚷笑云曰讲講骂叹嘆劝勸]|回答|表示|写道|寫道|指出|said"
    r"|says|asked|replied)"
)
_SAID_BY = re.compile(rf"[，,]?\s*.{{0,12}}{_SAYS}(?:[：:，,。.！!]|$|着|了|着：)")
_SAYING = re.compile(
    rf".{{0,24}}{_SAYS}.{{0,6}}[：:，,]\s*[{_OPEN}]"
    rf"|(?=.*[{_CLOSE}]$).*[：:]\s*[{_OPEN}].*[{_CLOSE}]$"
)
_BOOK = re.compile(
    rf"《[^》]*[。！？，；]|《[^》]*》(?:里|中|上|里面)?.{{0,4}}{_SAYS}|《[^》]*$"
)
_TAG = re.compile(
    r"(?P<tag>[^\s：:，。、？！“「（(《]{1,10}|[A-Z][\w.’]*(?: [A-Z][\w.’]*){0,3})"
    r"(?:[（(][^）)]{1,16}[）)])?[：:]\s*(?=\S)"
)
_ASKER = re.compile(
    r"(?:.{0,6}记者|.{0,6}記者|问|問|提问|Q|主持人?|采访者|採訪者|访谈者|编辑|编者"
    r"|观众|读者|网友"
    rf"|学员|Interviewer|Host|Question|[{HAN}]{{1,6}}[报刊网社台周])\s?\d{{0,2}}$",
    re.IGNORECASE,
)
_ANSWERER = re.compile(r"(?:答|A|回答|Answer|嘉宾|受访者|受訪者)\s?\d{0,2}$")
# Two tags that come so often belong to people who take turns to speak.
_OFTEN = 3


def is_speech(text: str) -> bool:
    """Whether a line is speech, whole or in part, with marks of any kind."""
    if _DASHED.match(text) or _ENDS_AS_SPEECH.match(text) or _SAYING.match(text):
        return True
    if _UNCLOSED.match(text) or _BOOK.match(text):
        return True
    whole = _WHOLE.match(text)
    if not whole:
        return False
    said, rest = whole["said"], whole["rest"]
    return said.endswith(tuple(_STOP)) or bool(rest and _SAID_BY.match(rest))


def opens_quoted(text: str) -> bool:
    """Whether a line opens with a quotation mark."""
    return text[:1] in _OPEN


def is_quoted(text: str) -> bool:
    """Whether a line is in quotation marks as a whole."""
    return opens_quoted(text) and text[-1:] in _CLOSE


def tags(texts: list[str], *, interview: bool = False) -> dict[int, str]:
    """The speakers' tags by place: names before a colon, two of them taking turns."""
    found = {n: m["tag"] for n, text in enumerate(texts) if (m := _TAG.match(text))}
    counts = Counter(found.values())
    often = {tag for tag in counts if counts[tag] >= (2 if interview else _OFTEN)}
    if len(often) < 2 and not interview:
        often = set()
    return {n: tag for n, tag in found.items() if tag in often or _is_role(tag)}


def _is_role(tag: str) -> bool:
    return bool(_ASKER.match(tag) or _ANSWERER.match(tag))


def askers(texts: list[str], found: dict[int, str]) -> set[str]:
    """The tags of those who ask, known by their name or by how their lines end."""
    by_name = {tag for tag in found.values() if _ASKER.match(tag)}
    if by_name:
        return by_name
    lines = Counter(found.values())
    asked = Counter(tag for n, tag in found.items() if texts[n].endswith(("？", "?")))
    often = {tag for tag in lines if 2 * asked[tag] > lines[tag]}
    return often if len(often) < len(lines) else set()
