"""A forest scores few rows by all of its trees, the others by half of them."""

import pytest

from handout.analyse.learned.forest import NODE, Forest

# Two trees: 1 or 2 by the first number; 10 or 20 by the second.
SMALL = b"".join(
    NODE.pack(which, value)
    for which, value in [(0, 0.5), (-1, 1), (-1, 2), (1, 0.5), (-1, 10), (-1, 20)]
)
ROWS = [[0, 0], [0, 1], [1, 0], [1, 1]]


@pytest.mark.parametrize(
    ("best", "scores"),
    [
        (4, [11, 21, 12, 22]),
        (2, [2, 2, 12, 22]),
        (0, [2, 2, 4, 4]),
    ],
)
def test_the_best_by_half_the_trees_are_scored_by_all(best, scores):
    assert Forest(SMALL).scores(ROWS, best=best) == scores


def test_many_rows_are_scored_as_one_is():
    forest = Forest(SMALL)

    assert forest.scores(ROWS, best=9) == [forest.score(row) for row in ROWS]
    assert forest.scores([], best=9) == []
