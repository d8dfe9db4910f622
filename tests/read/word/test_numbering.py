"""Automatic numbers of Word, as Word shows them."""

import pytest
from docx_files import LONG, para, read_docx, texts, val


def level(place, kind, text, more=""):
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/>{val("numFmt", kind)}{more}'
        f"{val('lvlText', text)}</w:lvl>"
    )


def abstract(*levels, key="1", more=""):
    inner = more + "".join(levels)
    return f'<w:abstractNum w:abstractNumId="{key}">{inner}</w:abstractNum>'


def num(key, of="1", more=""):
    return f'<w:num w:numId="{key}">{val("abstractNumId", of)}{more}</w:num>'


def item(text, place=0, of="1"):
    numbered = f"<w:numPr>{val('ilvl', place)}{val('numId', of)}</w:numPr>"
    return para(text, properties=numbered)


def read_items(numbering, *items, **parts):
    document = read_docx("".join(items) + para(LONG), numbering=numbering, **parts)
    headings = [s.heading.text for s in document.walk() if s.heading]
    return [*headings, *texts(document)]


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        ("chineseLegalSimplified", "叁"),
        ("decimalFullWidth", "３"),
        ("ideographZodiac", "寅"),
        ("ideographTraditional", "丙"),
        ("ideographEnclosedCircle", "㊂"),
        ("decimalEnclosedCircle", "③"),
        ("decimalEnclosedParen", "⑶"),
        ("ideographDigital", "三"),
        ("upperRoman", "III"),
        ("ordinal", "3rd"),
        ("cardinalText", "Three"),
        ("somethingNew", "3"),
    ],
)
def test_every_kind_of_number_is_written_as_word_shows_it(kind, label):
    numbering = abstract(level(0, kind, "%1、")) + num("1")
    found = read_items(numbering, item("甲"), item("乙"), item("丙"))
    assert f"{label}、丙" in found


def test_a_legal_level_writes_the_levels_above_it_in_figures():
    numbering = abstract(
        level(0, "chineseCounting", "第%1条"),
        level(1, "decimal", "%1.%2", "<w:isLgl/>"),
    ) + num("1")
    assert "1.1 乙" in read_items(numbering, item("甲"), item("乙", 1))


def test_a_level_that_never_restarts_counts_on_under_the_next_chapter():
    numbering = abstract(
        level(0, "upperLetter", "%1."), level(1, "decimal", "%2)", val("lvlRestart", 0))
    ) + num("1")
    found = read_items(numbering, item("甲"), item("乙", 1), item("丙"), item("丁", 1))
    assert "2) 丁" in found


def test_a_list_may_override_a_level_of_its_own():
    override = (
        f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1.")}</w:lvlOverride>'
    )
    numbering = (
        abstract(level(0, "decimal", "%1.")) + num("1") + num("2", more=override)
    )
    assert "I. 甲" in read_items(numbering, item("甲", of="2"))


def test_a_list_that_names_a_list_style_takes_its_levels():
    numbering = (
        abstract(key="1", more=val("numStyleLink", "L"))
        + abstract(level(0, "upperLetter", "%1."), key="2", more=val("styleLink", "L"))
        + num("1")
        + num("2", of="2")
    )
    assert "A. 甲" in read_items(numbering, item("甲"))


def test_a_style_without_a_level_takes_the_one_that_names_it():
    numbering = abstract(
        level(0, "decimal", "%1."), level(1, "decimal", "%1.%2", val("pStyle", "S"))
    ) + num("1")
    style = (
        '<w:style w:type="paragraph" w:styleId="S"><w:name w:val="S"/><w:pPr><w:numPr>'
        f"{val('numId', 1)}</w:numPr></w:pPr></w:style>"
    )
    found = read_items(
        numbering, item("甲"), para("乙", properties=val("pStyle", "S")), styles=style
    )
    assert "1.1 乙" in found


def test_a_label_of_a_book_is_cut():
    numbering = abstract(level(0, "decimal", "长" * 200_000 + "%1")) + num("1")
    found = read_items(numbering, item("甲"), item("乙"))
    assert max(map(len, found)) < 200
