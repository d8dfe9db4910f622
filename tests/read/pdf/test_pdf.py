"""PDFs: what is refused, and how lines become paragraphs."""

import io
from pathlib import Path

import pikepdf
import pytest
from accounts import outline, placed, set_aside

from handout.errors import ReadError
from handout.read import read
from handout.read.pdf.line import PageLine
from handout.read.pdf.paragraphs import layout

FILES = Path(__file__).parents[1] / "files"


def pdf(**save):
    file = io.BytesIO()
    document = pikepdf.new()
    document.add_blank_page()
    document.save(file, **save)
    return file.getvalue()


def test_a_scan_is_refused_with_the_way_to_recognise_its_text():
    with pytest.raises(ReadError, match="no text layer") as caught:
        read(pdf(), name="a.pdf")
    assert "ocrmypdf" in caught.value.hint


def test_a_pdf_with_a_password_is_refused():
    content = pdf(encryption=pikepdf.Encryption(owner="x", user="y"))
    with pytest.raises(ReadError, match="password"):
        read(content, name="a.pdf")


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"%PDF-1.7\n" + b"x" * 5000])
def test_a_damaged_pdf_is_refused(content):
    with pytest.raises(ReadError, match="damaged"):
        read(content, name="a.pdf")


def line(text, top, *, left=72.0, right=520.0, size=12.0, bold=False):
    share = top / 842
    return PageLine(text, left, right, top, top + size, size, bold, share)


def told(pages):
    return [(block.text, block.aside) for block in layout(pages)[0]]


def test_lines_join_to_paragraphs_across_pages_and_hyphens_are_set_aside():
    first = [
        line("    It was told to me by an old ferry-", 700, left=96),
        line("man, who had it from his mother and she", 718),
    ]
    second = [line("from hers.", 100, right=150), line("    Then", 118, left=96)]
    assert told([first, second]) == [
        ("It was told to me by an old ferryman, who had it from his mother and she "
         "from hers.", ""),
        ("-", "hyphens at line ends"),
        ("Then", ""),
    ]  # fmt: skip


def test_larger_type_opens_a_block_of_its_own_and_carries_weight():
    page = [
        line("一、总则", 100, right=130, size=16.0),
        line("第一行的文字写到了右边，", 130),
        line("第二行。", 148, right=130),
    ]
    head, text = layout([page])[0]
    assert head.weight > 1
    assert (text.text, text.weight) == ("第一行的文字写到了右边，第二行。", 0.0)


def read_file(name):
    document, _ = read((FILES / name).read_bytes(), name=name)
    assert document.characters == placed(document) + set_aside(document)
    return document


def rows(document):
    return [p.rows for p in document.paragraphs if p.kind == "table"]


def notes(document):
    return [p.text for p in document.paragraphs if p.kind == "footnote"]


def test_a_ruled_table_is_a_table_with_its_joined_and_empty_cells():
    document = read_file("pdf/libreoffice-report.pdf")
    assert document.title.text == "季度工作报告"
    assert [text for _, text in outline(document)] == [
        *["一、总体情况", "二、存在问题", "三、下步打算"]
    ]
    assert rows(document) == [
        (
            ("项目", "计划", "完成"),
            (
                "走访农户",
                "三百户，分三批进行，每批一百户，由各村干部带队",
                "二百八十户",
            ),
            ("修路", "12公里", ""),
            ("合计", "完成九成"),
        )
    ]
    assert [(a.text, a.reason) for a in document.asides] == [
        ("内部资料 注意保存", "a page head or foot")
    ] * 2


@pytest.mark.parametrize("name", ["libreoffice", "weasyprint"])
def test_columns_of_another_program_are_read_as_paragraphs(name):
    document = read_file(f"pdf/{name}-columns.pdf")
    wanted = ["Why we meet", "How a circle works", "What to bring"]
    assert [text for _, text in outline(document)] == wanted
    paragraphs = {p.text for p in document.paragraphs}
    # Each paragraph is the same two sentences, said twice.
    assert len(paragraphs) == 1
    (text,) = paragraphs
    assert text.startswith("A reading circle is a small, self-governing institution:")
    assert text.count("disagreement without embarrassment.") == 2
    assert "acknowledge" in text
    reasons = {aside.reason for aside in document.asides}
    assert reasons <= {"hyphens at line ends", "a page head or foot", "a page number"}


def test_a_printed_page_keeps_its_table_picture_and_note():
    document = read_file("pdf/chromium-page.pdf")
    assert [text for _, text in outline(document)] == ["一、船", "二、人"]
    assert rows(document) == [
        (
            ("船", "人", "河"),
            ("大船", "一", "大河上有大船，船上有大人"),
            ("小船", "", "小河"),
        )
    ]
    assert notes(document) == ["人上船，船上河。"]
    assert document.paragraphs[0].text.startswith("河上有船，船上有人。")
    (picture,) = document.pictures
    assert picture.content.startswith(b"\x89PNG")
    assert picture.after == 3


@pytest.mark.parametrize("name", ["libreoffice", "weasyprint"])
def test_an_article_with_everything_keeps_it_as_a_pdf(name):
    document = read_file(f"river/{name}.pdf")
    assert (document.title.text, document.byline.text) == ("渡口纪事", "林生")
    assert outline(document) == [(1, "一、过河的规矩"), (1, "二、数目")]
    assert notes(document) == ["木板后来收进了镇上的陈列室。", "桥在渡口上游二里。"]
    texts = [p.text for p in document.paragraphs]
    assert "1. 人先上船，货后上船。" in texts
    assert "3. 夜里只渡急事。" in texts
    assert any("看一看。船小，浪大，规矩" in text for text in texts)
    assert len(document.pictures) == 1
    if name == "weasyprint":
        assert rows(document)[0][1:] == (
            *[("1990", "1200", "2"), ("2000", "3400", "3"), ("2010", "800", "1")],
        )


def test_a_word_keeps_at_a_line_end_the_hyphen_it_has_elsewhere():
    page = [
        line("    It is a self-governing and well-run circle, and it is self-", 100),
        line("governing since it was founded, with a well-kept mem-", 118),
        line("ory.", 136, right=150),
    ]
    blocks, _ = layout([page])
    assert "is self-governing since" in blocks[0].text
    assert "well-kept memory." in blocks[0].text


def test_a_line_between_two_columns_appears_once():
    left = [line("左栏的话写到这里为止。", 100 + 18 * n, right=290) for n in range(6)]
    right = [line("右栏的话写到这里为止。", 100 + 18 * n, left=302) for n in range(6)]
    middle = line("＊", 300, left=293, right=299)
    texts = [text for text, _ in told([[*left, *right, middle]])]
    assert "".join(texts).count("＊") == 1


def test_points_of_a_slide_stay_apart():
    page = [
        PageLine(text, 64.0, 64.0 + 29 * len(text), top, top + 32, 29.0, bold=False,
                 share=top / 400)
        for text, top in (("以景衬情", 144.0), ("以小见大", 182.0), ("余味悠长", 218.0))
    ]  # fmt: skip
    blocks, _ = layout([page], [720.0])
    assert [block.text for block in blocks] == ["以景衬情", "以小见大", "余味悠长"]


def test_a_reading_over_a_word_does_not_tear_its_paragraph():
    from handout.read.pdf.readings import mark_readings

    lines = [
        PageLine("小蝌蚪在水里游，尾巴摇来摇去，一会儿聚在一", 76, 412, 171, 187, 16.0,
                 bold=False, share=0.2),
        PageLine("kē dǒu", 115, 137, 188, 196, 8.0, bold=False, share=0.2),
        PageLine("起，又散开。", 76, 172, 193, 209, 16.0, bold=False, share=0.2),
    ]  # fmt: skip
    blocks, _ = layout([mark_readings(lines)], [500.0])
    assert [(b.text, b.aside) for b in blocks] == [
        ("小蝌蚪在水里游，尾巴摇来摇去，一会儿聚在一起，又散开。", ""),
        ("kē dǒu", "a reading over its word"),
    ]
