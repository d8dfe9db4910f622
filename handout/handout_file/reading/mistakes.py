"""Reports what is wrong in a handout file, where, and what the right word is."""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from handout.errors import ReadError


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file; line and column count from 1, 0 where none is known."""

    name: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        numbers = f"line {self.line}, column {self.column}" if self.line else ""
        return ", ".join(part for part in (self.name, numbers) if part)


def mistake(message: str, place: Place, hint: str) -> ReadError:
    """The error of a mistake at a place."""
    return ReadError(message, where=str(place), hint=hint)


def nearest(word: str, known: Iterable[str], what: str) -> str:
    """The hint for a word that is not known: the nearest one, or all."""
    words = list(known)
    # The first of those that are as near: zh means zh-CN.
    alike = [one for one in words if one.startswith(word) and word]
    near = alike or difflib.get_close_matches(word.lower(), words, n=1, cutoff=0.5)
    return f"did you mean “{near[0]}”?" if near else f"{what}: {', '.join(words)}"


# What the parser says, what it means to a person, and what to do.
_SYNTAX = (
    ("'\\t'", "has a tab where spaces must be", "put two spaces for each tab"),
    (
        "mapping values are not allowed",
        "has a colon in a text without quotes",
        "put the text in quotes: '…'",
    ),
    (
        "quoted scalar",
        "has a quotation mark that is never closed",
        "close it, or put the whole text in quotes: '…'",
    ),
    (
        "expected ',' or",
        "has a bracket that is never closed",
        "close it, or put a text that begins with [ or { in quotes",
    ),
    (
        "could not find expected ':'",
        "has a line without a colon where a word with one must be",
        "a text of several lines is in quotes, or each line after a dash",
    ),
    (
        "cannot start any token",
        "has a text that begins with a mark which needs quotes",
        "put the text in quotes: '…'",
    ),
)
_BANG = ("has a text that begins with !", "put the text in quotes: '!…'")
_QUOTED = (
    "has more text after a closing quotation mark",
    "put the whole text in the other kind of quotes, or double the mark inside",
)
_WIDE = re.compile(r"\s*(?:- )?([a-z_]+)：")
_INDENT = "look at the spaces this line and the one before begin with: they must agree"


def syntax_mistake(error: Any, text: str, name: str) -> ReadError:
    """The error for what the parser could not read."""
    mark = getattr(error, "problem_mark", None)
    problem = str(getattr(error, "problem", "") or error)
    if mark is None:
        return _no_character(error, text, name)
    place = Place(name, mark.line + 1, mark.column + 1)
    line = text.splitlines()[mark.line : mark.line + 1]
    opening = line[0][: mark.column + 1] if line else ""
    if "\t" in opening and not opening.strip():
        return mistake(_SYNTAX[0][1], place, _SYNTAX[0][2])
    if told := _wide_colon(text, mark.line, name):
        return told
    if re.search(r"[:-]\s+!\S*$", opening):
        return mistake(_BANG[0], place, _BANG[1])
    if _is_quoted_twice(line[0][: mark.column] if line else ""):
        return mistake(_QUOTED[0], place, _QUOTED[1])
    for sign, message, hint in _SYNTAX:
        if sign in f"{problem} {getattr(error, 'context', '')}":
            return mistake(message, place, hint)
    return mistake("does not fit what is before it", place, _INDENT)


def _is_quoted_twice(opening: str) -> bool:
    """Whether a value in quotes ends here: something after it is too much."""
    quote = opening[-1:]
    return quote in ("'", '"') and bool(re.search(rf"[:-]\s+{quote}", opening[:-1]))


def _wide_colon(text: str, number: int, name: str) -> ReadError | None:
    """Find a full-width colon after a word, which Chinese keyboards type."""
    lines = text.splitlines()
    for at in (number - 1, number):
        found = _WIDE.match(lines[at]) if 0 <= at < len(lines) else None
        if found:
            place = Place(name, at + 1, found.end())
            message = "has a full-width colon (：) where “: ” must be"
            return mistake(message, place, f"write {found[1]}: and a space")
    return None


def _no_character(error: Any, text: str, name: str) -> ReadError:
    """Name a character that no text may hold, and its place."""
    at = getattr(error, "position", None)
    if not isinstance(at, int):
        return mistake("is not YAML", Place(name), _INDENT)
    before = text[:at]
    place = Place(name, before.count("\n") + 1, at - before.rfind("\n"))
    code = getattr(error, "character", 0)
    code = ord(code) if isinstance(code, str) else code
    message = f"holds a character that cannot be printed (U+{code:04X})"
    return mistake(message, place, "take it out")
