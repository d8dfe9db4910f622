"""Lists every run of words that may be a phrase, with the marks it is judged by.

A mark is a short string such as "w武装" (first word). The weights of all marks are
learned (weights/README.md); their sum says how much a run looks like a whole phrase.
"""

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from handout.analyse.words.segment import Word
from handout.analyse.words.stopwords import words_of

MOST_WORDS = 8
LONGEST = 16
LONGEST_LATIN = 40
# What ends a clause: no phrase goes across.
BREAKS = frozenset(
    '。！？；：，…!?;:,\n\r\t“”"‘’「」『』《》〈〉（）()【】[]〔〕{}<>—|│*#'
)
_JOINERS = frozenset("、 -–·/.&+'’％%")
_NO_OPENING = words_of("的 地 得 了 着 过 和 与 及 或 等 们 吗 呢 吧 啊 而 之 等等")
_NO_CLOSING = words_of("""
的 地 得 和 与 及 或 以及 在 把 被 对 从 向 以 而 之 是 将 等 等等 于 为 其 并 又 且 但
这 那 该 各 每 我 你 他 她 它 使 让 由 给 就 都 也
""")
_EDGE = Word("^", "^", 0)


class WordRun(NamedTuple):
    """A run of words, `first` to `last`, and the text they join to."""

    text: str
    first: int
    last: int


class MarkedLine:
    """One paragraph's words with the marks of each place a phrase may open or close."""

    def __init__(self, words: tuple[Word, ...]) -> None:
        self.words = words

    def opening_marks(self, here: int) -> tuple[str, ...]:
        """The marks of a phrase that opens with this word."""
        word = self.words[here]
        before = self.words[here - 1] if here else _EDGE
        return (
            "a" + word.text,
            "b" + word.tag,
            "c" + before.text,
            "d" + before.tag + ">" + word.tag,
            "e" + word.text[0],
        )

    def closing_marks(self, here: int) -> tuple[str, ...]:
        """The marks of a phrase that closes with this word."""
        word = self.words[here]
        after = self.words[here + 1] if here + 1 < len(self.words) else _EDGE
        return (
            "f" + word.text,
            "g" + word.tag,
            "h" + after.text,
            "i" + word.tag + ">" + after.tag,
            "j" + word.text[-1],
        )

    def runs(self) -> list[WordRun]:
        """List the runs of words that may be phrases."""
        words, found = self.words, []
        inside = [_may_be_inside(w) for w in words]
        opens = [ok and _may_open(w) for ok, w in zip(inside, words, strict=True)]
        closes = [ok and _may_close(w) for ok, w in zip(inside, words, strict=True)]
        for first, ok in enumerate(opens):
            if not ok:
                continue
            text = ""
            for last in range(first, min(first + MOST_WORDS, len(words))):
                if not inside[last]:
                    break
                text += words[last].text
                if len(text) > LONGEST and not _is_latin(text):
                    break
                if closes[last] and len(text) > 1:
                    found.append(WordRun(text, first, last))
        return found


def shape_marks(words: tuple[Word, ...], length: int) -> tuple[str, ...]:
    """The marks of a phrase by itself: its length, tags, inner words."""
    tags = " ".join([w.tag for w in words])
    inner = ["n" + w.text for w in words[1:-1]]
    pairs = ["o" + a.tag + " " + b.tag for a, b in pairwise(words)]
    each = ["w" + w.text for w in words]
    size = ("k" + str(min(length, 17)), "l" + tags, "m" + str(len(words)))
    return (*size, *inner, *pairs, *each)


def worth(marks: tuple[str, ...], weights: Mapping[str, float]) -> float:
    """Add up the weights of marks; an unknown mark counts nothing."""
    get = weights.get
    return sum([get(mark, 0.0) for mark in marks])


def _may_be_inside(word: Word) -> bool:
    return word.text not in BREAKS and (
        word.tag != "x" or word.text in _JOINERS or word.text[0].isalnum()
    )


def _may_open(word: Word) -> bool:
    return word.text not in _NO_OPENING and word.text[0].isalnum()


def _may_close(word: Word) -> bool:
    return word.text not in _NO_CLOSING and (
        word.text[-1].isalnum() or word.text in "%％"
    )


def _is_latin(text: str) -> bool:
    return len(text) <= LONGEST_LATIN and sum(c < "ɐ" for c in text) > len(text) / 2
