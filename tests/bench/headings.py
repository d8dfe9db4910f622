"""Scores heading detection: python tests/bench/headings.py lctt_struct.jsonl.

Reads each document as `handout analyse --jsonl` does, its lines joined by line
breaks and its title given beside them, and prints the mean F1 of heading lines.
The weights were grown on the public documents: for these the honest figure is
that of `python -m handout.read.trees.build BENCH out.json --check`.
"""

import json
import sys
import time
from pathlib import Path

from handout.read import read


def f1_of(record: dict) -> float:
    text = "\n".join(line for line, _ in record["lines"])
    document, _ = read(text.encode(), name="a.txt", title=record["title"])
    wanted = ["".join(line.split()) for line, level in record["lines"] if level]
    found = ["".join(s.heading.text.split()) for s in document.walk() if s.heading]
    left = list(wanted)
    right = sum(1 for head in found if head in left and not left.remove(head))
    return 2 * right / max(1, len(wanted) + len(found))


def main(path: str) -> None:
    records = [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]
    began = time.perf_counter()
    figures = [f1_of(record) for record in records]
    taken = time.perf_counter() - began
    sys.stdout.write(
        f"heading F1, document mean: {sum(figures) / len(figures):.4f}, "
        f"n={len(figures)}, {taken / len(figures) * 1000:.1f} ms a document\n"
    )


if __name__ == "__main__":
    main(sys.argv[1])
