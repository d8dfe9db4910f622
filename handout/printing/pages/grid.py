"""Teaches WeasyPrint 70.0 the baseline grid: lines of text that register with others.

A style asks for it, for a page or a part: `--grid: lines` makes the line height of the
page the distance of baselines; `--grid-top: 24mm` says how far below the paper's edge
the type area begins. Lines that are not higher than that are moved to the nearest
baseline, so that the lines of columns, table cells and facing pages are level. A
larger heading stays where it is, and what follows is on the grid again.
"""

from collections.abc import Callable
from functools import wraps
from math import ceil
from typing import Any

from handout.model.units import PIXELS_PER_MM, POINTS_PER_PIXEL
from handout.printing.engine.functions import NEXT_LINE
from handout.printing.engine.hooks import Hook, Lesson
from handout.printing.engine.parts import line_breaking
from handout.printing.engine.types import Box, BoxStyle

_PX = {"px": 1.0, "pt": 1 / POINTS_PER_PIXEL, "in": 96.0}
_PX |= {"mm": PIXELS_PER_MM, "cm": 10 * PIXELS_PER_MM}
# How far up a line may be moved, as a part of the distance; further and it goes down.
_UP = 0.35
# A line that is higher by this part is a heading.
_HIGHER = 1.05


def _registering(stock: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(stock)
    def get_next_linebox(
        context: Any,
        linebox: Any,
        position_y: float,
        bottom_space: float,
        skip_stack: Any,
        block: Box,
        *others: Any,
    ) -> Any:
        place = (position_y, bottom_space, skip_stack, block)
        line, resume_at = stock(context, linebox, *place, *others)
        if line is not None and (pitch := distance(line.style)) and _is_text(block):
            _register(line, pitch)
        return line, resume_at

    return get_next_linebox


def distance(style: BoxStyle) -> float:
    """The distance of baselines that a style asks for, in px; 0 for none."""
    asked = any(getattr(token, "value", "") == "lines" for token in style["__grid"])
    return _page_line(style)[0] if asked else 0.0


def _is_text(block: Box) -> bool:
    """Whether a block is of the text: no running head, no box inside a line."""
    return not hasattr(block, "at_keyword") and block.style["display"][0] != "inline"


def _register(line: Box, pitch: float) -> None:
    """Move a line to the nearest baseline, and end it where the grid's line ends."""
    if not line.height or line.height > pitch * _HIGHER:
        return
    top = _top(line.style)
    # What begins level stays level: the top of the line decides, not its baseline.
    place = top + ceil((line.position_y - top) / pitch - _UP) * pitch
    baseline = place + _page_line(line.style)[1]
    line.translate(0, baseline - line.position_y - line.baseline)
    line.height = place + pitch - line.position_y


def _page_line(style: BoxStyle) -> tuple[float, float]:
    """The height of a line of the page's text, and how far down it is."""
    root = style if style.is_root_element else style.root_style
    height, baseline = line_breaking().strut(root)
    return float(height), float(baseline)


def _top(style: BoxStyle) -> float:
    for token in style["__grid_top"]:
        if token.type == "dimension":
            return float(token.value) * _PX.get(token.lower_unit, 0.0)
    return 0.0


LESSON = Lesson(
    without="lines do not register",
    hooks=(Hook(NEXT_LINE, _registering),),
)
install, remove = LESSON.install, LESSON.remove
