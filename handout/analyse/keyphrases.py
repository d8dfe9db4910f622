"""Ranks candidates and keeps the phrases worth explaining: whole, and none twice."""

import re
from collections.abc import Mapping
from math import log

from handout.analyse.candidates import Candidate, candidates
from handout.analyse.passage import Passage
from handout.analyse.stopwords import FUNCTION, GENERIC
from handout.analyse.words import cut, frequency, idf
from handout.model.analysis import KeyPhrase

_FORMULA = re.compile(r"[一两二三四五六七八九十百]+个")
_NUMBER = re.compile(r"[\d０-９]|^第?[一二三四五六七八九十百千万亿]+[^一-龥]?$")
_SHARED = 0.67

WEIGHTS = {
    "heading": 2.6,
    "run-in": 9.0,
    "quoted": 1.6,
    "formula": 4.5,
    "parallel": 0.2,
    "siblings": 0.4,
    "log count": 1.3,
    "in heading": 0.9,
    "stands alone": 1.2,
    "idiom": 0.6,
    "listed": 0.5,
    "rare": 0.16,
    "early": 0.5,
    "nested": -1.6,
    "generic word": -0.5,
    "all generic": -2.5,
    "single word": -0.7,
    "three characters": -0.7,
    "long": -0.8,
    "many words": -0.5,
    "opens with one character": -0.5,
    "number": -2.0,
    "elsewhere": 0.15,
}


def key_phrases(
    part: Passage, parts: tuple[Passage, ...], *, limit: int
) -> tuple[KeyPhrase, ...]:
    """Give a section's phrases, best first; fewer than `limit` if fewer are good."""
    found = candidates(part)
    texts = [p.text for p in parts]
    scores = {c.text: _score(c, part, found, texts) for c in found.values()}
    chosen = _select(scores, limit)
    return tuple(_placed(found[text], part) for text in chosen)


def _score(
    candidate: Candidate,
    part: Passage,
    found: Mapping[str, Candidate],
    texts: list[str],
) -> float:
    words = [w.text for w in candidate.words] or [w.text for w in cut(candidate.text)]
    features = _said(candidate, part, found, texts) | _looks(candidate, words)
    return sum(WEIGHTS[name] * value for name, value in features.items())


def _said(
    candidate: Candidate,
    part: Passage,
    found: Mapping[str, Candidate],
    texts: list[str],
) -> dict[str, float]:
    """Give what the section makes of a phrase: where and how often it is said."""
    text = candidate.text
    count = len(candidate.places)
    first = candidate.places[0][0] - part.paragraphs[0].number
    headings = "".join(h.title for h in part.headings)
    return {
        "heading": float("heading" in candidate.sources),
        "run-in": float("run-in" in candidate.sources),
        "quoted": float("quoted" in candidate.sources),
        "parallel": float("parallel" in candidate.sources),
        "siblings": float(min(candidate.siblings, 3)),
        "log count": log(count),
        "in heading": float(text in headings),
        "stands alone": candidate.alone / max(1, candidate.seen),
        "early": 1 - first / max(1, len(part.paragraphs)),
        "nested": float(_nested(text, count, found)),
        "elsewhere": float(min(sum(text in other for other in texts) - 1, 3)),
    }


def _looks(candidate: Candidate, words: list[str]) -> dict[str, float]:
    """Give what a phrase is by itself: its words and its length."""
    text = candidate.text
    generic = sum(word in GENERIC or word in FUNCTION for word in words)
    return {
        "formula": float(bool(_FORMULA.match(text)) and "quoted" in candidate.sources),
        "idiom": float(len(words) == 1 and len(text) == 4),
        "listed": float(len(text) >= 4 and frequency(text) > 0),
        "rare": sum(min(idf(word), 12) for word in words) / len(words) - 6,
        "generic word": float(generic),
        "all generic": float(generic == len(words)),
        "single word": float(len(words) == 1),
        "three characters": float(len(text) == 3),
        "long": float(len(text) > 8),
        "many words": float(max(0, len(words) - 3)),
        "opens with one character": float(len(words[0]) == 1),
        "number": float(bool(_NUMBER.search(text))),
    }


def _nested(text: str, count: int, found: Mapping[str, Candidate]) -> bool:
    """Say whether the phrase stands nowhere but inside one longer candidate."""
    return any(
        text != other and text in other and len(longer.places) >= count
        for other, longer in found.items()
    )


def _select(scores: Mapping[str, float], limit: int) -> list[str]:
    ranked = sorted(scores, key=lambda text: (-scores[text], text))
    chosen: list[str] = []
    for text in ranked:
        if len(chosen) == limit or scores[text] <= 0:
            break
        if not any(_overlap(text, other) for other in chosen):
            chosen.append(text)
    return chosen


def _overlap(one: str, other: str) -> bool:
    """Say whether two phrases are nested or share most of their characters."""
    if one in other or other in one:
        return True
    shared = len(set(one) & set(other))
    return shared >= _SHARED * min(len(set(one)), len(set(other)))


def _placed(candidate: Candidate, part: Passage) -> KeyPhrase:
    """Give the phrase with the first place where a whole sentence says it."""
    heads = {number: len(head) for number, head in part.heads.items()}
    said = [(n, at) for n, at in candidate.places if at >= heads.get(n, 0)]
    paragraph, start = (said or candidate.places)[0]
    return KeyPhrase(candidate.text, len(candidate.places), paragraph, start)
