"""Which headings a question repeats."""

import pytest

from handout.plan.prompts import heading_to_ask


@pytest.mark.parametrize(
    ("heading", "asked"),
    [
        ("确立中央集权制度", "确立中央集权制度"),
        ("关于年终评优", "年终评优"),
        ("一是坚持问题导向", "坚持问题导向"),
        ("3 主要问题", "主要问题"),
        ("What changed", "What changed"),
    ],
)
def test_a_heading_that_says_something_is_repeated_without_its_mark(heading, asked):
    assert heading_to_ask(heading) == asked


@pytest.mark.parametrize(
    "heading",
    [
        "附则",
        "其他事项",
        "思考题",
        "记者：钱从哪里来？",
        "“到了。”",
        "2026年3月",
        "第三章",
        "Conclusion",
        "Nora Whitfield",
        "报名时间",
        "联系方式",
        "越说越长的一个标题" * 3,
    ],
)
def test_a_heading_that_says_nothing_or_is_speech_is_not_asked_about(heading):
    assert heading_to_ask(heading) == ""
