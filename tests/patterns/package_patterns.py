"""Every regular expression of the package, and the ways it is used."""

import ast
import importlib
import pkgutil
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import ModuleType

import handout

METHODS = {"match", "fullmatch", "search", "sub", "subn"}
METHODS |= {"split", "findall", "finditer"}
# What looks for more than one place tries each start, as search does.
_AS_SEARCH = METHODS - {"match", "fullmatch"}

Uses = dict[tuple[str | bytes, int], dict[str, set[str]]]


def package_patterns() -> Uses:
    """The methods by pattern and flags, and by the name it has in the package."""
    found: Uses = defaultdict(lambda: defaultdict(set))
    calls: dict[str, set[str]] = defaultdict(set)
    modules = []
    for info in pkgutil.walk_packages(handout.__path__, "handout."):
        if not info.name.endswith(("__main__", ".build")):
            modules.append(importlib.import_module(info.name))
            _take_calls(modules[-1], calls, found)
    for module in modules:
        for name, value in vars(module).items():
            for pattern in _held(value):
                own = calls[_owner(module, name)]
                # A pattern in a table is used through the variable of a loop.
                used = own or calls[f"{module.__name__}?"]
                where = f"{module.__name__}.{name}"
                found[pattern.pattern, pattern.flags][where] |= used
    return found


def _owner(module: ModuleType, name: str) -> str:
    """A private name belongs to its module; the same public name is one pattern."""
    return f"{module.__name__}.{name}" if name.startswith("_") else name


def _take_calls(module: ModuleType, calls: dict[str, set[str]], found: Uses) -> None:
    """Take the calls of methods of patterns, and the patterns written in a call."""
    for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text("utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re."):
            method = ast.unparse(node.func).removeprefix("re.")
            if method in METHODS and (pattern := _constant(node.args[0])):
                place = f"{module.__name__}:{node.lineno}"
                found[pattern.pattern, pattern.flags][place].add(_kind(method))
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            method, owner = node.attr, node.value.id
            if method not in METHODS or owner == "re":
                continue
            calls[_owner(module, owner)].add(_kind(method))
            # A text has a split of its own.
            held = getattr(module, owner, None)
            if method != "split" and not isinstance(held, re.Pattern):
                calls[f"{module.__name__}?"].add(_kind(method))


def _kind(method: str) -> str:
    return "search" if method in _AS_SEARCH else method


def _constant(node: ast.expr) -> "re.Pattern[str] | None":
    try:
        return re.compile(ast.literal_eval(node))
    except ValueError:
        return None


def _held(value: object, depth: int = 0) -> Iterator["re.Pattern[str]"]:
    if isinstance(value, re.Pattern):
        yield value
    if depth > 3 or isinstance(value, type):
        return
    inside: list[object] = []
    if isinstance(value, tuple | list | set | frozenset):
        inside = list(value)
    elif isinstance(value, dict):
        inside = [*value.keys(), *value.values()]
    elif is_dataclass(value):
        inside = [getattr(value, field.name, None) for field in fields(value)]
    for one in inside:
        yield from _held(one, depth + 1)
