"""The official paper is as GB/T 9704-2012 measures it, to a tenth of a millimetre."""

import pytest
from pypdfium2 import PdfDocument, raw

from handout import pipeline
from handout.model.options import MakeOptions, PlanOptions
from handout.model.paper import paper_named

MM = 25.4 / 72
ARTICLE = "关于试行的通知\n\n一、总体要求\n\n" + "\n\n".join(["国" * 300] * 12)


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The glyphs of each page, all lengths in mm."""
    source = pipeline.Source(ARTICLE.encode(), "notice.txt")
    plan = PlanOptions(with_text=True)
    options = MakeOptions(template="official", plan=plan)
    made = pipeline.make(source, tmp_path_factory.mktemp("official"), options)
    with PdfDocument(made.paths[0]) as pdf:
        return [list(glyphs(page)) for page in pdf]


def glyphs(page):
    """The character, left, right, baseline and ink top of each glyph."""
    text = page.get_textpage()
    height = page.get_height()
    for i in range(text.count_chars()):
        x, y = raw.c_double(), raw.c_double()
        raw.FPDFText_GetCharOrigin(text, i, x, y)
        left, _, right, _ = text.get_charbox(i, loose=True)
        top = text.get_charbox(i)[3]
        found = left, right, height - y.value, height - top
        yield text.get_text_range(i, 1), *(one * MM for one in found)


def full_pages(pages):
    """The pages of nothing but text, with their numbers."""
    whole = enumerate(map(list, pages), 1)
    return [(i, page) for i, page in whole if len(rows(page)) == 22]


def rows(page):
    found = {}
    for char, left, right, baseline, _ in page:
        if char == "国":
            found.setdefault(round(baseline, 1), []).append((left, right, baseline))
    return [sorted(found[y]) for y in sorted(found)]


def test_a_page_has_22_lines_of_28_characters_in_156_by_225_mm(pages):
    em = 156 / 28
    full = full_pages(pages)
    assert len(full) > 2
    for number, page in full:
        inner = 28 if number % 2 else 26
        lines = rows(page)
        # The frame of a character reaches 0.88 em over the baseline, 0.12 em under it.
        assert lines[0][0][2] - 0.88 * em == pytest.approx(37, abs=0.1)
        assert lines[-1][0][2] + 0.12 * em == pytest.approx(37 + 225, abs=0.1)
        whole = [line for line in lines if len(line) == 28]
        assert len(whole) > 15
        for line in whole:
            assert line[0][0] == pytest.approx(inner, abs=0.1)
            assert line[-1][1] == pytest.approx(inner + 156, abs=0.1)


def test_lines_are_as_far_apart_all_the_way_down_and_level_on_facing_pages(pages):
    pitch = (225 - 156 / 28) / 21
    for _, page in full_pages(pages):
        for at, line in enumerate(rows(page)):
            baseline = 37 + 0.88 * 156 / 28 + at * pitch
            assert line[0][2] == pytest.approx(baseline, abs=0.1)


@pytest.mark.parametrize("paper", ["A5", "B5", "16K", "A3"])
def test_other_sheets_have_the_same_page_larger_or_smaller(paper, tmp_path):
    source = pipeline.Source(ARTICLE.encode(), "notice.txt")
    plan = PlanOptions(with_text=True)
    options = MakeOptions(template="official", paper=paper, plan=plan)
    made = pipeline.make(source, tmp_path, options)
    scale = paper_named(paper).height / 297

    with PdfDocument(made.paths[0]) as pdf:
        full = [rows(page) for _, page in full_pages(list(map(glyphs, pdf)))]

    assert len(full) > 1
    for lines in full:
        assert max(map(len, lines)) == 28
        whole = next(line for line in lines if len(line) == 28)
        assert whole[-1][1] - whole[0][0] == pytest.approx(156 * scale, abs=0.1)


def test_the_page_number_is_outside_a_character_in_7_mm_below_the_text(pages):
    four = 14 * MM
    for number, page in enumerate(pages, 1):
        said = [glyph for glyph in page if glyph[3] > 262 + 4]
        assert "".join(g[0] for g in said).replace(" ", "") == f"—{number}—"
        dashes = [glyph for glyph in said if glyph[0] == "—"]
        assert dashes[0][4] == pytest.approx(262 + 7, abs=0.1)
        if number % 2:
            assert dashes[1][2] == pytest.approx(28 + 156 - four, abs=0.1)
        else:
            assert dashes[0][1] == pytest.approx(26 + four, abs=0.1)


def test_the_levels_have_the_fonts_of_the_standard(tmp_path):
    lines = (
        "# 通知",
        "## 一、要求",
        "### （一）目标",
        "看。",
        "#### 1. 进度",
        "看看。",
    )
    text = "\n\n".join(lines)
    source = pipeline.Source(text.encode(), "notice.md")
    plan = PlanOptions(with_text=True)
    options = MakeOptions(template="official", plan=plan)

    made = pipeline.make(source, tmp_path, options)

    fonts = {}
    with PdfDocument(made.paths[0]) as pdf:
        for page in pdf:
            said = page.get_textpage()
            for i in range(said.count_chars()):
                buffer = raw.create_string_buffer(99)
                raw.FPDFText_GetFontInfo(said, i, buffer, 99, None)
                name = buffer.value.decode().partition("+")[2]
                fonts[said.get_text_range(i, 1)] = name
    assert "Sans" in fonts["求"]
    assert "Kai" in fonts["标"]
    assert "Serif" in fonts["度"]


def test_the_pages_of_answers_are_on_the_same_page(tmp_path):
    source = pipeline.Source(ARTICLE.encode(), "notice.txt")
    options = MakeOptions(template="official", edition="facilitator", answers="end")
    made = pipeline.make(source, tmp_path, options)

    with PdfDocument(made.paths[0]) as pdf:
        last = list(glyphs(pdf[len(pdf) - 1]))

    dashes = [glyph for glyph in last if glyph[0] == "—"]
    assert dashes[0][4] == pytest.approx(262 + 7, abs=0.1)
    assert not [notice for notice in made.notices if "no value" in str(notice)]
