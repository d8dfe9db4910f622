"""Finds the columns of a PDF page, and puts its lines in reading order."""

from collections import Counter
from itertools import pairwise
from statistics import median

from handout.read.pdf.line import PageLine

_LEAST_LINES = 8
_LEAST_IN_COLUMN, _LEAST_BESIDE = 4, 3
_GUTTER, _EDGE = 6.0, 6.0
# The least width of each of two columns, and of each of three or more.
_LEAST_WIDE, _LEAST_WIDE_OF_MANY = 0.25, 0.15
# Headings and pictures may cross a gutter, but few lines do.
_CROSSING = 0.2
_LARGER = 1.12


def columns(lines: list[PageLine]) -> list[list[PageLine]]:
    """The lines of each column in reading order; a full-width line begins new ones."""
    if len(lines) < _LEAST_LINES:
        return [lines] if lines else []
    gutters = _gutters(lines)
    if not gutters:
        return [lines]
    above = _title(lines, gutters)
    parts: list[list[PageLine]] = [above] if above else []
    over: list[PageLine] = []
    band: list[PageLine] = []
    for line in sorted(lines, key=lambda x: x.top):
        if line in above:
            continue
        if _column(line, gutters) is None:
            parts += _in_columns(band, gutters)
            band = []
            over.append(line)
        else:
            parts += [over] if over else []
            over = []
            band.append(line)
    parts += [over] if over else []
    return [*parts, *_in_columns(band, gutters)]


def _title(lines: list[PageLine], gutters: list[float]) -> list[PageLine]:
    """The lines in large type above all columns, though only as wide as one."""
    usual = median(line.size for line in lines)
    top = min(
        min((x.top for x in lines if _column(x, gutters) == n and x.size <= usual),
            default=0.0)
        for n in range(len(gutters) + 1)
    )  # fmt: skip
    large = (x for x in lines if x.bottom <= top and x.size > usual * _LARGER)
    beside = [x for x in lines if x.size > usual * _LARGER]
    return [
        x
        for x in sorted(large, key=lambda x: x.top)
        if not any(y is not x and y.top < x.bottom and x.top < y.bottom for y in beside)
    ]


def _in_columns(band: list[PageLine], gutters: list[float]) -> list[list[PageLine]]:
    found: list[list[PageLine]] = [[] for _ in range(len(gutters) + 1)]
    for line in band:
        found[_column(line, gutters) or 0].append(line)
    return [column for column in found if column]


def _column(line: PageLine, gutters: list[float]) -> int | None:
    """The column that a line is in; None if it crosses a gutter."""
    for number, gutter in enumerate(gutters):
        if line.right <= gutter + _EDGE:
            return number
        if line.left < gutter - _EDGE:
            return None
    return len(gutters)


def _gutters(lines: list[PageLine]) -> list[float]:
    """Where hardly any line is, with a column of lines on either side."""
    found = _gaps(lines)
    while found:
        counts = Counter(_column(line, found) for line in lines)
        weak = [n for n in range(len(found) + 1) if not _is_column(n, lines, found)]
        crossing = counts[None] > _CROSSING * len(lines)
        if not weak and not crossing:
            return found
        if not weak:
            return []
        # Without the gutter beside it, too small a column belongs to its neighbour.
        found = [g for n, g in enumerate(found) if n != max(0, weak[0] - 1)]
    return []


def _gaps(lines: list[PageLine]) -> list[float]:
    """The middles of upright strips that few lines cross."""
    edges = sorted({round(x.left) for x in lines} | {round(x.right) for x in lines})
    most = max(1.0, _CROSSING * len(lines))
    found: list[tuple[int, int]] = []
    for left, right in pairwise(edges):
        middle = (left + right) / 2
        if sum(x.left < middle < x.right for x in lines) > most:
            continue
        if found and found[-1][1] == left:
            found[-1] = (found[-1][0], right)
        else:
            found.append((left, right))
    return [(a + b) / 2 for a, b in found if b - a >= _GUTTER]


def _is_column(number: int, lines: list[PageLine], gutters: list[float]) -> bool:
    """Whether enough lines are in a column, wide enough, beside other lines."""
    inside = [x for x in lines if _column(x, gutters) == number]
    if len(inside) < _LEAST_IN_COLUMN:
        return False
    width = max(x.right for x in lines) - min(x.left for x in lines)
    least = _LEAST_WIDE if len(gutters) == 1 else _LEAST_WIDE_OF_MANY
    if max(x.right - x.left for x in inside) < width * least:
        return False
    others = [x for x in lines if _column(x, gutters) not in (number, None)]
    beside = sum(
        any(y.top < x.bottom and x.top < y.bottom for y in others) for x in inside
    )
    return beside >= _LEAST_BESIDE
