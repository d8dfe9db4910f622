"""Finds the lines that are never headings, whatever they look like: speech, labels."""

import re

from handout.read.blocks import SourceBlock
from handout.read.structure.speech import is_quoted, is_speech, opens_quoted, tags

# In these a line with a colon inside is a label or a speaker's: 时间：…, 记者：….
_LABELLED = frozenset(("interview", "minutes", "notice"))
_COLON = re.compile(r"[^\s][：:]\s*\S")
# Credits of pictures, dates, addresses, and words that only join two paragraphs.
_NO_TITLE = re.compile(
    r"(?:图片?来源|图源|题图|图片|配图|视频(?:作者|来源)?|(?:Image|Photo|Picture"
    r"|Video)s? "
    r"(?:by|from|credit|courtesy))\s*[：:].*$|.*https?://"
    r"|(?:19|20)\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?$"
    r"|(?:或者|或|而不是|以及更多|例如|比如|然后|因此|所以|但是|以及|and|or"
    r"|but)[，,：:]?$",
    re.IGNORECASE,
)
# If so many lines are short and spoken, or quoted, every line in quotes is spoken.
_TALK, _QUOTED, _SHORT = 0.15, 0.25, 40


def never_headings(lines: list[SourceBlock], kind: str) -> set[int]:
    """The places of lines that are spoken, asked or labelled."""
    texts = [block.text for block in lines]
    said = {n for n, text in enumerate(texts) if is_speech(text)}
    found = said | {n for n, text in enumerate(texts) if _NO_TITLE.match(text)}
    short = sum(len(texts[n]) <= _SHORT for n in said)
    talk = short > _TALK * len(texts)
    found |= set(tags(texts, interview=kind == "interview"))
    quoted = {n for n, text in enumerate(texts) if opens_quoted(text)}
    whole = sum(is_quoted(texts[n]) and len(texts[n]) <= _SHORT for n in quoted)
    many = whole > _QUOTED * len(texts)
    if kind == "story" or talk or many:
        found |= quoted
    if kind in _LABELLED:
        found |= {n for n, text in enumerate(texts) if _COLON.search(text)}
    if kind == "interview":
        found |= {n for n, text in enumerate(texts) if text.endswith(("？", "?"))}
    return found
