import pytest

from handout.read import read

BODY = (
    "这一段是这个标题下面的正文，它足够长，有逗号，也有句号，说的是一件很平常的事情，读"
    "起来也不费力。"
)


def outline(*heads):
    text = "\n".join(["一份文件", *(x for head in heads for x in (head, BODY))])
    document, _ = read(text.encode(), name="a.txt")
    return [
        (s.heading.level, s.heading.mark.strip(), s.heading.title)
        for s in document.walk()
        if s.heading
    ]


@pytest.mark.parametrize(
    ("heads", "wanted"),
    [
        (
            ["1 范围", "2 选址", "2.1 一般要求", "2.2 水域", "2.2.1 距离", "3 施工"],
            [1, 1, 2, 2, 3, 1],
        ),
        (["1总体目标", "1.1选址原则", "1.2面积要求", "2实施步骤"], [1, 2, 2, 1]),
        (["卷一 春水", "第一章 渡口", "第二章 集市", "卷二 夏水"], [1, 2, 2, 1]),
        (["一、总述", "（一）由来", "（二）现状", "二、打算"], [1, 2, 2, 1]),
        (
            ["I. 由来", "A. 起因", "B. 经过", "II. 现状", "A. 数目", "B. 人手"],
            [1, 2, 2] * 2,
        ),
        (["第九百九十九章 海", "第一千章 山", "第一千零一章 河"], [1, 1, 1]),
        (["第三十一回 雪", "第三十二回 灯", "第三十三回 门"], [1, 1, 1]),
        (["第一部分 由来", "第二部分 现状"], [1, 1]),
        (["Chapter One The Sea", "Chapter Two The Hill"], [1, 1]),
    ],
)
def test_numbers_of_every_kind_are_numbers_and_nest(heads, wanted):
    found = outline(*heads)

    assert [level for level, _, _ in found] == wanted
    assert all(mark and not title[0].isdigit() for _, mark, title in found)
    assert ["".join((m + t).split()) for _, m, t in found] == [
        "".join(head.split()) for head in heads
    ]


def test_parts_beside_the_chapters_of_a_book_are_headings():
    found = outline("楔子", "第一章 渡口", "第二章 集市", "尾声", "番外 第一章 雪")

    assert [mark + title for _, mark, title in found] == [
        "楔子",
        "第一章渡口",
        "第二章集市",
        "尾声",
        "番外 第一章雪",
    ]


def test_a_count_of_things_is_not_the_number_of_a_heading():
    found = outline("3 月的雨", "4 个人的船", "5 年以后的事")

    assert not any(mark for _, mark, _ in found)


def test_a_marked_heading_keeps_a_number_that_does_not_count_in_its_title():
    text = f"# 书\n\n## 3 Ways to Cross\n\n{BODY}\n\n## The Ferry\n\n{BODY}\n"

    document, _ = read(text.encode(), name="a.md")

    assert [s.heading.title for s in document.sections] == [
        "3 Ways to Cross",
        "The Ferry",
    ]


def test_the_numbers_of_marked_headings_are_not_part_of_the_title():
    heads = ["1 概述", "2 总体情况", "3 结论"]
    text = "# 报告\n\n" + "\n\n".join(f"## {head}\n\n{BODY}" for head in heads)

    document, _ = read(text.encode(), name="a.md")

    assert [s.heading.title for s in document.sections] == ["概述", "总体情况", "结论"]
    assert [s.heading.mark for s in document.sections] == ["1 ", "2 ", "3 "]


def test_bold_lines_numbered_like_the_marked_headings_are_headings_too():
    from handout.read.blocks import SourceBlock
    from handout.read.structure.headings import find_headings

    lines = []
    for n, head in enumerate(["一、由来", "二、现状", "三、打算"]):
        lines.append(SourceBlock(head, 10 * n, 2 * n, level=n == 1, weight=1.0))
        lines.append(SourceBlock(BODY, 10 * n + 5, 2 * n + 1))

    assert [h.title for h in find_headings(lines).values()] == ["由来", "现状", "打算"]
