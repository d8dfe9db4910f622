"""What a template may ask of a value: a list of what is allowed, and nothing else.

Packs come from strangers. A list of what is forbidden forgets something; this one names
the fields of our own values, a few methods of text and tables, and what Jinja2 itself
gives to loops, macros and imports.
"""

from collections.abc import Mapping, Sized
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

# Digits of the largest whole number: a larger one takes minutes to work out.
_MOST_DIGITS = 1_000
_MOST = 10**_MOST_DIGITS
# Characters, or values, that one `*` may make.
_MOST_REPEATED = 40_000_000
_TEXT = frozenset(
    [
        "capitalize",
        "casefold",
        "center",
        "count",
        "endswith",
        "find",
        "index",
        "isalnum",
        "isalpha",
        "isascii",
        "isdecimal",
        "isdigit",
        "islower",
        "isnumeric",
        "isspace",
        "istitle",
        "isupper",
        "join",
        "ljust",
        "lower",
        "lstrip",
        "partition",
        "removeprefix",
        "removesuffix",
        "replace",
        "rfind",
        "rindex",
        "rjust",
        "rpartition",
        "rsplit",
        "rstrip",
        "split",
        "splitlines",
        "startswith",
        "strip",
        "swapcase",
        "title",
        "upper",
        "striptags",
        "unescape",
    ]
)
_TABLE = frozenset({"get", "items", "keys", "values"})
_LIST = frozenset({"count", "index"})
_LOOP = frozenset(
    [
        "index",
        "index0",
        "revindex",
        "revindex0",
        "first",
        "last",
        "length",
        "depth",
        "depth0",
        "previtem",
        "nextitem",
        "cycle",
        "changed",
    ]
)
_CYCLER = frozenset({"current", "next", "reset"})
_MACRO = frozenset({"name", "arguments", "catch_kwargs", "catch_varargs", "caller"})


@cache
def sandbox() -> Any:
    """The class of Jinja2 environment whose templates reach plain values only."""
    from jinja2.exceptions import SecurityError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Sandbox(ImmutableSandboxedEnvironment):
        intercepted_binops = frozenset({"**", "*", "%"})

        def is_safe_attribute(self, obj: Any, attr: str, _value: Any) -> bool:
            """Whether a template may read this attribute of this value."""
            kind: Any = type(obj)
            return attr in _allowed_names(kind) or (
                not attr.startswith("_") and isinstance(obj, _open_kinds())
            )

        def is_safe_callable(self, obj: Any) -> bool:
            """Whether a template may call this: what Jinja2 and we gave it."""
            owner: Any = getattr(obj, "__self__", None)
            kind: Any = type(owner)
            given = any(obj is one for one in self.globals.values())
            if given or isinstance(obj, _called_kinds()):
                return True
            name = getattr(obj, "__name__", "")
            # A method of a value that the template may ask for it.
            return owner is not None and name in _allowed_names(kind)

        def wrap_str_format(self, _value: Any) -> None:
            """Refuse str.format like every method that is not allowed."""

        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
            """Work out powers, products and remainders that end. Others raise."""
            if _is_too_large(operator, left, right):
                raise SecurityError(f"the result of {operator} is too large")
            return super().call_binop(context, operator, left, right)

    return Sandbox


def _is_too_large(operator: str, left: Any, right: Any) -> bool:
    """Whether an operation would take minutes, or gigabytes, in one step."""
    numbers = [one for one in (left, right) if isinstance(one, int)]
    if any(abs(number) > _MOST for number in numbers):
        return True
    if operator == "**":
        return bool(numbers) and len(str(left)) * abs(right) > _MOST_DIGITS
    longest = max((len(n) for n in (left, right) if isinstance(n, Sized)), default=0)
    is_repeated = operator == "*" and longest and numbers
    return bool(is_repeated) and longest * abs(numbers[0]) > _MOST_REPEATED


@cache
def _allowed_names(kind: Any) -> frozenset[str]:
    """The names that may be asked of a value of this class."""
    from jinja2.runtime import BlockReference, LoopContext, Macro
    from jinja2.utils import Cycler

    tables: dict[type, frozenset[str]] = {
        str: _TEXT,
        Mapping: _TABLE,
        tuple: _LIST,
        list: _LIST,
        LoopContext: _LOOP,
        Cycler: _CYCLER,
        Macro: _MACRO,
        BlockReference: frozenset({"super"}),
    }
    if is_dataclass(kind) and kind.__module__.startswith("handout."):
        return frozenset({f.name for f in fields(kind)} | _plain_names(kind))
    for known, names in tables.items():
        if issubclass(kind, known):
            # What `groupby` gives has names of its own.
            return names | frozenset(getattr(kind, "_fields", ()))
    return frozenset()


def _plain_names(kind: Any) -> set[str]:
    """The properties of one of our classes, and what is the same for all of it."""
    names = (name for name in dir(kind) if not name.startswith("_"))
    return {n for n in names if isinstance(getattr(kind, n), property | str | int)}


@cache
def _open_kinds() -> tuple[type, ...]:
    """What holds names that the template itself made: imports and namespaces."""
    from jinja2.environment import TemplateModule
    from jinja2.utils import Namespace

    return TemplateModule, Namespace


@cache
def _called_kinds() -> tuple[type, ...]:
    from jinja2.runtime import BlockReference, LoopContext, Macro
    from jinja2.utils import Joiner

    return BlockReference, LoopContext, Macro, Joiner
