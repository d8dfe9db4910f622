"""No question comes twice while others are left, and none whose slot nothing fits."""

from handout.model.prompts import KindPrompts, Pattern, Prompts
from handout.plan.prompts import ask_sections


def prompts(*patterns, common=()):
    def kind(given):
        return KindPrompts(
            tuple(Pattern(text, asks) for text, asks in given),
            section="本节",
            whole="本文",
        )

    return Prompts("zh-CN", "{}", (("any", kind(common)), ("law", kind(patterns))))


def texts(asked):
    return [[one.text for one in section] for section in asked]


def test_a_question_whose_slot_nothing_fits_gives_way_to_a_plain_one():
    found = prompts(("“{concept}”是什么？", "understand"), ("{here}讲什么？", "recall"))

    asked = ask_sections(found, "law", [({}, 1), ({"concept": ("契约",)}, 1)])

    assert texts(asked) == [["本节讲什么？"], ["“契约”是什么？"]]


def test_no_pattern_comes_twice_while_others_are_left():
    given = [(f"第{n}问？", "judge") for n in range(6)]

    asked = ask_sections(prompts(*given), "law", [({}, 3), ({}, 3)])

    flat = [text for section in texts(asked) for text in section]
    assert len(set(flat)) == len(flat) == 6


def test_a_section_of_a_long_text_is_asked_again_with_its_own_words():
    found = prompts(("怎样看“{title}”？", "judge"))
    sections = [({"title": (f"题目{n}",)}, 1) for n in range(3)]

    asked = ask_sections(found, "law", sections)

    assert texts(asked) == [[f"怎样看“题目{n}”？"] for n in range(3)]


def test_questions_of_the_kind_come_before_those_for_all():
    found = prompts(
        ("哪一条最重要？", "judge"), common=[("“{title}”怎么样？", "judge")]
    )

    asked = ask_sections(found, "law", [({"title": ("义务",)}, 1)])

    assert texts(asked) == [["哪一条最重要？"]]


def test_a_text_without_sections_is_called_a_text():
    asked = ask_sections(prompts(("{here}讲什么？", "recall")), "law", [({}, 1)])

    assert texts(asked) == [["本文讲什么？"]]


def test_two_things_that_are_set_against_each_other_fill_two_slots():
    found = prompts(("“{one}”与“{other}”有何不同？", "relate"))

    asked = ask_sections(found, "law", [({"one": ("权利\t义务",)}, 1)])

    assert texts(asked) == [["“权利”与“义务”有何不同？"]]
    assert asked[0][0].words == ("权利", "义务")
