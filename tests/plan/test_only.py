import pytest

from handout.errors import UsageError
from handout.model.handout import Handout, HandoutSection, TextParagraph, TextSection
from handout.model.meeting import Meeting
from handout.plan.only import only_sections

SECTIONS = tuple(
    HandoutSection(place, "", f"第{place}节", place, place, ()) for place in (1, 2, 3)
)
TEXT = tuple(
    TextSection(1, f"第{n}节", (TextParagraph(n, "text", 0, ()),)) for n in (1, 2, 3)
)


def handout():
    front = ("题目", "", "", "", "zh-CN", 10, 10, 3, Meeting(), ())
    return Handout(*front, sections=SECTIONS, closing=(), text=TEXT)


def test_some_sections_keep_their_numbers_and_their_text():
    kept = only_sections(handout(), (1, 3))

    assert [s.place for s in kept.sections] == [1, 3]
    assert [s.heading for s in kept.text] == ["第1节", "第3节"]


def test_all_sections_are_kept_where_none_is_asked_for():
    assert only_sections(handout(), ()) == handout()


def test_a_section_that_there_is_not_is_an_error_that_says_how_many_there_are():
    with pytest.raises(UsageError) as error:
        only_sections(handout(), (1, 9))

    assert "no section 9: the text has 3" in str(error.value)
