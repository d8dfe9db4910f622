"""Cuts text into words as jieba does, and says what each one is.

The words are jieba's own, cut by cut. They are looked up in a mapped word list
(wordlist/), not in a dictionary that takes 0.8 s to load.
"""

import re
from functools import cache, lru_cache
from math import log
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import NamedTuple

from handout.analyse.words import hmm

WORDLIST = Path(__file__).parent / "wordlist"
LISTED = "words.marisa"
FIGURES = "words.figures"
# The figures begin with one line of text, padded so that the columns are aligned.
HEADER = 512
# Features ask for the figures of the same few thousand words again and again.
_REMEMBERED = 20_000

# How an unlisted word is tagged: by the name of the group that takes it, else "x".
_UNLISTED = re.compile(
    r"(?P<m>[\d〇]+(?:\.\d+)?%?)"
    r"|(?P<eng>[\d.%]*[A-Za-zÀ-ÖØ-öø-ɏＡ-Ｚａ-ｚ][\w.%]*)"
    r"|(?P<un>[㐀-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+)"
)


class Word(NamedTuple):
    """A word, its tag, and where it starts in the text that was cut.

    A tuple and no dataclass: an article has thousands, and these are built faster.
    """

    text: str
    tag: str
    start: int


def cut(text: str) -> tuple[Word, ...]:
    """Cut a text into words that join back to it, as jieba does with its HMM.

    A listed word has jieba's tag. Others have "m" (digits), "eng" (Latin letters),
    "un" (Han: an unknown word, often a name) or "x" (punctuation, space and the rest).
    """
    listed = _word_list()
    tags: dict[str, str] = {}
    words = []
    start = 0
    for word in hmm.cut_by_hmm(text, listed.words_from_each_place, listed.frequency):
        tag = tags.get(word)
        if tag is None:
            tag = tags[word] = listed.tag(word) or _unlisted_tag(word)
        words.append(Word(word, tag, start))
        start += len(word)
    return tuple(words)


@lru_cache(_REMEMBERED)
def frequency(word: str) -> int:
    """How often the word list's makers met a word: 0 if never."""
    return _word_list().frequency(word)


@lru_cache(_REMEMBERED)
def idf(word: str) -> float:
    """How rare a word is among documents; an unknown one is as rare as most."""
    return _word_list().idf(word)


class _WordList:
    """The listed words, each with its frequency, tag and inverse document frequency.

    The trie gives every word a number, and the figures hold a column of numbers for
    each figure: four times as fast as a RecordTrie, which copies every key it meets.
    """

    def __init__(self, folder: Path) -> None:
        from marisa_trie import Trie  # type: ignore[import-not-found]  # has no stubs

        self._trie = Trie()
        self._trie.mmap(str(folder / LISTED))
        with (folder / FIGURES).open("rb") as file:
            figures = memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))
        total, longest, median, *tags = str(figures[:HEADER], "ascii").split()
        self._log_total = log(int(total))
        self._longest = int(longest)
        self._median_idf = float(median)
        self._tag_names = ("", *tags)
        count = len(self._trie)
        idfs, ends = HEADER + 4 * count, HEADER + 8 * count
        self._frequencies = figures[HEADER:idfs].cast("I")
        self._idfs = figures[idfs:ends].cast("f")
        self._tags = figures[ends:]

    def frequency(self, word: str) -> int:
        number = self._number(word)
        return 0 if number is None else self._frequencies[number]

    def idf(self, word: str) -> float:
        number = self._number(word)
        return self._median_idf if number is None else self._idfs[number]

    def tag(self, word: str) -> str:
        """The word's tag, or nothing if it is not listed."""
        number = self._number(word)
        return "" if number is None else self._tag_names[self._tags[number]]

    def words_from_each_place(self, text: str) -> list[list[tuple[float, int]]]:
        """List the words that start at each character: log likelihood, last place."""
        prefixes, frequencies = self._trie.iter_prefixes_with_ids, self._frequencies
        longest, log_total = self._longest, self._log_total
        places = []
        for start in range(len(text)):
            found = [
                (log(frequencies[number]) - log_total, start + len(word) - 1)
                for word, number in prefixes(text[start : start + longest])
                # A word known for its idf alone is not one to cut.
                if frequencies[number]
            ]
            places.append(found or [(-log_total, start)])
        return places

    def _number(self, word: str) -> int | None:
        try:
            number: int | None = self._trie.get(word)
        except UnicodeEncodeError:  # half of a surrogate pair, from a JSON escape
            return None
        return number


@cache
def _word_list() -> _WordList:
    return _WordList(WORDLIST)


def _unlisted_tag(word: str) -> str:
    found = _UNLISTED.fullmatch(word)
    return found.lastgroup or "x" if found else "x"
