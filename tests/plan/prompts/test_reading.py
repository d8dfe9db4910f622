"""Files of prompts: ours are whole, and a person's mistakes are named."""

import re
from pathlib import Path

import pytest

from handout.errors import TemplateError
from handout.model.kinds import KINDS
from handout.plan.prompts import built_in, read_prompts
from handout.plan.prompts.reading import LANGUAGES

WHERE = Path("mine.toml")
# Words that belong to a meeting of people who work or study together, and nowhere else.
OF_MEETINGS = re.compile(
    "差距|改进|本月|集体|同事|行动计划|工作或学习|改進|團隊|行動計畫"
)


def read(text, language="zh-CN"):
    return read_prompts(text.encode(), WHERE, built_in(language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_a_dozen_questions_of_its_own_and_closing_and_talk(
    language, kind
):
    found = dict(built_in(language).kinds)[kind]

    assert len({pattern.text for pattern in found.patterns}) >= 12
    assert len({pattern.asks for pattern in found.patterns}) >= 5
    assert len(found.closing) >= 2
    assert len(found.discuss) >= 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_texts_for_study_ask_for_what_a_unit_has_to_mend(language):
    for kind, found in built_in(language).kinds:
        texts = [p.text for p in found.patterns] + [*found.closing, *found.discuss]
        odd = [text for text in texts if OF_MEETINGS.search(text)]
        assert kind == "study" or odd == []


def test_the_three_languages_have_the_same_kinds():
    kinds = [[kind for kind, _ in built_in(lang).kinds] for lang in LANGUAGES]

    assert kinds[0] == kinds[1] == kinds[2]


def test_taiwan_gets_its_own_quotation_marks_and_words():
    texts = " ".join(
        p.text for _, kind in built_in("zh-TW").kinds for p in kind.patterns
    )

    assert "“" not in texts
    assert not re.search("[们这个为说对写]", texts)


def test_a_list_takes_the_place_of_ours_and_the_rest_stays():
    found = read('language = "zh-CN"\n[story]\nclosing = ["我会记住："]\n')

    assert found.of("story").closing == ("我会记住：",)
    assert found.of("story").patterns == built_in("zh-CN").of("story").patterns


def test_questions_of_ones_own_replace_those_of_the_kind_alone():
    found = read('language = "zh-CN"\n[poem]\njudge = ["哪一句最好？"]\n')

    assert [p.text for p in found.of("poem").patterns] == ["哪一句最好？"]
    assert found.of("law") == built_in("zh-CN").of("law")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[story]\nclosing = ["好："]\n', "mine.toml: does not say its language"),
        ('language = "fr"\n', "has prompts in fr"),
        ('language = "en"\n', "has prompts in en, and the text is in zh-CN"),
        (
            'language = "zh-CN"\n[story]\njudge = ["“{persons}”好吗？"]\n',
            "nothing fills the slot {persons} of story.judge",
        ),
        (
            'language = "zh-CN"\n[story]\nclosing = ["“{concept}”好吗？"]\n',
            "nothing fills the slot {concept} of story.closing; the slots here",
        ),
        ('language = "zh-CN"\n[story]\njudge = ["{title"]\n', "a brace too many"),
        ('language = "zh-CN"\n[stroy]\n', "did you mean story?"),
        ('language = "zh-CN"\n[story]\njugde = ["好？"]\n', "did you mean judge?"),
        ('language = "zh-CN"\n[story]\njudge = "好？"\n', "must be a list of texts"),
        ('language = "zh-CN"\nstory = "好"\n', "story must be a table"),
        ('language = "zh-CN"\ngroup = "组"\n', "group must be text with one {}"),
    ],
)
def test_a_mistake_is_named(text, said):
    with pytest.raises(TemplateError) as error:
        read(text)

    assert said in str(error.value)
