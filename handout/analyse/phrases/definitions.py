"""Finds where a section says what a phrase means."""

import re

from handout.analyse.phrases.candidates import Candidate
from handout.analyse.words.passage import Passage

# Behind a phrase that is being defined, and before one.
_BEHIND = re.compile(
    r"[”」』》]?(?:（[^（）]{1,40}）|\([^()]{1,40}\))?(?:，|,)?"
    r"(?:是指|指的?是|指(?=[一各由在对将])|就是指?|即是|也?[叫称]作?[做为]?|意味着|的定义|的含义|的概念|"
    r"\s(?:is|are) (?:an?|the)\b|\s(?:means|refers to)\b)"
)
_BEFORE = re.compile(
    r"(?:所谓的?|[叫称]作|[叫称]做|[叫称]为|[叫称]之为|被称为|被叫做|简称|又称|俗称|统称|名为|定义为|"
    r"什么是|何谓|何为|\b(?:called|known as|named|termed) (?:an? |the )?)[“「『《\"]?$"
)
_REACH = 12
_PLACES = 4


def definitions(candidate: Candidate, part: Passage) -> int:
    """Count the places, of the first few, that define the phrase."""
    return sum(
        defines(part.paragraphs[line].text, at, at + len(candidate.text))
        for line, at in candidate.places[:_PLACES]
    )


def defines(text: str, start: int, end: int) -> bool:
    """Say whether a text defines the words of a span."""
    if _BEHIND.match(text, end):
        return True
    return bool(_BEFORE.search(text[max(0, start - _REACH) : start]))
