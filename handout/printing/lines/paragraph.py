"""Teaches WeasyPrint 70.0 to break a paragraph again where one of its lines is loose.

Lines are broken one by one, each as full as it can be. Where the next word is long, the
line before it comes out loose, though an earlier line that ended a word sooner or was
squeezed a little more would have mended it. So a few lines are laid out ahead; when
one of them is too loose, the ways to break the lines up to it are compared, and the one
whose lines are set most evenly is taken, as a typesetter would.
"""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any, NamedTuple

from handout.printing.engine.functions import LINE_BOXES
from handout.printing.engine.hooks import Hook, Lesson
from handout.printing.engine.types import Box
from handout.printing.lines.filling import SET
from handout.printing.lines.squeezing import ASKED, next_chunk

# How many lines are laid out before the first of them is given away.
_AHEAD = 4
# A line that costs more is worth looking for other breaks: gaps of 0.09 em.
_LOOSE = 0.4
# What a line that could not be filled costs, and one that is squeezed to its limits;
# how much less wide spaces and gaps beside Latin are seen than those between Han.
_SHORT, _SQUEEZED, _SPACES = 10_000.0, 1.2, 0.6
# How many ways to break the lines so far are followed, and by how much less, in ems, a
# line must have room for to end a word sooner.
_WAYS, _SOONER = 5, 0.3


class _Line(NamedTuple):
    """A line that was laid out: where it begins and ends, and what it placed."""

    box: Box
    y: float
    begin: Any
    resume_at: Any
    placed: tuple[list[Any], list[Any]]

    @property
    def below(self) -> float:
        return float(self.box.position_y + self.box.height)

    @property
    def cost(self) -> float:
        """How badly it is set: 1 where a gap between two Han is of 0.12 em."""
        found = vars(self.box).get(SET)
        if found is None:
            return 0.0
        if found.short:
            return _SHORT
        if found.growth < 0:
            return float(_SQUEEZED * found.growth**2)
        return float(max(found.growth, _SPACES * found.mean) / 0.12) ** 3

    @property
    def is_loose(self) -> bool:
        return self.cost > _LOOSE


class _Way(NamedTuple):
    """One way to break the first lines of a paragraph, and what it costs."""

    cost: float
    lines: tuple[_Line, ...]


class _Paragraph(NamedTuple):
    """All that lays out lines of a paragraph, from any place in it."""

    stock: Callable[..., Iterator[Any]]
    context: Any
    box: Box
    bottom_space: float
    block: Box
    styles: tuple[Any, ...]

    def lines(self, y: float, begin: Any) -> Iterator[_Line]:
        """Lay out one line after the other."""
        placed: tuple[list[Any], list[Any]] = ([], [])
        place = (self.context, self.box, y, self.bottom_space, begin, self.block)
        for box, resume_at in self.stock(*place, *placed, *self.styles):
            now = placed[0][:], placed[1][:]
            yield _Line(box, y, begin, resume_at, now)
            placed[0].clear()
            placed[1].clear()
            y, begin = box.position_y + box.height, resume_at

    def line(self, y: float, begin: Any, asked: float | None) -> _Line | None:
        """Lay out the line that begins there, of about the width asked for."""
        vars(self.box)[ASKED] = asked
        try:
            return next(self.lines(y, begin), None)
        finally:
            del vars(self.box)[ASKED]

    def others(self, line: _Line) -> Iterator[_Line]:
        """Lay a line out once more: a word longer, a word shorter, two words."""
        found = vars(line.box).get(SET)
        if found is None or line.resume_at is None:
            return
        em = line.box.style["font_size"]
        more = (next_chunk(self.box, line.resume_at) * 1.1 + 0.2) * em
        if longer := self.line(line.y, line.begin, found.width + more):
            yield longer
        for _ in range(2):
            shorter = self.line(line.y, line.begin, found.width - _SOONER * em)
            found = shorter and vars(shorter.box).get(SET)
            if not shorter or not found:
                return
            yield shorter


def _choosing(stock: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
    @wraps(stock)
    def iter_line_boxes(
        context: Any,
        box: Box,
        position_y: float,
        bottom_space: float,
        skip_stack: Any,
        block: Box,
        absolute_boxes: list[Any],
        fixed_boxes: list[Any],
        *styles: Any,
    ) -> Iterator[Box]:
        if not _may_choose(context, box, styles):
            given = (context, box, position_y, bottom_space, skip_stack, block)
            return stock(*given, absolute_boxes, fixed_boxes, *styles)
        paragraph = _Paragraph(stock, context, box, bottom_space, block, styles)
        lines = _choose_lines(paragraph, position_y, skip_stack)
        return _give_lines(lines, absolute_boxes, fixed_boxes)

    return iter_line_boxes


def _may_choose(context: Any, box: Box, styles: tuple[Any, ...]) -> bool:
    style = box.style
    return (
        style["text_align_all"] == "justify"
        and style["white_space"] == "normal"
        and style["direction"] == "ltr"
        and not any(styles)
        and not context.excluded_shapes
        and not any(child.is_floated() for child in box.children)
    )


def _give_lines(
    lines: Iterator[_Line], absolute_boxes: list[Any], fixed_boxes: list[Any]
) -> Iterator[Any]:
    for line in lines:
        absolute_boxes.extend(line.placed[0])
        fixed_boxes.extend(line.placed[1])
        yield line.box, line.resume_at


def _choose_lines(paragraph: _Paragraph, y: float, begin: Any) -> Iterator[_Line]:
    """Lay out a paragraph, and again where it would come out loose."""
    coming = paragraph.lines(y, begin)
    ahead: list[_Line] = []
    while True:
        while len(ahead) < _AHEAD and (line := next(coming, None)):
            ahead.append(line)
            if line.is_loose:
                ahead = _most_even(paragraph, ahead)
                last = ahead[-1]
                coming = paragraph.lines(last.below, last.resume_at)
                if last.resume_at is None:
                    coming = iter(())
        if not ahead:
            return
        yield ahead.pop(0)


def _most_even(paragraph: _Paragraph, lines: list[_Line]) -> list[_Line]:
    """Break lines again up to the last, a loose one, so that all are set evenly.

    One line more is laid out, so that what one line gains the next does not lose.
    """
    known: dict[str, list[_Line]] = {}
    ways = [_Way(0.0, ())]
    for _ in range(len(lines) + 1):
        longer: dict[str, _Way] = {}
        for way in ways:
            for more in _continue_way(paragraph, way, lines[0], known):
                key = str(more.lines[-1].resume_at)
                if key not in longer or more.cost < longer[key].cost:
                    longer[key] = more
        ways = sorted(longer.values(), key=lambda way: way.cost)[:_WAYS]
    best = list(ways[0].lines)
    return best[:-1] if len(best) > len(lines) else best


def _continue_way(
    paragraph: _Paragraph, way: _Way, first: _Line, known: dict[str, list[_Line]]
) -> Iterator[_Way]:
    """A way with one line more, in each form that line can have."""
    y, begin = first.y, first.begin
    if way.lines:
        y, begin = way.lines[-1].below, way.lines[-1].resume_at
        if begin is None:
            yield way
            return
    key = f"{begin} {y:.2f}"
    if key not in known:
        line = paragraph.line(y, begin, None)
        known[key] = [line, *paragraph.others(line)] if line else []
    if not known[key]:
        yield way
    for line in known[key]:
        yield _Way(way.cost + line.cost, (*way.lines, line))


LESSON = Lesson(
    without="a line before a long word stays loose",
    hooks=(Hook(LINE_BOXES, _choosing),),
)
install, remove = LESSON.install, LESSON.remove
