"""Ranks the phrases of a passage in Latin letters: runs of words between stop words."""

import re
from collections import defaultdict
from math import log

from handout.analyse.words.passage import SectionWords
from handout.analyse.words.stopwords import ENGLISH, ENGLISH_APART, words_of
from handout.model.chinese import HAN

_HAN = re.compile(f"[{HAN}]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]+")
_WORD = re.compile(r"[A-Za-zÀ-ɏ0-9]+(?:[-'’.+#/][A-Za-zÀ-ɏ0-9]+)*[+#]*")
_MOST_WORDS = 4
# What a phrase must be worth to come into the table.
LATIN_FLOOR = 1.6
# So many come all the same: single nouns are never worth as much.
LATIN_LEAST = 2
_NOT_PHRASES = re.compile(
    r"(?:\d[\d.,]*|[A-Za-z]|use|used|using|make|made|get|got|way|ways|thing|things|lot|"
    r"today|yesterday|time|times|year|years|people|example|number|see|said|say|says|"
    r"january|february|march|april|may|june|july|august|september|october|november|"
    r"december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|worth|thirty|"
    r"forty|fifty|sixty|seventy|eighty|ninety|half|dozen|others|kind|sort|part|parts|"
    r"know|think|want|need|like|good|new|first|last|let|go|going|take|work|works)"
)
# Behind these a form of a verb says which one is meant.
_BEFORE_NOUNS = words_of("a an the of in for and with by its their our this that")
# What follows a verb and seldom a noun.
_GOVERNED = words_of("""
a an the its his her their our my your this these those it him them us whatever what
all both each every less more most little much many few some any no none nothing why
how where whether when out up down off back away only too well them-selves
""")
_ADVERB = re.compile(r".{2,}ly$")
_VERB_END = re.compile(r".{2,}(?:ing|ed)$")


def is_latin(part: SectionWords) -> bool:
    """Say whether a passage has more Latin words than Han characters."""
    text = part.text
    return len(_HAN.findall(text)) < len(_LATIN.findall(text))


def latin_phrases(part: SectionWords) -> dict[str, float]:
    """Score runs of up to four words that hold no stop word.

    Said often, in capitals within a sentence, in a heading or early: the better.
    """
    places: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for number, paragraph in enumerate(part.paragraphs):
        for text in _runs(paragraph.text):
            places[text.lower()].append((number, text))
    title = part.title.lower()
    counts = {text: len(said) for text, said in places.items()}
    pieces = {
        piece
        for text, count in counts.items()
        for piece in _pieces(text)
        if count > 1 and counts.get(piece) == count
    }
    found = {}
    for low, said in places.items():
        if low in pieces:
            continue
        forms = [text for _, text in said]
        text = max(dict.fromkeys(forms), key=forms.count)
        found[text] = _score(text, said, title, max(1, len(part.paragraphs)))
    return {text: score for text, score in found.items() if score > 0}


def _pieces(text: str) -> list[str]:
    """The runs of words inside another: never said alone, they are no phrases."""
    words = text.split(" ")
    size = len(words)
    return [
        " ".join(words[first:last])
        for first in range(size)
        for last in range(first + 1, size + 1)
        if last - first < size
    ]


def _runs(text: str) -> list[str]:
    """The runs of words that may be noun phrases: no verb and no stop in them."""
    words = list(_WORD.finditer(text))
    found = []
    for first, opening in enumerate(words):
        before = words[first - 1] if first and _are_joined(text, words, first) else None
        if not _may_open(opening[0], before and before[0]):
            continue
        for last in range(first, min(first + _MOST_WORDS, len(words))):
            word = words[last][0]
            if _stops(word) or (last > first and not _are_joined(text, words, last)):
                break
            if last > first and _VERB_END.match(word.lower()) and word.endswith("ed"):
                break
            after = words[last + 1][0] if _goes_on(text, words, last) else ""
            inner = words[last - 1][0] if last > first else ""
            if _may_close(word) and not _is_verb(word, inner, after):
                found.append(text[opening.start() : words[last].end()])
    return found


def _goes_on(text: str, words: list[re.Match[str]], here: int) -> bool:
    return here + 1 < len(words) and _are_joined(text, words, here + 1)


def _is_verb(word: str, before: str, after: str) -> bool:
    """Say whether a last word is the verb: volunteers mend whatever, costs less than.

    One of two words that agree has an s, and what follows is what the verb governs.
    """
    if not before or after.lower() not in _GOVERNED:
        return False
    return word.endswith("s") != before.endswith("s")


def _are_joined(text: str, words: list[re.Match[str]], here: int) -> bool:
    return text[words[here - 1].end() : words[here].start()] == " "


def _stops(word: str) -> bool:
    low = word.lower()
    stop = low in ENGLISH or low in ENGLISH_APART or _ADVERB.match(low)
    return bool(stop) or (word[0].isdigit() and len(word) < 3)


def _may_open(word: str, before: str | None) -> bool:
    """Whether a word can open a noun phrase; a verb's form only after an article.

    In "a distributed system" it says which one; in "the park mattered" it is the verb.
    """
    if not _VERB_END.match(word.lower()):
        return True
    return before is not None and before.lower() in _BEFORE_NOUNS


def _may_close(word: str) -> bool:
    low = word.lower()
    return not _NOT_PHRASES.fullmatch(low) and not low.endswith("ed")


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
