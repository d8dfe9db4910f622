"""Marks share their room, and Chinese and Latin keep theirs."""

from dataclasses import replace

import pytest

from handout.preflight.finding import CheckOptions
from handout.preflight.pages.page import Sheet, group_lines, lines_of
from handout.preflight.rules.marks import mark_findings

FULL = "一二三四五六七八九十" * 2
STRETCHED = (FULL[:18], {"gap": 2 / 17})


def rules(sheet):
    return [(one.rule, one.line) for one in mark_findings(sheet, CheckOptions())]


def joined(sheet, *parts):
    """A sheet with one line of texts, each at its own place."""
    glyphs = tuple(g for text, at in parts for g in sheet((text, {"left": at})).glyphs)
    lines = lines_of(glyphs)
    return Sheet(1, 595, 842, glyphs, None, 0, lines, group_lines(lines))


@pytest.mark.parametrize("pair", ["）。", "，“", "“（"])
def test_two_marks_that_take_two_ems_are_found(sheet, pair):
    loose = joined(sheet, (f"一{pair[0]}", 100.0), (pair[1], 120.0))
    tight = joined(sheet, (f"一{pair[0]}", 100.0), (pair[1], 115.0))

    assert rules(loose) == [("P2", 1)]
    assert rules(tight) == []


@pytest.mark.parametrize(("left", "right"), [("一", "a"), ("9", "一")])
def test_han_and_latin_side_by_side_are_found(sheet, left, right):
    bare = joined(sheet, (left, 100.0), (right, 110.0))
    apart = joined(sheet, (left, 100.0), (right, 112.5))

    assert rules(bare)[:1] == [("M1", 1)]
    assert rules(apart) == []


def test_the_mark_of_a_note_needs_no_gap(sheet):
    page = joined(sheet, ("一二", 100.0), ("1", 120.0))
    *text, note = page.glyphs
    small = replace(note, size=6.0, baseline=note.baseline + 3)
    lines = lines_of((*text, small))

    assert rules(Sheet(1, 595, 842, (*text, small), None, 0, lines, ())) == []


@pytest.mark.parametrize("mark", list(",;:?!()"))
def test_a_half_width_mark_between_han_is_found(sheet, mark):
    assert rules(sheet(f"一{mark}二")) == [("P6", 1)]
    assert rules(sheet(f"a{mark}b")) == []


def test_a_blank_half_before_an_opening_mark_is_a_note(sheet):
    lines = (FULL, "“" + FULL[1:], STRETCHED, "一二。")

    found = mark_findings(blank(sheet(*lines), left=True), CheckOptions())

    assert [(one.rule, one.line, one.is_note) for one in found] == [("P3", 2, True)]
    assert rules(sheet(*lines)) == []


def test_a_whole_em_of_a_mark_that_ends_a_line_is_found(sheet):
    lines = (FULL, FULL[:-1] + "，", STRETCHED, "一二。")

    assert rules(blank(sheet(*lines), left=False)) == [("P4", 2)]
    assert rules(sheet(*lines)) == []


def test_lines_that_all_end_in_marks_do_not_tell_where_their_edge_is(sheet):
    stretched = (FULL[:17] + "，", {"gap": 2 / 17})
    lines = (FULL[:-1] + "；", stretched, "一二。")

    assert rules(blank(sheet(*lines), left=False)) == []


def test_a_last_line_that_just_fits_keeps_its_whole_mark(sheet):
    lines = (FULL, STRETCHED, FULL[:-1] + "。")

    assert rules(blank(sheet(*lines), left=False)) == []


def test_ragged_lines_may_end_with_a_whole_em(sheet):
    lines = (FULL, FULL[:-1] + "，", FULL, "一二。")

    assert rules(blank(sheet(*lines), left=False)) == []


def blank(page, *, left):
    """Every glyph a blank half."""
    glyphs = tuple(
        replace(one, ink_left=one.left + 6)
        if left
        else replace(one, ink_right=one.left + 4)
        for one in page.glyphs
    )
    lines = lines_of(glyphs)
    return replace(page, glyphs=glyphs, lines=lines, blocks=group_lines(lines))
