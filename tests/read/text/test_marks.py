"""Rules, tables and quotations that a plain text draws with marks."""

import pytest

from handout.read import read
from handout.read.blocks import RawFile
from handout.read.text.plain import read_plain_text


def blocks_of(text):
    contents = read_plain_text(RawFile(text.encode(), "a.txt"))
    shown = sum(len("".join(block.text.split())) for block in contents.blocks)
    assert shown == contents.characters
    return contents.blocks


@pytest.mark.parametrize("rule", ["---", "* * *", "※※※", "＝＝＝＝", "————", "☆ ☆ ☆"])
def test_a_rule_between_parts_is_set_aside(rule):
    blocks = blocks_of(f"河边的柳树绿了。\n\n{rule}\n\n又过了一年。\n")
    assert [(b.text, b.aside) for b in blocks] == [
        ("河边的柳树绿了。", ""),
        (rule, "a rule between parts"),
        ("又过了一年。", ""),
    ]


@pytest.mark.parametrize("line", ["……", "。。。", "——", "哈哈哈", "888", "...", "!!!"])
def test_silence_and_laughter_are_text(line):
    assert [b.aside for b in blocks_of(f"他说：\n{line}\n")] == ["", ""]


def test_underlined_lines_are_headings():
    text = "村里的事\n\n" + "\n\n".join(
        f"{head}\n{'=' * 2 * len(head)}\n\n{body}"
        for head, body in (
            ("村口的井", "井水一年四季都是凉的，夏天的傍晚，人们提着桶来打水。"),
            ("桥头的树", "树下放着几块石头，走累了的人坐在那里歇脚，说些闲话。"),
            ("河边的路", "路是青石铺的，下过雨以后很滑，老人们都扶着墙慢慢走。"),
        )
    )
    document, _ = read(text.encode(), name="a.txt")
    heads = [s.heading.text for s in document.walk() if s.heading]
    assert heads == ["村口的井", "桥头的树", "河边的路"]


def test_rows_between_bars_are_a_table():
    text = "领用如下：\n| 品名 | 数量 |\n|------|-----:|\n| 水泵 | 3 |\n| 水带 | 12 |\n"
    kinds = [(b.kind, b.text) for b in blocks_of(text) if not b.aside]
    assert kinds == [
        ("text", "领用如下："),
        ("table", "品名\t数量\n水泵\t3\n水带\t12"),
    ]


def test_a_drawn_grid_and_tabs_are_tables_too():
    grid = "+----+----+\n| 甲 | 1 |\n+----+----+\n| 乙 | 2 |\n+----+----+\n"
    tabs = "日期\t地点\t人数\n三月\t东区\t12\n四月\t西区\t30\n"
    assert [b.text for b in blocks_of(grid) if b.kind == "table"] == ["甲\t1\n乙\t2"]
    assert [b.text for b in blocks_of(tabs) if b.kind == "table"] == [tabs.strip()]


def test_a_bar_in_a_chapter_head_makes_no_table():
    text = "第一章 | 渡口\n雨下了一夜。\n第二章 | 集市\n天晴了。\n"
    assert [b.kind for b in blocks_of(text)] == ["text"] * 4


def test_quoted_lines_of_a_mail_lose_their_mark():
    blocks = blocks_of("你好：\n> 明天几点集合？\n> > 八点。\n好的，不见不散。\n")
    assert [(b.kind, b.text) for b in blocks if not b.aside] == [
        ("text", "你好："),
        ("quotation", "明天几点集合？"),
        ("quotation", "八点。"),
        ("text", "好的，不见不散。"),
    ]
    assert [b.text for b in blocks if b.aside] == [">", ">>"]
