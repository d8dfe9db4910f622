"""The sample article in every format, from files that other programs wrote."""

from pathlib import Path

import pytest
import same_files as same
from accounts import outline, placed, set_aside

from handout.read import read

FILES = Path(__file__).parent / "files"
SAMPLE = Path(__file__).parents[2] / "seeds" / "sample-article.txt"
OTHERS = ("README.md", "columns.pdf")
SAME = sorted(p for p in FILES.iterdir() if p.is_file() and p.name not in OTHERS)


def told(document):
    return (
        document.title.text,
        document.byline.text,
        outline(document),
        [(p.run_in, p.text) for p in document.paragraphs],
    )


@pytest.fixture(scope="module")
def sample():
    return told(read(SAMPLE.read_bytes(), name=SAMPLE.name)[0])


@pytest.mark.parametrize("path", SAME, ids=lambda path: path.name)
def test_every_format_gives_the_outline_and_the_text_of_the_sample(path, sample):
    document, notices = read(path.read_bytes(), name=path.name)
    assert told(document) == sample
    assert document.characters == placed(document) + set_aside(document)
    assert not notices


@pytest.mark.parametrize("path", SAME, ids=lambda path: path.name)
def test_standard_input_is_read_by_its_content_alone(path, sample):
    document, _ = read(path.read_bytes(), name="-")
    assert told(document) == sample


def test_a_wrong_suffix_is_a_notice_and_the_content_decides(sample):
    content = (FILES / "pandoc.docx").read_bytes()
    document, notices = read(content, name="a.pdf")
    assert told(document) == sample
    assert [notice.code for notice in notices] == ["format"]


def test_a_news_page_gives_the_article_and_nothing_else():
    content = (FILES / "news-gb18030.html").read_bytes()
    document, _ = read(content, name="news.html")
    assert document.date.text == "2019年07月05日08:16"
    assert document.source.text == "来源：示例时报"
    everything = "".join(piece.text for piece in document.pieces())
    for around in ("首页", "分享到", "排行", "版权", "下一页", "相关新闻", "责编"):
        assert around not in everything
        assert any(around in aside.text for aside in document.asides)


def test_columns_of_a_pdf_are_read_one_after_the_other():
    content = (FILES / "columns.pdf").read_bytes()
    document, _ = read(content, name="columns.pdf")
    assert document.title.text == "渡口与河"
    assert outline(document) == [(1, "一、渡口"), (1, "二、对岸"), (1, "三、河")]
    assert [len(s.paragraphs) for s in document.sections] == [2, 2, 1]
    assert (
        document.paragraphs[4].text == "河还是那条河，船换了三条，人也换了三代。" * 60
    )
    reasons = {aside.reason for aside in document.asides}
    assert reasons == {"a page head or foot", "a page number"}
    assert document.characters == placed(document) + set_aside(document)


NEWS = sorted((FILES / "news").glob("*.html"))
SAID = {
    "gov.html": ("2024-05-01 08:16", "来源：县融媒体中心"),
    "people.html": ("2024年05月01日08:16", "来源：示例日报"),
    "portal.html": ("2024-05-01 08:16:32", "来源: 示例晚报"),
    "wechat.html": ("2024-05-01 08:16", "微信公众平台"),
    "xinhua.html": ("", "来源：示例社"),
}


@pytest.mark.parametrize("path", NEWS, ids=lambda path: path.name)
def test_a_saved_news_page_gives_the_article_and_nothing_else(path):
    document, _ = read(path.read_bytes(), name=path.name)

    assert document.title.text == "一间图书室，一个镇的读书会"
    heads = [text for _, text in outline(document)]
    wechat = path.name == "wechat.html"
    assert heads == (["谁来领读", "往后的打算"] if wechat else [])
    texts = [p.text for p in document.paragraphs]
    assert len(texts) == 6
    assert texts[0].startswith("清晨六点，镇上的图书室已经亮起灯。")
    assert texts[-1].endswith("就怕没有个坐下来的地方。")
    date, source = (x.text if x else "" for x in (document.date, document.source))
    assert (date, source) == SAID[path.name]
    assert document.characters == placed(document) + set_aside(document)


def test_there_are_news_pages_of_five_kinds():
    assert {path.name for path in NEWS} == set(SAID)


LONG = "这一段是正文，有好几句话，比标题长得多，也以句号结束。" * 2
INSIDE = {
    "half": ("1", "half", "1/2"),
    "power": ("9", "sup", "⁹"),
    "index": ("2", "sub", "₂"),
    "hidden": ("暗处", "hidden", ""),
    "zero-width": ("\u200b\u2060\ufeff", "", ""),
}


def read_same(suffix, *body):
    document, notices = read(same.written(suffix, "".join(body)), name=f"a.{suffix}")
    assert document.characters == placed(document) + set_aside(document)
    assert not notices
    return document


@pytest.mark.parametrize("suffix", same.FORMATS)
@pytest.mark.parametrize(("text", "style", "shown"), INSIDE.values(), ids=INSIDE)
def test_what_is_inside_a_sentence_is_the_same_in_every_format(
    suffix, text, style, shown
):
    inside = same.run(suffix, text, style)
    document = read_same(suffix, same.para(suffix, "写作甲", inside, "，" + LONG))
    assert [p.text for p in document.paragraphs] == [f"写作甲{shown}，{LONG}"]


@pytest.mark.parametrize("suffix", same.FORMATS)
def test_a_figure_of_a_formula_joins_no_figure_of_the_text(suffix):
    half = same.run(suffix, "", "half")
    document = read_same(suffix, same.para(suffix, "共3", half, "4份，" + LONG))
    assert document.paragraphs[0].text.startswith("共3 1/2 4份")


@pytest.mark.parametrize("suffix", same.FORMATS)
def test_a_heading_of_two_lines_is_one_in_every_format(suffix):
    document = read_same(
        suffix,
        same.para(suffix, LONG),
        same.heading(suffix, "第一章", "渡口"),
        same.para(suffix, LONG),
        same.heading(suffix, "第二章", "集市"),
        same.para(suffix, LONG),
    )
    assert outline(document) == [(1, "第一章 渡口"), (1, "第二章 集市")]


@pytest.mark.parametrize("suffix", same.FORMATS)
@pytest.mark.parametrize("kind", ["heading", "para"])
def test_a_file_of_one_line_is_not_empty(suffix, kind):
    document = read_same(suffix, getattr(same, kind)(suffix, "一、值班安排"))
    assert [piece.text for piece in document.pieces()] == ["一、值班安排"]
