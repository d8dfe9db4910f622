"""Which characters the fonts keep: one set for every family, the rest in one file."""

import bz2
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

# Kept where a font has them; the Han characters come from the three lists below.
BLOCKS = (
    (0x20, 0x7E),  # ASCII
    (0xA0, 0x24F),  # Latin-1, Latin Extended-A and -B (pinyin tones)
    (0x250, 0x36F),  # phonetic letters, tone marks
    (0x2000, 0x206F),  # general punctuation
    (0x2070, 0x22FF),  # superscripts, currency, №, Roman numerals, arrows, mathematics
    (0x2460, 0x27BF),  # circled numbers, box drawing, shapes, stars, ticks
    (0x2E3A, 0x2E3B),  # long dashes
    (0x3000, 0x303F),  # Chinese punctuation
    (0x3200, 0x33FF),  # bracketed numbers, square units
    (0xFE10, 0xFE6F),  # vertical and small punctuation
    (0xFF00, 0xFFEF),  # full-width forms
)
GB2312 = ("gb2312", range(0xA1, 0xF8), range(0xA1, 0xFF))
BIG5_LEVEL_1 = ("big5", range(0xA4, 0xC7), (*range(0x40, 0x7F), *range(0xA1, 0xFF)))


def main_characters(other_mappings: Path) -> frozenset[int]:
    """Give what every main font keeps, given Unicode's Unihan_OtherMappings."""
    blocks = (range(first, last + 1) for first, last in BLOCKS)
    return frozenset().union(
        general_standard_characters(other_mappings),
        decoded(*GB2312),
        decoded(*BIG5_LEVEL_1),
        *blocks,
    )


def general_standard_characters(other_mappings: Path) -> set[int]:
    """Read 通用规范汉字表, 8105 characters of 2013, from Unicode's kTGH field."""
    text = bz2.decompress(other_mappings.read_bytes()).decode()
    found = re.findall(r"^U\+([0-9A-F]+)\tkTGH\t2013:", text, re.MULTILINE)
    return {int(code, 16) for code in found}


def decoded(codec: str, leads: Iterable[int], trails: Collection[int]) -> set[int]:
    """Give every character that a two-byte character set holds."""
    pairs = (bytes((lead, trail)) for lead in leads for trail in trails)
    return {ord(text) for pair in pairs if len(text := pair.decode(codec, "ignore"))}


def ranges(codes: Iterable[int]) -> str:
    """Write code points as hexadecimal ranges: ``20-7E A0 4E00-4E03``."""
    return " ".join(
        f"{first:X}" if first == last else f"{first:X}-{last:X}"
        for first, last in _runs(sorted(codes))
    )


def _runs(codes: list[int]) -> Iterator[tuple[int, int]]:
    first = last = codes[0]
    for code in codes[1:]:
        if code != last + 1:
            yield first, last
            first = code
        last = code
    yield first, last
