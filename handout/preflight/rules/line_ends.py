"""How a block of lines fills its measure: flush at one edge, or ragged."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from handout.model.chinese import HAN_CHARACTER
from handout.preflight.pages.page import CLOSING, GlyphLine, TextBlock

# In points: lengths in a PDF are rounded.
_FLUSH = 0.75
# Most lines of justified text are flush: this share separates it from ragged text.
_MOSTLY = 0.6
# In ems: Chinese lines of a column so wide are meant to be flush.
BODY = 20
# In ems: a stretched line opens all its gaps.
STRETCHED = 0.01
_LEAST_GAPS = 3
_LEAST_LINES = 2


@dataclass(frozen=True, slots=True)
class Measure:
    """Where the lines of a block end, in points, and how wide it is, in ems.

    `broken` are the lines that another of their paragraph follows, each with that one.
    """

    broken: tuple[tuple[GlyphLine, GlyphLine], ...]
    edge: float
    flush: tuple[GlyphLine, ...]
    ems: float

    @property
    def is_justified(self) -> bool:
        """Whether the lines seem meant to end at one edge."""
        flush = len(self.flush) >= _MOSTLY * len(self.broken)
        return flush and (self.ems >= BODY or self.is_stretched)

    @property
    def is_stretched(self) -> bool:
        """Whether some line was opened to end at the edge."""
        return any(map(is_stretched, self.flush))

    @property
    def is_certain(self) -> bool:
        """Whether some line shows the edge: one that ends in no mark."""
        return any(len(ends_at(line)) == 1 for line in self.flush)


def measure_of(block: TextBlock) -> Measure | None:
    """Measure the Chinese lines of a block; None where they are too few to tell."""
    broken = tuple(
        pair
        for lines in block.paragraphs()
        for pair in pairwise(lines)
        if HAN_CHARACTER.search(pair[0].text)
    )
    if len(broken) < _LEAST_LINES:
        return None
    edge = edge_of([ends_at(line) for line, _ in broken])
    flush = tuple(line for line, _ in broken if is_flush(line, edge))
    ems = (edge - block.left) / block.lines[0].size
    return Measure(broken, edge, flush, ems)


def ends_at(line: GlyphLine) -> tuple[float, ...]:
    """Where a line may be said to end: a mark at its end may be half blank, or hang."""
    last = line.glyphs[-1]
    if last.text not in CLOSING + "·…—":
        return (last.right,)
    half = last.size / 2
    return last.right, last.right - half, last.right - half / 2, last.left


def edge_of(ends: list[tuple[float, ...]]) -> float:
    """Find the place where most lines end."""
    places = {place for end in ends for place in end}
    return max(
        places,
        key=lambda at: (
            sum(any(abs(at - place) < _FLUSH for place in end) for end in ends),
            at,
        ),
    )


def is_flush(line: GlyphLine, edge: float) -> bool:
    """Whether a line ends at the edge."""
    return any(abs(end - edge) < _FLUSH for end in ends_at(line))


def gaps(line: GlyphLine) -> Iterator[float]:
    """The gaps between two Han that are side by side, in ems."""
    for before, after in pairwise(line.glyphs):
        if HAN_CHARACTER.match(before.text) and HAN_CHARACTER.match(after.text):
            yield (after.left - before.right) / before.size


def is_stretched(line: GlyphLine) -> bool:
    """Whether the gaps of a line were opened."""
    found = list(gaps(line))
    return len(found) >= _LEAST_GAPS and median(found) > STRETCHED
