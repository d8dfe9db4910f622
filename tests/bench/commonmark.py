"""Reads every example of a CommonMark or GFM specification, and says what is lost.

python tests/bench/commonmark.py SPEC.json

SPEC.json is the list of examples that the specification's own tests are made of
("markdown", "html"); parsers of Markdown ship it with their tests. For each example
the sum of characters must hold, and the text must be what a browser shows of the
example's HTML, but for numbers of lists and the words for pictures.
"""

import json
import re
import sys
from pathlib import Path

from lxml import html

from handout.errors import ReadError
from handout.read import read

_LABEL = re.compile(r"^\d+[.)]\s*")


def shown(page: str) -> str:
    """The text a browser shows of some HTML, without white space."""
    root = html.fromstring(f"<main>{page}</main>")
    for element in list(root.iter("script", "style", "svg", "math", "title")):
        element.drop_tree()
    return "".join("".join(root.itertext()).split())


def main(path: str) -> int:
    """Read all examples; the exit code says whether all sums held."""
    examples = json.loads(Path(path).read_text(encoding="utf-8"))
    wrong = other = empty = 0
    for example in examples:
        source = example["markdown"]
        try:
            document, _ = read(source.encode(), name="a.md", title="")
        except ReadError:
            empty += 1
            continue
        if document.characters != document.placed + document.set_aside:
            wrong += 1
            sys.stdout.write(f"sum: {document.characters} {source!r}\n")
        pieces = [_LABEL.sub("", piece.text) for piece in document.pieces()]
        ours = "".join("".join(pieces).split())
        theirs = shown(example["html"])
        if ours != theirs and sorted(ours) != sorted(theirs):
            other += 1
            sys.stdout.write(
                f"text: {source!r}\n  ours   {ours!r}\n  theirs {theirs!r}\n"
            )
    sys.stdout.write(
        f"{len(examples)} examples: sum wrong {wrong}, other text {other}, "
        f"empty {empty}\n"
    )
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
