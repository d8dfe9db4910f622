"""Finds the language of a text: zh-CN, zh-TW or en."""

import re

from handout.model.chinese import HAN_CHARACTER

_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
_SAMPLE = 20_000


def language_of(text: str) -> str:
    """Compare Han characters with Latin words, and the two Chinese character sets.

    A character of Big5 that GB 2312 lacks points to zh-TW, the reverse to zh-CN.
    """
    sample = text[:_SAMPLE]
    han = HAN_CHARACTER.findall(sample)
    if len(han) < len(_LATIN_WORD.findall(sample)):
        return "en"
    in_big5 = sum(_has("big5", c) and not _has("gb2312", c) for c in set(han))
    in_gb = sum(_has("gb2312", c) and not _has("big5", c) for c in set(han))
    return "zh-TW" if in_big5 > in_gb else "zh-CN"


def _has(charset: str, character: str) -> bool:
    try:
        character.encode(charset)
    except UnicodeEncodeError:
        return False
    return True
