"""Phrases of one quotation share a row, as long as each takes one line of it."""

from handout.model.analysis import KeyPhrase, SectionAnalysis
from handout.model.document import Paragraph, Section
from handout.plan.keyphrases import keyphrases
from handout.plan.section_input import Part


def rows(text, *phrases):
    found = tuple(KeyPhrase(p, 1, 1, text.index(p)) for p in phrases)
    section = Section(None, (Paragraph(1, text, 0, 1),))
    block = keyphrases(Part(section, SectionAnalysis((), found), "zh-CN", 1, ""))
    assert block is not None
    return [row.phrases for row in block.rows]


def test_short_phrases_of_one_clause_share_a_row_with_their_counts():
    text = "增强“四个意识”、坚定“四个自信”、做到“两个维护”。"

    assert rows(text, "四个意识", "四个自信") == [("四个意识", "四个自信")]


def test_a_phrase_of_two_lines_has_a_row_of_its_own():
    text = "增强驾驭风险的本领，坚持底线思维，突出重心前移。"

    found = rows(text, "增强驾驭风险的本领", "底线思维")

    assert found == [("增强驾驭风险的本领",), ("底线思维",)]
