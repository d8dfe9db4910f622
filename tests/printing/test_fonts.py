"""Which characters print, and with which fonts."""

import os
import random
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from handout.assets import fonts_folder
from handout.errors import FontError
from handout.printing.fonts import (
    check_files,
    our_fonts,
    points_of,
    uncovered_characters,
    with_code_point,
)


def test_our_fonts_are_whole():
    check_files()

    assert len(our_fonts()) == 6


def test_a_damaged_font_is_named(monkeypatch):
    from dataclasses import replace

    from handout.printing import fonts

    first, *others = our_fonts()
    damaged = (replace(first, sha256="0" * 64), *others)
    monkeypatch.setattr(fonts, "our_fonts", lambda: damaged)

    with pytest.raises(FontError, match="HandoutSerif-Regular"):
        fonts.check_files()


@pytest.mark.parametrize("cut", [0, 3, 11, 40, 90, 300, 2_000, 20_000])
@pytest.mark.parametrize("suffix", [".ttf", ".ttc", ".otf"])
def test_a_font_that_ends_too_soon_is_refused_in_a_sentence(cut, suffix, tmp_path):
    content = our_fonts()[-1].file.read_bytes()
    path = tmp_path / f"cut{suffix}"
    path.write_bytes(content[:cut])

    with pytest.raises(FontError, match="cannot be read as a font"):
        points_of(path)


@pytest.mark.parametrize("seed", range(40))
def test_a_font_with_wrong_bytes_is_read_or_refused_in_a_sentence(seed, tmp_path):
    chance = random.Random(seed)
    content = bytearray(our_fonts()[-1].file.read_bytes())
    # The tables of a font, and the table of characters that they lead to.
    for _ in range(chance.randint(1, 30)):
        content[chance.randrange(1_000)] = chance.randrange(256)
    path = tmp_path / f"wrong-{seed}.ttf"
    path.write_bytes(content)

    # Anything else that is raised is a traceback to a person.
    with suppress(FontError):
        assert isinstance(points_of(path), frozenset)


def test_common_and_rare_han_are_there_and_invisible_marks_need_no_font():
    assert uncovered_characters("的一是 㐀龥\u200b\u2060\n\t") == []


def test_a_character_that_no_font_has_is_given_once():
    assert uncovered_characters("字\U0002a6a5和\U0002a6a5") == ["\U0002a6a5"]
    assert with_code_point("\U0002a6a5") == "\U0002a6a5 (U+2A6A5)"


def test_a_font_of_the_users_lends_its_characters(tmp_path):
    # Made here, as a font of somebody else's would be: one glyph for U+2A6A5.
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    pen = TTGlyphPen(None)
    for place in ((0, 0), (0, 800), (800, 800)):
        (pen.moveTo if place == (0, 0) else pen.lineTo)(place)
    pen.closePath()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "rare"])
    builder.setupCharacterMap({0x2A6A5: "rare"})
    builder.setupGlyf({".notdef": pen.glyph(), "rare": pen.glyph()})
    builder.setupHorizontalMetrics({".notdef": (900, 0), "rare": (900, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Rare", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(tmp_path / "rare.ttf")

    assert uncovered_characters("\U0002a6a5", tmp_path) == []


def test_a_folder_without_fonts_and_a_broken_font_are_said(tmp_path):
    with pytest.raises(FontError, match="holds no font"):
        uncovered_characters("\U0002a6a5", tmp_path)

    broken = tmp_path / "more" / "broken.ttf"
    broken.parent.mkdir()
    broken.write_bytes(b"no font")
    with pytest.raises(FontError, match="cannot be read as a font"):
        uncovered_characters("\U0002a6a5", broken.parent)


def test_no_font_of_the_machine_is_seen(tmp_path):
    script = (
        "from handout.printing.engine.load import load_weasyprint;"
        "load_weasyprint(None);"
        "import ctypes, os; print(os.environ['FONTCONFIG_FILE'])"
    )
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path), "HOME": str(tmp_path)}
    environment.pop("FONTCONFIG_FILE", None)

    ran = subprocess.run(
        [sys.executable, "-c", script],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )

    settings = Path(ran.stdout.strip()).read_text(encoding="utf-8")
    assert settings.count("<dir>") == 1
    assert str(fonts_folder().resolve()) in settings


def test_a_space_beside_a_rare_character_prints_as_a_space(tmp_path):
    from handout.printing import print_pdf

    html = (
        "<html lang=zh-CN><b style=\"font-family:'Handout Sans'\">䶮 ¶1㐂 x</b></html>"
    )

    printed = print_pdf((html,), folders=(tmp_path,))

    assert printed.pages == 1
