"""Reads the TOML that people write, and finds the line where a key stands in it."""

import re
import tomllib
from pathlib import Path
from typing import Any

from handout.errors import HandoutError

# What nobody writes by hand: a larger file is a mistake or a trap.
MOST_BYTES = 200_000
_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def parse(content: bytes, path: Path, wrong: type[HandoutError]) -> dict[str, Any]:
    """Give the tables of a file. Raises `wrong` with the line and column."""
    if len(content) > MOST_BYTES:
        raise wrong(
            f"has more than {MOST_BYTES // 1000} kB",
            where=str(path),
            hint="keep long texts in templates",
        )
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise wrong(
            "is not UTF-8 text", where=str(path), hint="save it as UTF-8"
        ) from error
    except tomllib.TOMLDecodeError as error:
        found = _AT.search(str(error))
        lines = content.decode("utf-8-sig").splitlines() or [""]
        at = f"{len(lines)}:{len(lines[-1]) + 1}"
        if found and found[1]:
            at = f"{found[1]}:{found[2]}"
        raise wrong(
            f"is not TOML: {_AT.sub('', str(error)).lower()}",
            where=f"{path}:{at}",
            hint="mend that line; text stands in straight double quotes",
        ) from error
    except RecursionError as error:
        raise wrong(
            "nests lists too deep", where=str(path), hint="write it flat"
        ) from error


def place(path: Path, key: str) -> str:
    """Give path:line:column of a key (table.key), or the path if it is not found."""
    table, _, name = key.rpartition(".")
    try:
        lines = path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    except OSError:
        return str(path)
    within = ""
    for number, line in enumerate(lines, 1):
        if header := re.match(r"\s*\[+\s*([^\]]+?)\s*\]", line):
            within = header[1].replace('"', "").replace("'", "")
            if within == key:
                return f"{path}:{number}:{header.start(1) + 1}"
        # A key may also be written with its table: options.row.default = 9
        for written, inside in ((name, table), (key, "")):
            found = re.match(rf"\s*([\"']?){re.escape(written)}\1\s*[=.]", line)
            if found and within == inside:
                column = len(line) - len(line.lstrip()) + 1
                return f"{path}:{number}:{column}"
    return place(path, table) if table else str(path)
