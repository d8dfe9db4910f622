"""Guards the font files: names, characters, widths, and the glyphs that print."""

import hashlib
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont, ImageStat

from handout.assets import fonts_folder

FONTS = fonts_folder()
ENTRIES = tomllib.loads((FONTS / "fonts.toml").read_text(encoding="utf-8"))["font"]
MAIN = [entry for entry in ENTRIES if not entry["family"].endswith("More")]
STYLES = {400: "Regular", 700: "Bold"}
WIDE = "“”‘’…—·"
# On paper and drawn from the file, one line is the same ink but for rounding.
SAME_INK = 0.8
# A pixel is a point, in both pictures.
EM = 120
LINE = 180
PRINT = """
import sys, weasyprint
weasyprint.HTML(string=sys.stdin.read()).write_pdf(sys.argv[1])
"""

by_file = pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["file"])
by_main_file = pytest.mark.parametrize("entry", MAIN, ids=lambda entry: entry["file"])


def opened(entry: dict) -> TTFont:
    return TTFont(FONTS / entry["file"], lazy=True)


def covered(entry: dict) -> set[int]:
    codes = set()
    for part in (FONTS / entry["coverage"]).read_text(encoding="ascii").split():
        first, _, last = part.partition("-")
        codes |= set(range(int(first, 16), int(last or first, 16) + 1))
    return codes


def features(font: TTFont) -> set[str]:
    tables = (font[tag].table for tag in ("GSUB", "GPOS"))
    return {r.FeatureTag for table in tables for r in table.FeatureList.FeatureRecord}


def gb2312() -> set[str]:
    pairs = (bytes((a, b)) for a in range(0xA1, 0xF8) for b in range(0xA1, 0xFF))
    return set("".join(pair.decode("gb2312", "ignore") for pair in pairs))


def sample(entry: dict) -> str:
    """Twelve Chinese characters from all over the font."""
    han = sorted(code for code in covered(entry) if 0x4E00 <= code <= 0x9FFF)
    return "".join(map(chr, han[:: len(han) // 12][:12]))


def printed(entries: Iterable[dict], fonts: Path, folder: Path) -> list[Image.Image]:
    """Print one line in each font, all in one document, and give each line's picture.

    WeasyPrint reads the fontconfig file once, when it is imported: hence the process.
    """
    conf, pdf = folder / "fonts.conf", folder / "lines.pdf"
    conf.write_text(
        f"<fontconfig><dir>{fonts}</dir><cachedir>{folder}/cache</cachedir></fontconfig>"
    )
    lines = [
        f"<p style=\"font-family: '{entry['family']}'; font-weight: {entry['weight']};"
        f' font-style: {entry["style"]}">{sample(entry)}</p>'
        for entry in entries
    ]
    page = f"size: {13 * EM}pt {LINE * (len(lines) + 1)}pt; margin: 0"
    text = f"margin: 0; font-size: {EM}pt; line-height: {LINE}pt"
    html = f"<style>@page {{ {page} }} body, p {{ {text} }}</style>" + "".join(lines)
    subprocess.run(
        [sys.executable, "-c", PRINT, str(pdf)],
        input=html,
        encoding="utf-8",
        env=os.environ | {"FONTCONFIG_FILE": str(conf), "PYTHONUTF8": "1"},
        check=True,
    )
    with pypdfium2.PdfDocument(pdf) as document:
        sheet = document[0].render(grayscale=True).to_pil()
    width = sheet.width
    rows = range(0, LINE * len(lines), LINE)
    return [ImageChops.invert(sheet.crop((0, y, width, y + LINE))) for y in rows]


def drawn(entry: dict) -> Image.Image:
    """Draw the same line straight from the file's outlines, as white ink on black."""
    font = ImageFont.truetype(
        FONTS / entry["file"], EM, layout_engine=ImageFont.Layout.BASIC
    )
    line = Image.new("L", (13 * EM, LINE))
    ImageDraw.Draw(line).text((0, 0), sample(entry), fill=255, font=font)
    return line


def shared_ink(one: Image.Image, other: Image.Image) -> float:
    """Which part of the ink of two lines is in the same place: 0 to 1."""
    frame = (0, 0, *one.size)
    # The blur forgives edges that two renderers round differently.
    one, other = (
        image.crop(image.getbbox())
        .crop(frame)
        .filter(ImageFilter.GaussianBlur(EM / 60))
        for image in (one, other)
    )
    common = ImageStat.Stat(ImageChops.darker(one, other)).sum[0]
    return common / ImageStat.Stat(ImageChops.lighter(one, other)).sum[0]


@by_file
def test_fonts_toml_tells_the_truth_about_a_file(entry):
    content = (FONTS / entry["file"]).read_bytes()

    with opened(entry) as font:
        names = font["name"]
        seen = {number: names.getDebugName(number) for number in (1, 2, 16, 17)}
        weight, italic = font["OS/2"].usWeightClass, font["head"].macStyle & 2
        characters = set(font.getBestCmap())

    assert hashlib.sha256(content).hexdigest() == entry["sha256"]
    style = STYLES[entry["weight"]]
    assert seen == {1: entry["family"], 2: style, 16: None, 17: None}
    assert (weight, italic) == (entry["weight"], 0)
    assert characters == covered(entry)
    assert len(characters) == entry["characters"]


def test_fonts_toml_lists_every_font_and_every_licence_is_there():
    files = {path.name for path in FONTS.glob("*.ttf")}

    listed = {entry["file"] for entry in ENTRIES}
    licences = {FONTS / entry["licence_file"] for entry in ENTRIES}

    assert listed == files
    assert all("SIL OPEN FONT LICENSE" in path.read_text("utf-8") for path in licences)


def test_no_two_files_share_family_weight_and_style():
    faces = [(entry["family"], entry["weight"], entry["style"]) for entry in ENTRIES]

    different = set(faces)

    assert len(different) == len(faces)


def test_names_keep_clear_of_the_reserved_ones():
    reserved = ("Source", "LXGW", "霞鹜", "Noto")

    ours = []
    for entry in ENTRIES:
        with opened(entry) as font:
            records = font["name"].names
            ours += [str(record) for record in records if record.nameID in (1, 4, 6)]

    assert [name for name in ours if any(word in name for word in reserved)] == []


@by_main_file
def test_marks_squeeze_and_have_narrow_forms_for_english(entry):
    wanted = {"chws", "pwid"}

    with opened(entry) as font:
        found = features(font)

    assert wanted <= found


@by_main_file
def test_curly_quotes_dashes_and_dots_fill_a_cell(entry):
    with opened(entry) as font:
        em, cmap, metrics = font["head"].unitsPerEm, font.getBestCmap(), font["hmtx"]

        widths = {mark: metrics[cmap[ord(mark)]][0] for mark in WIDE}

    assert widths == dict.fromkeys(WIDE, em)


@by_main_file
def test_quotes_stand_at_the_side_of_the_words_they_hold(entry):
    with opened(entry) as font:
        half, cmap = font["head"].unitsPerEm / 2, font.getBestCmap()

        ink = {quote: font["glyf"][cmap[ord(quote)]] for quote in "“”‘’"}

        assert all(ink[quote].xMin > half for quote in "“‘")
        assert all(ink[quote].xMax < half for quote in "”’")


@by_main_file
def test_all_of_gb2312_prints_in_every_main_font(entry):
    wanted = gb2312()

    missing = wanted - set(map(chr, covered(entry)))

    assert len(wanted) == 7445
    assert missing == set()


def test_the_rest_and_the_main_serif_have_spaces_alone_in_common():
    more = next(entry for entry in ENTRIES if entry["family"] == "Handout Serif More")

    common = covered(more) & covered(ENTRIES[0])

    # A space beside a rare character is set in its font.
    assert common == {0x20, 0xA0, 0x3000}


@by_file
def test_a_pdf_may_embed_the_font(entry):
    with opened(entry) as font:
        restrictions = font["OS/2"].fsType

    assert restrictions == 0


def test_what_prints_is_what_the_font_file_draws(tmp_path):
    # Two files with one family, weight and style print each other's glyphs while the
    # text layer stays right: only the picture shows it.
    lines = printed(ENTRIES, FONTS, tmp_path)

    alike = {
        entry["file"]: shared_ink(line, drawn(entry))
        for entry, line in zip(ENTRIES, lines, strict=True)
    }

    assert {file: part for file, part in alike.items() if part < SAME_INK} == {}
