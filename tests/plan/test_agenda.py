"""Minutes, times of day, groups and names become blocks of the handout."""

from dataclasses import replace

import pytest

from handout.model.blocks import Room
from handout.model.handout import Handout, HandoutSection
from handout.model.meeting import Agenda, AgendaItem, Discussion, Meeting, SignIn
from handout.model.options import PlanOptions
from handout.plan.agenda import minutes_of, set_times, start_of, with_meeting


def sections(*lengths):
    first = 1
    found = []
    for place, length in enumerate(lengths, 1):
        last = first + length - 1
        found.append(HandoutSection(place, "", f"第{place}节", first, last, ()))
        first = last + 1
    return tuple(found)


def handout(*lengths, meeting=None, **changes):
    values = {
        "title": "题",
        "byline": "",
        "date": "",
        "source": "",
        "language": "zh-CN",
        "characters": 10,
        "words": 1,
        "paragraphs": sum(lengths),
        "meeting": meeting or Meeting(),
        "front": (),
        "sections": sections(*lengths),
        "closing": (),
    }
    return Handout(**(values | changes))


@pytest.mark.parametrize(
    ("time", "clock"),
    [
        ("周五 9:00", 9 * 60),
        ("11月27日（周五）14：30", 14 * 60 + 30),
        ("下午2点半", 14 * 60 + 30),
        ("上午9點15分", 9 * 60 + 15),
        ("晚上7时", 19 * 60),
        ("14:30—16:00", 14 * 60 + 30),
        ("Friday, 2:15 pm", 14 * 60 + 15),
        ("2 pm", 14 * 60),
        ("12 am", 0),
        ("周五", None),
        ("2026-11-27", None),
        ("", None),
    ],
)
def test_the_first_time_of_day_in_a_persons_words_is_found(time, clock):
    assert start_of(time) == clock


def test_minutes_are_shared_out_by_length_in_steps_of_five():
    assert minutes_of(sections(2, 4, 6), 60) == (10, 20, 30)
    assert minutes_of(sections(1, 1, 10), 40) == (5, 5, 30)


@pytest.mark.parametrize("total", [1, 4, 7, 45, 50, 90, 121])
def test_the_shares_add_up_to_the_whole(total):
    shares = minutes_of(sections(3, 1, 5, 2), total)

    assert sum(shares) == total
    assert min(shares) >= 0


def test_an_agenda_counts_the_times_from_the_meetings_time():
    meeting = Meeting(time="周五 9:50")
    planned = with_meeting(
        handout(2, 2, meeting=meeting), PlanOptions(minutes=(20, 25))
    )

    (agenda,) = set_times(planned).front

    assert [(i.title, i.minutes, i.start, i.end) for i in agenda.items] == [
        ("第1节", 20, "9:50", "10:10"),
        ("第2节", 25, "10:10", "10:35"),
    ]


def test_no_time_of_day_is_given_that_nobody_can_know():
    items = (AgendaItem("签到"), AgendaItem("讨论", 30))
    planned = handout(1, meeting=Meeting(time="9:00"), front=(Agenda(items),))

    (agenda,) = set_times(planned).front

    assert [(i.start, i.end) for i in agenda.items] == [("9:00", ""), ("", "")]


def test_groups_discuss_each_section_with_room_for_the_minutes():
    meeting = Meeting(groups=("2",))
    options = PlanOptions(meeting=meeting, minutes=(8, 40))

    planned = with_meeting(handout(1, 1, meeting=meeting), options)

    first, second = (section.blocks[-1] for section in planned.sections)
    assert isinstance(first, Discussion)
    assert first.groups == ("第1组", "第2组")
    assert (first.room, second.room) == (Room(2), Room(5))
    assert first.question != second.question


def test_names_sign_in_after_the_agenda():
    options = PlanOptions(minutes=(30,), names=("张伟", "李娜"))

    front = with_meeting(handout(1), options).front

    assert [block.kind for block in front] == ["agenda", "sign_in"]
    assert front[1] == SignIn(("张伟", "李娜"))


def test_nothing_is_added_where_nothing_is_known_of_the_meeting():
    plain = handout(1, 2)

    assert with_meeting(plain, PlanOptions()) == plain


def test_an_opening_is_in_the_agenda_and_has_its_time():
    opened = handout(1, 1)
    first = replace(opened.sections[0], title="", place=0)
    opened = replace(opened, sections=(first, *opened.sections[1:]))
    options = PlanOptions(meeting=Meeting(time="9:00"), minutes=(40,))

    planned = set_times(with_meeting(replace(opened, meeting=options.meeting), options))

    items = planned.front[-1].items
    assert items[0].title == "导语"
    assert (items[0].start, items[-1].end) == ("9:00", "9:40")


def test_welcome_break_and_closing_are_part_of_the_whole_time():
    around = (("welcome", 5), ("break", 10), ("closing", 5))
    options = PlanOptions(minutes=(60,), around=around)

    items = set_times(with_meeting(handout(1, 1), options)).front[-1].items

    assert [item.title for item in items][::4] == ["开场", "总结"]
    assert [item.title for item in items][2] == "休息"
    assert sum(item.minutes for item in items) == 60
