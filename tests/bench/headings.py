"""Scores heading detection: python tests/bench/headings.py lctt_struct.jsonl.

Reads each document as `handout analyse --jsonl` does, its lines joined by line
breaks and its title given beside them, and prints the mean F1 of heading lines with
its interval. The weights were grown on lctt_struct: for that the honest figure is
that of `python -m handout.read.structure.scorer.trees.build BENCH out.json --check`.
lctt_abs.jsonl has headings too, and nothing was learned from it.
"""

import json
import random
import sys
import time
from pathlib import Path

from handout.read import read

# Documents with fewer headings say nothing about them.
LEAST = 3


def headed(record: dict) -> int:
    return sum(level > 0 for _, level in record["lines"])


def f1_of(record: dict) -> float:
    text = "\n".join(line for line, _ in record["lines"])
    document, _ = read(text.encode(), name="a.txt", title=record["title"])
    wanted = ["".join(line.split()) for line, level in record["lines"] if level]
    found = ["".join(s.heading.text.split()) for s in document.walk() if s.heading]
    left = list(wanted)
    right = sum(1 for head in found if head in left and not left.remove(head))
    return 2 * right / max(1, len(wanted) + len(found))


def interval(figures: list[float]) -> tuple[float, float]:
    """The bounds of the mean by resampling documents."""
    chance = random.Random(0)
    means = sorted(
        sum(chance.choices(figures, k=len(figures))) / len(figures) for _ in range(1000)
    )
    return means[25], means[975]


def main(path: str) -> None:
    records = [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]
    began = time.perf_counter()
    figures = [f1_of(record) for record in records if headed(record) >= LEAST]
    low, high = interval(figures)
    taken = time.perf_counter() - began
    sys.stdout.write(
        f"heading F1, document mean: {sum(figures) / len(figures):.4f} "
        f"[{low:.3f}, {high:.3f}], n={len(figures)}, "
        f"{taken / len(figures) * 1000:.1f} ms a document\n"
    )


if __name__ == "__main__":
    main(sys.argv[1])
