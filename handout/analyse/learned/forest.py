"""Reads and runs a small forest of decision trees, in plain Python."""

from collections.abc import Iterator, Sequence
from struct import Struct

# A leaf is its value; a branch asks one number: (which, threshold, low, high).
Node = float | tuple[int, float, "Node", "Node"]
# Nodes in the order branch, low side, high side; which is -1 at a leaf.
NODE = Struct("<hf")


class Forest:
    """Trees whose leaves add up to a score."""

    def __init__(self, content: bytes) -> None:
        nodes = NODE.iter_unpack(content)
        self._trees: list[Node] = []
        for which, value in nodes:
            self._trees.append(_node(which, value, nodes))

    def score(self, row: Sequence[float]) -> float:
        """Add up the leaves that a row of numbers falls on."""
        return _add_trees(self._trees, row, 0.0)

    def scores(self, rows: Sequence[Sequence[float]], *, best: int) -> list[float]:
        """Score rows of which the `best` few count: the others by half the trees.

        The first half, which is a forest by itself, shows which these are; the others
        have what it says twice.
        """
        half = len(self._trees) // 2
        first, second = self._trees[:half], self._trees[half:]
        found = [_add_trees(first, row, 0.0) for row in rows]
        ranked = sorted(range(len(rows)), key=lambda n: (-found[n], n))
        for place in ranked[:best]:
            found[place] = _add_trees(second, rows[place], found[place])
        for place in ranked[best:]:
            found[place] *= 2
        return found

    def reasons(self, row: Sequence[float]) -> dict[int, float]:
        """What each number of a row added to its score.

        Each step down a tree is credited to the number that was asked: the mean of
        the leaves on the side taken, less the mean of both sides (Saabas 2014).
        """
        found: dict[int, float] = {}
        for tree in self._trees:
            node = tree
            while isinstance(node, tuple):
                which, threshold, low, high = node
                taken = low if row[which] <= threshold else high
                gain = _mean(taken) - (_mean(low) + _mean(high)) / 2
                found[which] = found.get(which, 0.0) + gain
                node = taken
        return found


def _add_trees(trees: list[Node], row: Sequence[float], total: float) -> float:
    for tree in trees:
        node = tree
        while type(node) is tuple:
            which, threshold, low, high = node
            node = low if row[which] <= threshold else high
        total += node  # type: ignore[operator]
    return total


def _node(which: int, value: float, nodes: Iterator[tuple[int, float]]) -> Node:
    if which < 0:
        return value
    low = _node(*next(nodes), nodes)
    return which, value, low, _node(*next(nodes), nodes)


def _mean(node: Node) -> float:
    if isinstance(node, tuple):
        return (_mean(node[2]) + _mean(node[3])) / 2
    return node
