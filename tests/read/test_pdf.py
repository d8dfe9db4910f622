"""PDFs: what is refused, and how lines become paragraphs."""

import io

import pikepdf
import pytest

from handout.errors import ReadError
from handout.read import read
from handout.read.pdf_layout import PageLine, layout


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
    return [(block.text, block.aside) for block in layout(pages)]


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
    head, text = layout([page])
    assert head.weight > 1
    assert (text.text, text.weight) == ("第一行的文字写到了右边，第二行。", 0.0)
