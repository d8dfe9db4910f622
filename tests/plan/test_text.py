"""The article as printed: styles, marks, tables and pictures; no character lost."""

from handout.model.analysis import Analysis, KeyPhrase, SectionAnalysis
from handout.model.document import (
    Document,
    Emphasis,
    Paragraph,
    Picture,
    Section,
)
from handout.plan.text import text_sections

PARAGRAPHS = (
    Paragraph(
        1,
        "要点。学习要联系实际,不能空谈。",
        0,
        1,
        run_in="要点",
        emphasis=(Emphasis(3, 8, "strong"), Emphasis(11, 15, "em")),
    ),
    Paragraph(2, "甲\t乙\n丙\t丁", 20, 2, kind="table"),
    Paragraph(3, "1. 第一条", 30, 3, kind="item", depth=2),
)


def sections(phrases=(), pictures=()):
    document = Document(
        "a.txt", "zh-CN", 40, sections=(Section(None, PARAGRAPHS),), pictures=pictures
    )
    found = Analysis((), (), (SectionAnalysis((), tuple(phrases)),))
    return text_sections(document, found)


def test_styles_and_marks_cut_the_text_and_lose_nothing():
    (section,) = sections([KeyPhrase("联系实际", 1, 1, 6)])

    runs = section.paragraphs[0].runs

    assert "".join(run.text for run in runs) == PARAGRAPHS[0].text
    assert runs[0].text == "要点。"
    assert runs[0].style == "run-in"
    assert {run.text for run in runs if run.marked} == {"联系", "实际"}
    assert "".join(r.text for r in runs if r.style == "strong") == "学习要联系"
    assert "".join(r.text for r in runs if r.style == "em") == "不能空谈"


def test_a_table_keeps_its_cells_and_an_item_its_depth():
    (section,) = sections()

    rows = section.paragraphs[1].rows
    assert [["".join(run.text for run in c.runs) for c in row] for row in rows] == [
        ["甲", "乙"],
        ["丙", "丁"],
    ]
    assert section.paragraphs[1].runs == ()
    assert (section.paragraphs[2].kind, section.paragraphs[2].depth) == ("item", 2)


def test_pictures_stand_where_they_stood():
    pictures = (
        Picture(b"a", "image/png", "图一", 0),
        Picture(b"b", "image/png", "", 2),
    )

    before, section = sections(pictures=pictures)

    assert [p.alt for p in before.pictures] == ["图一"]
    assert section.paragraphs[1].pictures[0].content == b"b"
    assert section.paragraphs[0].pictures == ()


def test_words_that_a_line_beside_a_picture_says_are_not_printed_twice():
    pictures = (
        Picture(b"a", "image/png", "1. 第一条", 2),
        Picture(b"b", "image/png", "图二", 3),
    )

    (section,) = sections(pictures=pictures)

    alts = [p.alt for paragraph in section.paragraphs for p in paragraph.pictures]
    assert alts == ["", "图二"]
