"""Short sections share pages; long ones have two that face each other."""

from handout.model.blocks import (
    Closing,
    Excerpt,
    KeyPhrases,
    Marked,
    PhraseRow,
    Prompt,
    Quote,
    Reflection,
    Room,
    Summary,
)
from handout.model.handout import Handout, HandoutSection
from handout.model.meeting import Meeting
from handout.plan.pages import arrange


def section(rows, prompts, *, lines=3):
    quote = Quote(Marked("说的是这件事情的来龙去脉。"), 1)
    blocks = (
        Summary(sentences=(Excerpt("这是一句话。", 1),)),
        KeyPhrases(rows=(PhraseRow(("词句",), (1,), quote),) * rows),
        Reflection(prompts=(Prompt("怎样看？", Room(lines)),) * prompts),
    )
    return HandoutSection(1, "一、", "题", 1, 2, blocks)


def handout(*sections):
    closing = (Closing(prompts=(Prompt("学到了什么？", Room(2)),)),)
    return Handout(
        "题", "", "", "", "zh-CN", 900, 1, 9, Meeting(), (), sections, closing
    )


def test_a_short_section_shares_its_page_and_a_long_one_fills_two():
    short, long = arrange(handout(section(2, 1), section(8, 3, lines=4))).sections

    assert (short.shares_page, short.fills_spread) == (True, False)
    assert (long.shares_page, long.fills_spread) == (False, True)


def test_boxes_of_short_sections_do_not_grow_over_the_page():
    arranged = arrange(handout(section(2, 1)))

    (prompt,) = arranged.sections[0].blocks[2].prompts
    assert prompt.room.most == 9
    assert arranged.closing[0].prompts[0].room.most == 6


def test_boxes_of_long_sections_fill_their_page():
    arranged = arrange(handout(section(8, 3), section(8, 3)))

    rooms = [p.room.most for s in arranged.sections for p in s.blocks[2].prompts]
    assert set(rooms) == {0}
    assert arranged.closing[0].prompts[0].room.most == 0


def test_with_little_room_all_sections_share_pages_and_with_much_few_do():
    middle = section(5, 1)

    def shared(room, *sections):
        arranged = arrange(handout(*sections), room=room)
        return [one.shares_page for one in arranged.sections]

    assert shared("tight", section(8, 3), middle) == [True, True]
    assert shared("usual", section(8, 3, lines=4), middle) == [False, True]
    assert shared("generous", section(8, 3), middle) == [False, False]
