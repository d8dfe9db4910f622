"""Each rule of Chinese lines is reported where it is broken, and only there."""

import pytest

from handout.preflight.finding import CheckOptions
from handout.preflight.rules.lines import line_findings

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


def test_a_column_of_numbers_is_no_paragraph_with_a_lone_last_character(sheet):
    assert rules(sheet(FULL, "一", "二", "三")) == []


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("一二三四五六七八九5", "％三四五六七八九十"),
        ("一二三四五六七八10", "年三四五六七八九十"),
        ("一二三四五六七八九第", "3四五六七八九十"),
    ],
)
def test_a_number_parted_from_its_sign_or_unit_is_found(sheet, above, below):
    assert rules(sheet(above, below, "一二三。")) == [("L4", 2)]


def test_a_number_before_any_other_word_is_no_parted_one(sheet):
    assert rules(sheet("一二三四五六七八10", "从三四五六七八九十", "一二三。")) == []


def test_a_finding_says_where_on_the_page_it_is_in_mm(sheet):
    (found,) = line_findings(sheet(FULL, "，二三"), CheckOptions())

    # The second baseline stands at 842 - 682 points, and the text is 10 high.
    assert found.place == (35.3, 52.9)


def test_small_text_is_found_once_a_line(sheet):
    assert rules(sheet(("一二三", {"size": 7.0}))) == [("T1", 1)]
    assert rules(sheet(("一二三", {"size": 7.5}))) == []


def test_english_lines_have_their_own_rules(sheet):
    assert rules(sheet("word", ")word")) == []
