"""Marks each sentence: what in its wording editors may like or pass over."""

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import NamedTuple

from handout.analyse.words.segment import Word

NAMES = (
    "mean word",
    "words",
    "least word",
    "best word",
    "best three words",
    "least three words",
    "mean pair of words",
    "least pair of words",
    "best pair of words",
    "mean clause opening",
    "best clause opening",
    "first word",
    "first two words",
    "last word",
    "first tags",
    "mean pair of tags",
)
_CLAUSE_ENDS = "，；：、,;:"


class Marks(NamedTuple):
    """The marks of one sentence, by kind; the last four are one mark each."""

    words: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()
    openings: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    edges: tuple[str, ...] = ()

    def all(self) -> Iterable[str]:
        """The marks of every kind, one after the other."""
        return (mark for kind in self for mark in kind)


def marks_of(words: list[Word]) -> Marks:
    """The marks of a sentence: its words, what follows what, and its edges."""
    said = [w for w in words if w.text[0].isalnum()]
    if not said:
        return Marks()
    texts = [w.text for w in said]
    return Marks(
        _each("w", texts),
        _each("b", [f"{a} {b}" for a, b in pairwise(texts)]),
        _each("c", _clause_openings(words)),
        _each("g", [f"{a.tag[:2]} {b.tag[:2]}" for a, b in pairwise(said)]),
        (
            "s" + texts[0],
            "t" + " ".join(texts[:2]),
            "e" + texts[-1],
            "p" + " ".join(w.tag[:1] for w in said[:3]),
        ),
    )


def _each(kind: str, texts: Iterable[str]) -> tuple[str, ...]:
    return tuple([kind + text for text in dict.fromkeys(texts)])


def _clause_openings(words: list[Word]) -> list[str]:
    found = []
    before = _CLAUSE_ENDS[0]
    for word in words:
        if word.text[0].isalnum() and before in _CLAUSE_ENDS:
            found.append(word.text)
        before = word.text[-1]
    return found


def mark_figures(marks: Marks, odds: Callable[[str], float]) -> list[float]:
    """A sentence's numbers, in the order of NAMES: what its marks are worth."""
    if not marks.words:
        return [0.0] * len(NAMES)
    words = sorted(map(odds, marks.words))
    pairs = sorted(map(odds, marks.pairs)) or [0.0]
    openings = list(map(odds, marks.openings)) or [0.0]
    tags = list(map(odds, marks.tags)) or [0.0]
    return [
        sum(words) / len(words),
        sum(words),
        words[0],
        words[-1],
        sum(words[-3:]) / 3,
        sum(words[:3]) / 3,
        sum(pairs) / len(pairs),
        pairs[0],
        pairs[-1],
        sum(openings) / len(openings),
        max(openings),
        *map(odds, marks.edges),
        sum(tags) / len(tags),
    ]
