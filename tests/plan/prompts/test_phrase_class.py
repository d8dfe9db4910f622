"""What a phrase is, and which phrases no question may be asked about."""

import pytest

from handout.plan.prompts.phrase_class import class_of

TEXT = "所谓光合作用，就是植物造养料。光合作用要有光。厂里坚持质量第一，质量第一。"


def test_what_the_text_defines_is_a_concept():
    assert class_of("光合作用", TEXT) == "concept"


def test_what_is_to_be_done_is_a_task():
    assert class_of("坚持质量第一", "要坚持质量第一，不能松劲。") == "task"


def test_what_happened_is_an_event():
    assert class_of("商鞅变法", "商鞅变法使秦国强大。") == "event"


@pytest.mark.parametrize(
    "phrase",
    [
        "郑洁",
        "老周",
        "小满",
        "王局长",
        "供应部门",
        "上午",
        "五月份",
        "2026年",
        "36,000",
        "第二天",
        "三个办法",
        "三是质量第一",
        "的质量",
        "质量和",
        "质量，第一",
        "质",
        "“质量”",
        "<br>",
    ],
)
def test_people_times_numbers_and_pieces_have_no_class(phrase):
    assert class_of(phrase, f"{phrase}很好。{phrase}很好。所谓{phrase}。") == ""


def test_a_word_the_text_says_in_passing_is_no_concept():
    assert class_of("绿豆", "把绿豆放在瓶里。") == ""


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("broken hinge", "concept"),
        ("Idris Calloway", ""),
        ("batteries cannot", ""),
        ("wet tuesday", ""),
        ("three volunteers", ""),
    ],
)
def test_english_phrases_are_nouns_without_names_and_times(phrase, kind):
    assert class_of(phrase, f"A {phrase} and another {phrase}.") == kind
