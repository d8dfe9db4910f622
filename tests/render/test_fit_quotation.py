"""A quotation is cut to what fits: verbatim, with its phrase, after a clause."""

import pytest

from handout.model.blocks import Marked, Quote
from handout.render.fit_quotation import ems, excerpt

CLAUSE = "学习要联系实际，不能只读书本；"
LONG = CLAUSE * 20


def quote(text, *phrases):
    return Quote(Marked.of(text, phrases), 7)


def test_what_fits_stays_as_it_is():
    whole = quote(CLAUSE, "实际")

    assert excerpt(whole, 15) is whole


@pytest.mark.parametrize("most", [12, 20, 33, 100.5])
def test_a_long_one_ends_with_a_clause_and_says_that_it_goes_on(most):
    cut = excerpt(quote(LONG, "联系"), most)

    text = cut.passage.text
    assert LONG.startswith(text)
    assert text.endswith(("实际", "书本"))
    assert most - 12 < ems(text) <= most - 2
    assert (cut.paragraph, cut.cut_before, cut.cut_after) == (7, False, True)
    assert cut.passage.runs[1] == ("联系", True)


def test_a_phrase_far_on_is_shown_in_its_clause():
    text = LONG + "读书是学习，使用也是学习。" + LONG

    cut = excerpt(quote(text, "也是"), 30)

    assert cut.cut_before
    assert cut.cut_after
    assert cut.passage.text.startswith("使用也是学习。")
    assert cut.passage.text in text
    assert cut.passage.runs[1] == ("也是", True)


def test_english_ends_with_a_word_where_no_clause_ends():
    cut = excerpt(quote("to read what was written " * 9, "read"), 20)

    assert cut.passage.text.split()[-1] in {"to", "read", "what", "was", "written"}


def test_a_phrase_as_long_as_all_that_fits_is_cut_too():
    cut = excerpt(quote("字" * 90, "字" * 80), 30)

    assert cut.passage == Marked("字" * 28)
