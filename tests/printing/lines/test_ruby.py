"""Readings stand over their characters, and the text of the PDF stays the text."""

import pytest
from pypdfium2 import PdfDocument

from handout.printing import print_pdf

EM = 10.5
STYLE = (
    "<!doctype html><html lang=zh-CN><meta charset=utf-8><style>"
    "@page{size:200mm 120mm;margin:10mm}"
    "body{margin:0;font:10.5pt/18pt 'Handout Serif';text-align:justify}"
    ":root{--sans:'Handout Sans'}p{margin:0}</style><body class=''>"
)
RARE = (
    "他心怀<ruby>觊<rt>jì</rt>觎<rt>yú</rt></ruby>，"
    "一语成<ruby>谶<rt>chèn</rt></ruby>。"
)
PLAIN = "他心怀觊觎，一语成谶。"


@pytest.fixture
def page(tmp_path):
    def print_(body):
        printed = print_pdf((STYLE + body,), folders=(tmp_path,))
        assert printed.notices == ()
        return PdfDocument(printed.pdf)[0].get_textpage()

    return print_


def boxes(page, text):
    """The left, bottom, right, top of the first place of a text, in points."""
    seen = [c for c in range(page.count_chars()) if page.get_text_range(c, 1).strip()]
    at = "".join(page.get_text_range(c, 1) for c in seen).index(text)
    each = [page.get_charbox(seen[at + i], loose=True) for i in range(len(text))]
    return each[0][0], each[0][1], each[-1][2], each[0][3]


def test_the_text_stays_the_text_and_readings_come_after_it(page):
    said = page(f"<p>{RARE * 4}<p>看看").get_text_range().split()

    assert "".join(said).startswith(PLAIN * 4 + "看看")
    assert "".join(said).endswith("jìyúchèn" * 4)


@pytest.mark.parametrize("ems", [9.7, 14, 23.3, 40])
def test_a_reading_is_centred_over_its_character_however_the_line_is_filled(page, ems):
    found = page(f"<p style='width:{ems}em'>看看看{RARE}看看看看看看看看看看看看看看看")

    for char, reading in (("觊", "jì"), ("觎", "yú"), ("谶", "chèn")):
        left, bottom, right, _ = boxes(found, char)
        over = boxes(found, reading)
        assert (over[0] + over[2]) / 2 == pytest.approx((left + right) / 2, abs=0.3)
        assert 0.9 * EM < over[1] - bottom < 1.5 * EM


def test_lines_with_readings_are_as_far_apart_as_others(page):
    with_ = page(f"<p style='width:14em'>{RARE * 4}")
    without = page(f"<p style='width:14em'>{PLAIN * 4}")

    def apart(found):
        return boxes(found, "他")[1] - boxes(found, "谶")[1]

    assert apart(with_) == pytest.approx(apart(without), abs=0.1)


def test_a_wide_reading_moves_its_neighbours_apart(page):
    zhuang = "<ruby>幢<rt>zhuàng</rt></ruby>"

    found = page(f"<p>看{zhuang}{zhuang}看")

    left, _, right, _ = boxes(found, "幢幢")
    assert right - left > 2.3 * EM


def test_a_word_with_one_reading_keeps_it_in_the_middle_and_on_one_line(page):
    for ems in range(8, 16):
        word = "<ruby>扼腕<rp>（</rp><rt>è wàn</rt><rp>）</rp></ruby>"
        found = page(f"<p style='width:{ems}em'>看看看看看看{word}叹息看看看看看看看看")

        left, _, right, _ = boxes(found, "扼腕")
        assert right - left < 3.2 * EM
        over = boxes(found, "èwàn")
        assert (over[0] + over[2]) / 2 == pytest.approx((left + right) / 2, abs=0.6)
        assert "（" not in found.get_text_range()
