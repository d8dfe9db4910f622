"""A shortcut for the values of elements that no rule gives: inherited and initial ones.

Of the forty thousand values that ten pages ask for, four of five are their parent's, or
what CSS begins with. WeasyPrint sends them all through the same long way.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from handout.printing.engine.functions import COMPUTED_VALUE
from handout.printing.engine.hooks import Hook, Lesson
from handout.printing.engine.parts import style_sheets

# These depend on others, or do not inherit as others do.
_ODD = ("float", "position", "display", "page")


def _shortcut(stock: Callable[[Any, str], Any]) -> Callable[[Any, str], Any]:
    computed_values = style_sheets().computed_values
    properties = style_sheets().properties
    initial = {
        name: value
        for name, value in properties.INITIAL_VALUES.items()
        if name not in _ODD and not name.startswith("text_decoration_")
    }
    # A side by its other name: left is inline-start where text runs from the left.
    sides = {
        (name, direction): other(block="ttb", inline=direction)
        for name, other in computed_values.PHYSICAL_FUNCTIONS.items()
        for direction in ("ltr", "rtl")
    }
    has_sides = {name for name, _ in sides}
    inherited = frozenset(properties.INHERITED)
    not_computed = frozenset(properties.INITIAL_NOT_COMPUTED)

    @wraps(stock)
    def __missing__(self: Any, key: str) -> Any:  # noqa: N807 - the name is Python's
        if (
            key not in initial
            or key in self.cascaded
            or key in not_computed
            or self.parent_style is None
            or (key in has_sides and sides[key, self["direction"]] in self.cascaded)
        ):
            return stock(self, key)
        found = self[key] = self.parent_style[key] if key in inherited else initial[key]
        return found

    return __missing__


LESSON = Lesson(
    without="styles of many elements take longer",
    hooks=(Hook(COMPUTED_VALUE, _shortcut),),
)
install, remove = LESSON.install, LESSON.remove
