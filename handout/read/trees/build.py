"""Grows the trees that score headings; needs scikit-learn, which handout never does.

    python -m handout.read.trees.build BENCH headings.json [--check] [--with-abstracts]

BENCH is the folder with public/lctt_struct.jsonl and gold.jsonl. --check prints the
F1 of ten-fold cross-validation by document instead. --with-abstracts learns from
public/lctt_abs.jsonl as well; the trees that are kept were grown without it.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from handout.read.features import Surroundings, candidates, features
from handout.read.scorer import chosen

_GENRES = ("gov", "cong", "law", "essay")
_FOLDS = 10
Lines = list[tuple[str, bool]]


def main(bench: str, out: str, *rest: str) -> None:
    """Grow the trees on all public documents, or cross-validate them."""
    folder = Path(bench)
    ours = list(_articles(folder / "public" / "lctt_struct.jsonl"))
    more = _gold(folder / "gold.jsonl")
    if "--with-abstracts" in rest:
        more += _articles(folder / "public" / "lctt_abs.jsonl")
    if "--check" in rest:
        figures = _cross_validated(ours, more)
        sys.stdout.write(f"F1 {sum(figures) / len(figures):.4f}, n={len(figures)}\n")
        return
    grown = _grow([_table(*one) for one in ours + more])
    text = json.dumps(_plain(grown), separators=(",", ":")) + "\n"
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


def _table(title: str, lines: Lines) -> tuple[list[list[float]], list[bool]]:
    texts = [text for text, _ in lines]
    around = Surroundings(texts, title)
    places = candidates(texts)
    rows = [[float(x) for x in features(around, place)] for place in places]
    return rows, [lines[place][1] for place in places]


def _grow(tables: list[tuple[list[list[float]], list[bool]]]) -> Any:
    # Not installed beside handout: only this script needs it.
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
    rows = [row for table in tables for row in table[0]]
    return model.fit(rows, [is_head for table in tables for is_head in table[1]])


def _cross_validated(
    ours: list[tuple[str, Lines]], more: list[tuple[str, Lines]]
) -> list[float]:
    tables = [_table(*one) for one in ours]
    others = [_table(*one) for one in more]
    figures = []
    for fold in range(_FOLDS):
        grown = _grow([t for n, t in enumerate(tables) if n % _FOLDS != fold] + others)
        for (rows, heads), (_, lines) in list(zip(tables, ours, strict=True))[
            fold::_FOLDS
        ]:
            likely = [float(p) for _, p in grown.predict_proba(rows)] if rows else []
            taken = chosen(dict(enumerate(likely)), surest=0.5, least=0.25)
            right = sum(heads[n] for n in taken)
            wanted = sum(is_head for _, is_head in lines)
            figures.append(2 * right / max(1, len(taken) + wanted))
    return figures


def _plain(model: Any) -> dict[str, Any]:
    """Give the trees as nested lists, as scorer.py walks them."""
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
    main(*sys.argv[1:])
