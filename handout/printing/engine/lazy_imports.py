"""Puts off parts of fontTools that WeasyPrint imports and, with our fonts, never uses.

They subset fonts where HarfBuzz cannot, and set variable fonts: a quarter of the time
that importing WeasyPrint takes. Where they are needed after all, they are imported.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

_SUBSET = "fontTools.subset"
_INSTANCER = "fontTools.varLib.instancer"


class _Later(ModuleType):
    """Stands for a module until something in it is asked for."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        sys.modules.pop(self.__name__, None)
        return getattr(import_module(self.__name__), name)


@contextmanager
def put_off() -> Iterator[None]:
    """Import in this context without the parts; afterwards they are as ever."""
    names = [name for name in (_SUBSET, _INSTANCER) if name not in sys.modules]
    for name in names:
        sys.modules[name] = _Later(name)
    if _INSTANCER in names:
        # `from … import` asks for it at once: a function waits, a module would not.
        instancer: Any = sys.modules[_INSTANCER]
        instancer.instantiateVariableFont = _instantiate
    try:
        yield
    finally:
        for name in names:
            if isinstance(sys.modules.get(name), _Later):
                del sys.modules[name]


def _instantiate(*arguments: Any, **named: Any) -> Any:
    return import_module(_INSTANCER).instantiateVariableFont(*arguments, **named)
