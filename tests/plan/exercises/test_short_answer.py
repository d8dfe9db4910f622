"""Short answers ask about heads or phrases, and are answered by the source."""

from handout.plan.exercises.material import Material
from handout.plan.exercises.model_answers import answer_about
from handout.plan.exercises.short_answer import short_answer

HEADS = ("强化理论武装", "强化目标引领")


def test_each_head_is_asked_for_and_answered_by_its_paragraph(section):
    part = section([["理论上要成熟。"], ["目标就是旗帜。"]], [], run_in=HEADS)

    block = short_answer(Material(part))

    assert block
    assert [head in p.text for head, p in zip(HEADS, block.prompts, strict=True)]
    answers = [(p.answer[0].text, p.answer[0].paragraph) for p in block.prompts]
    assert answers == [("理论上要成熟。", 1), ("目标就是旗帜。", 2)]


def test_a_long_answer_gets_more_room(section):
    long = "目标就是旗帜，" * 12 + "旗帜就是方向。"
    part = section([["理论上要成熟。"], [long]], [], run_in=HEADS)

    block = short_answer(Material(part))

    assert block
    assert [prompt.room.lines for prompt in block.prompts] == [2, 3]


def test_without_heads_phrases_are_asked_for_each_with_an_answer_of_its_own(section):
    part = section(
        [
            ["所谓底线思维，就是从坏处准备。", "所谓问题导向，就是对症下药。"],
            ["底线思维和问题导向都要坚持，钉钉子精神也要。"],
        ],
        ["底线思维", "问题导向", "钉钉子精神"],
        listed=3,
    )

    block = short_answer(Material(part))

    assert block
    answers = [prompt.answer for prompt in block.prompts]
    assert len(set(answers)) == len(answers) == 2


def test_the_answer_of_another_exercise_is_not_named(section):
    part = section([["领导干部要坚持底线思维，防患未然。"]], ["底线思维"], listed=1)

    assert short_answer(Material(part, hidden=("底线思维",))) is None


def test_every_answer_of_a_real_text_is_verbatim(real):
    asked = 0
    for material in real:
        block = short_answer(material)
        texts = {p.number: p.text for p in material.part.section.all_paragraphs}
        for prompt in block.prompts if block else ():
            asked += 1
            assert all(one.text in texts[one.paragraph] for one in prompt.answer)
    assert asked


def test_what_nobody_says_has_no_answer(section):
    part = section([["理论上要成熟。"]], [])

    assert answer_about(part, "旗帜") == ()
