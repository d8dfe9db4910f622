"""OpenDocument and EPUB files written by hand: what is kept, set aside and refused."""

import io
import zipfile

import pytest
from accounts import outline, placed, set_aside

from handout.errors import ReadError
from handout.read import read

LONG = "这一段是正文，有好几句话，比标题长得多，也以句号结束。" * 2
SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        *[("office", "office"), ("text", "text"), ("table", "table")],
        *[("style", "style"), ("draw", "drawing"), ("fo", "xsl-fo-compatible")],
        ("svg", "svg-compatible"),
    )
)
SPACES += ' xmlns:xlink="http://www.w3.org/1999/xlink"'


def packed(**parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in parts.items():
            container.writestr(name, content)
    return file.getvalue()


def read_checked(content, name):
    document, _ = read(content, name=name)
    assert document.characters == placed(document) + set_aside(document)
    return document


def read_odt(body):
    page = f"<office:document-content {SPACES}><office:body><office:text>{body}"
    page += "</office:text></office:body></office:document-content>"
    parts = {"content.xml": page, "Pictures/1.png": b"\x89PNG"}
    return read_checked(packed(**parts), "a.odt")


def test_odt_keeps_headings_lists_tables_notes_and_pictures():
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
    note += "<text:p>注文。</text:p></text:note-body></text:note>"
    row = "<table:table-row>{}{}</table:table-row>"
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    rows = [row.format(cell.format(a), cell.format(b)) for a, b in ("名数", "甲1")]
    document = read_odt(
        "<text:tracked-changes><text:p>删去的话</text:p></text:tracked-changes>"
        f'<text:h text:outline-level="1">一、甲</text:h><text:p>{LONG}{note}</text:p>'
        '<text:h text:outline-level="2">乙</text:h>'
        "<text:list><text:list-item><text:p>项</text:p></text:list-item></text:list>"
        '<text:p><draw:frame><draw:image xlink:href="Pictures/1.png"/>'
        "<svg:desc>河</svg:desc></draw:frame></text:p>"
        f"<table:table>{''.join(rows)}</table:table>"
        f'<text:h text:outline-level="1">丙</text:h><text:p>{LONG}</text:p>'
    )
    assert outline(document) == [(1, "一、甲"), (2, "乙"), (1, "丙")]
    assert [(p.kind, p.text) for p in document.paragraphs] == [
        ("text", LONG),
        ("footnote", "注文。"),
        ("item", "项"),
        ("table", "名\t数\n甲\t1"),
        ("text", LONG),
    ]
    assert [(p.alt, p.media_type) for p in document.pictures] == [("河", "image/png")]
    assert [a.reason for a in document.asides] == ["the mark of a footnote"]


CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="O/b.opf"/></rootfiles></container>'
)
BOOK = """<package xmlns="http://www.idpf.org/2007/opf"
xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>河边的书</dc:title>
<dc:creator>林生</dc:creator></metadata><manifest>
<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="b" href="2%20.xhtml" media-type="application/xhtml+xml"/>
<item id="a" href="1.xhtml" media-type="application/xhtml+xml"/>
</manifest><spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/>
<itemref idref="gone"/></spine></package>"""


def epub(**more):
    parts = {
        "META-INF/container.xml": CONTAINER,
        "O/b.opf": BOOK,
        "O/nav.xhtml": "<html><body><nav><a href='1'>渡口</a></nav></body></html>",
        "O/1.xhtml": f"<html><body><h1>渡口</h1><p>{LONG}</p></body></html>",
        "O/2 .xhtml": f"<html><body><h1>对岸</h1><p>{LONG}&nbsp;</p></body></html>",
    }
    return packed(**parts | more)


def test_an_epub_is_read_in_the_order_of_its_spine():
    document = read_checked(epub(), "a.epub")
    assert outline(document) == [(1, "渡口"), (1, "对岸")]
    assert (document.title.text, document.byline.text) == ("河边的书", "林生")
    assert [(a.text, a.reason) for a in document.asides] == [
        ("渡口", "the table of contents")
    ]


def test_an_epub_with_copy_protection_is_refused():
    locked = '<encryption><CipherReference URI="O/1.xhtml"/></encryption>'
    content = epub(**{"META-INF/encryption.xml": locked})
    with pytest.raises(ReadError, match="protected") as caught:
        read(content, name="a.epub")
    assert "DRM" in caught.value.hint


@pytest.mark.parametrize("name", ["content.xml", "META-INF/container.xml"])
def test_a_container_of_nonsense_is_refused(name):
    with pytest.raises(ReadError):
        read(packed(**{name: "<x/>"}), name="a.odt")


def test_too_many_parts_are_refused():
    content = packed(**{f"{n}.xml": "" for n in range(5001)}, **{"content.xml": "<x/>"})
    with pytest.raises(ReadError, match="more than a document needs"):
        read(content, name="a.odt")
