"""Finds what an author marks as important: bold words, terms defined, the hero."""

import re
from collections.abc import Iterator

from handout.analyse.words.passage import SectionWords
from handout.analyse.words.prose import BLANK
from handout.analyse.words.stopwords import FUNCTION, GENERIC
from handout.model.document import Paragraph

_SETTINGS = frozenset({"strong", "em", "book", "proper"})
_LONGEST = 16
# Where more of a section is bold, being bold says nothing.
_MOST_BOLD = 0.3
_EDGES = " \t\n　，。；：、！？,.;:!?“”‘’「」『』《》\"'（）()【】[]"
_NAME = r"[\u4e00-\u9fff]{2,10}?"
_DEFINED = (
    re.compile(rf"所谓的?[“「『]?({_NAME})[”」』]?(?:，|,|是|就|指|即)"),
    re.compile(
        rf"(?:^|[。；，：\n])[“「『]?({_NAME})[”」』]?(?:，|,)?(?:是指|指的是|就是指)"
    ),
    re.compile(
        rf"(?:[叫称]作|叫做|称为|称之为|被称为|简称|"
        rf"统称)[“「『]?({_NAME})[”」』]?(?=[，。；、,;）)]|$)"
    ),
)
# A thing said so often, and oftener than any other, is what the text is about.
_HERO = 4
_NO_HERO = GENERIC | FUNCTION


def marked_names(part: SectionWords) -> Iterator[tuple[str, str]]:
    """The names an author has marked, each with how: emphasis, cell or defined."""
    for name in _emphasised_words(part):
        yield name, "emphasis"
    for paragraph in part.paragraphs:
        for cell in _first_cells(paragraph):
            yield cell, "cell"
        for pattern in _DEFINED:
            for name in pattern.findall(paragraph.text):
                yield name, "defined"


def hero(part: SectionWords) -> str:
    """The name of the thing a section says most often, or "" if none stands out."""
    tags = {word.text: word.tag for line in part.words for word in line}
    said = {
        text: count
        for text, count in part.counts.items()
        if len(text) > 1 and tags[text][0] in "nu" and text not in _NO_HERO
    }
    best = max(said, key=lambda text: (said[text], text), default="")
    return best if best and said[best] >= _HERO else ""


def _emphasised_words(part: SectionWords) -> list[str]:
    """The words that are set apart, unless the author does so all the time."""
    found = []
    size = bold = 0
    for paragraph in part.paragraphs:
        size += len(paragraph.text) - paragraph.text.count(BLANK)
        for span in paragraph.emphasis:
            if span.kind in _SETTINGS:
                bold += span.end - span.start
                found.append(paragraph.text[span.start : span.end].strip(_EDGES))
    if bold > _MOST_BOLD * size:
        return []
    return [name for name in found if name and len(name) <= _LONGEST]


def _first_cells(paragraph: Paragraph) -> list[str]:
    cells = [row[0].strip(_EDGES) for row in paragraph.rows if len(row) > 1]
    return [cell for cell in cells if cell and len(cell) <= _LONGEST]
