"""OpenDocument texts: every cell in its column, nothing shown is lost."""

import io
import zipfile

import pytest
from accounts import outline, placed, set_aside

from handout.read import read

SPACES = (
    " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in {
            **{n: n for n in ("office", "text", "table", "style")},
            **{"draw": "drawing", "svg": "svg-compatible", "fo": "xsl-fo-compatible"},
        }.items()
    )
    + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="urn:dc"'
)
LONG = "这一段是正文，有好几句话，比标题长得多，也以句号结束。" * 2
MATH = (
    '<math xmlns="http://www.w3.org/1998/Math/MathML"><mfrac><mn>1</mn><mn>2</mn>'
    "</mfrac></math>"
)


def odt(body, styles="", **parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr(
            "content.xml",
            f"<office:document-content {SPACES}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body><office:text>{body}"
            "</office:text></office:body></office:document-content>",
        )
        for name, content in parts.items():
            container.writestr(name, content)
    return file.getvalue()


def read_odt(body, styles="", **parts):
    document, _ = read(odt(body, styles, **parts), name="a.odt")
    assert document.characters == placed(document) + set_aside(document)
    return document


def para(text):
    return f"<text:p>{text}</text:p>"


def cell(text, **spans):
    said = "".join(
        f' table:number-{name.replace("_", "-")}="{value}"'
        for name, value in spans.items()
    )
    return f"<table:table-cell{said}>{text}</table:table-cell>"


def row(*cells):
    inner = "".join(c if c.startswith("<") else cell(para(c)) for c in cells)
    return f"<table:table-row>{inner}</table:table-row>"


COVERED = "<table:covered-table-cell/>"


def the_table(*rows, more=""):
    body = para(LONG) + f"<table:table>{''.join(rows)}</table:table>" + para(LONG)
    return next(p for p in read_odt(body + more).paragraphs if p.kind == "table")


def texts(document):
    return [paragraph.text for paragraph in document.paragraphs]


def reasons(document):
    return {aside.text: aside.reason for aside in document.asides}


def test_spanning_cells_keep_the_columns():
    found = the_table(
        row("项", cell(para("上午"), columns_spanned=2), COVERED, "注"),
        row(cell(para("甲"), rows_spanned=2), "1", "2", "3"),
        row(COVERED, "4", "5", "6"),
    )
    assert found.rows == (
        ("项", "上午", "", "注"),
        ("甲", "1", "2", "3"),
        ("", "4", "5", "6"),
    )
    assert [c.text for c in found.cells[2]] == ["4", "5", "6"]


def test_a_repeated_empty_cell_takes_as_many_columns():
    found = the_table(
        row("甲", "乙", "丙"),
        row(cell("", columns_repeated=2), "三"),
        row("1", "2", "3"),
    )
    assert found.rows[1] == ("", "", "三")


def test_text_in_a_covered_cell_is_set_aside_with_the_reason():
    covered = f"<table:covered-table-cell>{para('藏')}</table:covered-table-cell>"
    body = f"<table:table>{row('甲', covered)}{row('乙', '丙')}</table:table>"
    assert "covered" in reasons(read_odt(para(LONG) + body))["藏"]


def test_a_row_of_the_head_is_the_head():
    head = f"<table:table-header-rows>{row('1', '2')}</table:table-header-rows>"
    assert the_table(head, row("3", "4")).table.heads == 1


@pytest.mark.parametrize("lines", ["12<text:line-break/>34", "12</text:p><text:p>34"])
def test_two_numbers_on_two_lines_of_a_cell_stay_two(lines):
    assert the_table(row("甲", lines), row("乙", "5")).rows[0] == ("甲", "12; 34")


@pytest.mark.parametrize(
    "body",
    [
        "迷路的字" + para(LONG),
        f"<text:section>迷路的字{para(LONG)}</text:section>",
        f"<text:list>迷路的字<text:list-item>{para(LONG)}</text:list-item></text:list>",
        f"<table:table><table:table-row>迷路的字{cell(para(LONG))}</table:table-row>"
        "</table:table>",
    ],
    ids=("text", "section", "list", "row"),
)
def test_text_outside_paragraphs_is_kept(body):
    document = read_odt(para("前文。" + LONG) + body)
    assert "迷路的字" in [piece.text for piece in document.pieces()]


@pytest.mark.parametrize("where", ["here", "apart"])
def test_a_formula_stays_inside_its_sentence(where):
    inner = MATH if where == "here" else ""
    link = ' xlink:href="./Object 1"' if where == "apart" else ""
    frame = f"<draw:frame><draw:object{link}>{inner}</draw:object></draw:frame>"
    document = read_odt(para(f"共3{frame}份，{LONG}"), **{"Object 1/content.xml": MATH})
    assert texts(document) == [f"共3 1/2份，{LONG}"]


def test_the_picture_of_a_formula_is_not_a_picture():
    frame = (
        '<draw:frame><draw:object xlink:href="./Object 1"/>'
        '<draw:image xlink:href="./ObjectReplacements/Object 1"/></draw:frame>'
    )
    parts = {"Object 1/content.xml": MATH, "ObjectReplacements/Object 1": b"x"}
    assert read_odt(para(LONG + frame), **parts).pictures == ()


@pytest.mark.parametrize(
    ("properties", "text"),
    [
        ('style:text-position="super 58%"', "m²"),
        ('style:text-position="33% 58%"', "m²"),
        ('style:text-position="-33% 58%"', "m₂"),
        ('style:text-position="0% 100%"', "m2"),
    ],
)
def test_raised_and_lowered_text_cannot_be_misread(properties, text):
    style = (
        '<style:style style:name="S" style:family="text">'
        f"<style:text-properties {properties}/></style:style>"
    )
    span = '<text:span text:style-name="S">2</text:span>'
    assert texts(read_odt(para(f"m{span}，{LONG}"), style)) == [f"{text}，{LONG}"]


def test_hidden_text_and_comments_are_set_aside():
    style = (
        '<style:style style:name="H" style:family="text">'
        '<style:text-properties text:display="none"/></style:style>'
    )
    body = (
        f'{LONG}<text:span text:style-name="H">暗处</text:span>'
        "<office:annotation><text:p>请核对</text:p></office:annotation>"
    )
    found = reasons(read_odt(para(body), style))
    assert found == {"暗处": "hidden text", "请核对": "a comment"}


def test_a_line_break_in_a_heading_makes_no_second_heading():
    heading = '<text:h text:outline-level="1">第一章<text:line-break/>渡口</text:h>'
    document = read_odt(para(LONG) + heading + para(LONG))
    assert outline(document) == [(1, "第一章 渡口")]


def test_a_reading_is_kept_beside_the_text():
    ruby = (
        "<text:ruby><text:ruby-base>澄</text:ruby-base>"
        "<text:ruby-text>chéng</text:ruby-text></text:ruby>"
    )
    document = read_odt(para(f"水很{ruby}清，{LONG}"))
    assert texts(document) == [f"水很澄清，{LONG}"]
    assert document.readings == (("澄", "chéng"),)


def test_the_mark_of_a_note_is_tied_to_its_place():
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>注文。</text:p></text:note-body></text:note>"
    )
    first = read_odt(para(f"水位{note}高，{LONG}")).paragraphs[0]
    assert [(mark.at, mark.text) for mark in first.marks] == [(2, "1")]


def test_an_entity_is_not_expanded_and_what_follows_it_is_read():
    page = io.BytesIO(odt(para(f"前&x;后。{LONG}")))
    with zipfile.ZipFile(page) as container:
        text = container.read("content.xml").decode()
    declared = '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + text
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as container:
        container.writestr("content.xml", declared)
    document, _ = read(written.getvalue(), name="a.odt")
    assert texts(document) == [f"前后。{LONG}"]
