"""A phrase that says nearly what a better one says gives way to another."""

import pytest

from handout.analyse.phrases.candidates import Candidate
from handout.analyse.phrases.selection import select


def chosen(scores, limit=2):
    found = {
        text: Candidate(text, places=[(line, 0)]) for line, text in enumerate(scores)
    }
    return select(scores, found, [], limit)


def test_likeness_to_a_better_phrase_costs():
    scores = {"学习方法": 1.0, "方法学习": 0.9, "调查研究": 0.6}

    assert chosen(scores) == ["学习方法", "调查研究"]


def test_likeness_does_not_cost_everything():
    scores = {"学习方法": 1.0, "方法学习": 0.9, "调查研究": 0.3}

    assert chosen(scores) == ["学习方法", "方法学习"]


@pytest.mark.parametrize("other", ["深入基层", "担当作为"])
def test_phrases_that_share_little_cost_nothing(other):
    assert chosen({"学习方法": 1.0, other: 0.1, "方法学习": 0.5}) == ["学习方法", other]


def test_likeness_of_latin_phrases_is_that_of_their_words():
    scores = {"word list": 1.0, "rod twists": 0.9, "list of words": 0.2}

    assert chosen(scores) == ["word list", "rod twists"]
