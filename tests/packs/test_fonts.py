"""A pack brings fonts of its own: found, checked, printed, never mixed up with ours."""

import io

import pikepdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from handout.errors import FontError, TemplateError

# A sign that no font of ours has.
SIGN = "\U0001f9ed"
RULE = '@font-face {{ font-family: "{family}"; {more} src: url({file}) }}\n'
BLOCK = f'<p style="font-family: Compass, var(--serif)">{SIGN}</p>'


def font(path):
    """Make a font of one glyph."""
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "sign"])
    builder.setupCharacterMap({ord(SIGN): "sign"})
    pen = TTGlyphPen(None)
    for move, *points in (("m", (0, 0)), ("l", (500, 900)), ("l", (900, 0))):
        (pen.moveTo if move == "m" else pen.lineTo)(points[0])
    pen.closePath()
    blank = TTGlyphPen(None).glyph()
    builder.setupGlyf({".notdef": blank, "sign": pen.glyph()})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "sign": (1000, 0)})
    builder.setupHorizontalHeader(ascent=900, descent=-100)
    builder.setupNameTable({"familyName": "Compass", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=900, usWinAscent=900, usWinDescent=100)
    builder.setupPost()
    path.parent.mkdir(parents=True, exist_ok=True)
    builder.save(path)


def fonts_of(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as document:
        found = [
            str(thing["/BaseFont"])
            for thing in document.objects
            if isinstance(thing, pikepdf.Dictionary) and "/BaseFont" in thing
        ]
    return {name.partition("+")[2] for name in found}


def test_a_font_in_the_packs_folder_prints_what_ours_lack(pressed, tmp_path):
    font(tmp_path / "mine" / "fonts" / "compass.ttf")
    rule = RULE.format(family="Compass", more="", file="fonts/compass.ttf")

    sheets = pressed({"style.css": rule, "blocks/summary.html.j2": BLOCK})

    assert sheets.lost == ()
    assert sheets.printed.notices == ()
    assert any("Compass" in name for name in fonts_of(sheets.printed.pdf))


def test_without_it_the_sign_is_lost_and_nothing_is_printed(pressed):
    assert pressed({"blocks/summary.html.j2": BLOCK}).lost == (SIGN,)


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        (
            "\n" + RULE.format(family="Handout Kai", more="", file="compass.ttf"),
            "style.css:2:1: the family Handout Kai is one of ours; call it otherwise, "
            "and name that in font-family",
        ),
        (
            RULE.format(family="Compass", more="", file="compas.ttf"),
            "style.css:1:48: there is no font compas.ttf; did you mean compass.ttf?",
        ),
        (
            "@font-face { font-family: Compass }",
            "style.css:1:1: this @font-face has no font-family or no src: url(…); "
            'write: font-family: "Name"; src: url(name.ttf)',
        ),
        (
            RULE.format(family="Compass", more="", file="compass.ttf")
            + RULE.format(family="Compass", more="font-weight: 400;", file="two.ttf"),
            "style.css:2:1: Compass 400 normal has two files; give one of them another "
            "font-weight, font-style or family",
        ),
    ],
)
def test_a_rule_that_would_print_wrong_characters_is_refused(
    rules, said, pressed, tmp_path
):
    font(tmp_path / "mine" / "compass.ttf")
    font(tmp_path / "mine" / "two.ttf")

    with pytest.raises(TemplateError) as raised:
        pressed({"style.css": rules})

    assert str(raised.value).replace(f"{tmp_path}/mine/", "") == said


def test_a_file_that_is_no_font_is_told(pressed, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "compass.ttf").write_bytes(b"no font")

    with pytest.raises(FontError) as raised:
        pressed({"style.css": RULE.format(family="A", more="", file="compass.ttf")})

    assert str(raised.value).replace(f"{tmp_path}/mine/", "") == (
        "compass.ttf: cannot be read as a font; put a font that is whole there"
    )
