"""Quotations are whole clauses, verbatim, and short enough for their column."""

import pytest

from handout.model.document import Paragraph
from handout.plan.quotes import LONGEST, clauses, join_quotes, quote_after, quote_around

TEXT = (
    "强化理论武装。理论上的成熟是政治上成熟的基础,政治上的坚定源于理论上的清醒。"
    "增强“四个意识”、坚定“四个自信”、做到“两个维护”,以理论自信提升行动自觉。"
)
PARAGRAPH = Paragraph(number=3, text=TEXT, start=0, line=1, run_in="强化理论武装")


def around(phrase, text=TEXT):
    start = text.index(phrase)
    paragraph = Paragraph(number=3, text=text, start=0, line=1)
    return quote_around(paragraph, start, start + len(phrase))


def test_a_quotation_holds_its_phrase_marked_and_ends_at_a_clause():
    quote = around("四个自信")

    assert "“四个自信”" in quote.passage.text
    assert quote.passage.text in TEXT
    assert [text for text, marked in quote.passage.runs if marked] == ["四个自信"]


@pytest.mark.parametrize("phrase", ["四个意识", "两个维护", "政治上的坚定", "行动自觉"])
def test_a_quotation_is_short_and_keeps_quotation_marks_in_pairs(phrase):
    quote = around(phrase)

    assert len(quote.passage.text) <= LONGEST
    assert quote.passage.text.count("“") == quote.passage.text.count("”")


def test_a_quotation_says_where_the_sentence_goes_on():
    quote = around("政治上的坚定")

    assert not quote.cut_after or TEXT.index(quote.passage.text) >= 0
    assert around("四个意识").cut_before is False


def test_a_run_in_head_is_explained_by_the_sentence_after_it():
    quote = quote_after(PARAGRAPH, len("强化理论武装") + 1)

    assert quote.passage.text.startswith("理论上的成熟")
    assert quote.passage.marks == ()


def test_two_phrases_of_one_clause_share_a_quotation_with_both_marked():
    one, other = around("四个意识"), around("四个自信")

    both = join_quotes(one, other, Paragraph(3, TEXT, 0, 1))

    assert both is not None
    marked = [text for text, is_marked in both.passage.runs if is_marked]
    assert marked == ["四个意识", "四个自信"]


def test_quotations_far_apart_do_not_join():
    one, other = around("理论上的成熟"), around("行动自觉")

    assert join_quotes(one, other, Paragraph(3, TEXT, 0, 1)) is None


def test_a_sentence_without_marks_is_cut_nowhere_it_should_not_be():
    text = "学" * 20 + "关键词" + "习" * 200 + "。"

    quote = around("关键词", text)

    assert "关键词" in quote.passage.text
    assert quote.passage.text in text


LONG = "不忘来路,方知去处,行稳致远,坚持以人民为中心的发展思想毫不动摇。"
SHORT = "不忘来路,方知去处,行稳致远。"


def grown(text, phrase):
    start = text.index(phrase)
    first, last = clauses(text, 0, len(text) - 1, start, start + len(phrase))
    return text[first:last]


def test_a_quotation_long_enough_does_not_grow_backwards():
    assert grown(LONG, "以人民为中心") == "坚持以人民为中心的发展思想毫不动摇"


def test_a_short_quotation_grows_backwards_until_it_is_long_enough():
    assert grown(SHORT, "行稳") == "不忘来路,方知去处,行稳致远"
