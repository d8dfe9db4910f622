"""Word files: what Word marks, and what it leaves to be found."""

import io
import zipfile

import pytest
from accounts import outline, placed, set_aside

from handout.errors import ReadError
from handout.read import read

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LONG = "这一段是正文，有好几句话，比标题长得多，也以句号结束。" * 2


def docx(body, **parts):
    """Write a Word file by hand; keys of parts are names in word/, `_` for `.`."""
    file = io.BytesIO()
    head = (
        f'<w:document xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/'
        'markup-compatibility/2006" xmlns:v="urn:v"><w:body>'
    )
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr("word/document.xml", f"{head}{body}</w:body></w:document>")
        for name, text in parts.items():
            inner = (
                text if text.startswith("<?xml") else f'<w:x xmlns:w="{W}">{text}</w:x>'
            )
            container.writestr(f"word/{name}.xml", inner)
    return file.getvalue()


def para(text, properties="", run=""):
    return (
        f"<w:p><w:pPr>{properties}</w:pPr>"
        f"<w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"
    )


def read_docx(body, **parts):
    document, _ = read(docx(body, **parts), name="a.docx")
    assert document.characters == placed(document) + set_aside(document)
    return document


NUMBERING = """
<w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>
<w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>
<w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>"""


def numbered(level):
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="3"/></w:numPr>'


def test_automatic_numbers_are_part_of_the_headings_text():
    body = para("总则", numbered(0)) + para(LONG) + para("目的", numbered(1))
    body += para(LONG) + para("范围", numbered(1)) + para(LONG)
    body += para("附则", numbered(0)) + para(LONG) + para("条目", numbered(2))
    document = read_docx(para("办法") + body, numbering=NUMBERING)
    assert outline(document) == [
        (1, "一、总则"),
        (2, "（一）目的"),
        (2, "（二）范围"),
        (1, "二、附则"),
    ]
    assert document.paragraphs[-1].text == "1. 条目"
    assert document.paragraphs[-1].kind == "item"


def test_headings_are_found_by_style_by_outline_level_and_through_based_on():
    styles = """
    <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
    <w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="1"/>
    <w:name w:val="我的标题"/></w:style>"""
    body = para("甲", '<w:pStyle w:val="a"/>') + para(LONG)
    body += para("乙", '<w:outlineLvl w:val="1"/>') + para(LONG)
    body += para("丙", '<w:pStyle w:val="1"/>') + para(LONG)
    document = read_docx(body, styles=styles)
    assert outline(document) == [(1, "甲"), (2, "乙"), (1, "丙")]


def test_lines_in_bold_alone_are_headings_and_bold_openings_run_in_heads():
    bold = "<w:b/>"
    run_in = (
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>要点。</w:t></w:r>"
        f"<w:r><w:t>{LONG}</w:t></w:r></w:p>"
    )
    body = para("题目") + para("缘起", run=bold) + run_in
    document = read_docx(body + para("经过", run=bold) + para(LONG))
    assert outline(document) == [(1, "缘起"), (1, "经过")]
    assert document.paragraphs[0].run_in == "要点"


def test_tracked_changes_are_accepted():
    body = (
        "<w:p><w:r><w:t>保留</w:t></w:r>"
        '<w:del w:id="1"><w:r><w:delText>删去</w:delText></w:r></w:del>'
        '<w:ins w:id="2"><w:r><w:t>加上的话</w:t></w:r></w:ins></w:p>'
        f"<w:p><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom></w:p>{para(LONG)}"
    )
    document = read_docx(body)
    assert [p.text for p in document.paragraphs] == [LONG]
    assert document.title.text == "保留加上的话"


def test_footnotes_text_boxes_and_tables_are_kept():
    box = "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{}</w:txbxContent>"
    box += "</mc:Choice><mc:Fallback><w:txbxContent>{}</w:txbxContent></mc:Fallback>"
    box += "</mc:AlternateContent></w:r></w:p>"
    row = "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    table = row.format(para("名"), para("数")) + row.format(para("甲"), para("1"))
    noted = '<w:p><w:r><w:t>有注。</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'
    note = f'<w:footnote w:id="2">{para("注文在此。")}</w:footnote>'
    body = para(LONG) + noted + box.format(para("框中的话。"), para("框中的话。"))
    document = read_docx(f"{body}<w:tbl>{table}</w:tbl>", footnotes=note)
    assert [(p.kind, p.text) for p in document.paragraphs] == [
        ("text", LONG),
        ("text", "有注。"),
        ("footnote", "注文在此。"),
        ("text", "框中的话。"),
        ("table", "名\t数\n甲\t1"),
    ]
    assert document.paragraphs[-1].rows == (("名", "数"), ("甲", "1"))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old format"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (docx(para(LONG))[:-40], "damaged"),
        (b"PK\x03\x04", "damaged"),
    ],
    ids=["doc", "encrypted", "truncated", "stub"],
)
def test_a_file_word_must_save_again_is_refused_in_one_sentence(content, said):
    with pytest.raises(ReadError, match=said) as caught:
        read(content, name="a.docx")
    assert caught.value.hint


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr("word/document.xml", b"a" * 50_000_000)
    with pytest.raises(ReadError, match="more than a document needs"):
        read(file.getvalue(), name="a.docx")


def test_a_billion_laughs_are_refused_unlaughed():
    laughs = "".join(
        f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10)
    )
    bomb = f'<?xml version="1.0"?><!DOCTYPE x [{laughs}]><w:document xmlns:w="{W}">'
    bomb += f"<w:body>{para('&l9;')}{para(LONG)}</w:body></w:document>"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as container:
        container.writestr("word/document.xml", bomb)
    with pytest.raises(ReadError, match="not valid XML"):
        read(file.getvalue(), name="a.docx")


def test_deep_nesting_is_refused():
    with pytest.raises(ReadError, match="nested too deeply"):
        read(docx("<w:sdt>" * 10_000 + "</w:sdt>" * 10_000), name="a.docx")


def test_pictures_inside_the_file_are_kept_and_linked_ones_are_not():
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        'relationships"><Relationship Id="r1" Target="media/1.png"/>'
        '<Relationship Id="r2" Target="http://example.com/" TargetMode="External"/>'
        "</Relationships>"
    )
    drawing = (
        '<w:p><w:r><w:drawing xmlns:a="http://schemas.openxmlformats.org/drawingml/'
        '2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships"><docPr descr="河"/><a:blip r:embed="{}"/></w:drawing></w:r>'
        "</w:p>"
    )
    body = para("题目") + para(LONG) + drawing.format("r1") + drawing.format("r2")
    file = io.BytesIO(docx(body))
    with zipfile.ZipFile(file, "a") as container:
        container.writestr("word/_rels/document.xml.rels", relations)
        container.writestr("word/media/1.png", b"\x89PNG")
    document, _ = read(file.getvalue(), name="a.docx")
    found = [(p.content, p.media_type, p.alt, p.after) for p in document.pictures]
    assert found == [(b"\x89PNG", "image/png", "河", 1)]


def test_lists_of_one_kind_count_on_unless_they_say_where_they_begin():
    more = '<w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="2">'
    more += '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    other = numbered(2).replace('w:val="3"', 'w:val="4"')
    lines = [("甲", 2), ("乙", 2)]
    body = "".join(para(text, numbered(level)) for text, level in lines)
    body += para("丙", other) + para("丁", other) + para("戊", numbered(2))
    document = read_docx(para(LONG) + body, numbering=NUMBERING + more)
    told = [p.text for p in document.paragraphs[1:]]
    assert told == ["1. 甲", "2. 乙", "5. 丙", "6. 丁", "7. 戊"]


def test_a_bold_line_with_an_automatic_number_is_set_apart_as_any_other():
    bold = "<w:b/>"
    heads = [para(text, numbered(0), bold) + para(LONG) for text in ("甲说", "乙说")]
    document = read_docx(para("题目") + "".join(heads), numbering=NUMBERING)
    assert outline(document) == [(1, "一、甲说"), (1, "二、乙说")]


def test_a_strict_word_file_is_read_as_any_other():
    content = docx(para("渡口") + para(LONG))
    with zipfile.ZipFile(io.BytesIO(content)) as container:
        page = container.read("word/document.xml").decode()
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as container:
        container.writestr("word/document.xml", page.replace(W, strict))
    document, _ = read(file.getvalue(), name="a.docx")
    assert [p.text for p in document.paragraphs] == [LONG]


def test_numbers_of_any_length_cost_no_more_than_themselves():
    long = "9" * 5000
    numbering = (
        '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0">'
        f'<w:start w:val="{long}"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
        f'<w:startOverride w:val="{long}"/></w:lvlOverride></w:num>'
    )
    styles = f'<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="{long}"/></w:rPr>'
    document = read_docx(
        para("第一项。", numbered(0))
        + para("第二项。", numbered(long), f'<w:sz w:val="{long}"/>')
        + para(LONG),
        numbering=numbering,
        styles=f"{styles}</w:rPrDefault></w:docDefaults>",
    )
    assert next(p.text for p in document.paragraphs) == "1. 第一项。"
