"""Describes sentences by the key phrases they hold."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import exp
from typing import NamedTuple

from handout.analyse.words.passage import Spoken

# Phrases that are in a table, and those that could.
_IN_TABLE, LISTED = 8, 20
_NO_PHRASE = -9.0

NAMES = (
    "phrases expected",
    "phrases expected by length",
    "best phrase",
    "best three phrases",
    "phrases of the table",
    "phrases listed",
    "share in phrases",
    "phrases said first",
    "phrases by rank",
    "longest phrase",
)
RANKED = (
    "phrases expected",
    "phrases of the table",
    "phrases listed",
    "phrases by rank",
)


class Mention(NamedTuple):
    """A phrase of a section: `rank` from 0 by the section's choice, else LISTED.

    `places` are (number of the paragraph, offset), in order.
    """

    text: str
    score: float
    rank: int
    places: tuple[tuple[int, int], ...]


class _Held(NamedTuple):
    mention: Mention
    start: int
    first: bool


def holds(spoken: list[Spoken], mentions: Sequence[Mention]) -> list[list[float]]:
    """Each sentence's numbers, in the order of NAMES."""
    held = _phrases_held(spoken, mentions)
    return [_numbers(s.text, held[n]) for n, s in enumerate(spoken)]


def _phrases_held(
    spoken: list[Spoken], mentions: Sequence[Mention]
) -> defaultdict[int, list[_Held]]:
    """What each sentence holds, by its number; each place of a phrase once."""
    starts: defaultdict[int, list[int]] = defaultdict(list)
    numbers: defaultdict[int, list[int]] = defaultdict(list)
    for n, sentence in enumerate(spoken):
        starts[sentence.paragraph.number].append(sentence.start)
        numbers[sentence.paragraph.number].append(n)
    held: defaultdict[int, list[_Held]] = defaultdict(list)
    for mention in mentions:
        first = True
        for paragraph, at in mention.places:
            before = bisect_right(starts[paragraph], at) - 1
            if before < 0:
                continue
            n = numbers[paragraph][before]
            start = at - spoken[n].start
            if start < len(spoken[n].text):
                held[n].append(_Held(mention, start, first))
                first = False
    return held


def _numbers(text: str, held: list[_Held]) -> list[float]:
    size = max(5, len(text))
    mentions = list({h.mention.text: h.mention for h in held}.values())
    scores = sorted((m.score for m in mentions), reverse=True)
    expected = sum([1 / (1 + exp(-score)) for score in scores])
    listed = [m for m in mentions if m.rank < LISTED]
    best = [*scores[:3], *[_NO_PHRASE] * (3 - len(scores[:3]))]
    return [
        expected,
        expected / size * 30,
        best[0],
        sum(best) / 3,
        float(sum([m.rank < _IN_TABLE for m in listed])),
        float(len(listed)),
        len(set(_characters(held))) / size,
        float(sum([h.first and h.mention.rank < LISTED for h in held])),
        sum([1 / (1 + m.rank) for m in listed]),
        float(max([len(m.text) for m in listed], default=0)),
    ]


def _characters(held: list[_Held]) -> Iterator[int]:
    for mention, start, _ in held:
        if mention.rank < LISTED:
            yield from range(start, start + len(mention.text))
