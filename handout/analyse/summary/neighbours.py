"""Describes where a sentence is and what company it keeps: what is around it."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate

from handout.analyse.words.passage import Spoken
from handout.analyse.words.segment import idf
from handout.analyse.words.stopwords import is_content

_NOTE = re.compile(r"[〔［\[【]?\d+[〕］\]】]|[①-⑳]|本篇最初|注[:：释]")
_GOES_ON = re.compile(r"[。！？!?…；;，,：:”」）)]$")
_EXAMPLE = re.compile(r"例如|比如|譬如|如|即|这")
_FIRST_OF_SEVERAL = re.compile(r"[（(]?[一1首][是、)）.先要]|第一")
_LONGEST_LINE, _LONGEST_HEAD = 30, 16
_NO_LINE_YET = 40.0

NAMES = (
    "share of text before",
    "share of text so far",
    "left in paragraph",
    "alone in paragraph",
    "in first paragraph",
    "in last paragraph",
    "left in text",
    "is a bare line",
    "since bare line",
    "after bare line",
    "among notes",
    "words of the head",
    "share of the head",
    "colon before",
    "question before",
    "is pointed back to",
    "example follows",
    "list follows",
    "points back before",
    "length before",
    "length after",
    "length in paragraph",
)


def company(
    spoken: list[Spoken], sizes: list[float], points_back: list[bool]
) -> list[list[float]]:
    """Each sentence's numbers, in the order of NAMES."""
    return [
        place + near
        for place, near in zip(
            _places(spoken), _neighbours(spoken, sizes, points_back), strict=True
        )
    ]


def _places(spoken: list[Spoken]) -> Iterator[list[float]]:
    mates = Counter(s.paragraph.number for s in spoken)
    numbers = list(dict.fromkeys(s.paragraph.number for s in spoken))
    ends = list(accumulate(len(s.text) for s in spoken))
    total = ends[-1] if ends else 1
    nth: Counter[int] = Counter()
    note, line, head = 0.0, -1, _Head(set())
    for here, sentence in enumerate(spoken):
        number, text = sentence.paragraph.number, sentence.text
        opens = nth[number] == 0
        if opens and _NOTE.match(text):
            note = 1.0
        bare = (
            mates[number] == 1
            and len(text) < _LONGEST_LINE
            and not _GOES_ON.search(text)
        )
        words = {w.text for w in sentence.words if is_content(w)}
        yield [
            (ends[here] - len(text)) / total,
            ends[here] / total,
            float(mates[number] - 1 - nth[number]),
            float(mates[number] == 1),
            float(number == numbers[0]),
            float(number == numbers[-1]),
            float(len(spoken) - 1 - here),
            float(bare),
            float(here - line) if line >= 0 else _NO_LINE_YET,
            float(line >= 0 and line == here - 1),
            note,
            *head.shared_with(words),
        ]
        nth[number] += 1
        if bare:
            line = here
        if bare or (opens and len(text) < _LONGEST_HEAD and text.endswith("。")):
            head = _Head(words)


class _Head:
    """The content words of the last line that may be a head."""

    def __init__(self, words: set[str]) -> None:
        self._weights = {word: idf(word) for word in sorted(words)}
        self._total = sum(self._weights.values()) or 1.0

    def shared_with(self, words: set[str]) -> list[float]:
        shared = sum(v for word, v in self._weights.items() if word in words)
        return [shared, shared / self._total]


def _neighbours(
    spoken: list[Spoken],
    sizes: list[float],
    points_back: list[bool],
) -> Iterator[list[float]]:
    longest: dict[int, float] = {}
    for sentence, size in zip(spoken, sizes, strict=True):
        number = sentence.paragraph.number
        longest[number] = max(size, longest.get(number, 1.0))
    last = len(spoken) - 1
    for here, sentence in enumerate(spoken):
        number = sentence.paragraph.number
        before = spoken[here - 1].text if here else ""
        after = spoken[here + 1].text if here < last else ""
        goes_on = here < last and spoken[here + 1].paragraph.number == number
        yield [
            float(before.endswith(("：", ":"))),
            float(before.endswith(("？", "?"))),
            float(goes_on and points_back[here + 1]),
            float(goes_on and bool(_EXAMPLE.match(after))),
            float(bool(_FIRST_OF_SEVERAL.match(after))),
            float(here > 0 and points_back[here - 1]),
            sizes[here - 1] if here else 0.0,
            sizes[here + 1] if here < last else 0.0,
            sizes[here] / longest[number],
        ]
