"""Opens the learned weights (weights/README.md): marks, phrases, senses, trees."""

import json
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from struct import Struct
from typing import NamedTuple

from handout.analyse.learned.forest import Forest

WEIGHTS = Path(__file__).parent / "weights"
# Weights are kept as whole hundredths.
UNIT = 100
# How many bytes of words precede the vectors, and how long a vector is.
VECTORS_HEAD = Struct("<II")


class Met(NamedTuple):
    """How often editors chose a phrase: in sections and in whole documents."""

    chosen: int = 0
    essential: int = 0
    seen: int = 0
    documents: int = 0
    choosing: int = 0


_NEVER = Met()


class Known:
    """Phrases of the documents learned from, by their checksum.

    The phrases themselves are not kept, and none can be read back.
    """

    def __init__(self, content: bytes) -> None:
        self._count = count = len(content) // (4 + len(Met._fields))
        self._sums = array("I", content[: 4 * count])
        self._columns = content[4 * count :]

    def __call__(self, phrase: str) -> Met:
        """How often editors met and chose the phrase."""
        key = zlib.crc32(phrase.encode("utf-8", "replace"))
        at = bisect_left(self._sums, key)
        if at == self._count or self._sums[at] != key:
            return _NEVER
        return Met(*self._columns[at :: self._count])


class Vectors:
    """Senses of common words: words of like company have like vectors."""

    def __init__(self, content: bytes) -> None:
        listed, self.size = VECTORS_HEAD.unpack_from(content)
        start = VECTORS_HEAD.size + listed
        words = content[VECTORS_HEAD.size : start].decode("utf-8")
        self._numbers = {word: n for n, word in enumerate(words.split("\n"))}
        self._values = array("b", content[start:])

    def of(self, word: str) -> Sequence[int] | None:
        """A word's vector, or none if it is not among the common ones."""
        number = self._numbers.get(word)
        if number is None:
            return None
        return self._values[number * self.size : (number + 1) * self.size]


class Odds:
    """How much more often than others the sentences with a mark are chosen.

    In sixteenths of a log-odds; marks are kept by their checksum, as phrases are.
    """

    def __init__(self, content: bytes) -> None:
        count = len(content) // 5
        sums, odds = array("I", content[: 4 * count]), array("b", content[4 * count :])
        self._odds = dict(zip(sums, [o / 16 for o in odds], strict=True))

    def __call__(self, mark: str) -> float:
        """The log-odds of a mark; an unknown one counts nothing."""
        return self._odds.get(zlib.crc32(mark.encode("utf-8", "replace")), 0.0)


@dataclass(frozen=True, slots=True)
class PhraseWeights:
    """What ranks phrases."""

    marks: Mapping[str, float]
    known: Known
    vectors: Vectors
    forest: Forest


@dataclass(frozen=True, slots=True)
class SentenceWeights:
    """What ranks sentences."""

    odds: Odds
    vectors: Vectors
    forest: Forest


@cache
def phrase_weights() -> PhraseWeights:
    """Open what ranks phrases, once."""
    return open_phrase_weights(WEIGHTS)


@cache
def sentence_weights() -> SentenceWeights:
    """Open what ranks sentences, once."""
    return open_sentence_weights(WEIGHTS)


def open_phrase_weights(folder: Path) -> PhraseWeights:
    """Open what ranks phrases from any folder."""
    marks = _marks(zlib.decompress((folder / "phrases.marks").read_bytes()))
    known = Known(zlib.decompress((folder / "phrases.known").read_bytes()))
    forest = Forest(zlib.decompress((folder / "phrases.trees").read_bytes()))
    return PhraseWeights(marks, known, open_vectors(folder), forest)


def open_sentence_weights(folder: Path) -> SentenceWeights:
    """Open what ranks sentences from any folder."""
    forest = Forest(zlib.decompress((folder / "sentences.trees").read_bytes()))
    odds = Odds((folder / "sentences.odds").read_bytes())
    return SentenceWeights(odds, open_vectors(folder), forest)


@cache
def open_vectors(folder: Path) -> Vectors:
    """Open the senses of words from any folder, once."""
    return Vectors(zlib.decompress((folder / "words.vectors").read_bytes()))


def _marks(content: bytes) -> dict[str, float]:
    listed = json.loads(content)
    return {mark: value / UNIT for mark, value in listed.items()}
