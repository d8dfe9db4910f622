"""What templates may do with values."""

import pytest

from handout.render.filters import about, han, ordinal, short, without_brackets


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (34, "三十四"), (100, "100")],
)
def test_numbers_count_as_chinese_headings_do(number, words):
    assert han(number) == words


def test_a_section_is_numbered_in_the_documents_language():
    assert ordinal(3, "zh-TW") == "三"
    assert ordinal(3, "en") == "3"


def test_a_note_or_label_loses_its_brackets():
    assert without_brackets("【作者系某校学员】") == "作者系某校学员"
    assert without_brackets("来源：新华社") == "新华社"
    assert without_brackets("张三") == "张三"


def test_a_long_heading_is_cut_for_the_running_head_only_when_it_must_be():
    assert short("短标题") == "短标题"
    assert short("一" * 23 + "，二三") == "一" * 23 + "…"


def test_a_heading_of_words_is_cut_between_two_where_there_are_two():
    assert short("How a Town Learned to Read", 8) == "How a Town…"
    assert short("How a Town Learned to Read", 6.7) == "How a Town…"
    assert short("Donaudampfschifffahrt", 5) == "Donaudamp…"


def test_lengths_are_rounded_only_when_they_are_long():
    assert about(3378) == "3,400"
    assert about(98) == "98"
