"""What a printed page says of itself: glyphs, lines and blocks, in points.

Left to right and from the top: a point is 1/72 inch, y counts from the page's foot.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from handout.model.units import POINTS_PER_MM
from handout.preflight.finding import Finding

CLOSING = "、，；：。！？”’）》〉】〕」』］｝"
OPENING = "“‘（《〈【〔「『［｛"

# Running heads and page numbers are within this much of head and foot, in points.
FURNITURE = 22 * POINTS_PER_MM
_SHOWN = 16
# Running heads are smaller than the text by this factor.
_NOTE = 0.9
FOLIO = re.compile(r"[—–・·\-]*(?:\d+|[ivxl]+)(?:[/／]\d+)?[—–・·\-]*|第\d+页.*")
# Parts of one line are no further apart than this, in ems.
_APART = 2.5
# Lines of one block follow each other within this many of its smallest distance.
_NEXT = 1.2
_LARGEST_LEADING = 2.6
# So many lines make a habit of how far apart they are.
_HABIT = 5
# Columns and cells: lines of a block overlap, and are of one size.
_SAME_SIZE = 0.4
_INDENT = 0.6


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character: its text, its advance and its ink along the line, its baseline."""

    text: str
    left: float
    right: float
    ink_left: float
    ink_right: float
    baseline: float
    size: float
    font: str


@dataclass(frozen=True, slots=True)
class GlyphLine:
    """Glyphs that are side by side, and the number of their line on the page."""

    glyphs: tuple[Glyph, ...]
    number: int

    @property
    def text(self) -> str:
        """The characters, as they are."""
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def left(self) -> float:
        """Where the first glyph begins."""
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        """Where the last advance ends."""
        return self.glyphs[-1].right

    @property
    def size(self) -> float:
        """The size most of its glyphs have."""
        return median(glyph.size for glyph in self.glyphs)

    @property
    def baseline(self) -> float:
        """Where most of its glyphs are."""
        return median(glyph.baseline for glyph in self.glyphs)


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Lines under one another, of one size: a paragraph, a few, or a cell."""

    lines: tuple[GlyphLine, ...]

    @property
    def left(self) -> float:
        """Where its lines begin, but for an indent."""
        return min(line.left for line in self.lines)

    def paragraphs(self) -> tuple[tuple[GlyphLine, ...], ...]:
        """Part the lines where one begins further in than those after it."""
        found: list[list[GlyphLine]] = []
        edge = self.left + _INDENT * self.lines[0].size
        for line in self.lines:
            if not found or line.left > edge:
                found.append([])
            found[-1].append(line)
        return tuple(map(tuple, found))


@dataclass(frozen=True, slots=True)
class DrawnFrame:
    """A rectangle that is drawn."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its number, its width and height, and where its ink lies.

    `ink` is left, bottom, right, top; None for a blank page. `start` and `content` are
    where the ink between head and foot begins and ends.
    """

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    ink: tuple[float, float, float, float] | None
    content: float = 0.0
    lines: tuple[GlyphLine, ...] = ()
    blocks: tuple[TextBlock, ...] = ()
    start: float = 0.0
    frames: tuple[DrawnFrame, ...] = ()

    @property
    def boxes(self) -> tuple[DrawnFrame, ...]:
        """The frames with no text in them."""
        return tuple(
            frame
            for frame in self.frames
            if not any(
                frame.left < glyph.left < frame.right
                and frame.bottom < glyph.baseline < frame.top
                for glyph in self.glyphs
            )
        )

    @property
    def body(self) -> tuple[GlyphLine, ...]:
        """The lines without page numbers, and without small ones at head and foot."""
        inner = [one for one in self.lines if not self._is_outer(one)]
        usual = median(one.size for one in inner) if inner else 0.0
        return tuple(
            line
            for line in self.lines
            if not FOLIO.fullmatch(line.text)
            and (line.size > _NOTE * usual or not self._is_outer(line))
        )

    def _is_outer(self, line: GlyphLine) -> bool:
        """Whether a line is where running heads and page numbers are."""
        return not FURNITURE < line.baseline < self.height - FURNITURE

    def at(self, line: GlyphLine, rule: str, message: str, hint: str = "") -> Finding:
        """A finding in a line of this page: what is wrong, and the line itself."""
        text = line.text
        shown = text if len(text) <= _SHOWN else f"{text[:7]}…{text[-7:]}"
        top = self.height - line.baseline - line.size
        place = (round(line.left / POINTS_PER_MM, 1), round(top / POINTS_PER_MM, 1))
        return Finding(
            rule, self.number, line.number, f"{message}: {shown}", hint, place
        )


def lines_of(glyphs: Iterable[Glyph]) -> tuple[GlyphLine, ...]:
    """Put glyphs that are on one baseline, side by side, into lines."""
    rows: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        key = round(glyph.baseline / 2)
        near = next((key + d for d in (0, -1, 1) if key + d in rows), key)
        rows.setdefault(near, []).append(glyph)
    lines = []
    for number, key in enumerate(sorted(rows, reverse=True), 1):
        part: list[Glyph] = []
        for glyph in sorted(rows[key], key=lambda glyph: glyph.left):
            if part and glyph.left - part[-1].right > _APART * glyph.size:
                lines.append(GlyphLine(tuple(part), number))
                part = []
            part.append(glyph)
        lines.append(GlyphLine(tuple(part), number))
    return tuple(lines)


def group_lines(lines: tuple[GlyphLine, ...]) -> tuple[TextBlock, ...]:
    """Put lines that are under one another into blocks."""
    steps = _steps(lines)
    open_: list[list[GlyphLine]] = []
    for line in lines:
        step = steps.get(round(line.size), _LARGEST_LEADING * line.size)
        block = next((b for b in reversed(open_) if _continues(b, line, step)), None)
        if block is None:
            open_.append([line])
        else:
            block.append(line)
    return tuple(TextBlock(tuple(block)) for block in open_)


def _steps(lines: tuple[GlyphLine, ...]) -> dict[int, float]:
    """How far apart lines are at their closest, by size, if that is a habit."""
    found: dict[int, list[float]] = {}
    for place, line in enumerate(lines):
        for below in lines[place + 1 :]:
            step = line.baseline - below.baseline
            if step > _LARGEST_LEADING * line.size:
                break
            over = line.left < below.right and below.left < line.right
            if (
                step > 0.8 * line.size
                and over
                and round(below.size) == round(line.size)
            ):
                found.setdefault(round(line.size), []).append(step)
                break
    return {
        size: sorted(steps)[len(steps) // 10]
        for size, steps in found.items()
        if len(steps) >= _HABIT
    }


def _continues(block: list[GlyphLine], line: GlyphLine, usual: float) -> bool:
    last = block[-1]
    step = last.baseline - line.baseline
    if not 0.8 * line.size < step < _LARGEST_LEADING * line.size:
        return False
    if abs(last.size - line.size) > _SAME_SIZE:
        return False
    first = block[0].baseline - block[1].baseline if len(block) > 1 else step
    if len(block) == 1 and step > _NEXT * usual:
        return False
    if abs(step - first) > (_NEXT - 1) * first:
        return False
    # An indent of two ems at most, or a line that an opening mark has drawn out.
    return abs(line.left - min(one.left for one in block)) < 2.3 * line.size
