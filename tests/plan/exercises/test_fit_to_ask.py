"""What an exercise is never made of."""

import pytest

from handout.model.analysis import SectionAnalysis, Sentence
from handout.model.document import Paragraph, Section
from handout.plan.exercises.fit_to_ask import is_given_away, may_blank, may_quote
from handout.plan.section_input import Part


def part_of(text, **about):
    paragraph = Paragraph(1, text, 0, 1, **about)
    return Part(Section(None, (paragraph,)), SectionAnalysis((), ()), "zh-CN", 1, "")


@pytest.mark.parametrize(
    "phrase",
    ["公元前221年", "四百", "王建国", "上午", "责任部门", "得不到空气", "的办法"],
)
def test_no_date_figure_name_or_piece_is_left_blank(phrase):
    assert not may_blank(phrase, frozenset())


def test_no_label_of_the_document_is_left_blank():
    assert may_blank("维修记录", frozenset())
    assert not may_blank("维修记录", frozenset({"维修记录"}))


@pytest.mark.parametrize(
    "text",
    [
        "这样做有什么道理？",
        "图 1 种子的结构。",
        "没有句末标点的一行",
        "记录：王红。",
        "王红今年五十岁。",
    ],
)
def test_no_question_caption_label_or_persons_line_is_quoted(text):
    names = frozenset({"记录", "王红"})

    assert not may_quote(part_of(text), Sentence(text, 1, 0), names)


@pytest.mark.parametrize(
    "about", [{"kind": "table"}, {"kind": "footnote"}, {"asks": True}]
)
def test_no_table_note_or_interviewer_is_quoted(about):
    text = "水要烧开。"

    assert may_quote(part_of(text), Sentence(text, 1, 0), frozenset())
    assert not may_quote(part_of(text, **about), Sentence(text, 1, 0), frozenset())


def test_an_answer_that_is_mostly_printed_is_given_away():
    answer = "所谓底线思维，就是凡事从坏处准备，努力争取最好的结果。"

    assert is_given_away(answer, (answer,))
    assert is_given_away(answer, ("就是凡事从坏处准备，努力争取最好的结果",))
    assert not is_given_away(answer, ("底线思维",))
