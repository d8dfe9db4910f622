"""Teaches WeasyPrint 70.0 to shape one line of Chinese ahead, and not four.

To break one line it shapes four times as many characters as the line has ems, for fear
of narrow letters. Chinese characters are an em wide: a little more than a line of them
gives the same break. Where it might not, WeasyPrint's own way is taken.
"""

import re
from collections.abc import Callable
from functools import wraps
from typing import Any

from handout.printing.engine.hooks import Lesson, first_lines
from handout.printing.lines.marks import CHINESE, HAN

# The window: characters more than the line has ems. The last ones are not trusted: what
# follows them is cut off, and the rules for breaking look ahead a little.
_MORE, _NOT_TRUSTED = 14, 5
_SHORTEST = 8
_WIDE = re.compile(f"[{CHINESE}]")
# WeasyPrint looks for the next line's first break: there is one between these.
_BREAKS = re.compile(f"[{HAN}][{HAN}]")


def _looking_near(stock: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(stock)
    def split_first_line(
        text: str,
        style: Any,
        context: Any,
        max_width: float | None,
        *others: Any,
        **o: Any,
    ) -> Any:
        near = _window(text, style, max_width)
        if near:
            broken = stock(near, style, context, max_width, *others, **o)
            resume_at = broken[2]
            if resume_at and _is_safe(near, resume_at):
                return broken
        return stock(text, style, context, max_width, *others, **o)

    return split_first_line


def _window(text: str, style: Any, max_width: float | None) -> str:
    """Give the beginning of a text that is all a line can depend on, or nothing."""
    size = style["font_size"]
    if not max_width or max_width < _SHORTEST * size or max_width > len(text) * size:
        return ""
    ems = int(max_width / size)
    near = text[: ems + _MORE]
    # Narrow characters leave room for more.
    near = text[: ems + _MORE + len(near) - len(_WIDE.findall(near))]
    if (
        len(near) >= min(len(text), 4 * ems)
        or style["white_space"] != "normal"
        or style["hyphens"] == "auto"
        or "\u00ad" in near
    ):
        return ""
    return near


def _is_safe(near: str, resume_at: int) -> bool:
    """Tell whether a break would be the same with all of the text."""
    rest = near.encode()[resume_at:].decode()
    return len(rest) > _NOT_TRUSTED and bool(_BREAKS.search(rest[:-_NOT_TRUSTED]))


LESSON = Lesson(
    without="Chinese lines are broken slowly",
    hooks=(first_lines(_looking_near),),
)
install, remove = LESSON.install, LESSON.remove
