"""What a file is, told by its content; and the ways out for what we do not read."""

import io
import zipfile

import pytest

from handout.errors import ReadError
from handout.read.sniff import suffix_of


@pytest.mark.parametrize(
    ("content", "suffix"),
    [
        (b"\xef\xbb\xbf<!DOCTYPE html><p>x", ".html"),
        (b'<?xml version="1.0"?>\n<html xmlns="x"><body/></html>', ".html"),
        ("<!doctype html><p>x".encode("utf-16"), ".html"),
        (b"<p>a</p><p>b</p><p>c</p>", ".html"),
        (b"%PDF-1.7\n", ".pdf"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; x\r\n\r\n", ".mhtml"),
        ("# 题目\n\n正文".encode(), ".md"),
        ("题目\n\n正文".encode(), ".txt"),
    ],
)
def test_standard_input_tells_its_format_by_content(content, suffix):
    assert suffix_of(content, "-") == (suffix, ())


def test_a_page_with_a_text_name_is_a_page_and_says_so():
    suffix, notices = suffix_of(b"<!doctype html><p>x</p>", "a.txt")
    assert suffix == ".html"
    assert [notice.code for notice in notices] == ["format"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{\\rtf1", "RTF"),
        (b"GIF89a", "picture"),
        (b"Rar!\x1a", "RAR"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"\xd0\xcf\x11\xe0", "old format"),
    ],
)
def test_other_files_are_refused_with_a_way_out(content, said):
    with pytest.raises(ReadError, match=said) as caught:
        suffix_of(content, "a.docx")
    assert caught.value.hint


def test_a_zip_of_something_else_is_refused():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as container:
        container.writestr("a.txt", "x")
    with pytest.raises(ReadError, match="no Word, ODT or EPUB"):
        suffix_of(file.getvalue(), "a.docx")
