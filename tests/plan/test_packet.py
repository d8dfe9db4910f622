"""A packet has once what each handout has, and its parts keep the rest."""

import pytest

from handout.errors import UsageError
from handout.model.blocks import Closing, Excerpt, Overview, Prompt
from handout.model.handout import Handout
from handout.model.meeting import Agenda, AgendaItem, Meeting, SignIn
from handout.model.options import PlanOptions
from handout.plan import packet_of, with_pages


def handout(title, language="zh-CN", characters=1000):
    front = (
        Overview((Excerpt("一句话。", 1),)),
        Agenda((AgendaItem("题", 30),)),
        SignIn(("张伟",)),
    )
    closing = (Closing((Prompt("收获？"),)),)
    return Handout(
        title=title,
        byline="张三",
        date="",
        source="",
        language=language,
        characters=characters,
        words=characters // 5,
        paragraphs=9,
        meeting=Meeting(),
        front=front,
        sections=(),
        closing=closing,
    )


def kinds(blocks):
    return [block.kind for block in blocks]


def test_parts_leave_to_the_packet_what_it_has_once():
    contents, one, two = packet_of(
        (handout("甲"), handout("乙")), PlanOptions(minutes=(60,), names=("李娜",))
    )

    assert kinds(one.front) == kinds(two.front) == ["overview"]
    assert kinds(contents.front) == ["agenda", "sign_in"]
    assert (one.closing, kinds(two.closing)) == ((), ["closing"])


def test_parts_are_counted_as_the_first_language_counts():
    chinese = packet_of((handout("甲"), handout("B", "en")), PlanOptions())
    english = packet_of((handout("A", "en"), handout("乙")), PlanOptions())

    assert [line.label for line in chinese[0].contents] == ["一", "二"]
    assert [line.label for line in english[0].contents] == ["1", "2"]
    assert [part.part.label for part in english[1:]] == ["1", "2"]


def test_the_meetings_minutes_are_shared_out_by_length():
    parts = (handout("甲", characters=3000), handout("乙", characters=1000))

    contents, *_ = packet_of(
        parts, PlanOptions(Meeting(time="9:00"), minutes=(90,), around=(("break", 10),))
    )

    items = contents.front[0].items
    assert [(item.title, item.minutes, item.start) for item in items] == [
        ("一　甲", 60, "9:00"),
        ("休息", 10, "10:00"),
        ("二　乙", 20, "10:10"),
    ]


def test_minutes_are_those_of_each_article_or_of_all():
    with pytest.raises(UsageError) as raised:
        packet_of((handout("甲"), handout("乙")), PlanOptions(minutes=(1, 2, 3)))

    assert "3 numbers for 2 articles" in str(raised.value)


def test_a_packet_without_closing_has_none():
    packet = packet_of(
        (handout("甲"), handout("乙")), PlanOptions(without=("closing",))
    )

    assert [one.closing for one in packet] == [(), (), ()]


def test_the_contents_name_the_first_pages_of_the_parts():
    packet = packet_of((handout("甲"), handout("乙")), PlanOptions())

    contents, *_ = with_pages(packet)

    assert [(line.title, line.page) for line in contents.contents] == [
        ("甲", 1),
        ("乙", 1),
    ]
