"""Phrases are asked for only in sentences that do not give them away."""

from handout.plan.exercises.material import Material

LONG = (
    "要高举旗帜，"
    + "要坚持底线思维，防患未然，"
    + "要"
    + "掌握主动，" * 12
    + "不可懈怠。"
)


def said(section, *texts, phrases=("底线思维",), **sheet):
    part = section([list(texts)], list(phrases))
    return [one.phrase for one in Material(part, **sheet).askable()]


def test_a_phrase_is_found_where_a_sentence_says_it(section):
    part = section([["领导干部要坚持底线思维，防患未然。"]], ["底线思维"])

    (found,) = Material(part).askable()

    assert found.passage.runs == (
        ("领导干部要坚持", False),
        ("底线思维", True),
        ("，防患未然。", False),
    )
    assert (found.near, found.paragraph) == ("坚持底线思维", 1)
    assert (found.cut_before, found.cut_after) == (False, False)


def test_of_a_long_sentence_only_the_clauses_around_the_phrase_are_taken(section):
    part = section([[LONG]], ["底线思维"])

    (found,) = Material(part).askable()

    assert len(found.passage.text) <= 60
    assert LONG.find(found.passage.text) == found.start
    assert found.cut_after


def test_what_the_sheet_shows_already_is_not_asked_for(section):
    sentence = "领导干部要坚持底线思维，防患未然。"

    assert said(section, sentence) == ["底线思维"]
    assert said(section, sentence, shown=("……要坚持底线思维",)) == []
    assert said(section, sentence, shown=("底线思维是什么？",)) == ["底线思维"]


def test_what_another_exercise_says_is_not_asked_for(section):
    sentence = "领导干部要坚持底线思维，防患未然。"

    assert said(section, sentence, asked=("底线思维是什么？",)) == []
    assert said(section, sentence, asked=("什么是底线？",)) == ["底线思维"]


def test_the_answer_of_another_exercise_is_not_shown(section):
    sentence = "领导干部要坚持底线思维，防患未然。"

    assert said(section, sentence, hidden=("防患未然",)) == []


def test_a_sentence_that_says_the_phrase_twice_gives_it_away(section):
    assert said(section, "坚持底线思维，就要懂得什么是底线思维。") == []


def test_a_phrase_inside_a_longer_one_is_left_whole(section):
    found = said(
        section,
        "领导干部要坚持底线思维，防患未然。",
        phrases=("思维", "底线思维"),
    )

    assert found == ["底线思维"]


def test_a_phrase_that_a_heading_says_is_not_asked_for(section):
    part = section(
        [["领导干部要坚持底线思维，防患未然。"]], ["底线思维"], run_in=("坚持底线思维",)
    )

    assert list(Material(part).askable()) == []


def test_an_english_phrase_is_a_whole_word(section):
    found = said(section, "The lamplight was seen for a month.", phrases=("lamp",))

    assert found == []
