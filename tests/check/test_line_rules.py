"""Each rule of Chinese lines is reported where it is broken, and only there."""

import pytest

from handout.check.finding import CheckOptions
from handout.check.line_rules import line_findings

FULL = "一二三四五六七八九十"


def rules(sheet, **options):
    return [
        (one.rule, one.line) for one in line_findings(sheet, CheckOptions(**options))
    ]


def test_lines_that_keep_all_rules_have_no_finding(sheet):
    assert rules(sheet(FULL, FULL, FULL, "一二。")) == []


@pytest.mark.parametrize("mark", list("，。、；：！？”’）》〉】」』·～"))
def test_a_mark_that_may_not_start_a_line_is_found(sheet, mark):
    assert rules(sheet(FULL, f"{mark}二三四五六七八九十", "一二三。")) == [("L1", 2)]


@pytest.mark.parametrize("mark", list("“‘（《〈【「『"))
def test_a_mark_that_may_not_end_a_line_is_found(sheet, mark):
    assert rules(sheet(f"一二三四五六七八九{mark}", FULL, "一二三。")) == [("L1", 1)]


def test_a_split_dash_is_found(sheet):
    assert rules(sheet("一二三四五六七八九—", "—" + FULL[1:], "一二三。")) == [
        ("L3", 2)
    ]


def test_a_dash_at_line_start_is_found_by_the_strict_rule_only(sheet):
    lines = (FULL, "——三四五六七八九十", "一二三。")

    assert rules(sheet(*lines)) == []
    assert rules(sheet(*lines), strict=True) == [("L2", 2)]


@pytest.mark.parametrize("last", ["好。", "好", "好！”", "好…"])
def test_a_last_line_of_one_character_is_found(sheet, last):
    assert rules(sheet(FULL, FULL, last)) == [("A3", 3)]


@pytest.mark.parametrize("last", ["很好。", "a。", "。"])
def test_a_last_line_of_more_or_of_no_character_is_no_lone_one(sheet, last):
    assert ("A3", 3) not in rules(sheet(FULL, FULL, last))


def test_one_ragged_line_among_flush_ones_is_found(sheet):
    found = rules(sheet(FULL, FULL, FULL[:8], FULL, FULL, "一二三。"))

    assert found == [("A4", 3)]


def test_ragged_text_has_no_edge_and_no_finding(sheet):
    assert rules(sheet(FULL, FULL[:7], FULL[:9], FULL[:8], FULL[:5], "一二")) == []


def test_a_line_may_end_with_the_blank_half_of_a_mark_outside(sheet):
    over = "一二三四五六七八九，"
    lines = (FULL, (over, {"gap": 0.05 / 0.9}), FULL, FULL, "一二三。")

    assert rules(sheet(*lines)) == []


def test_a_gap_that_is_too_wide_is_found(sheet):
    wide = (FULL[:8], {"gap": 2 / 7})

    assert rules(sheet(FULL, FULL, wide, FULL, "一二三。")) == [("A6", 3)]


@pytest.mark.parametrize("pair", ["）。", "，“", "“（"])
def test_two_marks_that_take_two_ems_are_found(sheet, pair):
    loose = sheet("一二三")
    glyphs = sheet(f"一{pair[0]}").glyphs + sheet((pair[1], {"left": 120.0})).glyphs

    from handout.check.sheet import Sheet, lines_of

    found = Sheet(1, 595, 842, glyphs, loose.ink, 100.0, lines_of(glyphs), ())
    assert rules(found) == [("P2", 1)]


def test_small_text_is_found_once_a_line(sheet):
    assert rules(sheet(("一二三", {"size": 7.0}))) == [("T1", 1)]
    assert rules(sheet(("一二三", {"size": 7.5}))) == []


def test_english_lines_have_their_own_rules(sheet):
    assert rules(sheet("word", ")word")) == []
