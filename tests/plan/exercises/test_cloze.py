"""A cloze is verbatim, one blank a clause, and answered nowhere on its sheet."""

from hypothesis import given, settings

from handout.plan.exercises.cloze import cloze
from handout.plan.exercises.material import Material
from tests.plan.conftest import materials


def check(material):
    """Say what holds for every cloze there is."""
    block = cloze(material)
    if block is None:
        return False
    texts = {p.number: p.text for p in material.part.section.all_paragraphs}
    answers = []
    for item in block.items:
        assert item.passage.text in texts[item.paragraph]
        ((start, end),) = item.passage.marks
        answers.append(item.passage.text[start:end])
    phrases = {
        p.text for p in (*material.part.found.keyphrases, *material.part.found.more)
    }
    assert set(answers) <= phrases
    assert len(set(answers)) == len(answers) >= 2
    for answer in answers:
        seen = "\n".join(
            text
            for item in block.items
            for text, blank in item.passage.runs
            if not blank
        )
        assert answer not in seen
    places = [
        (i.paragraph, texts[i.paragraph].index(i.passage.text)) for i in block.items
    ]
    assert places == sorted(places)
    return True


@given(materials())
@settings(max_examples=80, deadline=None)
def test_no_cloze_gives_itself_away(material):
    check(material)


def test_no_cloze_of_a_real_text_gives_itself_away(real):
    assert sum(check(material) for material in real) >= 6


def test_nothing_that_the_sheet_shows_is_blanked(real):
    for material in real:
        block = cloze(material)
        for item in block.items if block else ():
            ((start, end),) = item.passage.marks
            around = item.passage.text[max(0, start - 2) : end + 2].strip(
                "，、。；：“”"
            )
            assert not any(around in text for text in material.shown)


def test_a_whole_phrase_is_blanked(section):
    part = section(
        [["领导干部要坚持底线思维，防患未然。"], ["要以钉钉子精神，把工作落到实处。"]],
        ["钉钉子精神", "底线思维"],
    )

    block = cloze(Material(part))

    assert block
    blanks = [text for i in block.items for text, blank in i.passage.runs if blank]
    assert blanks == ["底线思维", "钉钉子精神"]
    assert [item.paragraph for item in block.items] == [1, 2]
    assert block.widest == 5


def test_one_passage_makes_no_cloze(section):
    part = section([["领导干部要坚持底线思维，防患未然。"]], ["底线思维"])

    assert cloze(Material(part)) is None


def test_an_english_sentence_keeps_its_words(section):
    part = section(
        [
            ["The river kept an old lamp of its own. "],
            ["In spring the water rose to the third stair."],
        ],
        ["third stair", "old lamp"],
        language="en",
    )

    block = cloze(Material(part))

    assert block
    assert block.items[1].passage.runs == (
        ("In spring the water rose to the ", False),
        ("third stair", True),
        (".", False),
    )
