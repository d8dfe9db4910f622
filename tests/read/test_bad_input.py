"""What strangers' files do, tried on every format: only sentences may come out."""

import io
import socket
import zipfile
from pathlib import Path

import pikepdf
import pytest
from accounts import placed, set_aside

from handout.errors import HandoutError, ReadError
from handout.read import read

FILES = Path(__file__).parent / "files"
LONG = "这一段是正文，有好几句话，比标题长得多，也以句号结束。" * 2
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (("office", "office"), ("text", "text"), ("table", "table"))
)
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="b.opf"/></rootfiles></container>'
)
BOOK = (
    '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" '
    'href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine>'
    '<itemref idref="a"/></spine></package>'
)


def zipped(**parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in parts.items():
            container.writestr(name, content)
    return file.getvalue()


def docx(body, head="", **more):
    page = f'{head}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return zipped(**{"word/document.xml": page, **more})


def odt(body, head="", **more):
    page = f"{head}<office:document-content {SPACES}><office:body><office:text>{body}"
    page += "</office:text></office:body></office:document-content>"
    return zipped(**{"content.xml": page, **more})


def epub(body, head="", **more):
    page = f"{head}<html><body>{body}</body></html>"
    parts = {"META-INF/container.xml": CONTAINER, "b.opf": BOOK, "a.xhtml": page}
    return zipped(**parts | more)


def html(body, head=""):
    return f"{head}<!doctype html><html><body>{body}</body></html>".encode()


def mhtml(body, head=""):
    top = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"
    top += b"--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    return top + html(body, head) + b"\r\n--x--\r\n"


def pdf(lines, change=None):
    """Write a PDF whose characters say by themselves which ones they are."""
    letters = sorted({letter for line in lines for letter in line})
    codes = {letter: f"{n:04x}" for n, letter in enumerate(letters, 1)}
    pairs = "\n".join(
        f"<{code}> <{letter.encode('utf-16-be').hex()}>"
        for letter, code in codes.items()
    )
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /x def "
        "1 begincodespacerange <0000> <ffff> endcodespacerange "
        f"{len(codes)} beginbfchar\n{pairs}\nendbfchar endcmap end end"
    )
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(595, 842))
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type0,
        BaseFont=pikepdf.Name.Some,
        Encoding=pikepdf.Name("/Identity-H"),
        ToUnicode=document.make_stream(cmap.encode()),
        DescendantFonts=[
            pikepdf.Dictionary(
                Type=pikepdf.Name.Font,
                Subtype=pikepdf.Name.CIDFontType2,
                BaseFont=pikepdf.Name.Some,
                CIDSystemInfo=pikepdf.Dictionary(
                    Registry=pikepdf.String("Adobe"),
                    Ordering=pikepdf.String("Identity"),
                    Supplement=0,
                ),
                DW=1000,
            )
        ],
    )
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
    drawn = ["BT /F 10 Tf 72 760 Td 16 TL"]
    drawn += [f"<{''.join(codes[x] for x in line)}> Tj T*" for line in lines]
    page.Contents = document.make_stream("\n".join([*drawn, "ET"]).encode())
    if change:
        change(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def of_text(text):
    """Files of every format with a title and a paragraph."""
    word = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>".format
    para = "<text:p>{}</text:p>".format
    page = "<p>题目</p><p>{}</p>".format
    return {
        "a.txt": f"题目\n{text}\n".encode(),
        "a.md": f"# 题目\n\n{text}\n".encode(),
        "a.html": html(page(text)),
        "a.mhtml": mhtml(page(text)),
        "a.docx": docx(word("题目") + word(text)),
        "a.odt": odt(para("题目") + para(text)),
        "a.epub": epub(page(text)),
        "a.pdf": pdf(["题目", "", text]),
    }


NAMES = sorted(of_text("x"))
ZIPPED = ["a.docx", "a.epub", "a.odt"]
by_name = pytest.mark.parametrize("name", NAMES)


def outcome(content, name):
    """The document that was read, or the sentence that refused it."""
    try:
        document, _ = read(content, name=name)
    except HandoutError as error:
        return error
    assert document.characters == placed(document) + set_aside(document)
    return document


@by_name
def test_a_whole_file_is_read(name):
    document = outcome(of_text(LONG)[name], name)
    assert document.paragraphs[-1].text == LONG


@by_name
def test_an_empty_file_is_refused_as_empty(name):
    for content in (b"", b" \r\n\t", "　\n".encode()):
        assert "is empty" in str(outcome(content, name))


@by_name
def test_a_file_cut_anywhere_is_read_or_refused(name):
    content = of_text(LONG)[name]
    for cut in range(1, len(content), max(1, len(content) // 40)):
        outcome(content[:cut], name)


@by_name
def test_a_renamed_file_is_read_by_its_content_and_says_so(name):
    for other, content in of_text(LONG).items():
        document, notices = read(content, name=name)
        assert LONG in "".join(p.text for p in document.paragraphs)
        texts = {"a.txt", "a.md"}
        assert bool(notices) == (other != name and {other, name} != texts), other


@by_name
def test_right_to_left_text_keeps_its_characters_and_loses_steering_marks(name):
    words = "שלום עולם هذا نص"
    document = outcome(of_text(f"{LONG}{words}\u202e{LONG}")[name], name)
    kept = "".join(p.text for p in document.paragraphs)
    assert "\u202e" not in kept
    # A PDF has them in their order on the page.
    assert set(words) <= set(kept + " ")
    if name != "a.pdf":
        assert words in kept


@by_name
def test_private_use_characters_are_kept(name):
    document = outcome(of_text(f"{LONG}\ue000\uf8ff")[name], name)
    assert document.paragraphs[-1].text.endswith("\ue000\uf8ff")


DEEP = 10_000


def nest(document):
    """Put the page under ten thousand levels of the tree of pages."""
    page = document.pages[0].obj
    kids = document.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.Pages, Kids=[page], Count=1)
    )
    for _ in range(DEEP):
        kids = document.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.Pages, Kids=[kids], Count=1)
        )
    document.Root.Pages = kids


NESTED = {
    "a.txt": "　" * DEEP + LONG,
    "a.md": ">" * DEEP + " " + LONG,
    "a.html": html("<div>" * DEEP + LONG),
    "a.mhtml": mhtml("<div>" * DEEP + LONG),
    "a.docx": docx("<w:sdt>" * DEEP + "</w:sdt>" * DEEP),
    "a.odt": odt("<text:section>" * DEEP + "</text:section>" * DEEP),
    "a.epub": epub("<div>" * DEEP + LONG),
    "a.pdf": pdf([LONG], nest),
}


@by_name
def test_ten_thousand_nested_elements_are_read_or_refused(name):
    content = NESTED[name]
    found = outcome(content if isinstance(content, bytes) else content.encode(), name)
    if name not in ("a.txt", "a.md", "a.pdf"):
        assert "nested too deeply" in str(found)


MANY = 1_000_000
CELLS = {
    "a.txt": lambda: ("1\t" * 100 + "\n") * (MANY // 100),
    "a.md": lambda: "|a|b|\n|-|-|\n" + "|1|2|\n" * (MANY // 2),
    "a.html": lambda: html("<table>" + "<tr><td>1<td>2" * (MANY // 2)),
    "a.mhtml": lambda: mhtml("<table>" + "<tr><td>1<td>2" * (MANY // 2)),
    "a.docx": lambda: docx(
        f"<w:tbl>{'<w:tr>' + '<w:tc><w:p/></w:tc>' * 100 + '</w:tr>'}</w:tbl>"
        * (MANY // 100)
    ),
    "a.odt": lambda: odt(
        "<table:table>"
        + f"<table:table-row>{'<table:table-cell/>' * 100}</table:table-row>"
        * (MANY // 100)
        + "</table:table>"
    ),
    "a.epub": lambda: epub("<table>" + "<tr><td>1<td>2" * (MANY // 2)),
}


@pytest.mark.parametrize("name", sorted(CELLS))
def test_a_million_cells_are_refused_with_a_way_out(name):
    content = CELLS[name]()
    content = content if isinstance(content, bytes) else content.encode()
    if name == "a.txt":
        # Lines are all that a text file has.
        assert outcome(content[:200_000], name).paragraphs
        return
    found = outcome(content, name)
    assert isinstance(found, ReadError)
    assert any(word in str(found) for word in ("elements", "unpacks", "MB"))


@pytest.mark.parametrize("name", ZIPPED)
def test_a_zip_bomb_is_refused_before_it_is_unpacked(name):
    make = {"a.docx": docx, "a.odt": odt, "a.epub": epub}[name]
    found = outcome(make(LONG, **{"bomb.xml": b"0" * 60_000_000}), name)
    assert "unpacks to" in str(found)


LAUGHS = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "哈">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
)
SECRET = "不该读到的话"


@pytest.mark.parametrize("name", NAMES)
def test_entities_are_never_expanded_nor_fetched(name, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    head = f'{LAUGHS}<!ENTITY out SYSTEM "{secret.as_uri()}">]>'
    text = f"{LONG}&a9;&out;"
    made = {
        "a.txt": (head + text).encode(),
        "a.md": (head + text).encode(),
        "a.html": html(f"<p>{text}</p>", head),
        "a.mhtml": mhtml(f"<p>{text}</p>", head),
        "a.docx": docx(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>", head),
        "a.odt": odt(f"<text:p>{text}</text:p>", head),
        "a.epub": epub(f"<p>{text}</p>", head),
        "a.pdf": pdf([LONG]),
    }
    found = outcome(made[name], name)
    if not isinstance(found, HandoutError):
        everything = "".join(piece.text for piece in found.pieces())
        assert SECRET not in everything
        assert everything.count("哈") < 3


@by_name
def test_nothing_outside_a_file_is_ever_opened(name, tmp_path, monkeypatch):
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"\x89PNG" + SECRET.encode())
    address, web = secret.as_uri(), "http://example.com/x.png"
    marks = "".join(
        f'<img src="{a}"><link rel="stylesheet" href="{a}"><iframe src="{a}"></iframe>'
        f'<object data="{a}"></object><style>@import "{a}";</style>'
        for a in (address, web)
    )
    rels = "".join(
        '<Relationship xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships" Id="r{n}" TargetMode="External" Type="x" Target="{a}"/>'
        for n, a in enumerate((address, web))
    )
    blip = '<w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/'
    blip += 'drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/'
    blip += 'officeDocument/2006/relationships" r:link="r0" r:embed="r1"/></w:drawing>'
    image = '<draw:image xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    image += f' xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="{address}"/>'
    made = {
        "a.txt": f"题目\n{LONG}\n{address}\n".encode(),
        "a.md": f"# 题目\n\n{LONG}\n\n![]({address}) ![]({web})\n".encode(),
        "a.html": html(f"<p>题目</p><p>{LONG}</p>{marks}"),
        "a.mhtml": mhtml(f"<p>题目</p><p>{LONG}</p>{marks}"),
        "a.docx": docx(
            f"<w:p><w:r><w:t>{LONG}</w:t></w:r>{blip}</w:r></w:p>",
            **{"word/_rels/document.xml.rels": f"<x>{rels}</x>"},
        ),
        "a.odt": odt(f"<text:p>{LONG}{image}</text:p>"),
        "a.epub": epub(f"<p>题目</p><p>{LONG}</p>{marks}"),
        "a.pdf": pdf([LONG], lambda d: act(d, web)),
    }

    def refuse(*_a, **_k):
        pytest.fail("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    document = outcome(made[name], name)
    assert document.pictures == ()
    assert SECRET not in "".join(piece.text for piece in document.pieces())


def act(document, address):
    """Let a PDF run a script, start a program and open an address."""
    run = pikepdf.Dictionary(
        S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert()")
    )
    document.Root.OpenAction = run
    document.Root.AA = pikepdf.Dictionary(
        WC=pikepdf.Dictionary(S=pikepdf.Name.Launch, F=pikepdf.String("/bin/true")),
        WS=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(address)),
    )


BASIC = '<script:module xmlns:script="http://openoffice.org/2000/script">Sub Main'


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (
            "a.docm",
            docx(
                f"<w:p><w:r><w:t>{LONG}</w:t></w:r></w:p>",
                **{"word/vbaProject.bin": b"\xd0\xcf\x11\xe0" + b"Sub AutoOpen()" * 9},
            ),
        ),
        (
            "a.odt",
            odt(
                "<office:scripts><office:script>Sub Main</office:script>"
                f"</office:scripts><text:p>{LONG}</text:p>",
                **{"Basic/Standard/Module1.xml": f"{BASIC}</script:module>"},
            ),
        ),
        ("a.html", html(f"<script>alert('Sub')</script><p>{LONG}</p>")),
        ("a.pdf", pdf([LONG], lambda d: act(d, "http://example.com"))),
    ],
)
def test_macros_are_no_text_and_cost_nothing(name, content):
    document, notices = read(content, name=name)
    assert LONG in "".join(p.text for p in document.paragraphs)
    everything = document.pieces() + document.asides
    assert "Sub" not in "".join(piece.text for piece in everything)
    assert not notices


def test_a_docm_that_calls_itself_docx_is_read_as_one():
    content = docx(
        f"<w:p><w:r><w:t>{LONG}</w:t></w:r></w:p>", **{"word/vbaProject.bin": b"x"}
    )
    document, notices = read(content, name="a.docx")
    assert (document.paragraphs[0].text, notices) == (LONG, ())
