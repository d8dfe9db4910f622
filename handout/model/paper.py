"""The sheets a handout can be printed on, and what of them is printed."""

from dataclasses import dataclass

from handout.errors import UsageError
from handout.model.units import MM_PER_POINT


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet in portrait: all lengths in mm, the type size in pt.

    `inner` and `outer` are the side margins of a duplex page. `narrow` sheets have
    no column for labels. The measure is a whole number of characters, and the height
    of the type area a whole number of lines (clreq 2.3.5).
    """

    name: str
    width: float
    height: float
    top: float
    bottom: float
    inner: float
    outer: float
    size: float = 10.5
    label: float = 0.0

    @property
    def narrow(self) -> bool:
        """Whether labels are above their block, for want of a column."""
        return self.label == 0

    @property
    def type_width(self) -> float:
        """Width of the type area in mm."""
        return self.width - self.inner - self.outer

    @property
    def measure(self) -> float:
        """Width in mm of the lines of text, beside the column of labels."""
        return self.type_width - self.label


# The height of a line, in ems: 18 pt on 10.5 pt.
LEADING = 12 / 7


def _paper(
    name: str,
    width: float,
    height: float,
    *,
    top: float,
    inner: float,
    characters: int,
    lines: int,
    label: float = 0.0,
    size: float = 10.5,
) -> Paper:
    """Add to the outer and lower margins what whole characters and lines leave over."""
    outer = width - inner - label - characters * size * MM_PER_POINT
    # A hair more than the lines need, so that the last one fits.
    bottom = height - top - lines * LEADING * size * MM_PER_POINT - 0.01
    return Paper(name, width, height, top, bottom, inner, outer, size, label)


# Sizes: ISO 216 (A, B); 16K as Chinese printers cut it (GB/T 788, 184 × 260).
PAPERS = {
    paper.name: paper
    for paper in (
        _paper("A4", 210, 297, top=23, inner=25, characters=38, lines=40, label=22),
        _paper("A5", 148, 210, top=17, inner=17, characters=31, lines=28),
        _paper("B5", 176, 250, top=20, inner=20, characters=37, lines=33),
        _paper("16K", 184, 260, top=20, inner=21, characters=39, lines=35),
        _paper(
            "A3",
            297,
            420,
            top=32,
            inner=34,
            characters=39,
            lines=40,
            label=31,
            size=14.7,
        ),
        _paper(
            "Letter", 215.9, 279.4, top=23, inner=26, characters=39, lines=37, label=22
        ),
    )
}


def paper_named(name: str) -> Paper:
    """Find a paper by name, whatever its case. Raises UsageError for another name."""
    for known, paper in PAPERS.items():
        if known.lower() == name.lower():
            return paper
    raise UsageError(
        f"there is no paper called {name}",
        where="[[paper]]",
        hint=f"choose one of: {' '.join(PAPERS)}",
    )
