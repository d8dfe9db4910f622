"""Finds readings above words on PDF pages: small letters just above a line."""

import re
from dataclasses import replace

from handout.model.chinese import HAN
from handout.read.pdf.line import PageLine

_SMALLER = 0.62
# Pinyin with tones, kana, zhuyin; a digit would be the mark of a note.
_READING = re.compile(rf"[^\W\d_{HAN}'’ ·ˊˇˋ˙]|[ '’·ˊˇˋ˙]")


def mark_readings(lines: list[PageLine]) -> list[PageLine]:
    """Mark the lines of a page that are readings above the words of another."""
    sizes = [line.size for line in lines]
    largest = max(sizes, default=0.0)
    small = [line for line in lines if line.size <= largest * _SMALLER]
    if not small:
        return lines
    over = {id(one) for one in small if _is_reading(one, lines)}
    return [replace(x, kind="reading") if id(x) in over else x for x in lines]


def _is_reading(line: PageLine, lines: list[PageLine]) -> bool:
    if line.kind != "text" or _READING.sub("", line.text):
        return False
    return any(
        line.size <= base.size * _SMALLER
        and abs(line.bottom - base.top) < base.size * 0.6
        and base.left - base.size < line.left
        and line.right < base.right + base.size
        for base in lines
        if base.kind == "text"
    )
