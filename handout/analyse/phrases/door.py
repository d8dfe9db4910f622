"""Lets into the table what is good and what the text has room for, and no more."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from math import ceil

from handout.analyse.phrases.candidates import Candidate
from handout.analyse.words.passage import SectionWords
from handout.analyse.words.prose import BLANK

# Learned from the judgements of picks (docs/analysis.md): of a short section more
# phrases are pieces, so there the floor is higher.
_FLOOR, _FLOOR_OF_SHORT, _SHORT = -1.2, -0.9, 250
_CHARACTERS = 15
_MOST_OF_A_SENTENCE = 3
# A section of so few sentences has one row: all its phrases are of one sentence.
_FEW_SENTENCES = 2

# A sentence, by the line of its paragraph and its number there.
_Place = tuple[int, int]


def room(part: SectionWords) -> int:
    """Say how many phrases a section of this length has room for."""
    return ceil(_size(part) / _CHARACTERS)


def floor_of(part: SectionWords) -> float:
    """Say what a phrase of this section must be worth."""
    return _FLOOR_OF_SHORT if _size(part) < _SHORT else _FLOOR


def _size(part: SectionWords) -> int:
    return sum(len(p.text) - p.text.count(BLANK) for p in part.paragraphs)


def admit_phrases(
    part: SectionWords,
    ranked: Iterable[str],
    found: Mapping[str, Candidate],
    worth: Mapping[str, float],
    *,
    most: int,
    least: int = 0,
    always: frozenset[str] = frozenset(),
    floor: float,
) -> list[str]:
    """Choose from ranked phrases those that come into the table, best first.

    Up to `least` come however low they rank; what is `always` wanted passes too.
    """
    sentences = _Sentences(part)
    most = min(most, max(least, room(part)))
    chosen: list[str] = []
    for text in ranked:
        if text in always:
            chosen.append(text)
        elif len(chosen) < most:
            good = worth[text] >= floor and sentences.has_room(found[text])
            if good or len(chosen) < least:
                sentences.add(found[text])
                chosen.append(text)
    return chosen


class _Sentences:
    """How many phrases of the table each sentence of a section has given so far."""

    def __init__(self, part: SectionWords) -> None:
        lines = {p.number: line for line, p in enumerate(part.paragraphs)}
        self._starts: defaultdict[int, list[int]] = defaultdict(list)
        for sentence in part.sentences:
            line = lines[sentence.paragraph.number]
            self._starts[line].append(sentence.start)
        self._texts = [p.text for p in part.paragraphs]
        self._given: Counter[_Place] = Counter()
        self._is_short = len(part.sentences) <= _FEW_SENTENCES

    def has_room(self, candidate: Candidate) -> bool:
        """Say whether some sentence that says the phrase may give one more."""
        if self._is_short and self._given:
            return any(
                0 < self._given[p] < _MOST_OF_A_SENTENCE for p in self._of(candidate)
            )
        return any(self._given[p] < _MOST_OF_A_SENTENCE for p in self._of(candidate))

    def add(self, candidate: Candidate) -> None:
        """Count the phrase for the first sentence that has room for it."""
        places = self._of(candidate)
        free = [p for p in places if self._given[p] < _MOST_OF_A_SENTENCE]
        self._given[(free or places)[0]] += 1

    def _of(self, candidate: Candidate) -> list[_Place]:
        return list(dict.fromkeys(self._place(*place) for place in candidate.places))

    def _place(self, line: int, at: int) -> _Place:
        """Find the sentence of a place; in a table, its row."""
        starts = self._starts.get(line)
        if starts is None:
            return line, -1 - self._texts[line].count("\n", 0, at)
        return line, bisect_right(starts, at)
