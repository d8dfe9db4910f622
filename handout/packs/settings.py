"""Reads pack.toml: what a pack is called, what it inherits, which choices it offers."""

import difflib
import tomllib
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from handout.errors import TemplateError
from handout.model.pack import PackOption
from handout.packs.choices import complaint

FILE = "pack.toml"
# What pydantic calls these mistakes speaks of Python.
_WORDS = {
    "dict_type": "must be a table, such as [title]",
    "string_type": "must be text in straight double quotes",
    "bool_type": "must be true or false",
    "list_type": 'must be a list, such as ["a", "b"]',
    "model_type": "must be a table, such as [options.row]",
}


class OptionSettings(BaseModel):
    """One table [options.NAME]; a pack that changes an inherited one says only what."""

    model_config = ConfigDict(extra="forbid", strict=True)

    type: Literal["bool", "int", "number", "choice", "text"] | None = None
    default: bool | int | float | str | None = None
    help: str | None = None
    min: float | int | None = None
    max: float | int | None = None
    choices: list[str] | None = None
    token: str | None = Field(default=None, pattern=r"^--[a-z][a-z0-9-]*$")
    unit: Literal["mm", "pt", "em", "%"] | None = None


class PackSettings(BaseModel):
    """All of pack.toml."""

    model_config = ConfigDict(extra="forbid", strict=True)

    title: dict[str, str] = {}
    description: str = ""
    parent: str = "base"
    paper: str | None = None
    author: str = ""
    licence: str = ""
    whole_sheets: bool | None = None
    with_text: bool | None = None
    options: dict[str, OptionSettings] = {}


def settings_of(folder: Path) -> PackSettings:
    """Read a folder's pack.toml. Raises TemplateError naming the key that is wrong."""
    path = folder / FILE
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
        return PackSettings.model_validate(found)
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateError("cannot be read as UTF-8 text", where=str(path)) from error
    except tomllib.TOMLDecodeError as error:
        raise TemplateError(
            f"is not TOML: {error}",
            where=str(path),
            hint="mend that line; text stands in straight double quotes",
        ) from error
    except ValidationError as error:
        message, hint = _told(error)
        raise TemplateError(message, where=str(path), hint=hint) from error


def _told(error: ValidationError) -> tuple[str, str]:
    """Turn the first thing pydantic found into a sentence and advice."""
    first = error.errors()[0]
    *path, key = (str(part) for part in first["loc"])
    place = ".".join([*path, key])
    if first["type"] != "extra_forbidden":
        said = _WORDS.get(first["type"], first["msg"].lower())
        return f"{place} {said}", "see pack.toml in docs/templates.md"
    known = list((OptionSettings if path else PackSettings).model_fields)
    near = difflib.get_close_matches(key, known, n=1)
    advice = f"did you mean {near[0]}?" if near else f"the keys are: {' '.join(known)}"
    return f"does not know {place}", advice


def options_of(chain: list[tuple[Path, PackSettings]]) -> tuple[PackOption, ...]:
    """Join the options of a pack (first) and its parents; the pack's own words win.

    Raises TemplateError for an option without type or with a default out of range.
    """
    merged: dict[str, dict[str, Any]] = {}
    places: dict[str, Path] = {}
    for folder, settings in reversed(chain):
        for name, option in settings.options.items():
            said = option.model_dump(exclude_none=True)
            merged[name] = merged.get(name, {}) | said
            places[name] = folder / FILE
    return tuple(
        _option(name, said, places[name]) for name, said in sorted(merged.items())
    )


def _option(name: str, said: dict[str, Any], path: Path) -> PackOption:
    missing = [key for key in ("type", "default") if key not in said]
    if missing or not name.isidentifier():
        raise TemplateError(
            f"options.{name} {f'has no {missing[0]}' if missing else 'is no name'}",
            where=str(path),
            hint='write for example: type = "bool", default = false',
        )
    option = PackOption(
        name=name,
        kind=said["type"],
        default=said["default"],
        help=said.get("help", ""),
        minimum=said.get("min"),
        maximum=said.get("max"),
        choices=tuple(said.get("choices", ())),
        token=said.get("token", ""),
        unit=said.get("unit", ""),
    )
    if option.kind == "text" and option.token:
        raise TemplateError(
            f"options.{name} is text, and text sets no CSS variable",
            where=str(path),
            hint="make it a choice or a number, or leave token out",
        )
    if (wrong := complaint(option, option.default)) is not None:
        raise TemplateError(
            f"the default of options.{name} is {wrong}",
            where=str(path),
            hint=f"it takes {option.range}",
        )
    return option
