"""What the text answers is answered by its sentences; the rest is the reader's own."""

from handout.model.prompts import KindPrompts, Pattern, Prompts
from handout.plan.exercises.model_answers import answer_about, answer_of_all
from handout.plan.proportion import Share
from handout.plan.reflection import reflections


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


def test_what_asks_for_the_readers_own_view_has_no_answer_but_a_place_to_look(section):
    part = section(
        [["所谓底线思维，就是凡事从坏处准备。", "底线思维要用在平时。"]],
        ["底线思维"],
        listed=1,
    )
    question = KindPrompts((Pattern("举一件事说明“{concept}”。", "apply"),))
    prompts = Prompts("zh-CN", "{}", (("study", question),))

    (found,) = reflections(
        (part,), (Share(((3, 1.0),)),), prompts, "study", frozenset()
    )
    (apply,) = found.prompts

    assert apply.text == "举一件事说明“底线思维”。"
    assert apply.answer == ()
    assert apply.hint == "¶1"
