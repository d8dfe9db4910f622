"""Learns the weights of marks: how much each speaks for a phrase editors choose."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from handout.analyse.learned.load import UNIT

Row = tuple[Mapping[str, float], float, float]
# Every mark that was met, by its number: samples are marked once and learned often.
_NUMBERS: dict[str, int] = {}


class MarkedRows(NamedTuple):
    """The rows of one sample: the marks of row n are those from ends[n - 1] on."""

    columns: Any
    values: Any
    sizes: Any
    right: Any
    weights: Any


def marked_rows(rows: list[Row]) -> MarkedRows:
    """Rows of (marks, is it right, weight) as arrays."""
    every = [pair for marks, _, _ in rows for pair in marks.items()]
    return MarkedRows(
        np.array([_NUMBERS.setdefault(m, len(_NUMBERS)) for m, _ in every], np.int32),
        np.array([value for _, value in every], np.float64),
        np.array([len(marks) for marks, _, _ in rows], np.int64),
        np.array([right for _, right, _ in rows], bool),
        np.array([weight for _, _, weight in rows], np.float64),
    )


def fit_marks(
    by_source: list[list[MarkedRows]], *, least: int, c: float
) -> dict[str, float]:
    """Learn the weights of the marks that so many sources hold."""
    sources = np.zeros(len(_NUMBERS), int)
    for group in by_source:
        sources[np.unique(np.concatenate([rows.columns for rows in group]))] += 1
    common = np.flatnonzero(sources >= least)
    table = [
        np.concatenate(column)
        for column in zip(*[rows for group in by_source for rows in group], strict=True)
    ]
    columns, values, sizes, right, weights = table
    ends = np.concatenate([[0], np.cumsum(sizes)])
    shape = (len(sizes), len(_NUMBERS))
    found = csr_matrix((values, columns, ends), shape)[:, common]
    model = LogisticRegression(C=c, solver="liblinear", tol=1e-3, random_state=0)
    model.fit(found, right, sample_weight=weights)
    names = list(_NUMBERS)
    # What the product reads is rounded, so what the trees learn on is rounded too.
    worth = {
        names[n]: round(float(value) * UNIT) / UNIT
        for n, value in zip(common, model.coef_[0], strict=True)
    }
    return {m: w for m, w in sorted(worth.items()) if abs(w) > 0.03}
