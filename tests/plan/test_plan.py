"""What stands on paper: blocks in order, the source's own words, prompts that vary."""

import re

from handout.model.analysis import Analysis, KeyPhrase, SectionAnalysis, Sentence
from handout.model.document import Document, Heading, Line, Paragraph, Section
from handout.model.options import PlanOptions
from handout.plan import plan, split_worksheets

# As much more as makes a section worth three questions.
LONG = "这里还有许多别的话要说。" * 60


def document(sections=2, *, introduction=1, language="zh-CN", title="题目"):
    """A document of sections with one paragraph each, and what was found."""
    number = 0
    built, found = [], []
    for place in range(-1, sections):
        count = introduction if place < 0 else 1
        paragraphs = []
        for _ in range(count):
            number += 1
            text = f"第{number}段说的是关键词{number}和别的事情。" + LONG
            paragraphs.append(Paragraph(number, text, number * 100, number))
        heading = None if place < 0 else Heading("", f"标题{place}", 1, number * 100, 1)
        if paragraphs or heading:
            built.append(Section(heading, tuple(paragraphs)))
            last = paragraphs[-1]
            phrase = f"关键词{number}"
            found.append(
                SectionAnalysis(
                    (Sentence(last.text.removesuffix(LONG), last.number, 0, 1),),
                    (KeyPhrase(phrase, 1, last.number, last.text.index(phrase)),),
                )
            )
    overview = tuple(s.summary[0] for s in found)
    return (
        Document(
            name="文件.txt",
            language=language,
            characters=100,
            title=Line(title, 0, 1) if title else None,
            sections=tuple(built),
        ),
        Analysis(overview, (), tuple(found)),
    )


def test_each_section_has_summary_phrases_and_reflection_in_this_order():
    handout = plan(*document(), PlanOptions())

    for section in handout.sections:
        kinds = [block.kind for block in section.blocks]
        assert kinds == ["summary", "keyphrases", "reflection"]


def test_a_short_introduction_stands_in_the_overview_alone():
    handout = plan(*document(2, introduction=2), PlanOptions())

    assert [section.title for section in handout.sections] == ["标题0", "标题1"]
    assert handout.sections[0].first == 3
    assert handout.front[0].sentences[0].paragraph == 2


def test_a_long_introduction_gets_pages_of_its_own():
    handout = plan(*document(2, introduction=3), PlanOptions())

    assert [section.title for section in handout.sections] == ["", "标题0", "标题1"]
    assert [section.place for section in handout.sections] == [0, 1, 2]


def test_a_document_without_headings_is_one_section():
    handout = plan(*document(0, introduction=1), PlanOptions())

    assert len(handout.sections) == 1
    assert handout.sections[0].title == ""
    assert [block.kind for block in handout.front] == ["overview"]


def test_a_document_without_a_title_is_called_by_its_file():
    handout = plan(*document(title=""), PlanOptions())

    assert handout.title == "文件"


def test_neighbouring_sections_are_asked_differently():
    handout = plan(*document(4), PlanOptions())

    asked = [p.text for section in handout.sections for p in section.blocks[2].prompts]

    assert len(asked) == 12
    assert len({re.sub(r"标题\d", "", text) for text in asked}) == 12


def test_prompts_speak_the_documents_language():
    handout = plan(*document(language="en"), PlanOptions())

    asked = handout.sections[0].blocks[2].prompts
    assert any("this section" in prompt.text for prompt in asked)


def test_the_text_is_planned_only_when_it_is_asked_for():
    without = plan(*document(), PlanOptions())
    handout = plan(*document(), PlanOptions(with_text=True))

    assert without.text == ()
    assert [p.number for part in handout.text for p in part.paragraphs] == [1, 2, 3]
    runs = handout.text[1].paragraphs[0].runs
    assert [run.text for run in runs if run.marked] == ["关键词2"]


def test_a_sentence_without_an_end_is_no_summary():
    from dataclasses import replace

    text, analysis = document(1, introduction=0)
    endless = Sentence("学" * 5000, 1, 0, 1)
    section = replace(analysis.sections[0], summary=(endless,))
    analysis = replace(analysis, overview=(endless,), sections=(section,))

    handout = plan(text, analysis, PlanOptions())

    assert handout.front == ()
    kinds = [block.kind for block in handout.sections[0].blocks]
    assert kinds == ["keyphrases", "reflection"]


def test_worksheets_split_a_handout_by_section():
    handout = plan(*document(3), PlanOptions())

    sheets = split_worksheets(handout)

    assert [sheet.sections for sheet in sheets] == [(s,) for s in handout.sections]
    assert all(sheet.front == () and sheet.closing == () for sheet in sheets)


def test_a_worksheet_has_the_text_of_its_own_section():
    handout = plan(*document(2), PlanOptions(with_text=True))

    sheets = split_worksheets(handout)

    numbers = [[p.number for part in s.text for p in part.paragraphs] for s in sheets]
    assert numbers == [[2], [3]]


def test_a_document_of_one_section_says_its_summary_once():
    handout = plan(*document(1, introduction=0), PlanOptions())

    assert "overview" in [block.kind for block in handout.front]
    assert "summary" not in [block.kind for block in handout.sections[0].blocks]
    (sheet,) = split_worksheets(handout)
    assert "summary" in [block.kind for block in sheet.sections[0].blocks]


def test_blocks_can_be_left_out():
    without = ("overview", "structure", "closing", "keyphrases")

    handout = plan(*document(2), PlanOptions(without=without))

    assert (handout.front, handout.closing) == ((), ())
    assert [b.kind for b in handout.sections[0].blocks] == ["summary", "reflection"]
