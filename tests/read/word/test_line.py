"""What Word shows or hides: nothing of it is lost without a reason."""

import pytest
from docx_files import LONG, asides, docx, para, read_docx, run, texts, val

from handout.read import read


def test_hidden_text_is_set_aside():
    document = read_docx(
        para("看得见，", run("看不见。", "<w:vanish/>"), "还在。" + LONG)
    )
    assert texts(document) == ["看得见，还在。" + LONG]
    assert asides(document)["看不见。"] == "hidden text"


def test_text_hidden_by_a_character_style_is_set_aside():
    styles = (
        '<w:style w:type="character" w:styleId="H"><w:name w:val="H"/>'
        "<w:rPr><w:vanish/></w:rPr></w:style>"
    )
    document = read_docx(para(LONG, run("暗", val("rStyle", "H"))), styles=styles)
    assert asides(document)["暗"] == "hidden text"


def test_strong_is_bold_also_where_a_character_style_says_it():
    styles = (
        '<w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/>'
        "<w:rPr><w:b/></w:rPr></w:style>"
    )
    document = read_docx(
        para("说到", run("要点", val("rStyle", "S")), LONG), styles=styles
    )
    (one,) = document.paragraphs[0].emphasis
    assert (one.start, one.end, one.kind) == (2, 4, "strong")


def test_the_reading_over_a_word_is_kept_beside_the_text():
    ruby = (
        f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('chéng')}</w:rt>"
        f"<w:rubyBase>{run('澄')}</w:rubyBase></w:ruby></w:r>"
    )
    document = read_docx(para("水很", ruby, "清。" + LONG))
    assert texts(document)[0].startswith("水很澄清。")
    assert document.readings == (("澄", "chéng"),)
    assert asides(document)["chéng"] == "the reading of a character"


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [
        ("Wingdings", "F0FE", "☑"),
        ("Wingdings", "F0A8", "☐"),
        ("Wingdings 2", "F052", "☑"),
        ("Symbol", "F0B0", "°"),
        ("Symbol", "F061", "α"),
        ("宋体", "2611", "☑"),
    ],
)
def test_a_symbol_is_the_character_that_it_shows(font, code, shown):
    symbol = f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'
    assert shown in texts(read_docx(para("记号", symbol, LONG)))[0]


def test_a_symbol_of_an_unknown_font_is_set_aside_with_the_reason():
    symbol = '<w:r><w:sym w:font="Webdings" w:char="F061"/></w:r>'
    document = read_docx(para("记号", symbol, LONG))
    assert "font" in asides(document)["\ufffd"]


@pytest.mark.parametrize(
    ("instruction", "shown"),
    [
        (r"eq \o\ac(○,7)", "⑦"),
        (r"eq \o\ac(○,31)", "(31)"),
        (r"EQ \f(1,2)", "1/2"),
        (r"EQ \r(3,x)", "³√x"),
        (r"EQ x\s\up6(2)", "x²"),
        (r"EQ \b\bc\[(a;b)", "[a,b]"),
        (r"SYMBOL 254 \f Wingdings", "☑"),
        ("FORMCHECKBOX", "☐"),
    ],
)
def test_a_field_that_draws_by_itself_is_written_out(instruction, shown):
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert texts(read_docx(para("甲", field, "乙" + LONG)))[0].startswith(
        f"甲{shown}乙"
    )


def test_the_stored_result_of_a_field_is_not_written_twice():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        r"<w:r><w:instrText>EQ \f(1,2)</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run("半")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert texts(read_docx(para("甲", field, "乙" + LONG)))[0].startswith("甲半乙")


def test_a_formula_stays_inside_its_sentence_and_apart_from_figures():
    half = (
        "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num>"
        "<m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
    )
    (paragraph,) = read_docx(para("共3", half, "4份。" + LONG)).paragraphs
    assert paragraph.text.startswith("共3 1/2 4份。")
    (formula,) = [e for e in paragraph.emphasis if e.kind == "formula"]
    assert paragraph.text[formula.start : formula.end] == "1/2"


@pytest.mark.parametrize(
    ("base", "script", "place", "text"),
    [
        ("m", "2", "superscript", "m²"),
        ("H", "2", "subscript", "H₂"),
        ("10", "-9", "superscript", "10⁻⁹"),
        ("1", "st", "superscript", "1st"),
        ("10", "x", "superscript", "10^x"),
        ("文", "[1]", "superscript", "文[1]"),
    ],
)
def test_raised_and_lowered_text_cannot_be_misread(base, script, place, text):
    raised = run(script, val("vertAlign", place))
    assert texts(read_docx(para("写作" + base, raised, "。" + LONG)))[0].startswith(
        f"写作{text}。"
    )


def test_a_deleted_paragraph_mark_joins_the_next_paragraph():
    mark = '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>'
    document = read_docx(para("前半，", properties=mark) + para("后半。" + LONG))
    assert texts(document) == ["前半，后半。" + LONG]


def test_comments_are_set_aside():
    body = para("正文。" + LONG, '<w:r><w:commentReference w:id="4"/></w:r>')
    comments = f'<w:comment w:id="4">{para("请核对")}</w:comment>'
    assert asides(read_docx(body, comments=comments))["请核对"] == "a comment"


def test_an_embedded_page_is_read_where_it_is_embedded():
    page = "<html><body><p>嵌在里面的话。</p></body></html>".encode()
    document = read_docx(
        para("前。" + LONG) + '<w:altChunk r:id="c"/>' + para("后。" + LONG),
        relations=[("c", "aFChunk", "chunk.html")],
        **{"word/chunk.html": page},
    )
    assert texts(document)[1] == "嵌在里面的话。"


def test_an_embedded_file_that_cannot_be_read_is_a_notice():
    body = para(LONG) + '<w:altChunk r:id="c"/>'
    content = docx(
        body, relations=[("c", "aFChunk", "c.rtf")], **{"word/c.rtf": b"{\\rtf1 x}"}
    )
    _, notices = read(content, name="a.docx")
    assert "embedded" in [notice.code for notice in notices]


def test_a_line_break_in_a_heading_makes_no_second_heading():
    level = val("outlineLvl", 0)
    broken = "<w:r><w:t>第一章</w:t><w:br/><w:t>渡口</w:t></w:r>"
    document = read_docx(para(LONG) + para(broken, properties=level) + para(LONG))
    assert [s.heading.text for s in document.walk() if s.heading] == ["第一章 渡口"]


def test_outline_level_nine_makes_a_paragraph_of_a_heading_style():
    named = val("name", "heading 1")
    styles = f'<w:style w:type="paragraph" w:styleId="1">{named}</w:style>'
    document = read_docx(
        para("一、甲", properties=val("pStyle", 1))
        + para(LONG, properties=val("pStyle", 1) + val("outlineLvl", 9)),
        styles=styles,
    )
    assert texts(document) == [LONG]


def test_the_main_part_is_found_by_its_relation():
    schemas = "http://schemas.openxmlformats.org"
    kind = f"{schemas}/officeDocument/2006/relationships/officeDocument"
    root = (
        f'<?xml version="1.0"?><x xmlns="{schemas}/package/2006/relationships">'
        f'<Relationship Id="r" Type="{kind}" Target="word/document22.xml"/></x>'
    )
    types = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    content = docx(
        para("正文。" + LONG),
        main="word/document22.xml",
        **{"_rels/.rels": root, "[Content_Types].xml": types},
    )
    document, _ = read(content, name="a.docx")
    assert texts(document) == ["正文。" + LONG]


def test_a_chain_of_notes_is_read_without_end_of_stack():
    notes = "".join(
        f'<w:footnote w:id="{n}">'
        + para(f"注{n}", f'<w:r><w:footnoteReference w:id="{n + 1}"/></w:r>')
        + "</w:footnote>"
        for n in range(1, 2000)
    )
    body = para(LONG, '<w:r><w:footnoteReference w:id="1"/></w:r>')
    document = read_docx(body, footnotes=notes)
    assert len(document.paragraphs) == 2000


def test_a_picture_of_the_older_kind_is_kept():
    shape = '<v:shape alt="图"><v:imagedata r:id="p"/></v:shape>'
    picture = f"<w:r><w:pict>{shape}</w:pict></w:r>"
    document = read_docx(
        para(LONG, picture),
        relations=[("p", "image", "media/a.png")],
        **{"word/media/a.png": b"x"},
    )
    assert [(p.content, p.alt) for p in document.pictures] == [(b"x", "图")]


def test_a_note_and_its_mark_have_the_same_number():
    notes = "".join(
        f'<w:footnote w:id="{n}">{para(f"注文{n}。")}</w:footnote>' for n in (7, 3)
    )
    marks = [f'<w:r><w:footnoteReference w:id="{n}"/></w:r>' for n in (7, 3)]
    document = read_docx(para("甲", marks[0], "乙", marks[1], LONG), footnotes=notes)
    first, *rest = document.paragraphs
    assert [(mark.at, mark.text) for mark in first.marks] == [(1, "1"), (2, "2")]
    assert [(p.text, p.marks[0].text) for p in rest] == [
        ("注文7。", "1"),
        ("注文3。", "2"),
    ]
