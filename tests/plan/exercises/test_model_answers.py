"""What the text answers is answered by its sentences; the rest is the reader's own."""

import pytest

from handout.plan.exercises.model_answers import answer_about, answer_of_all
from handout.plan.question_wording import PATTERNS
from handout.plan.reflection import reflection


def test_a_head_is_answered_by_the_best_sentences_under_it_in_their_order(section):
    part = section([["一句话。", "另一句话。", "还有一句话。"]], [], run_in=("小标题",))

    answer = answer_about(part, "小标题")

    assert [one.text for one in answer] == ["一句话。", "另一句话。"]


def test_a_long_sentence_answers_alone(section):
    part = section([["很长的一句话" * 20 + "。", "另一句话。"]], [])

    assert len(answer_of_all(part)) == 1


def test_of_a_long_sentence_the_clauses_around_a_phrase_answer(section):
    long = "前面的话，" * 15 + "说到底线思维，" + "后面的话，" * 15 + "完。"
    part = section([[long]], [])

    (answer,) = answer_about(part, "底线思维")

    assert "底线思维" in answer.text
    assert answer.text in long
    assert len(answer.text) < 60


@pytest.mark.parametrize("language", PATTERNS)
def test_what_the_text_answers_is_among_the_questions(language):
    patterns = PATTERNS[language]
    asked = {
        *patterns.understand,
        *patterns.understand_untitled,
        *patterns.relate_two,
        *patterns.relate_three,
    }

    assert patterns.answered <= asked
    assert not patterns.answered & {*patterns.apply, *patterns.apply_untitled}


def test_what_asks_for_the_readers_own_view_has_no_answer_but_a_place_to_look(section):
    part = section([["坚持底线思维。", "坚持问题导向。"]], ["底线思维"], listed=1)

    *_, apply = reflection(part).prompts

    assert apply.answer == ()
    assert apply.hint == "¶1"
