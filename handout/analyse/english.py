"""Ranks the phrases of a passage in Latin letters: runs of words between stop words."""

import re
from collections import defaultdict
from math import log

from handout.analyse.passage import Passage
from handout.analyse.stopwords import ENGLISH

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]+")
_WORD = re.compile(r"[A-Za-zÀ-ɏ0-9]+(?:[-'’.+#/][A-Za-zÀ-ɏ0-9]+)*[+#]*")
_MOST_WORDS = 4
_NOT_PHRASES = re.compile(
    r"(?:\d[\d.,]*|[A-Za-z]|use|used|using|make|made|get|got|way|ways|thing|things|lot|"
    r"today|yesterday|time|times|year|years|people|example|number|see|said|say|says|"
    r"know|think|want|need|like|good|new|first|last|let|go|going|take|work|works)"
)
_VERB_END = re.compile(r".*(?:ly|ing|ed)$")


def is_latin(part: Passage) -> bool:
    """Say whether a passage has more Latin words than Han characters."""
    text = part.text
    return len(_HAN.findall(text)) < len(_LATIN.findall(text))


def latin_phrases(part: Passage) -> dict[str, float]:
    """Score runs of up to four words that hold no stop word.

    Said often, in capitals within a sentence, in a heading or early: the better.
    """
    places: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for number, paragraph in enumerate(part.paragraphs):
        for text in _runs(paragraph.text):
            places[text.lower()].append((number, text))
    title = part.title.lower()
    found = {}
    for said in places.values():
        forms = [text for _, text in said]
        text = max(dict.fromkeys(forms), key=forms.count)
        found[text] = _score(text, said, title, max(1, len(part.paragraphs)))
    return {text: score for text, score in found.items() if score > 0}


def _runs(text: str) -> list[str]:
    words = list(_WORD.finditer(text))
    found = []
    for first in range(len(words)):
        for last in range(first, min(first + _MOST_WORDS, len(words))):
            word = words[last][0]
            apart = last > first and text[words[last - 1].end() : words[last].start()]
            if _stops(word) or (last > first and apart != " "):
                break
            if _may_close(word) and not _VERB_END.match(words[first][0].lower()):
                found.append(text[words[first].start() : words[last].end()])
    return found


def _stops(word: str) -> bool:
    return word.lower() in ENGLISH or (word[0].isdigit() and len(word) < 3)


def _may_close(word: str) -> bool:
    return not _NOT_PHRASES.fullmatch(word.lower()) and not word.endswith("ly")


def _score(
    text: str, said: list[tuple[int, str]], title: str, paragraphs: int
) -> float:
    words = text.split()
    capitals = sum(word[0].isupper() for word in words)
    return (
        1.4 * log(len(said))
        + (0.9 if 1 < len(words) < 4 else 0.0)
        + (0.8 if capitals == len(words) and len(words) > 1 else 0.2 * capitals)
        + (1.2 if text.lower() in title else 0.0)
        + 0.4 * (1 - said[0][0] / paragraphs)
        + 0.05 * min(len(text), 20)
        - (0.8 if len(words) == 1 and not capitals else 0.0)
    )
