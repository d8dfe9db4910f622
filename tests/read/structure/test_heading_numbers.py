"""Numbers at the start of lines, their values, and whether they count on."""

import pytest

from handout.read.structure.heading_numbers import (
    Number,
    heading_number,
    in_sequence,
    value_of,
)


@pytest.mark.parametrize(
    ("digits", "value"),
    [
        *[("12", 12), ("十", 10), ("十二", 12), ("二十", 20), ("一百零三", 103)],
        *[("两", 2), ("IV", 4), ("XII", 12), ("2.3", 3), ("〇", 0), ("?", 0)],
        ("9" * 5000, 0),
    ],
)
def test_a_number_is_read_in_han_roman_and_arabic_digits(digits, value):
    assert value_of(digits) == value


@pytest.mark.parametrize(
    ("line", "kind", "mark"),
    [
        ("一、总则", "han", "一、"),
        ("（二）任务", "bracketed han", "（二）"),
        ("3. 步骤", "number", "3. "),
        ("4．步骤", "number", "4．"),
        ("（5）细节", "bracketed number", "（5）"),
        ("2.3 细节", "decimal", "2.3 "),
        ("第三章 组织", "chapter", "第三章 "),
        ("第二编 分则", "part", "第二编 "),
        ("第四节 时效", "section", "第四节 "),
        ("Chapter 7: Home", "chapter", "Chapter 7: "),
        ("③ 结果", "circled number", "③ "),
    ],
)
def test_a_line_tells_its_kind_of_number_and_the_characters_it_takes(line, kind, mark):
    number = heading_number(line)
    assert (number.kind, number.mark) == (kind, mark)


@pytest.mark.parametrize("line", ["40多岁的他", "2019年", "3.14是圆周率", "一个人", ""])
def test_quantities_and_dates_are_no_numbers_of_a_heading(line):
    assert heading_number(line) is None


def test_numbers_that_count_on_are_in_sequence_and_a_lone_later_one_is_not():
    values = [1, 2, 3, 1, 2, 9]
    numbers = [Number("han", value, f"{value}、") for value in values]
    assert in_sequence(numbers) == [True, True, True, True, True, False]
