"""A second look at each line, knowing what the first look made of all the others.

Headings of one document are alike: in their numbers, their length, their last mark,
and in how far apart they are. The likely headings of the first look show how.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable
from math import sqrt
from statistics import median

from handout.read.structure.scorer.echoes import grams
from handout.read.structure.scorer.line import Trait
from handout.read.structure.scorer.neighbours import Surroundings

_LIKELY = 0.5
_FAR = 3000
# Last marks that headings of one document share; the rest say nothing.
_TELLING_ENDS = frozenset((2, 3, 4, 6, 7))


class _Others:
    """The likelihoods of a group of lines, without one of them at a time."""

    def __init__(self) -> None:
        self._all: list[float] = []
        self._total = 0.0

    def add(self, likelihood: float) -> None:
        self._all.append(likelihood)
        self._total += likelihood

    def close(self) -> None:
        self._all.sort()

    def without(self, own: float) -> list[float]:
        """The mean, highest and lowest of the others, and their number."""
        many = len(self._all) - 1
        if many < 1:
            return [-1, -1, -1, 0]
        highest = self._all[-1] if self._all[-1] != own else self._all[-2]
        lowest = self._all[0] if self._all[0] != own else self._all[1]
        return [(self._total - own) / many, highest, lowest, many]


class Company:
    """The lines that can be headings, and the first look's likelihood of each."""

    def __init__(self, around: Surroundings, found: dict[int, float]) -> None:
        self._around, self._found = around, found
        self._total = max(1e-6, sum(found.values()))
        self._likely = [place for place in sorted(found) if found[place] >= _LIKELY]
        ranked = sorted(found, key=lambda place: (-found[place], place))
        self._rank = {place: rank for rank, place in enumerate(ranked)}
        self._best = [found[place] for place in ranked[:2]]
        self._whole = [
            median(found.values()),
            sum(p > 0.2 for p in found.values()),
            sum(p > 0.8 for p in found.values()),
        ]
        self._widths()
        self._groups: dict[Hashable, _Others] = defaultdict(_Others)
        self._shares: list[dict[Hashable, float]] = [defaultdict(float) for _ in _ALIKE]
        for place, likelihood in found.items():
            self._add(place, likelihood)
        for group in self._groups.values():
            group.close()

    def _widths(self) -> None:
        lines, weights = self._around.lines, self._found.items()
        width = sum(p * lines[n].width for n, p in weights) / self._total
        spread = sum(p * (lines[n].width - width) ** 2 for n, p in weights)
        self._width = width
        self._spread = max(2.0, sqrt(spread / self._total))
        self._han = sum(p * lines[n].han for n, p in weights) / self._total

    def _add(self, place: int, likelihood: float) -> None:
        line = self._around.lines[place]
        self._groups["shape", *_shape(line)].add(likelihood)
        if line.number:
            self._groups["number", line.number].add(likelihood)
        if series := self._around.series.get(place):
            self._groups["series", series[0]].add(likelihood)
        for share, alike in zip(self._shares, _ALIKE, strict=True):
            share[alike(line)] += likelihood

    def figures(self, place: int) -> list[float]:
        """The figures of one line; their order is the one the trees know."""
        own, line = self._found[place], self._around.lines[place]
        series = self._around.series.get(place)
        number = ("number", line.number) if line.number else None
        usual = len(self._around.lines) / max(1.0, self._total)
        return [
            own,
            self._total,
            len(self._likely),
            usual,
            self._rank[place],
            self._rank[place] / max(1.0, self._total),
            *self._beside(("shape", *_shape(line)), own),
            *self._beside(("series", series[0]) if series else None, own),
            *self._beside(number, own),
            *self._near(place),
            *self._between(place, usual),
            *self._alike(line, own),
            max(p for p in (*self._best, 0.0) if p != own or p == 0.0),
            *self._whole,
        ]

    def _beside(self, key: Hashable, own: float) -> list[float]:
        return self._groups[key].without(own) if key else [-1, -1, -1, 0]

    def _near(self, place: int) -> list[float]:
        beside = [self._found.get(place + step, 0.0) for step in range(-6, 7)]
        return [*beside[3:6], *beside[7:10], sum(beside[:6]), sum(beside[7:])]

    def _between(self, place: int, usual: float) -> list[float]:
        """How far away the likely headings around a line are, and how likely."""
        likely, lines, sums = self._likely, self._around.lines, self._around.sums
        here = bisect_left(likely, place)
        behind = here + (here < len(likely) and likely[here] == place)
        before = likely[here - 1] if here else -1
        after = likely[behind] if behind < len(likely) else len(lines)
        line, last = lines[place], self._around.at(before)
        own = grams(line.text)
        return [
            place - before,
            after - place,
            min(_FAR, sums[place] - sums[before + 1]),
            min(_FAR, sums[after] - sums[place + 1]),
            min(9.0, (after - place) / max(1.0, usual)),
            self._found.get(before, -1.0),
            self._found.get(after, -1.0),
            last.number if before >= 0 else -1,
            last.width - line.width if before >= 0 else 0,
            len(own & grams(last.text)) / max(1, len(own)),
            lines[after].number if after < len(lines) else -1,
        ]

    def _alike(self, line: Trait, own: float) -> list[float]:
        """How much of what is likely resembles this line."""
        rest = max(1e-6, self._total - own)
        shares = [
            (share[alike(line)] - own) / rest
            for share, alike in zip(self._shares, _ALIKE, strict=True)
        ]
        width = (line.width - self._width) / self._spread
        return [width, line.han - self._han, *shares]


def _shape(line: Trait) -> tuple[int, int, bool]:
    end = line.end if line.end in _TELLING_ENDS else 0
    return end, line.number, line.han > 0.3


_ALIKE: tuple[Callable[[Trait], Hashable], ...] = (
    lambda line: line.number,
    lambda line: line.end,
    lambda line: line.text[:1],
    lambda line: line.text[-1:],
    lambda line: " " in line.text,
)
