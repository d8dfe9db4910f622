"""The only module that replaces functions of WeasyPrint, and puts them back."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from inspect import signature
from typing import Any

from handout.printing.engine.functions import Function

# Ours remembers under these names what it replaced, and what made it.
_STOCK, _WRAP = "handout_stock", "handout_wrap"


@dataclass(frozen=True, slots=True)
class Hook:
    """One function of WeasyPrint, and what makes the new one out of it."""

    function: Function
    wrap: Callable[[Any], Any]

    def owner(self) -> Any:
        """The module or the class that holds the function, or None."""
        try:
            owner: Any = import_module(self.function.module)
        except ModuleNotFoundError:
            return None
        for part in self.function.name.split(".")[:-1]:
            owner = getattr(owner, part, None)
        return owner

    @property
    def attribute(self) -> str:
        """The name of the function inside its owner."""
        return self.function.name.rpartition(".")[2]

    @property
    def current(self) -> Any:
        """The function as it is now, or None."""
        return getattr(self.owner(), self.attribute, None)

    def fault(self) -> str:
        """Say what this WeasyPrint lacks; nothing when the function is as we know."""
        found = self.current
        known = self.function
        if found is not None and tuple(signature(found).parameters) == known.parameters:
            return ""
        wanted = f"{known.module}.{known.name}({', '.join(known.parameters)})"
        return f"this WeasyPrint has no {wanted}"


@dataclass(frozen=True, slots=True)
class Lesson:
    """Something to teach WeasyPrint: functions to replace, and what is lost without."""

    hooks: tuple[Hook, ...]
    without: str

    def install(self) -> str:
        """Replace all the functions, or none and return a sentence on what is lost."""
        for hook in self.hooks:
            if fault := hook.fault():
                return f"{fault}: {self.without}"
        for hook in self.hooks:
            # Installing twice is installing once; two lessons may share a function.
            if hook.wrap not in _wraps(hook.current):
                _put(hook, hook.current, [hook.wrap])
        return ""

    def remove(self) -> None:
        """Put WeasyPrint's own functions back, but for what others replaced."""
        for hook in self.hooks:
            wraps = _wraps(hook.current)
            if hook.wrap in wraps:
                wraps.remove(hook.wrap)
                _put(hook, _stock(hook.current), wraps)


def _put(hook: Hook, function: Any, wraps: list[Callable[[Any], Any]]) -> None:
    """Put a function in place, wrapped by each in turn."""
    for wrap in wraps:
        ours = wrap(function)
        setattr(ours, _STOCK, function)
        setattr(ours, _WRAP, wrap)
        function = ours
    setattr(hook.owner(), hook.attribute, function)


def _wraps(function: Any) -> list[Callable[[Any], Any]]:
    """What a function was wrapped by, the first one first."""
    found: list[Callable[[Any], Any]] = []
    while hasattr(function, _WRAP):
        found.insert(0, getattr(function, _WRAP))
        function = getattr(function, _STOCK)
    return found


def _stock(function: Any) -> Any:
    while hasattr(function, _STOCK):
        function = getattr(function, _STOCK)
    return function
