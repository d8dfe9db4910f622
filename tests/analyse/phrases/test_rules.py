"""Rules of taste that no annotated text teaches."""

from collections import Counter

import pytest

from handout.analyse.phrases.candidates import Candidate
from handout.analyse.phrases.rules import wish
from handout.analyse.words.passage import SectionWords
from handout.model.document import Paragraph
from handout.model.options import AnalyseOptions

TEXT = "党员干部要深入基层。"


def wished(phrase, others, title="", **options):
    part = SectionWords(
        headings=(),
        paragraphs=(Paragraph(1, TEXT, 0, 1),),
        words=((),),
        sentences=(),
        counts=Counter(),
        heads={},
        title=title,
        others=others,
    )
    candidate = Candidate(phrase, places=[(0, TEXT.index(phrase))])
    return wish(candidate, part, AnalyseOptions(**options))


def test_what_every_section_says_marks_none_of_them():
    assert wished("党员干部", ("党员干部要学。",) * 4) < 0
    assert wished("深入基层", ("党员干部要学。",) * 4) == 0


@pytest.mark.parametrize(
    ("others", "title"),
    [
        (("党员干部要学。",) * 2, ""),
        (("党员干部要学。",) * 2 + ("别的。",) * 2, ""),
        (("党员干部要学。",) * 4, "党员干部怎么办"),
    ],
    ids=["few sections", "half of them", "it is the title"],
)
def test_what_is_said_elsewhere_too_is_not_punished_without_need(others, title):
    assert wished("党员干部", others, title) == 0


def test_a_word_of_the_user_is_liked_wherever_it_is_said():
    assert wished("党员干部", ("党员干部要学。",) * 4, user_words=("党员干部",)) > 0
