"""Boxes that are drawn stay with their question, and have room for a line."""

from dataclasses import replace

from handout.preflight.pages.page import DrawnFrame
from handout.preflight.rules.boxes import low_findings, parted_findings


def rules(found):
    return [one.rule for one in found]


def test_a_question_that_is_parted_from_its_box_is_found(sheet):
    above = sheet("一二三四五六。", "你怎么看？")
    above = replace(above, content=above.body[-1].baseline - 2)
    box = DrawnFrame(100, 710, 500, 770)

    below = replace(sheet("一"), frames=(box,))
    assert rules(parted_findings(above, below)) == ["K7"]
    # Text stands before the box, or in it; or something is drawn under the question.
    assert rules(parted_findings(above, replace(below, frames=()))) == []
    lower = DrawnFrame(100, 500, 500, 600)
    assert rules(parted_findings(above, replace(below, frames=(lower,)))) == []
    around = DrawnFrame(90, 650, 500, 770)
    assert rules(parted_findings(above, replace(below, frames=(around,)))) == []
    assert rules(parted_findings(replace(above, content=100.0), below)) == []


def test_a_statement_is_parted_from_no_box(sheet):
    above = sheet("一二三四五六。", "我们这样看。")
    above = replace(above, content=above.body[-1].baseline - 2)
    below = replace(sheet("一"), frames=(DrawnFrame(100, 710, 500, 770),))

    assert rules(parted_findings(above, below)) == []


def test_a_box_too_low_for_a_line_under_a_question_is_found(sheet):
    page = sheet("你怎么看？")
    low = replace(page, frames=(DrawnFrame(100, 675, 500, 690),))
    high = replace(page, frames=(DrawnFrame(100, 660, 500, 690),))

    assert rules(low_findings(low)) == ["K8"]
    assert rules(low_findings(high)) == []
