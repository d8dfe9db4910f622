"""Opens the learned weights: marks, known phrases and trees (weights/README.md)."""

import json
from array import array
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zlib import crc32

from handout.analyse.trees import Forest

WEIGHTS = Path(__file__).parent / "weights"
# Weights are kept as whole hundredths.
UNIT = 100


class Known:
    """Phrases met in several of the documents learned from, by their checksum.

    The phrases themselves are not kept, and none can be read back.
    """

    def __init__(self, content: bytes) -> None:
        count = len(content) // 6
        self._sums = array("I", content[: 4 * count])
        self._worth = array("b", content[4 * count : 5 * count])
        self._documents = array("B", content[5 * count :])

    def __call__(self, phrase: str) -> tuple[float, float]:
        """Give how much editors like the phrase, and in how many documents it stood."""
        key = crc32(phrase.encode("utf-8", "replace"))
        at = bisect_left(self._sums, key)
        if at == len(self._sums) or self._sums[at] != key:
            return 0.0, 0.0
        return self._worth[at] / 16, self._documents[at] / 16


@dataclass(frozen=True, slots=True)
class PhraseWeights:
    """What ranks phrases."""

    marks: Mapping[str, float]
    known: Known
    forest: Forest


@dataclass(frozen=True, slots=True)
class SentenceWeights:
    """What ranks sentences."""

    marks: Mapping[str, float]
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
    known = Known((folder / "phrases.known").read_bytes())
    forest = Forest((folder / "phrases.trees").read_bytes())
    return PhraseWeights(_marks(folder / "phrases.json"), known, forest)


def open_sentence_weights(folder: Path) -> SentenceWeights:
    """Open what ranks sentences from any folder."""
    forest = Forest((folder / "sentences.trees").read_bytes())
    return SentenceWeights(_marks(folder / "sentences.json"), forest)


def _marks(path: Path) -> dict[str, float]:
    listed = json.loads(path.read_text("utf-8"))
    return {mark: value / UNIT for mark, value in listed.items()}
