"""Spares cffi from parsing C again for each new type that WeasyPrint names.

`ffi.new("PangoRectangle *")` makes cffi parse some sixty typedefs, 3 ms each time, for
what it knows already: the type, and that a pointer to it or an array of it is meant.
A first page takes a tenth less time without.
"""

import re
from collections.abc import Callable
from importlib import import_module
from typing import Any

from handout.printing.engine.hooks import Hook, Lesson

# A known name, then nothing, stars, or a pair of brackets.
_PLAIN = re.compile(
    r"\s*(?P<name>[A-Za-z_][\w ]*?)\s*"
    r"(?:(?P<stars>\*{0,2})|\[\s*(?P<length>\d*)\s*\])\s*"
)


def _sparing(stock: Callable[..., Any]) -> Callable[..., Any]:
    def parse_type(self: Any, cdecl: str) -> Any:
        plain = _PLAIN.fullmatch(cdecl)
        known = _known(self, plain["name"]) if plain else None
        if plain is None or known is None:
            return stock(self, cdecl)
        kind, qualifiers = known
        for _ in plain["stars"] or "":
            kind = self._get_type_pointer(kind, qualifiers)
            qualifiers = 0
        if (length := plain["length"]) is not None:
            return _model().ArrayType(kind, int(length) if length else None)
        return kind

    return parse_type


def _known(parser: Any, name: str) -> tuple[Any, int] | None:
    """Give the type that a name stands for, and its qualifiers; None if unsure."""
    declared: tuple[Any, int] | None = parser._declarations.get(f"typedef {name}")
    if declared is not None:
        return declared
    primitive = _model().PrimitiveType
    if name in primitive.ALL_PRIMITIVE_TYPES:
        return primitive(name), 0
    return None


def _model() -> Any:
    """Give cffi's own kinds of types; WeasyPrint brings cffi, and it has no types."""
    return import_module("cffi.model")


LESSON = Lesson(
    without="it takes longer to start",
    hooks=(
        Hook(
            module="cffi.cparser",
            name="Parser.parse_type",
            parameters=("self", "cdecl"),
            wrap=_sparing,
        ),
    ),
)
install, remove = LESSON.install, LESSON.remove
