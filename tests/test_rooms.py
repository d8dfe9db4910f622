"""The room of a box: its rows, its ruling, its weight, and never more than a page."""

import re

import pytest

from handout import packs
from handout.model.blocks import Prompt, Reflection, Room
from handout.model.handout import Handout, HandoutSection
from handout.model.meeting import Meeting
from handout.model.paper import paper_named
from handout.packs.choices import choose_values
from handout.pipeline import Order
from handout.pipeline.press import press_here


def pressed(*rooms, paper="A4"):
    prompts = tuple(Prompt("写下你的想法？", room) for room in rooms)
    section = HandoutSection(1, "一", "节", 1, 1, (Reflection(prompts),))
    values = ("题", "", "", "", "zh-CN", 10, 1, 1, Meeting(), (), (section,), ())
    pack = packs.find("meeting")
    choices = tuple(choose_values(pack, ()).items())
    return press_here((Handout(*values),), Order(pack, paper_named(paper), choices))


def boxes(sheets):
    """The boxes of the prompts: class, style, share."""
    found = re.findall(
        r'<div class="(box[^"]*)" id="[^"]+" style="([^"]*)" data-fill="([^"]*)">',
        sheets.html[0],
    )
    return found[1:]


def heights(sheets):
    """The heights in mm of all boxes that grew, but for the notes."""
    (grown,) = sheets.printed.grown
    return [box.height for name, box in sorted(grown.items()) if name != "box-2"]


def test_a_room_says_rows_ruling_height_and_weight():
    rooms = (
        Room(5),
        Room(2, ruling="tian", row=12, share=2),
        Room(mm=40, fill=False),
    )

    assert boxes(pressed(*rooms)) == [
        ("box", "--lines: 5", "1"),
        ("box ruled-tian", "--lines: 2; --row: 12mm", "2"),
        ("box", "--lines: 3; height: 40mm", "0"),
    ]


def test_what_is_left_is_shared_out_by_weight():
    light, heavy = heights(pressed(Room(1, share=1), Room(1, share=3)))

    # Whole rows: no ratio is exact.
    assert 2.4 < (heavy - 8.5) / (light - 8.5) < 3.7


@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_a_box_is_never_higher_than_a_page_nor_parted_from_its_prompt(paper):
    sheets = pressed(Room(80), Room(mm=900, fill=False), paper=paper)

    # The first page has the title; each box one page with its question.
    assert sheets.printed.pages == 3
