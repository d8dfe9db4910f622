"""Writes learned weights in the small formats that handout/analyse/learned.py reads."""

import json
import zlib
from array import array
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from handout.analyse.learned import UNIT, Met
from handout.analyse.trees import NODE

Row = tuple[Mapping[str, float], float, float]


def fit_marks(rows: list[Row], common: frozenset[str], *, c: float) -> dict[str, float]:
    """Learn the weights of marks from rows of (marks, is it right, weight)."""
    ids: dict[str, int] = {}
    columns: list[int] = []
    values: list[float] = []
    ends = [0]
    for marks, _, _ in rows:
        for mark, value in marks.items():
            if mark in common:
                columns.append(ids.setdefault(mark, len(ids)))
                values.append(value)
        ends.append(len(columns))
    shape = (len(rows), len(ids))
    table = csr_matrix((np.array(values), np.array(columns), np.array(ends)), shape)
    model = LogisticRegression(C=c, solver="liblinear", tol=1e-3, random_state=0)
    model.fit(
        table,
        np.array([right for _, right, _ in rows]),
        sample_weight=np.array([weight for _, _, weight in rows]),
    )
    found = model.coef_[0]
    # What the product reads is rounded, so what the trees learn on is rounded too.
    rounded = {m: round(float(found[n]) * UNIT) / UNIT for m, n in ids.items()}
    return {m: w for m, w in sorted(rounded.items()) if abs(w) > 0.03}


def write_marks(marks: Mapping[str, float], path: Path) -> None:
    """Write weights as JSON, compressed unless the file is to be .json."""
    listed = {mark: round(weight * UNIT) for mark, weight in marks.items()}
    text = json.dumps(listed, ensure_ascii=False, separators=(",", ":")) + "\n"
    content = text.encode()
    path.write_bytes(content if path.suffix == ".json" else zlib.compress(content, 9))


def write_known(known: Mapping[str, Met], path: Path) -> None:
    sums = {zlib.crc32(phrase.encode()): met for phrase, met in known.items()}
    order = sorted(sums)
    columns = [array("I", order)]
    for n in range(len(Met._fields)):
        columns.append(array("B", [min(255, sums[key][n]) for key in order]))
    path.write_bytes(b"".join(column.tobytes() for column in columns))


def write_odds(odds: Mapping[str, float], path: Path) -> None:
    sums = {
        zlib.crc32(mark.encode()): round(worth * 16) for mark, worth in odds.items()
    }
    order = sorted(key for key, worth in sums.items() if worth)
    worth = array("b", [max(-127, min(127, sums[key])) for key in order])
    path.write_bytes(array("I", order).tobytes() + worth.tobytes())


def ranker_bytes(models: list[Any]) -> bytes:
    """Give LightGBM models as one forest, scaled to the mean of their scores."""
    found = []
    for model in models:
        for tree in model.dump_model()["tree_info"]:
            for which, value in _walk_ranker(tree["tree_structure"]):
                share = 1 / len(models) if which < 0 else 1.0
                found.append(NODE.pack(which, value * share))
    return b"".join(found)


def _walk_ranker(node: dict[str, Any]) -> Iterator[tuple[int, float]]:
    if "leaf_value" in node:
        yield -1, float(node["leaf_value"])
        return
    yield int(node["split_feature"]), float(node["threshold"])
    yield from _walk_ranker(node["left_child"])
    yield from _walk_ranker(node["right_child"])


def forest_bytes(model: Any) -> bytes:
    """Give a gradient-boosting model of scikit-learn, node by node."""
    found = []
    for (tree,) in model._predictors:
        for which, value in _walk(tree.nodes, 0):
            found.append(NODE.pack(which, value))
    return b"".join(found)


def _walk(nodes: Any, at: int) -> Iterator[tuple[int, float]]:
    node = nodes[at]
    if node["is_leaf"]:
        yield -1, float(node["value"])
        return
    yield int(node["feature_idx"]), float(node["num_threshold"])
    yield from _walk(nodes, int(node["left"]))
    yield from _walk(nodes, int(node["right"]))
