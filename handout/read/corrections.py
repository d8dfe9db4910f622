"""Reads and applies a user's corrections: FILE.outline.yaml, anchored to text."""

import warnings
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from typing import Any

from handout.errors import ReadError
from handout.model.notice import Notice
from handout.read.blocks import SourceBlock

_FIELDS = ("title", "byline", "date", "source")
_KINDS = ("heading", "text", "aside", *_FIELDS)
_KEYS = ("line", "is", "level", "after")
_DEEPEST, _LARGEST = 6, 10**20
# Wishes for the text as a whole, besides the list of corrections.
_WISHES = ("lines", "headings")
# What the lines of plain text can be: whole paragraphs, or parts of them.
LINES = ("keep", "join")
# An anchor of this length may be the beginning of a longer line.
_ENOUGH = 4
_CLOSE = 0.8
_EXAMPLE = "- {line: 一、总则, is: heading, level: 1}"


@dataclass(frozen=True, slots=True)
class Correction:
    """What a line is: "heading", "text", "aside", "title", "byline", "date", "source".

    `line` is the line's text or its beginning; `after` that of the line before it,
    needed only if a line comes twice. `level` is 0 if not stated. For the kind
    "lines", `line` is "keep" or "join"; for the kind "headings" it is how the text is
    cut: "none", a depth, or titles separated by commas.
    """

    line: str
    kind: str
    level: int = 0
    after: str = ""


def load_corrections(text: str, *, name: str = "") -> tuple[Correction, ...]:
    """Read the corrections of a sidecar file. Raises ReadError, with the line."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, ReusedAnchorWarning, YAMLError

    reader = YAML(typ="safe", pure=True)
    reader.allow_duplicate_keys = False
    try:
        with warnings.catch_warnings():
            # YAML allows an anchor twice; a warning would speak to programmers.
            warnings.simplefilter("ignore", ReusedAnchorWarning)
            found = reader.load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark
        place = f"line {mark.line + 1}" if mark else ""
        raise _wrong(f"is no YAML ({error.problem})", name, place) from error
    # ruamel lets errors of its constructors pass through (2019-13-45 as a date),
    # also those they do not expect: !!int "" and !!bool x.
    except (
        YAMLError, ValueError, TypeError, LookupError, ArithmeticError,
        AttributeError, RecursionError,
    ) as error:  # fmt: skip
        raise _wrong("is not YAML", name, "") from error
    if found is None:
        return ()
    if isinstance(found, dict) and set(found) <= {"corrections", *_WISHES}:
        wishes = [{wish: found[wish]} for wish in _WISHES if wish in found]
        found = [*wishes, *_as_list(found.get("corrections"))]
    if not isinstance(found, list):
        raise _wrong("is not a list of corrections", name, "")
    return tuple(_correction(one, n, name) for n, one in enumerate(found, 1))


def _as_list(found: Any) -> list[Any]:
    return found if isinstance(found, list) else [found] if found else []


def lines_wanted(corrections: tuple[Correction, ...]) -> str:
    """What the lines of plain text are: "keep", "join", or "" to find out."""
    return next((one.line for one in corrections if one.kind == "lines"), "")


def headings_wanted(corrections: tuple[Correction, ...]) -> str:
    """How the text is cut: "none", a depth, titles with commas, or "" to find out."""
    return next((one.line for one in corrections if one.kind == "headings"), "")


def _wish(wish: str, said: Any, name: str, place: str) -> Correction:
    """A wish for the text as a whole: how its lines or its headings are read."""
    if wish == "lines":
        if said not in LINES:
            raise _wrong(f"says lines, but not {' or '.join(LINES)}", name, place)
        return Correction(said, wish)
    titles = _as_list(said)
    if not titles or not all(isinstance(one, (str, int)) for one in titles):
        raise _wrong("says headings, but not none, a depth or titles", name, place)
    return Correction(",".join(str(one) for one in titles), wish)


def _correction(one: Any, number: int, name: str) -> Correction:
    place = f"correction {number}"
    if isinstance(one, dict) and len(one) == 1 and (wish := next(iter(one))) in _WISHES:
        return _wish(wish, one[wish], name, place)
    line = _text(one.get("line")) if isinstance(one, dict) else ""
    if not line.strip():
        raise _wrong("says no line", name, place)
    unknown = [_text(key) for key in one if key not in _KEYS]
    if unknown:
        raise _wrong(f"has an unknown word: {unknown[0][:40]}", name, place)
    kind = _text(one.get("is", "heading"))
    if kind not in _KINDS:
        raise _wrong(
            f"must be one of {', '.join(_KINDS)}, not {kind[:40]}", name, place
        )
    level = one.get("level", 0)
    if not isinstance(level, int) or not 0 <= level <= _DEEPEST:
        raise _wrong(f"has a level that is not 1 to {_DEEPEST}", name, place)
    return Correction(line, kind, level, _text(one.get("after")))


def _text(value: Any) -> str:
    """A value as one word or line; "" for a list, and for a number that is too long."""
    if isinstance(value, int) and abs(value) > _LARGEST:
        return ""
    return str(value) if isinstance(value, str | int | float | date) else ""


def _wrong(why: str, name: str, place: str) -> ReadError:
    where = ", ".join(part for part in (name, place) if part)
    return ReadError(why, where=where, hint=f"a correction reads {_EXAMPLE}")


def apply_corrections(
    blocks: tuple[SourceBlock, ...],
    corrections: tuple[Correction, ...],
    *,
    name: str = "",
) -> tuple[tuple[SourceBlock, ...], tuple[Notice, ...]]:
    """Apply the corrections to the blocks; one that fits no block is a notice."""
    lines = [_anchor(block.text) for block in blocks]
    changed = list(blocks)
    notices = []
    for correction in corrections:
        if correction.kind in _WISHES:
            continue
        places = _places(correction, lines)
        if not places:
            message = f"no line fits the correction of “{correction.line[:40]}”"
            notices.append(Notice("correction", message, name))
        for place in places:
            changed[place] = _apply_to_block(changed[place], correction)
    return tuple(changed), tuple(notices)


def _anchor(text: str) -> str:
    return "".join(text.split())


def _places(correction: Correction, lines: list[str]) -> list[int]:
    """The lines a correction means: equal, with the same start, or nearly equal."""
    wanted, before = _anchor(correction.line), _anchor(correction.after)
    found = [n for n, line in enumerate(lines) if line == wanted]
    if not found and len(wanted) >= _ENOUGH:
        found = [n for n, line in enumerate(lines) if line.startswith(wanted)]
    if before:
        found = [n for n in found if n and lines[n - 1].startswith(before)]
    if not found and not before:
        near = [line for line in lines if abs(len(line) - len(wanted)) <= 8]
        close = get_close_matches(wanted, near[:5000], 1, _CLOSE)
        found = [lines.index(close[0])] if close else []
    return found


def _apply_to_block(block: SourceBlock, correction: Correction) -> SourceBlock:
    if correction.kind == "aside":
        return replace(block, aside="set aside by a correction", field="", level=0)
    if correction.kind in _FIELDS:
        return replace(block, aside="", field=correction.kind, level=0)
    plain = replace(block, aside="", field="", level=0, fixed=correction.kind)
    if correction.kind == "heading":
        return replace(plain, kind="text", level=correction.level or block.level)
    return plain
