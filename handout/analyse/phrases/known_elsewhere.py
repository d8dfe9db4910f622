"""Describes a candidate by what is known from other documents: choices and senses."""

from collections.abc import Sequence
from itertools import pairwise
from math import log, sqrt

from handout.analyse.learned.load import Met, Vectors
from handout.analyse.phrases.candidates import Candidate
from handout.analyse.words.passage import SectionWords
from handout.analyse.words.segment import idf

# Counts are drawn towards these, so that one choice says less than many.
_PRIOR, _PRIOR_WEIGHT = 0.02, 8
_NEVER = -9.0


def met_numbers(met: Met) -> list[float]:
    """How often editors chose the phrase, and how often they could have."""
    chosen, essential, seen, documents, choosing = met
    often = documents >= 2
    return [
        _worth(met) if often else 0.0,
        log(documents) if often else 0.0,
        float(chosen),
        float(essential),
        float(seen),
        _liking(met),
        float(choosing),
        log((essential + 0.2) / (seen - essential + 8)),
    ]


def _worth(met: Met) -> float:
    right = met.chosen + _PRIOR_WEIGHT * _PRIOR
    wrong = met.seen - met.chosen + _PRIOR_WEIGHT * (1 - _PRIOR)
    return log(right / wrong) - log(_PRIOR / (1 - _PRIOR))


def _liking(met: Met) -> float:
    """The log odds that editors choose it where it is."""
    return log((met.chosen + 0.3) / (met.seen - met.chosen + 6))


def best_liking(mets: Sequence[Met]) -> float:
    """The best liking of phrases around or inside another."""
    return max([_liking(met) for met in mets if met.seen], default=_NEVER)


class Senses:
    """Compares the senses of phrases, by the vectors of their words, with a section."""

    def __init__(self, part: SectionWords, vectors: Vectors) -> None:
        self.vectors = vectors
        self.whole = [0.0] * vectors.size
        for word, count in part.counts.items():
            vector = vectors.of(word)
            if vector:
                weight = count * idf(word)
                pairs = zip(self.whole, vector, strict=True)
                self.whole = [a + weight * b for a, b in pairs]

    def numbers(self, c: Candidate) -> list[float]:
        """Its likeness to the section, its words' likeness, and its sense."""
        each = [self.vectors.of(w.text) for w in c.words]
        known = [v for v in each if v]
        size = max(1, len(known))
        mean = (
            [sum(column) / size for column in zip(*known, strict=True)]
            if known
            else [0.0] * self.vectors.size
        )
        beside = [_product(a, b) for a, b in pairwise(each) if a and b]
        return [
            _cosine(mean, self.whole),
            min(beside, default=-1.0),
            float(len(each) - len(known)),
            *mean,
        ]


def _product(one: Sequence[float], other: Sequence[float]) -> float:
    return sum([a * b for a, b in zip(one, other, strict=True)])


def _cosine(one: Sequence[float], other: Sequence[float]) -> float:
    lengths = sqrt(_product(one, one) * _product(other, other))
    return _product(one, other) / lengths if lengths else 0.0
