"""Grows the trees that score headings; needs scikit-learn, which handout does not.

    python -m handout.read.structure.scorer.trees.build BENCH headings.json [--check]

BENCH is the folder with public/lctt_struct.jsonl and gold.jsonl. --check prints the
F1 of ten-fold cross-validation by document instead.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import sqrt
from pathlib import Path
from typing import Any

from handout.read.structure.scorer import choose_headings
from handout.read.structure.scorer.neighbours import (
    Surroundings,
    features,
    heading_candidates,
)
from handout.read.structure.scorer.second_look import Company

_GENRES = ("gov", "cong", "law", "essay")
_FOLDS, _INNER = 10, 5
Lines = list[tuple[str, bool]]


def grow_trees(bench: str, out: str, *rest: str) -> None:
    """Grow the trees on all public documents, or cross-validate them."""
    folder = Path(bench)
    ours = [_table(*d) for d in _articles(folder / "public" / "lctt_struct.jsonl")]
    more = [_table(*document) for document in _gold(folder / "gold.jsonl")]
    if "--check" in rest:
        figures = _cross_validated(ours, more)
        sys.stdout.write(f"F1 {sum(figures) / len(figures):.4f}, n={len(figures)}\n")
        return
    grown = {name: _plain(model) for name, model in _both(ours + more).items()}
    text = json.dumps(grown, separators=(",", ":")) + "\n"
    Path(out).write_text(text, encoding="utf-8")


def _articles(path: Path) -> Iterator[tuple[str, Lines]]:
    for record in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        lines = [(text.strip(), level > 0) for text, level in record["lines"]]
        yield record["title"], [line for line in lines if line[0]]


def _gold(path: Path) -> list[tuple[str, Lines]]:
    """Join the sections of each report, law and book of essays to one document."""
    found: dict[str, Lines] = {}
    for record in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        if record["id"].split("-")[1] in _GENRES:
            lines = found.setdefault(record["source"], [])
            lines.append((record["heading"].strip(), True))
            lines += [(p.strip(), False) for p in record["paragraphs"] if p.strip()]
    return list(found.items())


@dataclass(frozen=True)
class _Table:
    """The possible headings of one document: their figures, and which are headings."""

    around: Surroundings
    places: list[int]
    rows: list[list[float]]
    heads: list[bool]
    wanted: int


def _table(title: str, lines: Lines) -> _Table:
    texts = [text for text, _ in lines]
    around = Surroundings(texts, title)
    places = heading_candidates(texts)
    rows = [[float(x) for x in features(around, place)] for place in places]
    heads = [lines[place][1] for place in places]
    return _Table(around, places, rows, heads, sum(head for _, head in lines))


def _both(tables: list[_Table]) -> dict[str, Any]:
    """Grow the first trees, then the second from likelihoods of lines held out."""
    second = []
    for fold in range(_INNER):
        first = _grow([t for n, t in enumerate(tables) if n % _INNER != fold])
        second += [_seen_again(t, first) for t in tables[fold::_INNER]]
    return {"first": _grow(tables), "second": _grow(second)}


def _seen_again(table: _Table, first: Any) -> _Table:
    if not table.rows:
        return table
    likely = [float(p) for _, p in first.predict_proba(table.rows)]
    company = Company(table.around, dict(zip(table.places, likely, strict=True)))
    rows = [
        [*row, *(float(x) for x in company.figures(place))]
        for row, place in zip(table.rows, table.places, strict=True)
    ]
    return replace(table, rows=rows)


def _grow(tables: list[_Table]) -> Any:
    # Not installed with handout: only this script needs it.
    from sklearn.ensemble import (  # type: ignore[import-not-found, unused-ignore]
        HistGradientBoostingClassifier,
    )

    model = HistGradientBoostingClassifier(
        max_iter=200,
        max_leaf_nodes=20,
        learning_rate=0.05,
        max_features=0.15,
        l2_regularization=10,
        min_samples_leaf=20,
        random_state=1,
    )
    rows = [row for table in tables for row in table.rows]
    heads = [head for table in tables for head in table.heads]
    # The measure is a mean over documents: one with few headings counts as much.
    weights = [1 / sqrt(max(3, sum(t.heads))) for t in tables for _ in t.rows]
    return model.fit(rows, heads, sample_weight=weights)


def _cross_validated(ours: list[_Table], more: list[_Table]) -> list[float]:
    figures = []
    for fold in range(_FOLDS):
        learned = [t for n, t in enumerate(ours) if n % _FOLDS != fold] + more
        grown = _both(learned)
        for table in ours[fold::_FOLDS]:
            rows = _seen_again(table, grown["first"]).rows
            likely = grown["second"].predict_proba(rows) if rows else []
            taken = choose_headings(
                {n: float(p) for n, (_, p) in enumerate(likely)},
                surest=0.5,
                least=0.25,
            )
            right = sum(table.heads[n] for n in taken)
            figures.append(2 * right / max(1, len(taken) + table.wanted))
    return figures


def _plain(model: Any) -> dict[str, Any]:
    """The trees as nested lists, as scorer.py walks them."""
    trees = [_node(predictor[0].nodes, 0) for predictor in model._predictors]
    return {"start": round(float(model._baseline_prediction[0][0]), 5), "trees": trees}


def _node(nodes: Any, place: int) -> Any:
    node = nodes[place]
    if node["is_leaf"]:
        return round(float(node["value"]), 4)
    threshold = round(float(node["num_threshold"]), 5)
    left, right = int(node["left"]), int(node["right"])
    feature = int(node["feature_idx"])
    return [feature, threshold, _node(nodes, left), _node(nodes, right)]


if __name__ == "__main__":
    grow_trees(*sys.argv[1:])
