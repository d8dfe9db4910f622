"""Changes values in a tree of dataclasses and tuples."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any


def map_tree(value: Any, change: Callable[[Any], Any]) -> Any:
    """The same tree with some of its values changed.

    `change` is asked of each value from the root down, and gives back the value itself
    where it has nothing to change: then what is inside is asked in turn.
    """
    changed = change(value)
    if changed is not value:
        return changed
    if isinstance(value, tuple):
        return tuple(map_tree(one, change) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = {f.name: getattr(value, f.name) for f in fields(value) if f.init}
        mapped = {name: map_tree(part, change) for name, part in parts.items()}
        if all(mapped[name] is part for name, part in parts.items()):
            return value
        return replace(value, **mapped)
    return value
