"""Markdown: its own marks are the structure, and they are kept as asides."""

import pytest
from accounts import outline, placed, set_aside, visible
from hypothesis import given, settings
from hypothesis import strategies as st

from handout.read import read
from handout.read.blocks import RawFile
from handout.read.text.markdown import read_markdown as read_text_of_markdown

TEXT = """---
title: "题目"
author: 张三
date: 2024-05-01
---

引言在这里。

## 一、第一部分

**强化武装。** 正文 *重要* 的话,见 [链接](https://example.com)。

- 第一项
- 第二项

1. 甲
2. 乙

> 引文一句。

| 名 | 数 |
|---|---|
| 甲 | 1 |

### 小节

```
代码 = 1
```
"""


def read_markdown(text):
    return read(text.encode(), name="a.md")[0]


def test_front_matter_gives_title_byline_and_date():
    document = read_markdown(TEXT)
    assert document.title.text == "题目"
    assert document.byline.text == "张三"
    assert document.date.text == "2024-05-01"


def test_headings_keep_their_levels_and_numbers():
    document = read_markdown(TEXT)
    assert outline(document) == [(1, "一、第一部分"), (2, "小节")]
    assert [s.heading.mark for s in document.walk() if s.heading] == ["一、", ""]


def test_a_bold_opening_is_a_run_in_head():
    assert "强化武装" in [p.run_in for p in read_markdown(TEXT).paragraphs]


def test_marks_are_asides_and_every_character_is_accounted_for():
    document = read_markdown(TEXT)
    assert (
        document.characters == visible(TEXT) == placed(document) + set_aside(document)
    )
    assert any("https://example.com" in aside.text for aside in document.asides)


def test_footnotes_are_kept_as_notes_and_their_marks_set_aside():
    notes = "[^1]: 注一，\n  接着写。\n[^b]: 注二。"
    text = f"# 题\n\n甲[^1]，乙[^无]，`[^1]`。\n\n{notes}\n\n丙。\n"
    document, _ = read(text.encode(), name="a.md")
    told = [(p.kind, p.text) for p in document.paragraphs]
    assert told == [
        ("text", "甲，乙[^无]，[^1]。"),
        ("footnote", "注一，接着写。"),
        ("footnote", "注二。"),
        ("text", "丙。"),
    ]
    assert document.characters == placed(document) + set_aside(document)


def kinds(document):
    return [(p.kind, p.text) for p in document.paragraphs]


def read_whole(text):
    document, _ = read(text.encode(), name="a.md")
    assert document.characters == placed(document) + set_aside(document)
    return document


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("水温<b>四十度</b>，<br>别再高了。", "水温四十度， 别再高了。"),
        ("H<sub>2</sub>O 与 5 m<sup>2</sup>。", "H₂O 与 5 m²。"),
        ("&emsp;&emsp;气温 20&#8451;，风&lt;3 级。", "气温 20℃，风<3 级。"),
        ("<center>**当心路滑**</center>", "当心路滑"),
        ("<!-- 编者按 -->\n\n正文。", "正文。"),
        (
            "先看[手册][a]，再看[地图][]。\n\n[a]: /x '名'\n[地图]: /y",
            "先看手册，再看地图。",
        ),
        ("旧法~~作废~~，用==新法==。", "旧法作废，用新法。"),
        ("见[[手册|这本手册]]。 ^id1", "见这本手册。"),
        ("面积是$\\pi r^2$，价钱是$5。", "面积是πr²，价钱是$5。"),
        ("见注\\[1\\]和\\(甲\\)。", "见注[1]和(甲)。"),
        ("![一只鸟](b.png)鸟飞了。", "鸟飞了。"),
        ("\\newpage\n\n{% note %}\n正文。\n{% endnote %}\n\n[[toc]]", "正文。"),
        ("::: tip\n正文。\n:::", "正文。"),
        ("> [!WARNING]\n> 正文。", "正文。"),
        ("- [x] 正文。", "☑ 正文。"),
    ],
)
def test_no_mark_is_printed_as_text(source, shown):
    document = read_whole(f"# 题\n\n开头写了这样一段话。\n\n{source}\n")
    assert "\n".join(p.text for p in document.paragraphs[1:]) == shown


def test_notes_have_several_paragraphs_and_may_be_in_their_line():
    notes = "[^1]: 注一。\n\n    又一段。\n\n        缩进的。\n"
    text = f"# 题\n\n甲[^1]，乙^[近注。]。\n\n{notes}\n丙。\n"
    assert kinds(read_whole(text)) == [
        ("text", "甲，乙。"),
        ("footnote", "近注。"),
        ("footnote", "注一。"),
        ("footnote", "又一段。"),
        ("code", "缩进的。"),
        ("text", "丙。"),
    ]


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: >-\n  夜市\n  办法\nauthor: [陈立言]\ndate: 2023-05-06\n---\n",
        '+++\ntitle = "夜市办法"\nauthor = "陈立言"\ndate = 2023-05-06\n+++\n',
        "title: 夜市办法\ndate: 2023-05-06\nauthor: 陈立言\n---\n",
        "---\ntitle: '夜市办法'\nauthor:\n- name: 陈立言\ndate: 2023-05-06 #稿\n---\n",
    ],
)
def test_front_matter_of_any_program_is_read(front):
    document = read_whole(front + "\n正文在这里。\n")
    assert "".join(document.title.text.split()) == "夜市办法"
    assert document.byline.text == "陈立言"
    assert document.date.text == "2023-05-06"
    assert kinds(document) == [("text", "正文在这里。")]


def test_items_are_numbered_as_a_reader_sees_them_also_before_code():
    text = "# 题\n\n1. ```\n   运行\n   ```\n   再看。\n1. 打开。\n1. 关上。\n"
    assert kinds(read_whole(text)) == [
        ("item", "1."),
        ("code", "运行"),
        ("item", "再看。"),
        ("item", "2. 打开。"),
        ("item", "3. 关上。"),
    ]


def test_headings_need_no_space_and_tags_are_no_headings():
    text = "# 题\n\n正文。\n\n#总纲\n\n正文。\n\n##一、分工\n\n正文。\n\n"
    text += "#读书 #生活\n\n#include <a.h>\n"
    assert outline(read_whole(text)) == [(1, "题"), (1, "总纲"), (2, "一、分工")]


def test_formulas_have_lines_of_their_own():
    text = "# 题\n\n$$\nE = mc^2\n$$\n\n```math\na_1\n```\n"
    assert [p.text for p in read_whole(text).paragraphs] == ["E=mc²", "a₁"]


def test_html_tables_lists_and_folds_are_blocks():
    text = (
        "# 题\n\n开头写了这样一段话。\n\n"
        "<details><summary>看一个例子。</summary>\n\n老李说了。\n\n</details>\n\n"
        "<table><tr><th>名</th><th>数</th></tr>"
        "<tr><td colspan=2>合计&nbsp;3</td></tr></table>\n\n"
        "<ol><li>甲</li><li>乙</li></ol>\n\n<pre>\n a &lt; b\n</pre>\n"
    )
    assert kinds(read_whole(text)) == [
        ("text", "开头写了这样一段话。"),
        ("text", "看一个例子。"),
        ("text", "老李说了。"),
        ("table", "名\t数\n合计\xa03\t"),
        ("item", "1. 甲"),
        ("item", "2. 乙"),
        ("code", "a < b"),
    ]


def test_a_note_of_mkdocs_is_text_and_no_code():
    text = "# 题\n\n开头写了这样一段话。\n\n"
    text += '!!! note "当心水。"\n    水深。\n\n    别下去。\n\n正文。\n'
    found = [p.text for p in read_whole(text).paragraphs[1:]]
    assert found == ["当心水。", "水深。", "别下去。", "正文。"]


PIECES = """# |- |1. |> |    |**|`|```|$|$$|<b>|</b>|<table>|<td>|<li>|<!--|-->|&amp;
&#x4e00;|[^1]|[^1]: |^[|]|[|](|)|:::|!!! note|---|+++|title: |~~|==|\\|\\[|中文|word
[ ] |![|<br>|<sup>|</sup>|%%|{% a %}|\\frac{1}{2}|x^2""".replace("\n", "|").split("|")


@given(
    st.lists(st.sampled_from([*PIECES, "|", "\n", "\n\n"]), max_size=40).map("".join)
)
@settings(max_examples=300, deadline=None, derandomize=True)
def test_the_sum_holds_whatever_is_written(text):
    contents = read_text_of_markdown(RawFile(text.encode(), "a.md"))
    kept = sum(visible(block.text) for block in contents.blocks)
    assert kept == contents.characters


@pytest.mark.parametrize(
    "text",
    [
        "^[" * 3000 + "注" + "]" * 3000,
        "".join("    " * depth + "!!! note\n" for depth in range(150)),
        "{{<" * 5000,
        "<div>" + "<!--" * 5000,
        "<table><tr><td>" * 3000,
        ":::\n" * 5000,
        ">" * 5000,
        "$" + "{" * 1500 + "$",
    ],
)
def test_what_is_nested_without_end_is_read(text):
    read_whole(f"# 题\n\n开头写了这样一段话。\n\n{text}\n")
