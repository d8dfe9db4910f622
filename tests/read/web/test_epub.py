"""E-books: every page of the spine, whatever it is called."""

import io
import zipfile

import pytest
from accounts import outline, placed, set_aside

from handout.read import read

LONG = "这一段是正文，有好几句话，比标题长得多，也以句号结束。" * 2
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="O/book.opf"/></rootfiles></container>'
)


def epub(pages, *, kinds=(), stored=(), more="", parts=()):
    """A book of pages by name; `kinds` are media types, `stored` other names."""
    kinds, stored = dict(kinds), dict(stored)
    items = "".join(
        f'<item id="{n}" href="{n}.xhtml" media-type='
        f'"{kinds.get(n, "application/xhtml+xml")}"/>'
        for n in pages
    )
    spine = "".join(f'<itemref idref="{n}"/>' for n in pages)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as container:
        container.writestr("META-INF/container.xml", CONTAINER)
        container.writestr(
            "O/book.opf",
            f'<package xmlns="http://www.idpf.org/2007/opf"><manifest>{items}{more}'
            f"</manifest><spine>{spine}</spine></package>",
        )
        for name, body in pages.items():
            if body is not None:
                container.writestr(
                    stored.get(name, f"O/{name}.xhtml"),
                    f"<html><body>{body}</body></html>",
                )
        for name, text in parts:
            container.writestr(name, text)
    return file.getvalue()


def read_book(*arguments, **options):
    document, notices = read(epub(*arguments, **options), name="a.epub")
    assert document.characters == placed(document) + set_aside(document)
    return document, notices


@pytest.mark.parametrize("kind", ["text/x-oeb1-document", "application/xml", "", "x/y"])
def test_a_page_of_another_type_is_read(kind):
    document, _ = read_book(
        {"a": f"<p>甲{LONG}</p>", "b": f"<p>乙{LONG}</p>"}, kinds={"b": kind}
    )
    assert [p.text[0] for p in document.paragraphs] == ["甲", "乙"]


def test_a_page_stored_in_other_letter_case_is_found():
    document, _ = read_book({"Ch": f"<p>{LONG}</p>"}, stored={"Ch": "O/ch.XHTML"})
    assert len(document.paragraphs) == 1


def test_a_page_that_is_not_there_is_a_notice():
    _, notices = read_book({"a": f"<p>{LONG}</p>", "b": None})
    assert [n.code for n in notices] == ["missing"]
    assert "b.xhtml" in str(notices[0])


def test_titles_that_only_the_contents_name_are_headings():
    contents = (
        '<html xmlns="http://www.w3.org/1999/xhtml"><body><nav><ol>'
        '<li><a href="a.xhtml">渡口</a></li><li><a href="b.xhtml">集市</a></li>'
        "</ol></nav></body></html>"
    )
    document, _ = read_book(
        {"a": f"<p>渡口</p><p>{LONG}</p>", "b": f"<p>集市</p><p>{LONG}</p>"},
        more='<item id="nav" properties="nav" href="nav.xhtml" media-type="x"/>',
        parts=[("O/nav.xhtml", contents)],
    )
    assert outline(document) == [(1, "渡口"), (1, "集市")]


def test_a_picture_named_many_times_is_unpacked_once():
    pictures = '<img src="p.png"/>' * 50
    document, _ = read_book(
        {"a": f"<p>{LONG}</p>{pictures}"}, parts=[("O/p.png", b"picture")]
    )
    assert len({id(p.content) for p in document.pictures}) == 1
