"""Teaches WeasyPrint 70.0 to balance headings (G7): lines of about one length.

A heading of several lines is laid out in the narrowest width that needs no more lines,
or in a wider one in which its lines end after a mark. Only h1 to h6 that are not
justified, and not beside a float.
"""

import re
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from handout.printing.engine.functions import LINE_BOXES
from handout.printing.engine.hooks import Hook, Lesson
from handout.printing.engine.types import Box, BoxStyle
from handout.printing.lines.marks import CLOSING, UNSEEN
from handout.printing.lines.places import line_text, text_boxes

_HEADING = re.compile("h[1-6]")
_GOOD_END = re.compile(rf"(?:[{CLOSING}]|——|…… ?)[{UNSEEN} ]*$")
# How finely to look for a width, in ems, and the least part that a width may leave of
# the measure when lines end after a mark.
_STEP = 0.5
_MOST_LINES = 4
_WORST = 0.45


def _balancing(stock: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
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
        def lines(width: float, *lists: list[Any]) -> Iterator[Box]:
            place = (context, box, position_y, bottom_space, skip_stack, block)
            return _narrow_lines(stock(*place, *lists, *styles), block, width)

        real = (absolute_boxes, fixed_boxes)
        full = block.width
        if not _may_balance(context, block, skip_stack):
            return lines(full, *real)
        tried = [_texts(lines(full, [], []))]
        if not 1 < len(tried[0]) <= _MOST_LINES:
            return lines(full, *real)
        width = _best(
            full, box.style["font_size"], tried[0], lambda at: _texts(lines(at, [], []))
        )
        return _move_lines(lines(width, *real), box.style, full - width)

    return iter_line_boxes


def _may_balance(context: Any, block: Box, skip_stack: Any) -> bool:
    return (
        skip_stack is None
        and _HEADING.fullmatch(str(block.element_tag)) is not None
        and block.style["text_align_all"] != "justify"
        and block.style["direction"] == "ltr"
        and not context.excluded_shapes
    )


def _narrow_lines(lines: Iterator[Any], block: Box, width: float) -> Iterator[Box]:
    """Lay out each line as if the block had another width."""
    full = block.width
    while True:
        block.width = width
        try:
            found = next(lines, None)
        finally:
            block.width = full
        if found is None:
            return
        yield found


def _move_lines(lines: Iterator[Any], style: BoxStyle, spare: float) -> Iterator[Any]:
    """Move lines that were aligned in a narrower width to where they belong."""
    align = style["text_align_all"]
    moved = {"center": spare / 2, "right": spare, "end": spare}.get(align, 0.0)
    for line, resume_at in lines:
        line.translate(moved, 0)
        yield line, resume_at


def _texts(lines: Iterator[Any]) -> tuple[str, ...]:
    found = []
    for line, _ in lines:
        boxes: list[Any] = []
        text_boxes(line, boxes)
        found.append(line_text(boxes))
    return tuple(found)


def _best(
    full: float,
    em: float,
    first: tuple[str, ...],
    texts_at: Callable[[float], tuple[str, ...]],
) -> float:
    """Find the width: the narrowest, or one where lines end after marks."""
    best = full
    good = None
    width = full
    seen = first
    while width > full * _WORST and len(seen) == len(first):
        best = width
        if all(_GOOD_END.search(text) for text in seen[:-1]):
            good = width
        width -= _STEP * em
        seen = texts_at(width)
    return good or best


LESSON = Lesson(
    without="headings break where a line is full",
    hooks=(Hook(LINE_BOXES, _balancing),),
)
install, remove = LESSON.install, LESSON.remove
