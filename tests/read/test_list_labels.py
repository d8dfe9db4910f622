"""Numbers that a format counts by itself are printed as its program shows them."""

from pathlib import Path

import pytest
from accounts import outline, placed, set_aside

from handout.read import read

RIVER = Path(__file__).parent / "files" / "river"
LONG = "这一段是正文，有好几句话，比标题长得多，也以句号结束。" * 2
# As river.md says it; README.md beside it says how the others were made.
ITEMS = [
    ("1. 人先上船，货后上船。", 1, ""),
    ("2. 风大不开船。看旗子，旗子平了就不走。", 1, ""),
    ("1. 东风看上游。", 2, ""),
    ("2. 西风看下游。", 2, ""),
    ("3. 夜里只渡急事。", 1, ""),
    ("4. 孩子坐中间。", 1, ""),
    ("5. 船到岸，人不挤。", 1, ""),
    ("人数只算大人。", 1, ""),
    ("船数不算坏船。", 1, ""),
]
TABLE = (
    ("年份", "人数", "船数"),
    ("1990", "1200", "2"),
    ("2000", "3400", "3"),
    ("2010", "800", "1"),
)
MADE = sorted(
    path
    for path in RIVER.iterdir()
    if path.suffix in (".docx", ".odt", ".epub", ".html") or path.name == "river.md"
)


def items(document):
    return [
        (p.text.replace("。 ", "。"), p.depth, p.run_in)
        for p in document.paragraphs
        if p.kind == "item"
    ]


def of(document, kind):
    return [p.text for p in document.paragraphs if p.kind == kind]


@pytest.mark.parametrize("path", MADE, ids=lambda path: path.name)
def test_an_article_with_everything_is_the_same_in_every_format(path):
    document, notices = read(path.read_bytes(), name=path.name)

    assert document.title.text == "渡口纪事"
    assert document.byline.text == "林生"
    assert document.date.text == "2024-05-01"
    assert outline(document) == [(1, "一、过河的规矩"), (1, "二、数目")]
    assert items(document) == ITEMS
    assert [p.rows for p in document.paragraphs if p.kind == "table"] == [TABLE]
    assert of(document, "quotation") == ["水涨船高，人心要平。"]
    assert of(document, "footnote") == [
        "木板后来收进了镇上的陈列室。",
        "桥在渡口上游二里。",
    ]
    stressed = [
        p.text[e.start : e.end]
        for p in document.paragraphs
        for e in p.emphasis
        if e.kind == "em" and p.kind == "text" and len(p.text) > 10
    ]
    assert stressed == ["多了"]
    assert document.characters == placed(document) + set_aside(document)
    assert not notices
    # Markdown names its pictures, and so does LibreOffice's page: they hold none.
    if path.name not in ("river.md", "libreoffice.html"):
        assert [p.media_type for p in document.pictures] == ["image/png"]


def test_an_office_file_that_names_no_picture_has_it_named_by_its_caption():
    document, _ = read((RIVER / "pandoc.docx").read_bytes(), name="a.docx")
    assert [p.alt for p in document.pictures] == ["渡口的船"]


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("<ol><li>甲<li>乙</ol>", ["1. 甲", "2. 乙"]),
        ("<ol start=3><li>甲<li value=9>乙<li>丙</ol>", ["3. 甲", "9. 乙", "10. 丙"]),
        ("<ol reversed><li>甲<li>乙</ol>", ["2. 甲", "1. 乙"]),
        ("<ol type=a><li>甲<ol type=I><li>乙</ol></ol>", ["a. 甲", "I. 乙"]),
        (
            "<ol><li><ol style='list-style-type: lower-roman'><li>甲</ol></ol>",
            ["1. i. 甲"],
        ),
        (
            "<ol style='list-style: cjk-ideographic inside'><li>甲</ol>",
            ["一、甲"],
        ),
        ("<ol style='list-style:none'><li>甲</ol>", ["甲"]),
        ("<ol><li><p>甲</p><p>乙</p></ol>", ["1. 甲", "乙"]),
        ("<ol><li></li><li>甲</li></ol>", ["2. 甲"]),
        ("<ol start=x><li value=y>甲</ol>", ["1. 甲"]),
        ("<ol type=a start=27><li>甲</ol>", ["aa. 甲"]),
        ("<ul><li>甲</ul>", ["甲"]),
    ],
)
def test_a_page_counts_its_lists_as_a_browser_does(page, wanted):
    source = f"<p>题目</p><p>{LONG}</p>{page}"
    document, _ = read(source.encode(), name="a.html")
    assert of(document, "item") == wanted
    assert document.characters == placed(document) + set_aside(document)


def test_the_number_of_a_list_is_part_of_a_heading_inside_it():
    source = f"<p>题目</p><ol><li><h2>甲</h2><p>{LONG}</p><li><h2>乙</h2><p>{LONG}</ol>"
    document, _ = read(source.encode(), name="a.html")
    assert outline(document) == [(1, "1. 甲"), (1, "2. 乙")]


def test_bold_openings_of_items_are_heads_only_where_two_have_them():
    text = "这一项说得很长，" * 6 + "到这里为止。"

    def heads(*openings):
        items = "".join(
            f"<li><b>{x}。</b>{text}" if x else f"<li>{text}" for x in openings
        )
        source = f"<p>题目</p><p>{LONG}</p><ol>{items}</ol>"
        document, _ = read(source.encode(), name="a.html")
        return [p.run_in for p in document.paragraphs[1:]]

    assert heads("强化学习", "") == ["", ""]
    assert heads("强化学习", "改进作风") == ["1. 强化学习", "2. 改进作风"]
