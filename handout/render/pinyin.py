"""Puts pinyin over the few words that a person gives a reading for: 觊觎=jì yú."""

import re
from functools import partial
from html import escape

from handout.errors import UsageError

_BETWEEN = re.compile(r"[;；\n]+")
_TAG = re.compile(r"(<[^<>]*+>)")
# A word is read out once in each of these parts of a handout.
_PART = re.compile(r"<(?:article|header)\b")
# What these hold is not text of the page, or cannot hold a reading.
_CLOSED = ("style", "title", "head", "svg", "ruby", "script")


def readings(said: str) -> dict[str, str]:
    """Split “觊觎=jì yú; 谶=chèn” into words and readings.

    Raises UsageError for a word without a reading.
    """
    found = {}
    for one in filter(str.strip, _BETWEEN.split(said)):
        word, _, reading = (part.strip() for part in one.partition("="))
        if not word or not reading:
            raise UsageError(
                f"{one.strip()} gives no reading",
                where="[[set]] pinyin",
                hint="write [[set]] pinyin='觊觎=jì yú; 谶=chèn'",
            )
        found[word] = reading
    return found


def mark_up_readings(html: str, said: dict[str, str]) -> str:
    """Mark up the first of each of the words in each part of a page, as <ruby>."""
    if not said:
        return html
    words = sorted(said, key=len, reverse=True)
    pattern = re.compile("|".join(re.escape(escape(word)) for word in words))
    rubies = {escape(word): _ruby(word, said[word]) for word in words}
    left = dict(rubies)
    closed = ""
    pieces = _TAG.split(html)
    for at, piece in enumerate(pieces):
        if piece.startswith("<"):
            closed = _open_element(piece, closed)
            left = dict(rubies) if _PART.match(piece) else left
        elif not closed and left:
            take = partial(_take_reading, left)
            pieces[at] = pattern.sub(take, piece)
    return "".join(pieces)


def _take_reading(left: dict[str, str], match: re.Match[str]) -> str:
    return left.pop(match[0], match[0])


def _open_element(tag: str, closed: str) -> str:
    """Which element without text for readings is open after a tag."""
    if closed:
        return "" if tag.startswith(f"</{closed}") else closed
    return next((n for n in _CLOSED if re.match(rf"<{n}\b", tag)), "")


def _ruby(word: str, reading: str) -> str:
    """Put a syllable over each character; over the whole word if they do not pair."""
    syllables = reading.split()
    pairs = [(word, reading)]
    if len(syllables) == len(word):
        pairs = list(zip(word, syllables, strict=True))
    inside = "".join(f"{escape(base)}<rt>{escape(rt)}</rt>" for base, rt in pairs)
    return f"<ruby>{inside}</ruby>"
