"""Builds the word list from jieba's two files: the same bytes every time.

    python -m handout.analyse.words.wordlist.build

words.marisa gives each word a number. words.figures holds a line of text (the sum of
the frequencies, the longest word's length, the median idf, the tags) and a column for
each figure in the order of these numbers: frequency (4 bytes), idf (4), tag (1).
"""

from array import array
from importlib.util import find_spec
from pathlib import Path

from handout.analyse.words.segment import FIGURES, HEADER, LISTED, WORDLIST


def build_word_list(folder: Path) -> None:
    """Write words.marisa and words.figures into a folder."""
    from marisa_trie import Trie  # type: ignore[import-not-found]  # has no stubs

    frequencies, tags, total = _read_words(_jieba_folder() / "dict.txt")
    idfs = _read_idfs(_jieba_folder() / "analyse" / "idf.txt")
    median = sorted(idfs.values())[len(idfs) // 2]
    trie = Trie(sorted(frequencies.keys() | idfs.keys()))
    in_order = [trie.restore_key(number) for number in range(len(trie))]
    tag_names = sorted(set(tags.values()))
    # Number 0 is left for a word that has an idf and no tag.
    tag_numbers = {tag: number for number, tag in enumerate(tag_names, start=1)}
    header = f"{total} {max(map(len, frequencies))} {median!r} {' '.join(tag_names)}"
    columns = (
        array("I", (frequencies.get(word, 0) for word in in_order)),
        array("f", (idfs.get(word, median) for word in in_order)),
        array("B", (tag_numbers.get(tags.get(word, ""), 0) for word in in_order)),
    )
    trie.save(str(folder / LISTED))
    first = f"{header:{HEADER - 1}}\n".encode("ascii")
    numbers = b"".join(column.tobytes() for column in columns)
    (folder / FIGURES).write_bytes(first + numbers)


def _jieba_folder() -> Path:
    """Find jieba without importing it."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("jieba is not installed")
    return Path(spec.origin).parent


def _read_words(path: Path) -> tuple[dict[str, int], dict[str, str], int]:
    frequencies, tags, total = {}, {}, 0
    for line in path.read_text("utf-8").splitlines():
        word, frequency, tag = line.split(" ")
        # A word listed twice keeps its last figures but counts twice: so does jieba.
        frequencies[word] = int(frequency)
        tags[word] = tag
        total += int(frequency)
    return frequencies, tags, total


def _read_idfs(path: Path) -> dict[str, float]:
    lines = (line.split(" ") for line in path.read_text("utf-8").splitlines())
    return {word: float(idf) for word, idf in lines}


if __name__ == "__main__":
    build_word_list(WORDLIST)
