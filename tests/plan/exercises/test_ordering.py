"""Heads and steps are put in order, and nothing else on the sheet tells it."""

import pytest

from handout.model.analysis import SectionAnalysis
from handout.model.document import Heading, Paragraph, Section
from handout.plan.exercises import exercises
from handout.plan.exercises.material import Material
from handout.plan.exercises.ordering import kept_back, ordering
from handout.plan.prompts import fillers
from handout.plan.section_input import Part

# What comes one after another says so; points of equal rank have no order.
HEADS = ("首先备好材料", "然后穿针引线", "最后上胶压平")
# The heads without what tells their place.
UNTOLD = ("备好材料", "穿针引线", "上胶压平")
POINTS = ("强化理论武装", "强化目标引领", "强化价值追求")


def by_heads(section, heads=HEADS):
    paragraphs = [[f"第{n}段说的是这件事情本身。"] for n in range(len(heads))]
    return kept_back(section(paragraphs, [*heads[:1], "事情"], listed=1, run_in=heads))


def listed(*lines):
    """The section of a list, as the reader made it."""
    items = [
        Paragraph(n, t, 0, n, kind="item", depth=1) for n, t in enumerate(lines, 1)
    ]
    return Part(Section(None, tuple(items)), SectionAnalysis((), ()), "zh-CN", 1, "")


def test_run_in_heads_stand_in_the_order_of_the_text(section):
    block = ordering(Material(by_heads(section)))

    assert block
    assert [(i.text, i.paragraph) for i in block.items] == list(
        zip(UNTOLD, (1, 2, 3), strict=True)
    )


def test_nothing_else_says_the_heads_that_are_asked_for(section):
    part = by_heads(section)

    asked = " ".join(w for words in fillers(part, frozenset()).values() for w in words)

    assert part.heads == ()
    assert not any(head in asked for head in HEADS)
    assert [p.text for p in part.found.keyphrases] == ["事情"]


def test_sub_headings_go_before_run_in_heads():
    below = tuple(
        Section(
            Heading(f"（{n}）", title, 2, 0, 0),
            (Paragraph(n, "说明。", 0, 0, run_in="说"),),
        )
        for n, title in enumerate(HEADS, 1)
    )
    part = Part(Section(None, (), below), SectionAnalysis((), ()), "zh-CN", 1, "")

    block = ordering(Material(kept_back(part)))

    assert block
    assert [(i.text, i.paragraph) for i in block.items] == list(
        zip(UNTOLD, (1, 2, 3), strict=True)
    )


@pytest.mark.parametrize(
    ("lines", "asked"),
    [
        (
            ["1. 先拆下旧线。要慢。", "2. 然后重新穿线。", "3. 最后上胶压平。"],
            ["先拆下旧线。", "重新穿线。", "上胶压平。"],
        ),
        (
            ["第一步：备料。", "第二步：穿线。", "第三步：压平。"],
            ["备料。", "穿线。", "压平。"],
        ),
        (
            [
                "Step 1: Boil the water.",
                "Step 2: Add the tea.",
                "Step 3: Wait a while.",
            ],
            ["Boil the water.", "Add the tea.", "Wait a while."],
        ),
    ],
)
def test_steps_lose_the_number_that_tells_their_place(lines, asked):
    block = ordering(Material(kept_back(listed(*lines))))

    assert block
    assert [item.text for item in block.items] == asked


def test_a_list_without_numbers_has_no_order():
    assert kept_back(listed("- 白乳胶", "- 细棉线", "- 缝衣针")).to_order == ()


def test_points_of_equal_rank_are_not_put_in_an_order(section):
    assert ordering(Material(by_heads(section, POINTS))) is None


def test_questions_of_a_book_are_no_steps():
    lines = ("1. 先看图，说说什么变了？", "2. 然后想想为什么？", "3. 最后怎样了？")

    assert kept_back(listed(*lines)).to_order == ()


def test_two_heads_or_two_that_are_the_same_are_no_exercise(section):
    assert ordering(Material(by_heads(section, HEADS[:2]))) is None
    assert ordering(Material(by_heads(section, ("甲乙", "丙丁", "甲乙")))) is None


def test_an_ordering_is_made_only_where_it_is_asked_for(section):
    part = section([["说明这件事情。"]] * 3, [], run_in=HEADS)

    assert exercises(part, (), ()) == ()
    assert exercises(part, (), ("ordering",)) == ()
    (block,) = exercises(kept_back(part), (), ("ordering",))
    assert block.kind == "ordering"
