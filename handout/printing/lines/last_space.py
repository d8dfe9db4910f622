"""Teaches WeasyPrint 70.0 that a text fits its line though its last space does not.

A text that ends with a space, because a link or an underline follows, is measured with
that space. Where all but the space fits, WeasyPrint looks for a break from the start
and ends the line after the first word.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from handout.printing.engine.functions import FIRST_LINE
from handout.printing.engine.hooks import Hook, Lesson
from handout.printing.engine.types import BoxStyle

# In ems a character: narrower text is too long for the line anyway.
_NARROWEST = 0.25


def _fitting(stock: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(stock)
    def split_first_line(
        text: str,
        style: BoxStyle,
        context: Any,
        max_width: float | None,
        *others: Any,
        **o: Any,
    ) -> Any:
        broken = stock(text, style, context, max_width, *others, **o)
        if broken[2] is None or not _may_fit(text, style, max_width):
            return broken
        bare = stock(text.rstrip(" "), style, context, max_width, *others, **o)
        if bare[2] is not None or bare[3] > max_width:
            return broken
        wider = (max_width or 0.0) + style["font_size"]
        return stock(text, style, context, wider, *others, **o)

    return split_first_line


def _may_fit(text: str, style: BoxStyle, max_width: float | None) -> bool:
    """Whether a text ends with a space, and is not sure to be too long."""
    return (
        text.endswith(" ")
        and style["white_space"] == "normal"
        and max_width is not None
        and len(text) * _NARROWEST * style["font_size"] < max_width
    )


LESSON = Lesson(
    without="a line before a link may end after one word",
    hooks=(Hook(FIRST_LINE, _fitting),),
)
install, remove = LESSON.install, LESSON.remove
