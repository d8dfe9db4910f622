"""Teaches tinyhtml5, which reads HTML for WeasyPrint, to keep its patterns.

It means to keep each pattern by the characters it looks for, but keeps it by itself, so
that it is put together anew for every tag: a fortieth of the time of printing.
"""

import re
from collections.abc import Iterable
from typing import Any

_NAME = "characters_until_regex"


class _Patterns(dict[tuple[Iterable[str], bool], "re.Pattern[str]"]):
    """Patterns by the characters that they look for, or look beyond."""

    def __missing__(self, key: tuple[Iterable[str], bool]) -> "re.Pattern[str]":
        characters, opposite = key
        listed = "".join(re.escape(one) for one in characters)
        self[key] = re.compile(f"[{'' if opposite else '^'}{listed}]+")
        return self[key]


def install() -> str:
    """Keep the patterns; give a sentence where this tinyhtml5 has none."""
    found = getattr(_module(), _NAME, None)
    if not isinstance(found, dict):
        return f"this tinyhtml5 has no {_NAME}: HTML is read a little slower"
    if not isinstance(found, _Patterns):
        setattr(_module(), _NAME, _Patterns())
    return ""


def remove() -> None:
    """Let tinyhtml5 do as it did."""
    if isinstance(getattr(_module(), _NAME, None), _Patterns):
        setattr(_module(), _NAME, {})


def _module() -> Any:
    from tinyhtml5 import inputstream  # type: ignore[import-untyped]  # it has no types

    return inputstream
