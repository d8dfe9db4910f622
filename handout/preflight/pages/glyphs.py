"""The only module of the check that reads font programs: what their glyphs look like.

An outline is compared as it lies in the file, not as curves: thousands of glyphs are
compared in the time in which a few are drawn.
"""

import io
import struct
from functools import cached_property
from typing import Any

# What fontTools says of a program that is damaged.
_BROKEN = (
    AssertionError,
    AttributeError,
    IndexError,
    KeyError,
    OverflowError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
)
_GROUPS = struct.Struct(">III")


class UnreadableFontError(Exception):
    """No outlines are in the program, or it is damaged."""


class Glyphs:
    """The glyphs of a TrueType font, by their ids."""

    def __init__(self, program: bytes) -> None:
        from fontTools.ttLib import TTFont, TTLibError  # type: ignore[import-untyped]

        try:
            self._font: Any = TTFont(io.BytesIO(program), lazy=True)
            self._places = self._font["loca"].locations
            self._outlines = bytes(self._font.reader["glyf"])
        except (TTLibError, *_BROKEN) as error:
            raise UnreadableFontError from error

    def outline(self, glyph: int) -> bytes:
        """The outline of a glyph; nothing where there is none."""
        if not 0 <= glyph < len(self._places) - 1:
            return b""
        # Each is filled up with zeros to an even length.
        begin, end = self._places[glyph : glyph + 2]
        return self._outlines[begin:end].rstrip(b"\0")

    def glyph_of(self, character: str) -> int:
        """The glyph of a character, 0 if there is none."""
        return self._characters.get(ord(character), 0)

    def characters_of(self, glyph: int) -> frozenset[int]:
        """The characters that have this glyph."""
        return frozenset(c for c, found in self._characters.items() if found == glyph)

    @cached_property
    def _characters(self) -> dict[int, int]:
        table = bytes(self._font.reader["cmap"])
        (count,) = struct.unpack_from(">H", table, 2)
        for platform, _, place in struct.iter_unpack(">HHI", table[4 : 4 + 8 * count]):
            (kind,) = struct.unpack_from(">H", table, place)
            if kind == 12 and platform == 3:
                return _read_groups(table, place)
        names = self._font.getBestCmap()
        return {c: self._font.getGlyphID(name) for c, name in names.items()}


def _read_groups(table: bytes, place: int) -> dict[int, int]:
    """Read a table of groups (format 12): first and last character, first glyph."""
    (count,) = struct.unpack_from(">I", table, place + 12)
    groups = table[place + 16 : place + 16 + _GROUPS.size * count]
    return {
        character: glyph + character - first
        for first, last, glyph in _GROUPS.iter_unpack(groups)
        for character in range(first, last + 1)
    }
