"""The format of a file, by its content; and hints for files that are not read."""

import io
import zipfile

import pytest

from handout.errors import ReadError
from handout.read.formats import suffix_of


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
def test_standard_input_shows_its_format_by_content(content, suffix):
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
    with pytest.raises(ReadError, match="not a Word, ODT or EPUB"):
        suffix_of(file.getvalue(), "a.docx")


def packed(**parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as container:
        for name, content in parts.items():
            container.writestr(name, content)
    return file.getvalue()


OLD = b"\xd0\xcf\x11\xe0" + b"\0" * 600


@pytest.mark.parametrize(
    ("name", "content", "said", "hint"),
    [
        ("a.doc", OLD + "WordDocument".encode("utf-16-le"), "old format", ".docx"),
        ("a.docx", OLD + "EncryptedPackage".encode("utf-16-le"), "password", "take"),
        ("a.xls", OLD + "Workbook".encode("utf-16-le"), "Excel", "copy the text"),
        ("a.wps", OLD, "WPS", ".docx"),
        ("a.rtf", b"{\\rtf1", "RTF", ".docx"),
        ("a.pages", packed(**{"Index/Document.iwa": "x"}), "Pages", "export"),
        ("a.caj", b"CAJ\0", "CAJ", "CAJViewer"),
        ("a.nh", b"?", "CAJ", "CAJViewer"),
        ("a.pptx", packed(**{"ppt/presentation.xml": "x"}), "slides", ".pdf"),
        ("a.xlsx", packed(**{"xl/workbook.xml": "x"}), "Excel", "copy the text"),
        ("a.ods", packed(mimetype="application/vnd.oasis.opendocument.spreadsheet"),
         "Excel", "copy the text"),
        ("a.odt", packed(**{"encrypted-package": "x"}), "password", "take"),
        ("a.ofd", packed(**{"OFD.xml": "x"}), "OFD", ".pdf"),
        ("a.heic", b"\0\0\0\x18ftypheic", "picture", "ocrmypdf"),
        ("a.png", b"\x89PNG\r\n", "picture", "ocrmypdf"),
        ("a.mobi", b"\0" * 60 + b"BOOKMOBI", "Kindle", ".epub"),
        ("~$a.docx", b"\x04user" + b"\0" * 150, "Word leaves", "without ~$"),
        ("a.url", b"[InternetShortcut]", "link", "saved page"),
        ("a.eml", b"Subject: x", "mail", ".txt"),
        ("a.zip", packed(x="x"), "zip archive", "unpack"),
    ],
)  # fmt: skip
def test_files_that_people_try_are_refused_with_what_to_do(name, content, said, hint):
    with pytest.raises(ReadError, match=said) as caught:
        suffix_of(content, name)
    assert hint in caught.value.hint


@pytest.mark.parametrize("name", ["a.docm", "a.dotx", "a.docx"])
def test_word_files_with_macros_and_templates_are_word_files(name):
    content = packed(**{"word/document.xml": "<x/>"})
    assert suffix_of(content, name) == (".docx", ())


@pytest.mark.parametrize(
    "content",
    [
        b"Q: word word\r\nA: word word\r\n" * 130,
        b"a:\n\n" * 1_000,
        b"<!-- a -->\n" * 300 + b"text",
        b"<!--" * 1_000,
        b"content-type: \r\n" * 200,
    ],
)
def test_the_look_at_the_first_lines_ends_whatever_they_repeat(content):
    assert suffix_of(content, "-")[0] in (".txt", ".md")


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_the_head_of_a_saved_page_may_be_long_and_folded(end):
    head = [
        b"From: <Saved by Blink>",
        b"Subject: =?utf-8?Q?x?=",
        b" folded",
        b"\tagain",
    ]
    head += [b"MIME-Version: 1.0", b"Content-Type:", b" multipart/related; boundary=x"]
    assert suffix_of(end.join(head), "-") == (".mhtml", ())


def test_comments_before_a_page_hide_nothing():
    content = b'<?xml version="1.0"?> <!-- a --> <!-- <b> -->\n<!doctype  HTML>x'
    assert suffix_of(content, "-") == (".html", ())


def test_a_format_is_a_reader_and_one_line_in_the_table(monkeypatch):
    from handout import read

    monkeypatch.setitem(read.READERS, ".toy", "text.markdown.read_markdown")

    document, notices = read.read("# 题目\n\n正文。\n".encode(), name="article.toy")

    assert document.title.text == "题目"
    assert notices == ()
