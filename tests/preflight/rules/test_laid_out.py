"""What stands on laid-out pages is reported where it is not as it should be."""

import pytest

from handout.model.printed import PrintedBox, PrintedOverlap, PrintedPage
from handout.preflight.rules.laid_out import layout_findings

LINE = ("一二三四五", 10.5)


def page(number=1, **how):
    given = {"lines": (LINE,), "filled": 0.9, "margin": 17.0} | how
    return PrintedPage(number, **given)


def rules(*pages, source=""):
    return [(one.rule, one.page) for one in layout_findings(pages, source)]


def test_pages_as_they_should_be_have_no_finding():
    box = PrintedBox(1, 20, 50, 140, 34, 34, "你怎么看？", 1)

    assert rules(page(boxes=(box,), opening="一"), page(2, filled=0.1)) == []


@pytest.mark.parametrize(
    ("how", "rule"),
    [
        ({"lines": (), "filled": 0.0}, "K1"),
        ({"margin": 4.2}, "K2"),
        ({"lines": (("小", 7.0),)}, "T1"),
        ({"lines": (("单位：请填写", 10.5),)}, "D1"),
        ({"rows": ("一",)}, "K5"),
    ],
)
def test_a_page_that_breaks_a_rule_is_found(how, rule):
    assert rules(page(**how)) == [(rule, 1)]


def test_a_page_that_ends_early_or_in_a_heading_is_found_if_another_follows():
    assert rules(page(filled=0.4), page(2)) == [("K3", 1)]
    assert rules(page(filled=0.4), page(2, opening="二")) == []
    assert rules(page(filled=0.2), page(2, opening="二")) == [("K3", 1)]
    assert rules(page(ending="二"), page(2)) == [("K6", 1)]
    assert rules(page(filled=0.4, ending="二", is_last=True), page(2)) == []


def test_a_prompt_on_another_page_than_its_box_is_found_on_its_own():
    box = PrintedBox(2, 20, 50, 140, 34, 34, "你怎么看？", 1)

    (found,) = layout_findings((page(2, boxes=(box,)),))

    assert (found.rule, found.page) == ("K7", 1)
    assert "on page 2: 你怎么看？" in found.message


@pytest.mark.parametrize(
    ("height", "least", "found"),
    [(34, 34, 0), (31, 34, 0), (30, 34, 1), (5.8, 0, 1), (6, 0, 0)],
)
def test_a_box_lower_than_asked_for_is_found(height, least, found):
    box = PrintedBox(1, 20, 50, 140, height, least)

    assert rules(page(boxes=(box,))) == [("K8", 1)] * found


@pytest.mark.parametrize(
    ("what", "message"),
    [
        ("text", "text lies on other text: 每个人 / 江河湖海"),
        ("box", "text lies on a box: 每个人"),
        ("picture", "text lies on a picture: 每个人"),
    ],
)
def test_text_over_something_else_is_found_with_its_place(what, message):
    overlap = PrintedOverlap("每个人", what, "江河湖海", 20, 50)

    (found,) = layout_findings((page(overlaps=(overlap,)),))

    assert (found.rule, found.message, found.place) == ("K9", message, (20, 50))


@pytest.mark.parametrize(
    ("left", "top", "width", "height", "found"),
    [
        (20, 83, 140, 34, 1),
        (150, 50, 20, 34, 1),
        (20, 84, 140, 34, 0),
        (20, 83.5, 140, 34, 0),
        (25, 55, 40, 10, 0),
    ],
)
def test_boxes_that_cover_each_other_in_part_are_found(left, top, width, height, found):
    boxes = (
        PrintedBox(1, 20, 50, 140, 34, prompt="一问"),
        PrintedBox(1, left, top - found * 2, width, height, prompt="二问"),
    )

    assert rules(page(boxes=boxes)) == [("K9", 1)] * found


def test_an_article_may_show_the_signs_of_templates():
    shown = page(lines=(("写作{{title}}即可", 10.5),))

    assert rules(shown) == [("D1", 1)]
    assert rules(shown, source="模板里写{{title}}。") == []
