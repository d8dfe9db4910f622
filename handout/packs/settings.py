"""Reads pack.toml: what a pack is called, what it inherits, which choices it offers.

Checked by hand, not by pydantic: building its models takes 40 ms of every start.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from handout import files, toml_file
from handout.errors import TemplateError, did_you_mean
from handout.model.pack import PackOption
from handout.packs.choices import complaint

FILE = "pack.toml"
Settings = dict[str, Any]

_KINDS = ("bool", "int", "number", "choice", "text")
_UNITS = ("mm", "pt", "em", "%")
_PACK: dict[str, tuple[type, ...]] = {
    "title": (dict,),
    "description": (str,),
    "parent": (str,),
    "paper": (str,),
    "author": (str,),
    "licence": (str,),
    "whole_sheets": (bool,),
    "with_text": (bool,),
    "options": (dict,),
    "tokens": (dict,),
    "copied": (dict,),
}
_OPTION: dict[str, tuple[type, ...]] = {
    "type": (str,),
    "default": (bool, int, float, str),
    "help": (str,),
    "min": (int, float),
    "max": (int, float),
    "choices": (list,),
    "token": (str,),
    "unit": (str,),
}
_WORDS = {
    dict: "a table, such as [title]",
    str: "text in straight double quotes",
    bool: "true or false",
    list: 'a list, such as ["a", "b"]',
    int: "a number",
}


def settings_of(folder: Path) -> Settings:
    """Read a folder's pack.toml. Raises TemplateError naming the key that is wrong."""
    path = folder / FILE
    found = toml_file.parse_toml(
        files.load_of_pack(folder, FILE) or b"", path, TemplateError
    )
    _check(found, _PACK, "", path)
    for name, option in found.get("options", {}).items():
        _check_kind(option, (dict,), f"options.{name}", path)
        _check(option, _OPTION, f"options.{name}.", path)
    for table in ("title", "copied"):
        for name, text in found.get(table, {}).items():
            _check_kind(text, (str,), f"{table}.{name}", path)
    return found


def _check(
    found: Mapping[str, Any], known: Mapping[str, tuple[type, ...]], at: str, path: Path
) -> None:
    for key, value in found.items():
        if key not in known:
            raise TemplateError(
                f"does not know {at}{key}",
                where=toml_file.place(path, f"{at}{key}"),
                hint=did_you_mean(key, known, f"the keys are: {' '.join(known)}"),
            )
        _check_kind(value, known[key], f"{at}{key}", path)


def _check_kind(value: object, kinds: tuple[type, ...], name: str, path: Path) -> None:
    # True is an int to Python, and no number to anybody else.
    odd = isinstance(value, bool) and bool not in kinds
    if odd or not isinstance(value, kinds):
        raise TemplateError(
            f"{name} must be {_WORDS.get(kinds[0], kinds[0].__name__)}",
            where=toml_file.place(path, name),
            hint="see pack.toml in docs/templates.md",
        )


def options_of(chain: list[tuple[Path, Settings]]) -> tuple[PackOption, ...]:
    """Join the options of a pack (first) and its parents; the pack's own words win.

    Raises TemplateError for an option without type or with a default out of range.
    """
    merged: dict[str, Settings] = {}
    places: dict[str, Path] = {}
    for folder, settings in reversed(chain):
        for name, said in settings.get("options", {}).items():
            merged[name] = merged.get(name, {}) | said
            places[name] = folder / FILE
    return tuple(
        _option(name, said, places[name]) for name, said in sorted(merged.items())
    )


def _option(name: str, said: Settings, path: Path) -> PackOption:
    if wrong := _wrong(name, said):
        raise TemplateError(
            f"options.{name} {wrong}",
            where=toml_file.place(path, f"options.{name}"),
            hint='write for example: type = "bool", default = false',
        )
    option = PackOption(
        name=name,
        kind=said["type"],
        default=said["default"],
        help=said.get("help", ""),
        minimum=said.get("min"),
        maximum=said.get("max"),
        choices=tuple(map(str, said.get("choices", ()))),
        token=said.get("token", ""),
        unit=said.get("unit", ""),
    )
    if (wrong := complaint(option, option.default) or "") != "":
        raise TemplateError(
            f"the default of options.{name} is {wrong}",
            where=toml_file.place(path, f"options.{name}.default"),
            hint=f"it takes {option.range}",
        )
    return option


def _wrong(name: str, said: Settings) -> str:
    """Say what is wrong with an option's own words; "" if nothing is."""
    missing = [key for key in ("type", "default") if key not in said]
    token = said.get("token", "")
    if missing:
        return f"has no {missing[0]}"
    if not name.isidentifier():
        return "is not a name: letters, digits and _ alone"
    if said["type"] not in _KINDS:
        return f"has the type {said['type']}; there are {' '.join(_KINDS)}"
    if said.get("unit", "mm") not in _UNITS:
        return f"has the unit {said['unit']}; there are {' '.join(_UNITS)}"
    if token and said["type"] == "text":
        return "is text, and text sets no CSS variable"
    if token and not (token.startswith("--") and token[2:].replace("-", "").isalnum()):
        return f"sets {token}, which is not a CSS variable (--row)"
    return ""
