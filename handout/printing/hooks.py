"""The only module that replaces functions of WeasyPrint, and puts them back."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from inspect import signature
from typing import Any

# Ours remembers what it replaced under this name.
_STOCK = "handout_stock"


@dataclass(frozen=True, slots=True)
class Hook:
    """One function of WeasyPrint, and what makes ours out of its own."""

    module: str
    name: str
    parameters: tuple[str, ...]
    wrap: Callable[[Any], Any]

    def owner(self) -> Any:
        """Give the module or the class that holds the function, or None."""
        try:
            owner: Any = import_module(self.module)
        except ModuleNotFoundError:
            return None
        for part in self.name.split(".")[:-1]:
            owner = getattr(owner, part, None)
        return owner

    @property
    def attribute(self) -> str:
        """Give the name of the function inside its owner."""
        return self.name.rpartition(".")[2]

    def missing(self) -> str:
        """Say what this WeasyPrint lacks; nothing when the function is as we know."""
        found = getattr(self.owner(), self.attribute, None)
        if found is not None and tuple(signature(found).parameters) == self.parameters:
            return ""
        wanted = f"{self.module}.{self.name}({', '.join(self.parameters)})"
        return f"this WeasyPrint has no {wanted}"


def install(*hooks: Hook) -> str:
    """Replace all the functions, or none and give a sentence on what is missing."""
    for hook in hooks:
        if missing := hook.missing():
            return missing
    for hook in hooks:
        stock = getattr(hook.owner(), hook.attribute)
        # Installing twice is installing once.
        if not hasattr(stock, _STOCK):
            ours = hook.wrap(stock)
            setattr(ours, _STOCK, stock)
            setattr(hook.owner(), hook.attribute, ours)
    return ""


def remove(*hooks: Hook) -> None:
    """Give WeasyPrint its own functions back."""
    for hook in hooks:
        ours = getattr(hook.owner(), hook.attribute, None)
        if stock := getattr(ours, _STOCK, None):
            setattr(hook.owner(), hook.attribute, stock)
