"""Teaches WeasyPrint 70.0 to find the narrowest width of a long text quickly.

The narrowest a table cell, flex or grid item can be is its longest unbreakable piece.
WeasyPrint finds it by breaking at every chance, and shapes all the text that is left
for each piece; only a space lets it look at less. Chinese has none, so the time grows
with the square of the length: 4,000 characters in an automatic table cell take 15 s.
A few characters show the first piece just as well.
"""

import re
from collections.abc import Callable
from typing import Any

from handout.printing.engine.functions import NARROWEST_LINE
from handout.printing.engine.hooks import Hook, Lesson

# Long enough for the first piece of nearly every text; a longer first piece is found
# the slow way. The last few are not trusted: what follows them is cut off, and the
# rules for breaking look ahead a little.
_HEAD, _TRUSTED = 16, 12
# Scripts in which a break depends on the near neighbours only. Thai and its sisters
# break by dictionary; a soft hyphen is looked for in all the text.
_LOCAL = re.compile(
    "[\n\u0020-\u00ac\u00ae-\u024f\u2000-\u206f\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
    "\U00020000-\U0003ffff]*"
)


def _narrowing(stock: Callable[..., Any]) -> Callable[..., Any]:
    def split_first_line(
        text: str,
        style: Any,
        context: Any,
        max_width: float | None,
        justification_spacing: float,
        is_line_start: bool = True,
        minimum: bool = False,
    ) -> Any:
        others = (style, context, max_width, justification_spacing)
        if max_width == 0 and len(text) > 2 * _HEAD and _is_local(text, style):
            first = stock(text[:_HEAD], *others, is_line_start, minimum)
            resume_at = first[2]
            if resume_at and resume_at < len(text[:_TRUSTED].encode()):
                return first
        return stock(text, *others, is_line_start, minimum)

    return split_first_line


def _is_local(text: str, style: Any) -> bool:
    """Whether the first break depends on the first few characters only."""
    # Hyphenation asks for whole words.
    return (
        style["hyphens"] != "auto"
        and "\u00ad" not in text
        and _LOCAL.fullmatch(text, 0, _HEAD) is not None
    )


LESSON = Lesson(
    without="long Chinese table cells are laid out slowly",
    hooks=(Hook(NARROWEST_LINE, _narrowing),),
)
install, remove = LESSON.install, LESSON.remove
