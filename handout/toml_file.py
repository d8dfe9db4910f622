"""Reads the TOML that people write, and finds the line of a key in it."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from handout.errors import HandoutError

# What nobody writes by hand: a larger file is a mistake or a trap.
MOST_BYTES = 200_000
_MOST_NUMBER = 999_999_999
_DIGITS = f"write a number of at most {len(str(_MOST_NUMBER))} digits"
_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_HEADER = re.compile(r"\s*+\[++\s*+([^\]]++)\]")
# A key of fifty parts: tomllib makes a table of each, and each costs as all before it.
_DEEP_KEY = re.compile(
    r"(?<![\w-])(?:(?:[\w-]++|\"[^\"\n]*+\"|'[^'\n]*+')[ \t]*+\.[ \t]*+){50}"
)


def parse_toml(content: bytes, path: Path, wrong: type[HandoutError]) -> dict[str, Any]:
    """Read the tables of a file. Raises `wrong` with the line and column."""
    if len(content) > MOST_BYTES:
        raise wrong(
            f"has more than {MOST_BYTES // 1000} kB",
            where=str(path),
            hint="keep long texts in templates",
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise wrong(
            "is not UTF-8 text", where=str(path), hint="save it as UTF-8"
        ) from error
    if _DEEP_KEY.search(text):
        raise _too_deep(path, wrong)
    tables = _tables(text, path, wrong)
    for key, value in _values(tables):
        if fault := _fault_of(value):
            message, hint = fault
            raise wrong(f"{key} {message}", where=place(path, key), hint=hint)
    return tables


def _tables(text: str, path: Path, wrong: type[HandoutError]) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _AT.search(str(error))
        lines = text.splitlines() or [""]
        at = f"{len(lines)}:{len(lines[-1]) + 1}"
        if found and found[1]:
            at = f"{found[1]}:{found[2]}"
        raise wrong(
            f"is not TOML: {_AT.sub('', str(error)).lower()}",
            where=f"{path}:{at}",
            hint="correct that line; text is in straight double quotes",
        ) from error
    except RecursionError as error:
        raise _too_deep(path, wrong) from error
    # A number of more than 4,300 digits, or a date that no calendar has.
    except ValueError as error:
        raise wrong(
            "has a number or a date that cannot be read",
            where=str(path),
            hint=_DIGITS,
        ) from error


def _too_deep(path: Path, wrong: type[HandoutError]) -> HandoutError:
    return wrong("nests lists or keys too deep", where=str(path), hint="write it flat")


def _fault_of(value: str | int | float) -> tuple[str, str] | None:
    """What is wrong with a value wherever it is, and what to do; None if nothing is."""
    if isinstance(value, str):
        message = "holds a character that no file and no text can have"
        return (message, r"take \u0000 out") if "\0" in value else None
    if -_MOST_NUMBER <= value <= _MOST_NUMBER:
        return None
    return "is not a number this program can use", _DIGITS


def _values(tables: dict[str, Any]) -> Iterator[tuple[str, str | int | float]]:
    """Walk all texts and numbers, each with its key."""
    waiting: list[tuple[str, Any]] = list(tables.items())
    while waiting:
        key, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [(f"{key}.{name}", below) for name, below in value.items()]
        elif isinstance(value, list):
            waiting += [(key, one) for one in value]
        elif isinstance(value, str | int | float):
            yield key, value


def place(path: Path, key: str) -> str:
    """The path:line:column of a key (table.key), or the path if it is not found."""
    table, _, name = key.rpartition(".")
    try:
        lines = path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    except (OSError, ValueError):
        return str(path)
    within = ""
    for number, line in enumerate(lines, 1):
        if header := _HEADER.match(line):
            within = header[1].strip().replace('"', "").replace("'", "")
            if within == key:
                return f"{path}:{number}:{header.start(1) + 1}"
        # A key may also be written with its table: options.row.default = 9
        for written, inside in ((name, table), (key, "")):
            found = re.match(rf"\s*([\"']?){re.escape(written)}\1\s*[=.]", line)
            if found and within == inside:
                column = len(line) - len(line.lstrip()) + 1
                return f"{path}:{number}:{column}"
    return place(path, table) if table else str(path)
