"""Scores how much a line looks like a heading: small decision trees in two passes."""

import json
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from typing import Any

from handout.read.structure.scorer.neighbours import (
    Surroundings,
    features,
    heading_candidates,
)
from handout.read.structure.scorer.second_look import Company

# A longer run of short lines is a poem, a list or a log, not a row of headings.
_LONGEST_RUN = 40
# Scoring more lines than a long book has takes longer than a reader waits.
_MOST_LINES = 20_000
# What the first look all but rules out is not looked at again.
_WORTH_IT = 0.04
# [feature, threshold, node up to it, node above it], or the leaf's value. The type
# of such nested lists costs more words than it says: they come from our own file.
Tree = Any


def scores(lines: list[str], title: str) -> dict[int, float]:
    """The likelihood of being a heading, for each line that can be one.

    The first look sees a line among its neighbours; the second also sees what the
    first one made of all the other lines.
    """
    places = heading_candidates(lines)
    if not places or len(places) > _MOST_LINES:
        return {}
    first, second = _load_trees()
    around = Surroundings(lines, title)
    figures = {
        place: features(around, place)
        for place in places
        if around.runs[place][0] <= _LONGEST_RUN or around.runs[place][1] == 0
    }
    found = {place: first.likelihood(line) for place, line in figures.items()}
    if not found:
        return {}
    company = Company(around, found)
    return {
        place: second.likelihood([*line, *company.figures(place)])
        if found[place] >= _WORTH_IT
        else found[place]
        for place, line in figures.items()
    }


def choose_headings(
    found: dict[int, float], *, surest: float, least: float
) -> set[int]:
    """Choose the likeliest lines, as many as promise the best F1 for this document.

    None is chosen unless one reaches `surest`; those below `least` never are.
    """
    if max(found.values(), default=0.0) < surest:
        return set()
    ranked = sorted(found, key=lambda place: (-found[place], place))
    total, right, best, many = sum(found.values()), 0.0, 0.0, 0
    for count, place in enumerate(ranked, 1):
        right += found[place]
        promised = 2 * right / (count + total)
        if promised > best and found[place] >= least:
            best, many = promised, count
    return set(ranked[:many])


def sisters(likely: set[int], taken: set[int], texts: list[str]) -> set[int]:
    """The couplets above a text that are built like two of the chosen ones."""
    shapes = Counter(_shape(texts[place]) for place in taken)
    return {
        place
        for place in likely - taken
        if len(texts[place + 1] if place + 1 < len(texts) else "") > 40
        and _shape(texts[place])[1]
        and shapes[_shape(texts[place])] > 1
    }


def _shape(text: str) -> tuple[int, tuple[int, ...]]:
    """The length of a line, and where its commas are."""
    return len(text), tuple(n for n, mark in enumerate(text) if mark in "，,")


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees whose leaves add up, and the value they start from."""

    start: float
    trees: list[Tree]

    def likelihood(self, line: list[float]) -> float:
        """The likelihood that the figures are those of a heading."""
        total = self.start
        for tree in self.trees:
            node = tree
            while type(node) is list:
                node = node[2] if line[node[0]] <= node[1] else node[3]
            total += node
        return 1 / (1 + exp(-total))


@cache
def _load_trees() -> tuple[Trees, Trees]:
    kept = files("handout.read.structure.scorer") / "trees" / "headings.json"
    grown = json.loads(kept.read_text(encoding="utf-8"))
    return Trees(**grown["first"]), Trees(**grown["second"])
