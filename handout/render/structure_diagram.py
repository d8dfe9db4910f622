"""Lays out the picture of an article's structure: title, sections, what they fall into.

All lengths are mm; the template draws what is given here as SVG.
"""

import re
from dataclasses import dataclass

from handout.model.blocks import Branch, Structure
from handout.model.paper import Paper

_ROW = 6.6
_GAP = 2.2
# A section without a number is counted: 一 to 二十 in Chinese, 1 to 99 in others.
_ORDINAL, _LONG_ORDINAL, _ONE_SIGN = 1.0, 2.0, 10
# White around it all, so that no line is cut.
_EDGE = 0.6
_BREAK = re.compile(r"[^，、：；,:; ]+[，、：；,:; ]*")
_LATIN = re.compile(r"[\x20-\x7e]")
# The overview and the notes need the rest of the first page.
_MOST_OF_PAGE = 0.58


@dataclass(frozen=True, slots=True)
class Label:
    """A text of one or more lines: `x` its left edge, `y` the middle of it all."""

    x: float
    y: float
    lines: tuple[str, ...]
    number: str = ""
    place: int = 0


@dataclass(frozen=True, slots=True)
class Diagram:
    """Boxes, brackets and labels, in mm; `size` is the type size in mm.

    `indent` is the room that the sections' numbers take. `box` has no width where it
    has no title.
    """

    width: float
    height: float
    size: float
    box: tuple[float, float, float, float]
    title: Label
    sections: tuple[Label, ...]
    leaves: tuple[Label, ...]
    lines: tuple[tuple[float, float, float, float], ...]
    indent: float


def picture(
    structure: Structure, paper: Paper, type_size: float = 0.0
) -> Diagram | None:
    """Lay the structure out; None where it is too tall for a page with other things.

    What the sections fall into is left out where only they themselves fit. `type_size`
    is that of the text, in pt; the paper's own unless given.
    """
    most = (paper.height - paper.top - paper.bottom) * _MOST_OF_PAGE
    bare = tuple(Branch(b.place, b.number, b.title, ()) for b in structure.branches)
    for branches in (structure.branches, bare):
        drawn = _Drawing(structure.title, branches, paper, type_size).picture()
        if drawn.height <= most:
            return drawn
    return None


class _Drawing:
    """Where the columns are on a sheet."""

    def __init__(
        self,
        title: str,
        branches: tuple[Branch, ...],
        paper: Paper,
        type_size: float,
    ) -> None:
        self.branches = branches
        self.scale = (type_size or paper.size) / 10.5
        self.size = 3.45 * self.scale
        self.width = paper.type_width
        self.row = _ROW * self.scale
        self.root_width = 0.2 * self.width if title else 0.0
        deep = any(branch.leaves for branch in branches)
        self.section_x = self.root_width + 0.055 * self.width
        self.section_width = (0.40 if deep else 0.72) * self.width
        self.leaf_x = self.section_x + self.section_width + 0.05 * self.width
        self.leaf_width = self.width - self.leaf_x
        room = (self.root_width - 4) / self.size
        self.title = _wrap_text(title, room) if title else ()
        counted = _LONG_ORDINAL if len(branches) > _ONE_SIGN else _ORDINAL
        numbers = max((_ems(b.number) or counted for b in branches), default=counted)
        self.indent = (max(numbers, _ORDINAL) + 0.9) * self.size

    def picture(self) -> Diagram:
        half = (len(self.title) * self.size * 1.6 + 4) / 2
        sections, leaves, lines, bottom = self._column(_EDGE)
        middle = (sections[0].y + sections[-1].y) / 2
        if middle < half + _EDGE:
            # The title has more lines than the sections beside it.
            lower = half + _EDGE - middle
            sections, leaves, lines, bottom = self._column(_EDGE + lower)
            middle += lower
        height = max(bottom, middle + half) + _EDGE
        lines += self._trunk(sections, middle)
        box = (0.2, middle - half, max(0.0, self.root_width - 0.4), 2 * half)
        title = Label(self.root_width / 2, middle, self.title)
        return Diagram(
            self.width,
            height,
            self.size,
            box,
            title,
            tuple(sections),
            tuple(leaves),
            tuple(lines),
            self.indent,
        )

    def _column(
        self, top: float
    ) -> tuple[
        list[Label], list[Label], list[tuple[float, float, float, float]], float
    ]:
        """Place all sections and their leaves below `top`; return where they end."""
        sections, leaves, lines = [], [], []
        y = top
        for branch in self.branches:
            section, below, bottom = self._branch(branch, y)
            sections.append(section)
            leaves += below
            lines += self._fork(section, below)
            y = bottom + _GAP * self.scale
        return sections, leaves, lines, y - _GAP * self.scale

    def _branch(self, branch: Branch, top: float) -> tuple[Label, list[Label], float]:
        """Place a section and its leaves below `top`; return where they end."""
        below = []
        y = top
        for leaf in branch.leaves:
            lines = _wrap_text(leaf, self.leaf_width / self.size)
            height = self.row + (len(lines) - 1) * self.size * 1.35
            below.append(Label(self.leaf_x, y + height / 2, lines))
            y += height
        lines = _wrap_text(branch.title, (self.section_width - self.indent) / self.size)
        own = self.row + (len(lines) - 1) * self.size * 1.35
        bottom = max(y, top + own)
        middle = (top + bottom) / 2
        if below:
            middle = (below[0].y + below[-1].y) / 2
        return (
            Label(self.section_x, middle, lines, branch.number, branch.place),
            below,
            bottom,
        )

    def _fork(
        self, section: Label, below: list[Label]
    ) -> list[tuple[float, float, float, float]]:
        """Draw the bracket between a section and its leaves."""
        if not below:
            return []
        x = self.leaf_x - 0.02 * self.width
        drawn = [(x, leaf.y, self.leaf_x - 1.2, leaf.y) for leaf in below]
        drawn.append((x, below[0].y, x, below[-1].y))
        drawn.append((x - 3.2 * self.scale, section.y, x, section.y))
        return drawn

    def _trunk(
        self, sections: list[Label], middle: float
    ) -> list[tuple[float, float, float, float]]:
        x = (self.root_width + self.section_x) / 2
        drawn = [(x, label.y, self.section_x - 1.2, label.y) for label in sections]
        drawn.append((x, sections[0].y, x, sections[-1].y))
        if self.root_width:
            drawn.append((self.root_width - 0.2, middle, x, middle))
        return drawn


def _ems(text: str) -> float:
    return sum(0.55 if _LATIN.match(c) else 1.0 for c in text)


def _wrap_text(text: str, ems: float) -> tuple[str, ...]:
    """Break a text into even lines of at most `ems`, best after a mark."""
    count = max(1, -(-int(_ems(text) * 10) // int(ems * 10)))
    if count == 1:
        return (text,)
    target = _ems(text) / count + 0.6
    lines = [""]
    for piece in _BREAK.findall(text) or [text]:
        for part in _fitting(piece, ems):
            fits = _ems(lines[-1] + part.rstrip()) <= ems
            if lines[-1] and (not fits or _ems(lines[-1]) >= target - 1):
                lines.append("")
            lines[-1] += part
    return tuple(line.strip() for line in lines)


def _fitting(piece: str, ems: float) -> list[str]:
    """Cut a piece that is wider than a line into even parts."""
    if _ems(piece) <= ems:
        return [piece]
    if " " in piece.strip():
        return re.findall(r"\S+\s*", piece)
    count = -(-int(_ems(piece) * 10) // int(ems * 10))
    step = -(-len(piece) // count)
    return [piece[at : at + step] for at in range(0, len(piece), step)]
