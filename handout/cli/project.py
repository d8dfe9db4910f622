"""Reads handout.toml, a project's own defaults for every command."""

import difflib
import tomllib
from pathlib import Path
from typing import Any

from handout.errors import UsageError

FILE = "handout.toml"
_MAKE = ("make", "worksheets")
_ALL = (*_MAKE, "outline", "analyse")

# A key of the file, the option it stands for, its type, and the commands it serves.
_KEYS: dict[str, tuple[str, type, tuple[str, ...]]] = {
    "template": ("template", str, ("make",)),
    "worksheet": ("template", str, ("worksheets",)),
    "paper": ("paper", str, _MAKE),
    "out": ("out", str, _MAKE),
    "font_dir": ("font_dir", str, _MAKE),
    "language": ("language", str, _ALL),
    "encoding": ("encoding", str, _ALL),
    "with_text": ("with_text", bool, ("make",)),
    "keep_punctuation": ("keep_punctuation", bool, _MAKE),
    "phrases": ("phrases", int, (*_MAKE, "analyse")),
    "sentences": ("sentences", int, (*_MAKE, "analyse")),
    "words": ("words", str, (*_MAKE, "analyse")),
    "stop": ("stop", str, (*_MAKE, "analyse")),
    "pin": ("pin", list, (*_MAKE, "analyse")),
    "drop": ("drop", list, (*_MAKE, "analyse")),
    "meeting.title": ("meeting", str, ("make",)),
    "meeting.date": ("date", str, ("make",)),
    "meeting.time": ("time", str, ("make",)),
    "meeting.place": ("place", str, ("make",)),
    "meeting.host": ("host", str, ("make",)),
    "meeting.groups": ("groups", str, ("make",)),
    "meeting.minutes": ("minutes", str, ("make",)),
    "meeting.names": ("names", str, ("make",)),
}
_TYPES = {str: "text", bool: "true or false", int: "a whole number", list: "a list"}
_OPTIONS = "options"
# What names a file or folder is meant beside handout.toml.
_PATHS = {"out", "font_dir", "words", "stop", "names"}


def defaults(folder: Path) -> dict[str, dict[str, Any]]:
    """Give the defaults of each command, by option; none where there is no file.

    Raises UsageError for a file that is no TOML, or a key that is not known.
    """
    path = folder / FILE
    if not path.is_file():
        return {}
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(
            f"is not TOML: {error}",
            where=str(path),
            hint="mend that line; text stands in straight double quotes",
        ) from error
    found: dict[str, dict[str, Any]] = {command: {} for command in _ALL}
    choices = said.pop(_OPTIONS, {})
    for key, value in _flat(said):
        option, commands = _known(key, value, path)
        for command in commands:
            given = str(folder / value) if option in _PATHS else value
            found[command][option] = given
    for command in _MAKE if choices else ():
        found[command]["settings"] = [f"{k}={_text(v)}" for k, v in choices.items()]
    return found


def _flat(said: dict[str, Any]) -> list[tuple[str, Any]]:
    """Give the keys of tables as table.key."""
    flat: list[tuple[str, Any]] = []
    for key, value in said.items():
        if isinstance(value, dict):
            flat += [(f"{key}.{below}", one) for below, one in value.items()]
        else:
            flat.append((key, value))
    return flat


def _known(key: str, value: object, path: Path) -> tuple[str, tuple[str, ...]]:
    if key not in _KEYS:
        near = difflib.get_close_matches(key, [*_KEYS, _OPTIONS], n=1)
        known = " ".join([*_KEYS, f"[{_OPTIONS}]"])
        raise UsageError(
            f"does not know {key}",
            where=str(path),
            hint=f"did you mean {near[0]}?" if near else f"the keys are: {known}",
        )
    option, kind, commands = _KEYS[key]
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise UsageError(
            f"{key} cannot be {value!r}",
            where=str(path),
            hint=f"it takes {_TYPES[kind]}",
        )
    return option, commands


def _text(value: object) -> str:
    """Give a value as --set takes it."""
    return str(value).lower() if isinstance(value, bool) else str(value)
