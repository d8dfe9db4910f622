"""Lines that fall short, are squeezed or are loosened are found, and no others."""

from dataclasses import replace

import pytest

from handout.preflight.finding import CheckOptions
from handout.preflight.pages.page import Sheet, group_lines, lines_of
from handout.preflight.rules.filling import filling_findings

FULL = "一二三四五六七八九十" * 2
NARROW = FULL[:10]


def rules(sheet):
    return [(one.rule, one.line) for one in filling_findings(sheet, CheckOptions())]


def stretched(count, measure=20):
    """A text set so loosely that it fills the measure."""
    return (FULL[:count], {"gap": (measure - count) / (count - 1)})


def test_lines_that_end_at_one_edge_have_no_finding(sheet):
    assert rules(sheet(FULL, FULL, stretched(18), FULL, "一二。")) == []


def test_one_ragged_line_among_flush_ones_is_found(sheet):
    lines = (FULL, stretched(18), FULL[:19], FULL, "一二。")

    assert rules(sheet(*lines)) == [("A4", 3)]


def test_one_line_that_stands_out_is_found(sheet):
    lines = (FULL, stretched(18), FULL + "一", FULL, "一二。")

    assert rules(sheet(*lines)) == [("A4", 3)]


def test_a_paragraph_that_was_never_justified_is_found_once(sheet):
    lines = (FULL, FULL, FULL[:19], FULL, FULL[:19], "一二。")

    assert rules(sheet(*lines)) == [("A4", 1)]


def test_a_line_that_was_ended_by_hand_is_no_ragged_one(sheet):
    assert rules(sheet(FULL, FULL, FULL[:9], FULL, FULL, "一二。")) == []


def test_a_paragraph_in_ragged_lines_is_found_once(sheet):
    over = FULL + "一"

    found = rules(sheet(over, FULL, FULL, over, FULL, over, "一二。"))

    assert found == [("A4", 1)]


def test_a_poem_is_no_ragged_paragraph(sheet):
    assert rules(sheet(FULL, FULL[:7], FULL[:9], FULL[:8], FULL[:5], "一二")) == []


def test_a_narrow_column_may_be_ragged(sheet):
    lines = (NARROW, NARROW, NARROW[:9], NARROW, "一二。")

    assert rules(sheet(*lines)) == []


def test_a_narrow_column_whose_lines_are_stretched_may_not(sheet):
    lines = (NARROW, NARROW[:9], stretched(9, 10), stretched(9, 10), NARROW, "一二。")

    assert rules(sheet(*lines)) == [("A4", 2)]


@pytest.mark.parametrize("over", ["，", "。"])
def test_a_mark_may_hang_beyond_the_edge(sheet, over):
    assert rules(sheet(FULL, FULL + over, FULL, FULL, "一二。")) == []


def test_a_line_may_end_with_the_blank_half_of_a_mark_outside(sheet):
    over = (FULL[:19] + "，", {"gap": 0.5 / 19})

    assert rules(sheet(FULL, over, FULL, FULL, "一二。")) == []


def test_a_gap_that_is_too_wide_is_found(sheet):
    assert rules(sheet(FULL, FULL, stretched(15), FULL, "一二。")) == [("A6", 3)]


def test_a_narrow_column_has_wider_gaps_by_need(sheet):
    lines = (NARROW, stretched(8, 10), NARROW, "一二。")

    assert rules(sheet(*lines)) == []


def test_a_number_may_stand_apart_from_its_title(sheet):
    contents = sheet(*[("一", {})] * 4)
    both = [*contents.glyphs]
    for line in contents.lines:
        title = sheet((FULL, {"left": 115.0})).glyphs
        both += [replace(one, baseline=line.baseline) for one in title]
    lines = lines_of(both)
    page = Sheet(1, 595, 842, tuple(both), None, 0, lines, group_lines(lines))

    assert rules(page) == []


def test_characters_that_touch_are_found(sheet):
    assert rules(sheet((FULL, {"gap": -0.1}))) == [("A5", 1)]
    assert rules(sheet((FULL, {"gap": -0.05}))) == []
