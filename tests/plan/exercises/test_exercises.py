"""The exercises of one sheet do not answer each other."""

from dataclasses import replace

from handout.model.exercises import Cloze, Matching
from handout.model.options import PlanOptions
from handout.plan import exercises_not_made, plan
from handout.plan.exercises import EXERCISES, exercises, visible_texts
from handout.plan.exercises.material import Material
from handout.plan.exercises.ordering import kept_back
from tests.plan.test_plan import document


def answers(block):
    if isinstance(block, Cloze):
        return [
            item.passage.text[a:b]
            for item in block.items
            for a, b in item.passage.marks
        ]
    return [pair.phrase for pair in block.pairs] if isinstance(block, Matching) else []


def test_no_exercise_of_a_real_text_answers_another(real):
    made = set()
    for material in real:
        blocks = exercises(kept_back(material.part), (), tuple(EXERCISES))
        made |= {block.kind for block in blocks}
        for block in blocks:
            others = [b for b in blocks if b is not block]
            for word in answers(block):
                assert not any(
                    word in text for o in others for text in visible_texts(o)
                ), word
    assert made >= {"cloze", "matching", "short_answer"}


def test_exercises_stand_in_one_order_however_they_are_asked_for(real):
    for material in real:
        part = kept_back(material.part)
        one = exercises(part, (), tuple(EXERCISES))
        other = exercises(part, (), tuple(reversed(EXERCISES)))
        assert one == other
        places = [list(EXERCISES).index(block.kind) for block in one]
        assert places == sorted(places)


def test_what_could_not_be_made_is_told_once_a_kind():
    asked = ("cloze", "matching")
    handout = plan(*document(2), PlanOptions(exercises=asked))

    notices = exercises_not_made(handout, asked)

    assert [n.message.split(":")[0] for n in notices] == [
        "no cloze in section 1, 2",
        "no matching in section 1, 2",
    ]
    assert exercises_not_made(handout, ()) == ()


def test_the_opening_is_named_and_not_counted():
    asked = ("matching",)
    handout = plan(*document(2), PlanOptions(exercises=asked))
    first, second = handout.sections
    opening = replace(first, place=0)

    for sections, where in (
        ((opening,), "the opening"),
        ((opening, second), "the opening and section 2"),
    ):
        (notice,) = exercises_not_made(replace(handout, sections=sections), asked)
        assert notice.message.startswith(f"no matching in {where}: ")


def test_a_reader_sees_no_blanked_words(section):
    part = section(
        [["领导干部要坚持底线思维，防患未然。"], ["要以钉钉子精神，把工作落到实处。"]],
        ["钉钉子精神", "底线思维"],
    )
    block = EXERCISES["cloze"](Material(part))

    assert block
    assert "底线思维" not in "".join(visible_texts(block))
    assert "防患未然" in "".join(visible_texts(block))
