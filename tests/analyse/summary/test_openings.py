"""An opening that is lost without the sentence before it is told from the others."""

from importlib import import_module

import pytest

from handout.analyse.bulk import one_section
from handout.analyse.summary.openings import joins, points_at_nothing
from handout.analyse.words.passage import passages

BARE = """
这是根本要求。 这样做才对。 这里有三点。 它很稳定。 他们都来了。 此为一例。
前者更好。 如此方能成功。 They.agreed.
"""
WHOLE = """
这一制度行之有效。 这种方法很快。 这篇文章讲三点。 该项目已完成。 其实不难。
他人的经验。 此外还要学习。 那么我们开始。 但是要学。
"""
JOINED = "但是要学。 因此必须改革。 例如水。 该项目已完成。"


@pytest.mark.parametrize("text", [*BARE.split(), "This is why."])
def test_a_bare_pointer_points_at_nothing_that_stands_on_paper(text):
    assert points_at_nothing(text.replace(".", " "))


@pytest.mark.parametrize("text", [*WHOLE.split(), "This method works."])
def test_a_pointer_with_its_noun_and_a_joint_say_enough(text):
    assert not points_at_nothing(text)


@pytest.mark.parametrize("text", [*JOINED.split(), "So we go."])
def test_a_joint_ties_a_sentence_to_the_one_before(text):
    assert joins(text)
    assert not joins("必须坚持改革。")


def test_a_pointing_sentence_costs_nothing_after_the_sentence_it_points_to():
    summary = import_module("handout.analyse.summary.summarise")
    text = "教育是国家的根本。这是因为人才决定未来。学校需要更多的老师。"
    spoken = list(passages(one_section("", text))[0].sentences)

    def chosen(scores: list[float], count: int) -> list[int]:
        return summary._choose(spoken, scores, count=count, characters=0)

    assert chosen([3.0, 2.0, 1.5], 2) == [0, 1]
    assert chosen([1.0, 2.0, 1.5], 1) == [2]
