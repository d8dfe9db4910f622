"""What the reader finds in the sample article, and what it refuses."""

from pathlib import Path

import pytest
from accounts import outline, placed, set_aside, visible

from handout.errors import ReadError
from handout.read import read

SAMPLE = Path(__file__).parents[2] / "seeds" / "sample-article.txt"
BODY = "正文在这里,有很多字。" * 5
SIXTY = "\n".join(f"第{n}节 名称\n{BODY}" for n in range(1, 61))
HEADS = [
    "强化理论武装",
    "强化目标引领",
    "强化价值追求",
    "注重基层磨砺",
    "注重多岗交流",
    "注重一线成才",
    "增强善于学习的本领",
    "增强狠抓落实的本领",
    "增强驾驭风险的本领",
    "为担当者遮风挡雨",
    "为实干者加油鼓劲",
    "为失误者指航引路",
]


@pytest.fixture(scope="module")
def sample():
    document, notices = read(SAMPLE.read_bytes(), name=SAMPLE.name)
    assert not notices
    return document


def test_the_sample_has_an_introduction_and_four_sections(sample):
    assert sample.sections[0].heading is None
    assert len(sample.sections[0].paragraphs) == 1
    assert outline(sample) == [
        (1, "筑牢信仰之基,把稳思想之舵"),
        (1, "强化实践锻炼,注重基层磨砺"),
        (1, "提高综合能力,练就过硬本领"),
        (1, "营造干事环境,激发创业热情"),
    ]


def test_the_sample_has_exactly_its_twelve_run_in_heads(sample):
    assert [p.run_in for p in sample.paragraphs if p.run_in] == HEADS
    assert all(
        p.text.startswith(p.run_in + "。") for p in sample.paragraphs if p.run_in
    )


def test_the_sample_names_its_title_byline_and_language(sample):
    assert sample.title.text == "在学思践悟中守初心担使命"
    assert sample.byline.text == "【作者系中央党校(国家行政学院)中青一班学员】"
    assert sample.language == "zh-CN"


def test_what_is_not_part_of_the_sample_is_set_aside_with_its_reason(sample):
    assert [(a.text, a.reason) for a in sample.asides] == [
        ("在学思践悟中守初心担使命", "the title again"),
        ("责任编辑:刘宇同校对:刘佳星最后修改:", "an editor's line"),
        ("0", "a stray number, such as a page number or a counter"),
    ]


def test_every_character_of_the_sample_is_placed_or_set_aside(sample):
    text = SAMPLE.read_text(encoding="utf-8")
    assert sample.characters == visible(text) == placed(sample) + set_aside(sample)
    for paragraph in sample.paragraphs:
        assert text[paragraph.start :].startswith(paragraph.text)


@pytest.mark.parametrize("content", [b"", b"  \n\t\r\n", b"\xef\xbb\xbf", b"\x00" * 9])
def test_a_file_without_text_is_refused(content):
    with pytest.raises(ReadError, match=r"empty|not text"):
        read(content, name="a.txt")


def test_a_picture_with_a_text_name_is_refused_by_its_kind():
    with pytest.raises(ReadError, match="picture"):
        read(b"\x89PNG\r\n\x1a\n" + bytes(range(256)), name="a.txt")


def test_a_format_we_do_not_read_is_refused_with_the_formats_we_do():
    with pytest.raises(ReadError) as caught:
        read(b"text", name="a.xyz")
    assert ".txt" in caught.value.hint
    assert caught.value.where == "a.xyz"


def test_a_given_title_leaves_the_first_line_in_the_text():
    text = "总论\n" + "这一段说的是总论的内容,它比标题长得多,也有句号。" * 3
    document, _ = read(text.encode(), name="a.txt", title="一个题目")
    assert document.title.text == "一个题目"
    assert outline(document) == [(1, "总论")]
    assert document.characters == placed(document) + set_aside(document)


def test_a_given_title_that_the_text_repeats_is_placed_once():
    text = "一个题目\n" + "这一段说的是总论的内容,它比标题长得多,也有句号。" * 3
    document, _ = read(text.encode(), name="a.txt", title="一个题目")
    assert document.title.line == 1
    assert not outline(document)
    assert document.characters == placed(document) + set_aside(document)


@pytest.mark.parametrize(
    "text",
    [
        "字" * 100_000,
        "一段话。\ud800\n另一段话,比上一段长一些。",
        "一段\u202e话。\u200f\n另一段话\x00,比上一段长一些。",
        "这是一个有六十个字的标题" * 5 + "\n" + "正文在这里。" * 20,
        "\n".join(
            f"{'第'}{n}节 名称\n{'正文在这里,有很多字。' * 5}" for n in range(1, 61)
        ),
        "=" * 5000 + "\n" + "<" * 5000,
    ],
    ids=["one line", "surrogate", "marks", "long heading", "sixty sections", "signs"],
)
def test_odd_text_is_read_and_none_of_it_is_lost(text):
    document, _ = read(text.encode("utf-8", "surrogatepass"), name="a.txt")
    assert (
        document.characters == visible(text) == placed(document) + set_aside(document)
    )


def test_sixty_numbered_sections_are_sixty_headings():
    text = "\n".join(
        f"第{n}节 名称\n{'正文在这里,有很多字。' * 5}" for n in range(1, 61)
    )
    document, _ = read(text.encode(), name="a.txt")
    assert len(outline(document)) == 60


def test_marks_like_those_of_markdown_are_headings_of_a_text_file():
    text = f"# 题目\n## 第一部分\n{BODY}\n### 小节\n{BODY}\n## 第二部分\n{BODY}"
    document, _ = read(text.encode(), name="a.txt")
    assert document.title.text == "题目"
    assert outline(document) == [(1, "第一部分"), (2, "小节"), (1, "第二部分")]
    assert (
        document.characters == visible(text) == placed(document) + set_aside(document)
    )


def test_the_language_is_found_and_can_be_set():
    assert read(b"Words are here. " * 9, name="a.txt")[0].language == "en"
    assert read(BODY.encode(), name="a.txt")[0].language == "zh-CN"
    assert read(BODY.encode(), name="a.txt", language="zh-TW")[0].language == "zh-TW"


@pytest.mark.parametrize("text", ["1", "作者：张三\n2024-01-01", "责任编辑：李四"])
def test_a_file_of_mere_furniture_is_refused_as_empty(text):
    with pytest.raises(ReadError, match="empty"):
        read(text.encode(), name="a.txt")
