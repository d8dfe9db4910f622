"""Markdown: its own marks are the structure, and they are kept as asides."""

from accounts import outline, placed, set_aside, visible

from handout.read import read

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
