"""English tables hold noun phrases: no verb, and nothing cut out of a clause."""

import pytest

from handout.analyse import analyse
from handout.analyse.phrases.english import latin_phrases
from handout.analyse.words.passage import passages
from handout.model.options import AnalyseOptions
from handout.read import read

PARK = """The Quiet Return of the City Park

For most of the century the park mattered less to city planners than the road.
Urban planners believed that traffic flow was the measure of a healthy city.

Public health officials now count green space among the strongest predictors of
mental health. Danish children found calm near green space. Parks absorb storm water.

In Rotterdam, water squares collect rain and serve as playgrounds when it is dry.
Such stewardship works best where the city pays for tools and training.
"""


def phrases_of(text):
    (part, *_) = passages(read(text.encode(), name="x.txt")[0], ())
    return set(latin_phrases(part))


@pytest.mark.parametrize(
    ("sentence", "there", "not_there"),
    [
        ("We built a distributed system.", "distributed system", "built"),
        ("The old park mattered less.", "old park", "park mattered less"),
        ("Danish children found calm.", "Danish children", "Danish children found"),
        ("They quickly count green space.", "green space", "quickly count"),
        (
            "In the next twenty years, street trees grow.",
            "street trees",
            "twenty years",
        ),
        ("Deep learning needs data centres.", "data centres", "learning needs data"),
    ],
)
def test_a_phrase_holds_no_verb(sentence, there, not_there):
    found = phrases_of(f"{sentence}\n\nIt is so.")

    assert there in found
    assert not_there not in found


def test_the_table_of_an_english_text_has_its_terms():
    document, _ = read(PARK.encode(), name="park.txt")

    table = {p.text for p in analyse(document, AnalyseOptions()).sections[0].keyphrases}

    assert {"green space", "Urban planners", "Danish children"} <= table
    assert len(table) == 8
    assert all(text in PARK for text in table)
