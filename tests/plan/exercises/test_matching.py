"""A matching can be put together in one way only."""

from hypothesis import given, settings

from handout.plan.exercises.matching import fits, matching
from handout.plan.exercises.material import Material
from tests.plan.conftest import materials


def check(material):
    """Say what holds for every matching there is."""
    block = matching(material)
    if block is None:
        return False
    texts = {p.number: p.text for p in material.part.section.all_paragraphs}
    whole = "\n".join(texts.values())
    assert len({pair.phrase for pair in block.pairs}) == len(block.pairs) >= 3
    for pair in block.pairs:
        ((start, end),) = pair.sentence.marks
        assert pair.sentence.text in texts[pair.paragraph]
        assert pair.sentence.text[start:end] == pair.phrase
        before, after = pair.sentence.text[:start], pair.sentence.text[end:]
        for other in block.pairs:
            if other is not pair:
                assert other.phrase not in pair.sentence.text
                assert not before or before[-1] + other.phrase + after[:1] not in whole
                assert pair.phrase not in other.phrase
    return True


@given(materials())
@settings(max_examples=80, deadline=None)
def test_every_phrase_has_one_sentence(material):
    check(material)


def test_every_phrase_of_a_real_text_has_one_sentence(real):
    assert sum(check(material) for material in real) >= 2


def test_phrases_that_can_stand_in_each_others_place_are_not_asked_together(section):
    sentences = [
        "领导干部要坚持底线思维，防患未然。",
        "应对风险要坚持问题导向，对症下药。",
        "落实部署靠钉钉子精神，一抓到底。",
        "评价干部看群众口碑，不看自夸。",
    ]
    phrases = ["底线思维", "问题导向", "钉钉子精神", "群众口碑"]
    part = section([[s] for s in sentences], phrases)

    block = matching(Material(part))

    assert block
    assert [pair.phrase for pair in block.pairs] == [
        "底线思维",
        "钉钉子精神",
        "群众口碑",
    ]


def test_two_pairs_can_be_guessed(section):
    part = section(
        [["领导干部要坚持底线思维，防患未然。"], ["落实部署靠钉钉子精神，一抓到底。"]],
        ["底线思维", "钉钉子精神"],
    )

    assert matching(Material(part)) is None


def test_a_phrase_fits_where_the_text_has_it_after_the_same_words(section):
    part = section([["我们要坚持底线思维，并坚持问题导向。"]], ["底线思维"])
    (gap,) = Material(part).askable()

    text = part.section.paragraphs[0].text
    assert fits("问题导向", gap, text)
    assert not fits("钉钉子精神", gap, "要以钉钉子精神，把工作落到实处。")
