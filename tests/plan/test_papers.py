"""Papers that a meeting needs once, and no copy for each person."""

import pytest

from handout.errors import UsageError
from handout.model.blocks import Room
from handout.model.handout import Handout, HandoutSection
from handout.model.meeting import Agenda, AgendaItem, Discussion, Meeting, SignIn
from handout.plan import papers_of

TALK = Discussion("怎样看？", 0, ("甲组", "乙组"), Room(3))


def handout(*front, groups=()):
    section = HandoutSection(1, "一", "题", 1, 2, (TALK,))
    meeting = Meeting(groups=groups)
    return Handout("题", "", "", "", "zh-CN", 9, 1, 9, meeting, front, (section,), ())


def test_a_sign_in_sheet_has_the_names_or_places():
    names = SignIn(("张伟",))

    assert papers_of(handout(names), "sign-in")[0].front == (names,)
    (blank,) = papers_of(handout(), "sign-in")
    assert blank.front[0].blank >= 40
    assert blank.sections == ()


def test_an_agenda_alone():
    agenda = Agenda((AgendaItem("题", 30),))

    (paper,) = papers_of(handout(SignIn(("张伟",)), agenda), "agenda")

    assert paper.front == (agenda,)


def test_each_group_has_a_sheet_with_its_own_boxes():
    papers = papers_of(handout(groups=("甲组", "乙组")), "groups")

    assert [p.sections[0].blocks[0].groups for p in papers] == [("甲组",), ("乙组",)]


@pytest.mark.parametrize(
    ("paper", "said"), [("agenda", "no agenda"), ("groups", "no groups")]
)
def test_what_the_paper_is_made_of_must_be_known(paper, said):
    with pytest.raises(UsageError, match=said):
        papers_of(handout(), paper)
