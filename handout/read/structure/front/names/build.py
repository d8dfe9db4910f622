"""Lists the common words that look like a name: a surname and one or two characters.

    python -m handout.read.structure.front.names.build

Reads the dictionary of jieba (MIT licence); leaves out words that it tags as people's
names, and rare words.
"""

from pathlib import Path

import jieba  # type: ignore[import-untyped]

from handout.read.structure.front.names import SURNAMES

_COMMON = 50


def write_words() -> None:
    """Write words.txt beside this module."""
    dictionary = Path(jieba.__file__).with_name("dict.txt").read_text(encoding="utf-8")
    entries = (line.split() for line in dictionary.splitlines())
    words = sorted(
        word
        for word, often, tag in entries
        if len(word) in (2, 3)
        and word[0] in SURNAMES
        and int(often) >= _COMMON
        and not tag.startswith("nr")
    )
    path = Path(__file__).with_name("words.txt")
    path.write_text("\n".join(words) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write_words()
