"""Teaches WeasyPrint to work out the value of a property once, not for each element.

A style that is made of variables (var(--rule)) is worked out again for each element it
stands for: the variables are replaced, and the property reads and checks its words. All
of one sheet's elements have the same few variables, so nearly always the words are the
very ones of the element before. And of every value that was worked out, WeasyPrint asks
whether there is something to calculate in it: numbers, names and lengths hold nothing.
Together that is a twelfth of the time a handout takes.
"""

from collections.abc import Callable
from types import NoneType
from typing import Any

from handout.printing.engine.functions import CHECK_MATH, PENDING_VALUE
from handout.printing.engine.hooks import Hook, Lesson
from handout.printing.engine.parts import style_sheets

# On a value with variables: what it was with those of this page.
SOLVED = "handout_solved"


def _solving(stock: Callable[..., Any]) -> Callable[..., Any]:
    def solve(self: Any, tokens: Any, wanted_key: str, base_url: str | None) -> Any:
        # Words are compared by being the very same; kept with them, they stay so.
        key = (wanted_key, *map(id, tokens))
        solved = self.__dict__.setdefault(SOLVED, {})
        if key not in solved:
            solved[key] = (stock(self, tokens, wanted_key, base_url), tokens)
        return solved[key][0]

    return solve


def _calculating(stock: Callable[..., Any]) -> Callable[..., Any]:
    plain = frozenset(
        (str, int, float, bool, NoneType, style_sheets().properties.Dimension)
    )

    def check_math(token: Any) -> Any:
        kind = type(token)
        if kind in plain or (kind is tuple and plain.issuperset(map(type, token))):
            return False
        return stock(token)

    return check_math


LESSON = Lesson(
    without="styles of many variables take longer",
    hooks=(
        Hook(PENDING_VALUE, _solving),
        Hook(CHECK_MATH, _calculating),
    ),
)
install, remove = LESSON.install, LESSON.remove
