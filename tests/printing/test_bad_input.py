"""Texts that are hard to set: nothing is lost, nothing overflows, no exception."""

from itertools import pairwise

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from pypdfium2 import PdfDocument, raw

from handout.printing import print_pdf

EM = 10.5
URL = "https://example.org/" + "a-very-long-address/" * 6 + "x" * 60
# Each text, and what it takes that our fonts lack: the font of the user's own has it.
TEXTS = {
    "address": f"看看看看{URL}看看看看看看看看看",
    "one long word": "看看看看" + "W" * 200 + "看看看看看看看看看",
    "marks": "，。、；：？！（）《》“”‘’……——" * 6,
    "mixed widths": "看看,看看，看看.看看。１２３123ＡＢＣABC（看）(看)！!？?" * 3,
    "kana": "ひらがなとカタカナ、長いー音、きゃっきゅっ。ゃゅょっァィゥェォ漢字。" * 3,
    "Hangul": "看看한국어 문장도 있다。看看看看한국어문장도있다看看看看" * 3,
    "combining": "看看x̂看看é̄看看n̈看看か゚看看看看" * 4,
    "emoji": "表情😀👍🏽看看👩‍👩‍👧看看，看看😀😀😀😀看看看看看" * 3,
    "right to left": "看看عربي نص看看，עברית看看看看看看看看عربي看看看" * 3,
    "controls": "看看\u200d看\u200c看\u2060看\ufeff看看\u00ad看看看看\u3000看看看" * 4,
}
STYLE = (
    "<!doctype html><html lang=zh-CN><meta charset=utf-8><style>"
    "@font-face{{font-family:Boxes;src:url({font})}}"
    "@page{{size:400pt 800pt;margin:0}}body{{margin:0;text-align:justify;"
    "font:10.5pt/18pt {family},'Handout Serif',Boxes}}"
    "p{{margin:0;width:{ems}em;overflow-wrap:break-word}}</style><body class=''>"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with a font without chws and halt: a box for every character."""
    folder = tmp_path_factory.mktemp("boxes")
    chars = sorted(set("".join(TEXTS.values())) | set("看，。“”（）《》"))
    names = [f"u{ord(char):05X}" for char in chars]
    pen = TTGlyphPen(None)
    for point in ((100, 0), (100, 700), (400, 700), (400, 0)):
        (pen.lineTo if point != (100, 0) else pen.moveTo)(point)
    pen.closePath()
    box = pen.glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names])
    builder.setupCharacterMap(dict(zip(map(ord, chars), names, strict=True)))
    builder.setupGlyf(dict.fromkeys([".notdef", *names], box))
    builder.setupHorizontalMetrics(dict.fromkeys([".notdef", *names], (1000, 100)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Boxes", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120)
    builder.setupPost()
    builder.save(folder / "boxes.ttf")
    return folder


def printed(folder, text, ems, family="'Handout Serif'"):
    style = STYLE.format(font=(folder / "boxes.ttf").as_uri(), family=family, ems=ems)
    return print_pdf((f"{style}<p>{text}",), folders=(folder,))


def glyphs(pdf):
    """What was drawn, each with its box: PDFium makes up spaces between."""
    page = PdfDocument(pdf)[0].get_textpage()
    for i in range(page.count_chars()):
        char = page.get_text_range(i, 1)
        if char.strip() and not raw.FPDFText_IsGenerated(page, i):
            yield char, page.get_charbox(i)


def said(pdf):
    # A hyphen that ends a line is said as U+FFFE, to be left out or not.
    return "".join(char for char, _ in glyphs(pdf)).replace("\ufffe", "-")


@pytest.mark.parametrize("ems", [6, 9.5, 28.5])
@pytest.mark.parametrize("name", TEXTS)
def test_a_hard_text_is_printed_within_its_measure(folder, name, ems):
    found = printed(folder, TEXTS[name], ems)

    # The ink of an f or of x̂ may reach out of its advance a little.
    assert max(box[2] for _, box in glyphs(found.pdf)) < ems * EM + 0.8


@pytest.mark.parametrize("name", ["address", "kana", "mixed widths", "Hangul", "marks"])
def test_the_text_of_the_pdf_is_the_text(folder, name):
    found = printed(folder, TEXTS[name], 14)

    assert said(found.pdf) == TEXTS[name].replace(" ", "")


def test_what_cannot_be_set_well_is_told_with_its_beginning(folder):
    found = printed(folder, "看看看看看" + "W" * 9 + "看" * 30, 8)

    assert [n.code for n in found.notices] == ["lines"]
    assert "loose or short" in str(found.notices[0])
    assert "“看看看看看”" in str(found.notices[0])


def test_a_line_of_marks_that_may_not_break_is_told(folder):
    marks = f"<span style='overflow-wrap:normal'>{'，。、；：？！' * 3}</span>"

    found = printed(folder, marks, 6)

    assert "stand out of their column" in str(found.notices[0])


def test_well_set_text_is_no_notice(folder):
    assert printed(folder, "看看看，看看看看。" * 20, 14).notices == ()


def test_marks_share_an_em_and_a_half_in_a_font_without_chws(folder):
    pdf = printed(folder, "看（看）。看”，“看》《看", 30, "Boxes").pdf

    lefts = [box[0] for _, box in glyphs(pdf)]
    steps = [after - before for before, after in pairwise(lefts)]
    # 看（ 看） ）。 。看 看” ”， ，“ “看 看》 》《 《看
    tight = [i for i, step in enumerate(steps) if step < 0.7 * EM]
    assert tight == [3, 6, 7, 10]
