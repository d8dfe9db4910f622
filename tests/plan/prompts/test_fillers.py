"""What a section has for the slots, and what a document keeps out of them."""

from dataclasses import replace

from handout.model.document import Document, Line, Paragraph, Section
from handout.plan.prompts import fillers, words_not_asked


def document(*texts, **front):
    paragraphs = tuple(Paragraph(n, t, 0, n) for n, t in enumerate(texts, 1))
    return Document("a.txt", "zh-CN", 0, sections=(Section(None, paragraphs),), **front)


def test_labels_and_the_people_behind_them_are_not_asked_about():
    words = words_not_asked(document("主持：王建国　记录：郑洁、李平", "会议开始。"))

    assert {"主持", "记录", "王建国", "郑洁", "李平"} <= words
    assert "会议开始。" not in words


def test_the_author_and_table_heads_are_not_asked_about():
    table = Paragraph(1, "部件\t功能\n滤芯\t过滤", 0, 1, kind="table")
    found = document(byline=Line("方远舟", 0, 1))
    found = replace(found, sections=(Section(None, (table,)),))

    assert {"方远舟", "部件", "功能", "滤芯"} <= words_not_asked(found)


def test_two_concepts_named_in_one_breath_are_set_against_each_other(section):
    part = section(
        [["所谓市场调节与所谓宏观调控都要有。", "市场调节与宏观调控各有所长。"]],
        ["市场调节", "宏观调控"],
        listed=2,
    )

    assert fillers(part, frozenset())["one"] == ("市场调节\t宏观调控",)


def test_nothing_that_holds_a_word_not_asked_fills_a_slot(section):
    part = section([["所谓市场调节，很重要。"]], ["市场调节"], listed=1)

    assert "concept" in fillers(part, frozenset())
    assert "concept" not in fillers(part, frozenset({"市场"}))


def test_numbered_items_are_steps():
    items = [Paragraph(n, f"{n}. 做这件事。", 0, n, kind="item") for n in (1, 2, 3)]
    from handout.model.analysis import SectionAnalysis
    from handout.plan.section_input import Part

    part = Part(Section(None, tuple(items)), SectionAnalysis((), ()), "zh-CN", 1, "")

    assert fillers(part, frozenset())["steps"] == ("3",)


def test_a_short_sentence_without_a_time_can_be_quoted(section):
    part = section(
        [["去年春天下了雨。", "老周把缸搬到院子里去了。", "水总是往低处流去的。"]], []
    )

    assert fillers(part, frozenset())["quotation"] == ("水总是往低处流去的",)


def test_what_a_table_lists_and_the_text_speaks_of_can_be_asked_about():
    table = Paragraph(1, "制度\t特点\n分封制\t世袭", 0, 1, kind="table")
    prose = Paragraph(2, "分封制是世袭的。后来分封制瓦解了。", 0, 2)
    found = replace(document(), sections=(Section(None, (table, prose)),))

    words = words_not_asked(found)

    assert "分封制" not in words
    assert {"制度", "特点"} <= words


def test_no_heading_with_a_time_or_of_a_name_fills_a_slot(section):
    part = section([["说明。"]] * 2, [], run_in=("第一季度的工作", "王建国"))

    assert "part" not in fillers(part, frozenset())
