"""Describes what sentences are about, by the senses of their words."""

from collections.abc import Iterator, Sequence
from math import sqrt
from operator import mul

from handout.analyse.learned.load import Vectors
from handout.analyse.words.passage import Spoken
from handout.analyse.words.segment import Word, idf
from handout.analyse.words.stopwords import is_content

_NEAR = 3
_SENSES = 24

NAMES = (
    "sense like the section",
    "sense like the title",
    "sense like a neighbour",
    "sense like neighbours",
    "sense strength",
    *(f"sense {n}" for n in range(1, _SENSES + 1)),
)


def senses(
    spoken: list[Spoken], title: Sequence[Word], vectors: Vectors
) -> Iterator[list[float]]:
    """Each sentence's numbers, in the order of NAMES."""
    each = [_mean(s.words, vectors) for s in spoken]
    units = [_unit(vector) for vector in each]
    whole = _unit([sum(column) for column in zip(*each, strict=True)])
    head = _unit(_mean(title, vectors))
    for n, mine in enumerate(units):
        others = units[max(0, n - _NEAR) : n] + units[n + 1 : n + _NEAR + 1]
        near = [_product(mine, other) for other in others] or [0.0]
        yield [
            _product(mine, whole),
            _product(mine, head),
            max(near),
            sum(near) / len(near),
            sqrt(_product(each[n], each[n])),
            *each[n],
        ]


def _mean(words: Sequence[Word], vectors: Vectors) -> list[float]:
    """The mean sense of content words; a rare word counts more."""
    found = [(vectors.of(w.text), idf(w.text)) for w in words if is_content(w)]
    known = [(vector, weight) for vector, weight in found if vector is not None]
    total = sum([weight for _, weight in known])
    if not total:
        return [0.0] * vectors.size
    weights = [weight / total for _, weight in known]
    columns = zip(*[vector for vector, _ in known], strict=True)
    return [sum(map(mul, weights, column)) for column in columns]


def _unit(vector: Sequence[float]) -> list[float]:
    size = sqrt(_product(vector, vector)) or 1.0
    return [value / size for value in vector]


def _product(one: Sequence[float], other: Sequence[float]) -> float:
    return float(sum(map(mul, one, other)))
