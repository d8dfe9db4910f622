"""Glyphs are read from font programs as they lie there, and damage is told."""

import random

import pytest

from handout.assets import fonts_folder
from handout.preflight.pages.glyphs import Glyphs, UnreadableFontError

FONT = (fonts_folder() / "HandoutKai-Regular.ttf").read_bytes()


def test_characters_have_glyphs_and_glyphs_outlines():
    font = Glyphs(FONT)
    glyph = font.glyph_of("学")

    assert glyph
    assert font.characters_of(glyph) >= {ord("学")}
    assert font.outline(glyph) not in (b"", font.outline(0), font.outline(glyph + 1))
    assert font.outline(font.glyph_of(" ")) == b""
    assert font.glyph_of("\U0010ffff") == 0
    assert font.outline(1_000_000) == b""


@pytest.mark.parametrize("program", [b"", b"OTTO", FONT[:400], b"\0" * 9999])
def test_a_program_that_is_broken_is_told(program):
    with pytest.raises(UnreadableFontError):
        Glyphs(program)


@pytest.mark.parametrize("seed", range(20))
def test_a_damaged_program_has_outlines_or_is_told(seed):
    chance = random.Random(seed)
    damaged = bytearray(FONT)
    for _ in range(20):
        damaged[chance.randrange(2000)] = chance.randrange(256)

    try:
        font = Glyphs(bytes(damaged))
    except UnreadableFontError:
        return
    assert isinstance(font.outline(chance.randrange(9000)), bytes)
