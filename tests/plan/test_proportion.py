"""Paper follows the length of the text."""

import pytest

from handout.plan.proportion import closing_of, shares_of, size_of


def parts(section, *sizes):
    return tuple(section([["字" * (size - 1) + "。"]], []) for size in sizes)


def counts(found):
    return [share.prompts for share in found]


def test_a_longer_section_is_asked_more(section):
    from dataclasses import replace

    from handout.model.document import Heading

    heading = Heading("一、", "题", 1, 0, 0)
    found = tuple(
        replace(part, section=replace(part.section, heading=heading))
        for part in parts(section, 30, 200, 400, 900)
    )

    assert counts(shares_of(found)) == [0, 1, 2, 3]
    assert counts(shares_of(found, room="generous")) == [1, 2, 3, 3]
    assert counts(shares_of(found, room="tight")) == [0, 1, 1, 2]
    assert counts(shares_of(found, prompts=2)) == [2, 2, 2, 2]


def test_a_text_without_sections_is_asked_something_however_short(section):
    assert counts(shares_of(parts(section, 20))) == [1]


def test_a_text_of_many_sections_asks_less_in_each(section):
    assert set(counts(shares_of(parts(section, *[900] * 10)[1:]))) == {1}


def test_short_sections_have_low_boxes(section):
    (short,) = shares_of(parts(section, 200))
    (long,) = shares_of(parts(section, 900))

    assert short.rooms[0][0] < long.rooms[0][0]


@pytest.mark.parametrize(("size", "count"), [(300, 1), (1500, 2), (3000, 3)])
def test_the_closing_has_questions_by_the_length_of_the_whole(section, size, count):
    assert closing_of(parts(section, size), "usual").prompts == count


def test_an_english_word_counts_for_a_few_characters():
    assert size_of("one two three") == pytest.approx(5.1)
