"""Describes where a candidate is: its clause, its neighbours, its rivals."""

import re
from bisect import bisect_right
from collections import Counter
from functools import cache
from math import log

from handout.analyse.phrases.candidates import Candidate
from handout.analyse.words.passage import SectionWords
from handout.analyse.words.segment import frequency, idf

_CLAUSE_END = re.compile(r"[，。；：！？,;:!?]")
_SENTENCE_END = re.compile(r"[。！？；!?;]")
_OPENING = re.compile(r"[^。！？；\n]*[。！？；]?")
# Looking at more places of one phrase adds nothing.
_PLACES = 4
_NO_RIVAL = -20.0
_TAGS = [
    "n",
    "v",
    "a",
    "m",
    "q",
    "u",
    "p",
    "c",
    "d",
    "r",
    "x",
    "eng",
    "un",
    "^",
    "i",
    "j",
    "l",
    "f",
    "t",
    "b",
]
_OTHER_TAG = 30.0


class PhraseContext:
    """What a section knows of the places of all its candidates."""

    def __init__(self, part: SectionWords, found: list[Candidate]) -> None:
        self.part = part
        self.texts = [p.text for p in part.paragraphs]
        self.clauses = [
            [m.start() for m in _CLAUSE_END.finditer(t)] for t in self.texts
        ]
        self.sentences = [
            [m.start() for m in _SENTENCE_END.finditer(t)] for t in self.texts
        ]
        self.length = sum(map(len, self.texts)) or 1
        openings = [m[0] for t in self.texts if (m := _OPENING.match(t))]
        self.openings = "\n".join(openings)
        self.words = Counter(w.text for line in part.words for w in line)
        self.firsts = Counter(c.words[0].text for c in found)
        self.lasts = Counter(c.words[-1].text for c in found)
        self.spans: list[list[tuple[int, int, float]]] = [[] for _ in self.texts]
        self.by_sentence: dict[tuple[int, int], list[float]] = {}
        self.by_line: dict[int, list[float]] = {}
        for c in found:
            self._note(c)

    def _note(self, c: Candidate) -> None:
        for line, at in c.places[:_PLACES]:
            self.spans[line].append((at, at + len(c.text), c.score))
        for key in self.sentences_of(c):
            self.by_sentence.setdefault(key, []).append(c.score)
        for line in {line for line, _ in c.places}:
            self.by_line.setdefault(line, []).append(c.score)

    def sentences_of(self, c: Candidate) -> set[tuple[int, int]]:
        """The sentences that say it, by line and number."""
        places = c.places[:_PLACES]
        return {(line, bisect_right(self.sentences[line], at)) for line, at in places}

    def clause_of(self, line: int, at: int, end: int) -> tuple[int, int]:
        """Where the clause around a span starts and ends."""
        ends = self.clauses[line]
        before = bisect_right(ends, at - 1)
        after = bisect_right(ends, end - 1)
        start = ends[before - 1] + 1 if before else 0
        return start, ends[after] if after < len(ends) else len(self.texts[line])


def context_numbers(c: Candidate, context: PhraseContext) -> list[float]:
    """The numbers of a candidate, in the order of feature_names.CONTEXT."""
    return [
        *_clause(c, context),
        *_rivals(c, context),
        *c.steps,
        *_tags(c, context),
        *_openings(c, context),
        *_words(c, context),
    ]


def _clause(c: Candidate, context: PhraseContext) -> list[float]:
    line, at = c.places[0]
    end = at + len(c.text)
    start, stop = context.clause_of(line, at, end)
    size, length = stop - start, len(context.texts[line])
    return [
        float(size),
        float(at - start),
        float(stop - end),
        len(c.text) / max(1, size),
        float(length),
        at / max(1, length),
    ]


def _rivals(c: Candidate, context: PhraseContext) -> list[float]:
    """Compare its marks with those of candidates on, and near, the same words."""
    line, at = c.places[0]
    end = at + len(c.text)
    over = [
        (start, stop, score)
        for start, stop, score in context.spans[line]
        if start < end and stop > at and (start, stop) != (at, end)
    ]
    crossing = [
        score
        for start, stop, score in over
        if (start < at and stop < end) or (start > at and stop > end)
    ]
    scores = [score for _, _, score in over]
    sentences = [context.by_sentence[key] for key in context.sentences_of(c)]
    ahead = min(_higher(scores, c.score) for scores in sentences)
    most = max(len(scores) for scores in sentences)
    lines = {line for line, _ in c.places}
    return [
        max(scores, default=_NO_RIVAL) - c.score,
        max(crossing, default=_NO_RIVAL) - c.score,
        float(_higher(scores, c.score)),
        float(ahead),
        ahead / max(1, most),
        float(min(_higher(context.by_line[n], c.score) for n in lines)),
    ]


def _higher(scores: list[float], score: float) -> int:
    return sum([other > score for other in scores])


def _tags(c: Candidate, context: PhraseContext) -> list[float]:
    before = after = "^"
    if c.edges:
        at, first, last = c.edges[0]
        line = context.part.words[at]
        before = line[first - 1].tag if first else "^"
        after = line[last + 1].tag if last + 1 < len(line) else "^"
    return [_code(t) for t in (before, after, c.words[0].tag, c.words[-1].tag)]


@cache
def _code(tag: str) -> float:
    for number, opening in enumerate(_TAGS):
        if tag.startswith(opening):
            return float(number)
    return _OTHER_TAG


def _openings(c: Candidate, context: PhraseContext) -> list[float]:
    """Say how much of it is in the first sentences of paragraphs."""
    rare = [(w.text, idf(w.text)) for w in c.words]
    said = sum(weight for text, weight in rare if text in context.openings)
    whole = sum(weight for _, weight in rare) or 1.0
    count = context.openings.count(c.text)
    return [float(count > 0), float(count), said / whole]


def _words(c: Candidate, context: PhraseContext) -> list[float]:
    words = [w.text for w in c.words]
    said = [context.words[w] for w in words]
    listed = [log(1 + frequency(w)) for w in words]
    return [
        float(context.firsts[words[0]]),
        float(context.lasts[words[-1]]),
        float(said[0]),
        float(said[-1]),
        float(
            max([n for n, w in zip(said, words, strict=True) if len(w) > 1], default=0)
        ),
        float(min(said)),
        len(c.places) * 1000 / context.length,
        min(listed),
        max(listed),
    ]
