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


def listed(style, *items):
    inside = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
    return f"<text:list {style}>{inside}</text:list>"


def test_odt_lists_count_as_their_styles_say():
    level = '<text:list-level-style-number text:level="{}" style:num-format="{}" {}/>'
    levels = (
        level.format(1, "1", 'style:num-suffix="."')
        + level.format(2, "a", 'style:num-suffix=")" text:display-levels="2"')
        + level.format(3, "①, ②, ③, ...", 'style:num-suffix="、"')
    )
    p = "<text:p>{}</text:p>".format
    inner = listed("", p("乙") + listed("", p("丙")), listed("", p("丁")))
    first = listed('text:style-name="L" xml:id="x"', p("甲") + inner, p("戊"))
    second = listed('text:style-name="L" text:continue-list="x"', p("己"))
    third = listed('text:style-name="L"', p("庚"))
    style = f'<text:list-style style:name="L">{levels}</text:list-style>'
    document = read_odt(f"<text:p>{LONG}</text:p>{style}{first}{second}{third}")
    told = [(x.kind, x.text) for x in document.paragraphs[1:]]
    assert told == [
        *[("item", "1. 甲"), ("item", "1.a) 乙"), ("item", "①、丙")],
        *[("item", "②、丁"), ("item", "2. 戊"), ("item", "3. 己"), ("item", "1. 庚")],
    ]


def test_odt_headings_carry_the_number_of_the_outline():
    outline_style = (
        '<text:outline-style style:name="Outline"><text:outline-level-style '
        'text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>'
        "</text:outline-style>"
    )
    head = '<text:h text:outline-level="1"{}>{}</text:h>'.format
    body = f"<text:p>{LONG}</text:p>"
    document = read_odt(
        outline_style
        + head("", "甲")
        + body
        + head(' text:is-list-header="true"', "乙")
        + body
        + head("", "丙")
        + body
    )
    assert [text for _, text in outline(document)] == ["一、甲", "乙", "二、丙"]


def test_an_odt_with_a_password_is_refused_with_what_to_do():
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    parts = {"content.xml": b"\x00\x01", "META-INF/manifest.xml": manifest}
    with pytest.raises(ReadError, match="password") as caught:
        read(packed(**parts), name="a.odt")
    assert "LibreOffice" in caught.value.hint


def test_odt_numbers_of_any_length_cost_no_more_than_themselves():
    long = "9" * 5000
    level = (
        f'<text:list-level-style-number text:level="{{}}" style:num-format="1" '
        f'text:start-value="{long}" text:display-levels="{{}}"/>'
    )
    levels = level.format(1, "999999999") + level.format("999999999", "999999999")
    item = f'<text:list-item text:start-value="{long}"><text:p>甲</text:p>'
    document = read_odt(
        f'<text:p>{LONG}</text:p><text:list-style style:name="L">{levels}'
        f'</text:list-style><text:list text:style-name="L">{item}</text:list-item>'
        f'</text:list><text:h text:outline-level="{long}">乙</text:h>'
    )
    assert [p.text for p in document.paragraphs][1] == "1 甲"
