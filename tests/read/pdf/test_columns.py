"""Columns of PDF pages are read one after another, and what crosses them begins new."""

from handout.read.pdf.columns import columns
from handout.read.pdf.line import PageLine


def a_line(text, left, right, top, size=12.0):
    return PageLine(
        text, left, right, top, top + size, size, bold=False, share=top / 800
    )  # fmt: skip


def lines_in(name, left, right, top, count):
    return [a_line(f"{name}{n}", left, right, top + 14 * n) for n in range(count)]


def read(lines):
    return [[line.text for line in part] for part in columns(lines)]


def names(letter, count):
    return [f"{letter}{n}" for n in range(count)]


def test_three_columns_are_read_from_left_to_right():
    sides = ((50, 200), (220, 370), (390, 540))
    lines = [
        line
        for name, (left, right) in zip("abc", sides, strict=True)
        for line in lines_in(name, left, right, 100, 9)
    ]
    assert read(lines[::-1]) == [names(name, 9) for name in "abc"]


def test_a_line_over_two_columns_parts_what_is_above_from_what_is_below():
    lines = [
        *lines_in("a", 50, 285, 100, 6),
        *lines_in("b", 305, 540, 100, 6),
        a_line("middle", 240, 350, 200, 16.0),
        *lines_in("c", 50, 285, 240, 6),
        *lines_in("d", 305, 540, 240, 6),
    ]
    expected = [names("a", 6), names("b", 6), ["middle"], names("c", 6), names("d", 6)]
    assert read(lines) == expected


def test_a_title_over_columns_comes_first_though_it_is_short():
    lines = [
        *lines_in("a", 50, 200, 120, 8),
        *lines_in("b", 220, 370, 120, 8),
        *lines_in("c", 390, 540, 120, 8),
        a_line("title", 250, 340, 60, 24.0),
    ]
    assert read(lines)[0] == ["title"]


def test_short_lines_in_one_column_are_not_two():
    lines = [a_line(f"{n}", 50, 300 if n % 3 else 140, 100 + 14 * n) for n in range(20)]
    assert len(read(lines)) == 1
