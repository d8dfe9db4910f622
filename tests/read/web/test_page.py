"""Web pages: what is kept of them, and what they may not do."""

import base64

import pytest
from accounts import outline, placed, set_aside

from handout.errors import ReadError
from handout.read import read

LONG = "这一段是正文，有好几句话，比标题长得多，也以句号结束。" * 2


def read_page(body, head=""):
    page = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    document, _ = read(page.encode(), name="a.html")
    assert document.characters == placed(document) + set_aside(document)
    return document


def test_headings_lists_quotations_tables_and_code_keep_their_kinds():
    document = read_page(
        f"<h1>题</h1><p>{LONG}</p><h2>一、甲</h2><ul><li>项<ul><li>子项</li></ul></li></ul>"
        f"<blockquote><p>引文。</p></blockquote><pre>a = 1\nb = 2</pre>"
        "<table><tr><th>名</th><th>数</th></tr><tr><td>甲</td><td>1</td></tr></table>"
    )
    assert outline(document) == [(1, "一、甲")]
    assert [(p.kind, p.text, p.depth) for p in document.paragraphs[1:]] == [
        ("item", "项", 1),
        ("item", "子项", 2),
        ("quotation", "引文。", 0),
        ("code", "a = 1", 0),
        ("code", "b = 2", 0),
        ("table", "名\t数\n甲\t1", 0),
    ]


def test_emphasis_is_kept_by_place():
    document = read_page(f"<p>题目</p><p>先<em>说</em>这<b>一 句</b>，{LONG}</p>")
    marked = document.paragraphs[0]
    spans = [(marked.text[e.start : e.end], e.kind) for e in marked.emphasis]
    assert spans == [("说", "em"), ("一 句", "strong")]


def test_wrapped_source_lines_join_as_they_are_read():
    document = read_page("<p>题目</p><p>中文\n换行，and some\nEnglish words。</p>")
    assert document.paragraphs[0].text == "中文换行，and some English words。"


def test_embedded_pictures_are_kept_and_others_never_fetched():
    data = base64.b64encode(b"\x89PNG").decode()
    document = read_page(
        f'<p>题目</p><p>{LONG}</p><img src="data:image/png;base64,{data}" alt="河">'
        '<img src="http://example.com/x.png"><img src="file:///etc/passwd">'
    )
    found = [(p.content, p.media_type, p.alt, p.after) for p in document.pictures]
    assert found == [(b"\x89PNG", "image/png", "河", 1)]


def test_scripts_styles_and_hidden_parts_are_no_text():
    document = read_page(
        f"<script>x</script><style>y</style><p hidden>z</p><p>题目</p><p>{LONG}</p>"
        '<div style="display: none"><p>w</p></div>'
    )
    assert [p.text for p in document.paragraphs] == [LONG]


def test_footnotes_are_separate_and_their_marks_are_asides():
    document = read_page(
        f'<p>题目</p><p>{LONG}<a class="footnote-ref" href="#1"><sup>1</sup></a></p>'
        '<section class="footnotes"><ol><li>注文。</li></ol></section>'
    )
    kinds = [(p.kind, p.text) for p in document.paragraphs]
    assert kinds == [("text", LONG), ("footnote", "注文。")]
    assert [a.reason for a in document.asides] == ["the mark of a footnote"]


def test_names_and_titles_keep_their_marks():
    document = read_page(
        f"<p>题目</p><p>{LONG}<u>鲁迅</u>写过<cite>呐喊</cite>，不是<em>这</em>本。</p>"
    )

    (paragraph,) = document.paragraphs
    marked = [(paragraph.text[e.start : e.end], e.kind) for e in paragraph.emphasis]
    assert marked == [("鲁迅", "proper"), ("呐喊", "book"), ("这", "em")]


def test_a_reading_is_set_aside_and_kept_with_its_word():
    ruby = "<ruby>觊<rp>(</rp><rt>jì</rt><rp>)</rp>觎<rt>yú</rt></ruby>"

    document = read_page(f"<p>题目</p><p>{LONG}他心怀{ruby}已久。</p>")

    assert document.paragraphs[0].text == f"{LONG}他心怀觊觎已久。"
    assert document.readings == (("觊觎", "jì yú"),)
    assert [(a.text, a.reason) for a in document.asides][:2] == [
        ("(", "the reading of a character"),
        ("jì", "the reading of a character"),
    ]
    assert document.characters == placed(document) + set_aside(document)


def test_ten_thousand_nested_elements_are_refused():
    with pytest.raises(ReadError, match="nested too deeply"):
        read(b"<html><body>" + b"<div>" * 10_000 + b"x", name="a.html")


def test_a_large_table_is_read_within_the_limits():
    row = "<tr>" + "<td>1</td>" * 100 + "</tr>"
    document = read_page(f"<p>题目</p><table>{row * 1000}</table>")
    assert len(document.paragraphs[0].rows) == 1000


def test_a_million_cells_are_refused():
    with pytest.raises(ReadError, match="elements"):
        read(b"<table>" + b"<tr><td>1<td>2</tr>" * 520_000, name="a.html")


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "utf-16", "utf-8-sig"])
def test_a_wrong_charset_in_the_page_does_not_mislead(encoding):
    text = "讀書會的第一次聚會在河邊舉行，大家都說這是一個好的開始。" * 3
    page = f'<html><meta charset="utf-8"><p>題目</p><p>{text}</p></html>'
    document, _ = read(page.encode(encoding), name="a.html")
    assert document.paragraphs[0].text == text
    assert document.language == "zh-TW"


def test_what_follows_the_page_is_read_too():
    page = f"<html><body><p>题目</p><p>{LONG}</p></body></html>\x01<p>{LONG}</p>"
    document, _ = read(page.encode(), name="a.html")
    assert document.characters == placed(document) + set_aside(document)
    assert [p.text for p in document.paragraphs] == [LONG, LONG]


def test_author_day_and_source_are_taken_from_the_head_of_a_page():
    from handout.read import read

    head = (
        '<meta name="Author" content="张三"><meta name="PubDate" '
        'content="2019-07-01 10:30"><meta name="ContentSource" content="某报">'
    )
    text = "学习要联系实际，不能只读书本。" * 8
    page = f"<html><head><title>题目</title>{head}</head><body><article><h1>题目</h1>"
    page += f"<p>{text}</p></article></body></html>"

    document, _ = read(page.encode(), name="a.html")

    assert document.byline is not None
    assert document.date is not None
    assert document.source is not None
    told = (document.byline.text, document.date.text, document.source.text)
    assert told == ("张三", "2019-07-01", "某报")
    assert document.characters == document.placed + document.set_aside


def test_text_beside_the_cells_of_a_broken_table_is_kept():
    rows = "<tr><td>甲</td><td>1</td></tr>" * 2
    document = read_page(
        f"<p>题目</p><p>{LONG}</p><table>{rows}<tr>走失的话</tr></table>"
    )
    assert "走失的话" in "".join(piece.text for piece in document.pieces())


def test_comments_and_scripts_in_cells_are_no_text():
    cell = "<td>甲<!-- 不见 --><script>1</script></td><td>1</td>"
    document = read_page(f"<p>题目</p><p>{LONG}</p><table><tr>{cell}<tr>{cell}</table>")
    assert document.paragraphs[-1].rows == (("甲", "1"), ("甲", "1"))
