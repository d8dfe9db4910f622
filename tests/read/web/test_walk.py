"""Web pages: what is inside a sentence does not break it, nothing shown is lost."""

import pytest
from accounts import outline, placed, set_aside

from handout.read import read

LONG = "这一段是正文，有好几句话，比标题长得多，也以句号结束。" * 2


def read_page(body, head=""):
    page = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    document, _ = read(page.encode(), name="a.html")
    assert document.characters == placed(document) + set_aside(document)
    return document


def texts(document):
    return [paragraph.text for paragraph in document.paragraphs]


def reasons(document):
    return {aside.text: aside.reason for aside in document.asides}


@pytest.mark.parametrize(
    "inside",
    [
        "<svg><text>图</text></svg>",
        "<button>复制</button>",
        "<script>var a</script>",
        "<style>p{}</style>",
        "<audio>无</audio>",
        '<span style="display: none">暗</span>',
        "<select><option>选</option></select>",
        "<template><p>x</p></template>",
    ],
)
def test_what_is_not_text_does_not_break_a_sentence(inside):
    document = read_page(f"<p>前半句{inside}后半句，{LONG}</p>")
    assert texts(document) == [f"前半句后半句，{LONG}"]
    assert outline(document) == []


@pytest.mark.parametrize(
    ("inside", "text", "reason"),
    [
        ("<svg><text>图中字</text></svg>", "图中字", "text inside a drawing"),
        ("<button>复制</button>", "复制", "a control of the page"),
        ("<span hidden>暗处</span>", "暗处", "hidden on the page"),
    ],
)
def test_what_is_not_text_is_set_aside_with_the_reason(inside, text, reason):
    assert reasons(read_page(f"<p>{LONG}{inside}</p>"))[text] == reason


@pytest.mark.parametrize("level", ["h1", "h2", "h3"])
@pytest.mark.parametrize(
    "inner", ["第一章<br/>渡口", "<div>第一章</div><div>渡口</div>"]
)
def test_a_heading_of_two_lines_is_one_heading(level, inner):
    document = read_page(f"<p>{LONG}</p><{level}>{inner}</{level}><p>{LONG}</p>")
    assert [text for _, text in outline(document)] == ["第一章 渡口"]


MATH = "<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>"
KATEX = (
    '<span class="katex"><span class="katex-mathml"><math><semantics><mrow>'
    "<msup><mi>x</mi><mn>2</mn></msup></mrow><annotation>x^2</annotation></semantics>"
    '</math></span><span class="katex-html"><span>x</span><span>2</span></span></span>'
)


@pytest.mark.parametrize(
    ("formula", "line"),
    [
        (MATH, "1/2"),
        (KATEX, "x²"),
        (r'<script type="math/tex">\frac{a}{b}</script>', "a/b"),
        ('<img class="tex" alt="x^2">', "x²"),
        ("10<sup>9</sup>", "10⁹"),
        ("H<sub>2</sub>O", "H₂O"),
        ("e<sup>x+1</sup>", "e^(x+1)"),
        ("21<sup>st</sup>", "21st"),
    ],
)
def test_a_formula_comes_once_inside_its_sentence(formula, line):
    assert texts(read_page(f"<p>结果是{formula}，{LONG}</p>")) == [
        f"结果是{line}，{LONG}"
    ]


def the_table(rows):
    document = read_page(f"<p>{LONG}</p><table>{rows}</table><p>{LONG}</p>")
    return next(p for p in document.paragraphs if p.kind == "table")


def test_spanning_cells_of_a_page_keep_the_columns():
    found = the_table(
        "<tr><th>线路</th><th>票种</th><th>票价</th></tr>"
        "<tr><td rowspan=2>东线</td><td>成人</td><td>20</td></tr>"
        "<tr><td>儿童</td><td>10</td></tr>"
        "<tr><td colspan=2>团体</td><td>面议</td></tr>"
    )
    assert found.rows == (
        ("线路", "票种", "票价"),
        ("东线", "成人", "20"),
        ("", "儿童", "10"),
        ("团体", "", "面议"),
    )
    assert found.table.heads == 1
    assert [(c.rows, c.columns) for c in found.cells[1]] == [(2, 1), (1, 1), (1, 1)]


@pytest.mark.parametrize("span", ["999999999", "0", "-3", "²", "9" * 5000])
def test_a_span_no_table_has_is_bounded(span):
    found = the_table(
        f"<tr><td colspan={span} rowspan={span}>甲</td><td>乙</td></tr>"
        "<tr><td>丙</td><td>丁</td></tr><tr><td>戊</td><td>己</td></tr>"
    )
    assert {"甲", "乙", "丙", "丁", "戊", "己"} <= {
        c for row in found.rows for c in row
    }
    assert len(found.text) < 2000


@pytest.mark.parametrize("cell", ["12<br>34", "<p>12</p><p>34</p>"])
def test_two_numbers_on_two_lines_of_a_cell_stay_two(cell):
    found = the_table(
        f"<tr><td>甲</td><td>{cell}</td></tr><tr><td>乙</td><td>5</td></tr>"
    )
    assert found.rows[0] == ("甲", "12; 34")


def test_a_list_in_a_cell_keeps_its_numbers():
    found = the_table(
        "<tr><td>甲</td><td><ol><li>先<li>后</ol></td></tr><tr><td>乙</td><td>丙</td></tr>"
    )
    assert found.rows[0] == ("甲", "1. 先 2. 后")


def test_a_raised_mark_is_tied_to_its_note():
    document = read_page(
        f'<p>水位2<sup><a href="#n1">1</a></sup>。{LONG}</p>'
        f'<p id="n1"><a href="#r1">1</a> 据站志。</p>'
    )
    first, note = document.paragraphs
    assert first.text.startswith("水位2。")
    assert [(mark.at, mark.text) for mark in first.marks] == [(3, "1")]
    assert (note.kind, note.text) == ("footnote", "1 据站志。")


def test_a_note_inside_the_words_of_a_picture_is_a_note():
    document = read_page(
        f'<p>{LONG}<img class="qqreader-footnote" alt="即今渡口。" src="n.png"></p>'
    )
    assert [p.kind for p in document.paragraphs] == ["text", "footnote"]
    assert texts(document)[1] == "即今渡口。"


def test_bold_by_style_is_bold():
    (paragraph,) = read_page(
        f'<p>说到<span style="font-weight: 700">要点</span>，{LONG}</p>'
    ).paragraphs
    assert [(e.start, e.end, e.kind) for e in paragraph.emphasis] == [(2, 4, "strong")]


def test_invisible_characters_make_no_paragraph_and_hide_no_number():
    document = read_page(
        f"<p>\u200b</p><h2>\u200b一、渡口</h2><p>\u2060</p><p>{LONG}</p>"
        f"<h2>二、集市</h2><p>{LONG}\u00ad\ufeff</p>"
    )
    assert [text for _, text in outline(document)] == ["一、渡口", "二、集市"]
    assert texts(document) == [LONG, LONG]
