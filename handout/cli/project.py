"""Finds and reads handout.toml, a project's own defaults for every command."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from handout import files, toml_file
from handout.cli import show
from handout.errors import UsageError, did_you_mean
from handout.model.options import DEFAULT_PACKS, ProjectChoices
from handout.model.pack import Value

FILE = "handout.toml"
_MAKE = ("make", "worksheets")
_PLAN = (*_MAKE, "plan")
_ALL = (*_PLAN, "outline", "analyse")
_Kind = type | tuple[type, ...]
# A number, or a range such as "5-10".
_AMOUNT = (int, str)

# A key of the file, the option it sets, its type, and the commands it serves.
_KEYS: dict[str, tuple[str, _Kind, tuple[str, ...]]] = {
    "template": ("template", str, ("make",)),
    "worksheet": ("template", str, ("worksheets",)),
    "paper": ("paper", str, _MAKE),
    "out": ("out", str, _MAKE),
    "font_dir": ("font_dir", str, _MAKE),
    "language": ("language", str, _ALL),
    "encoding": ("encoding", str, _ALL),
    "lines": ("lines", str, _ALL),
    "time_limit": ("time_limit", int, _ALL),
    "memory_limit": ("memory_limit", int, _ALL),
    "with_text": ("with_text", bool, ("make",)),
    "keep_punctuation": ("keep_punctuation", bool, _MAKE),
    "kind": ("kind", str, _ALL),
    "sections": ("sections", str, _ALL),
    "prompts": ("prompts", str, _PLAN),
    "no": ("no", list, _PLAN),
    "room": ("room", str, _PLAN),
    "exercises": ("exercises", str, _PLAN),
    "seed": ("seed", int, _MAKE),
    "versions": ("versions", str, _MAKE),
    "edition": ("edition", str, _MAKE),
    "answers": ("answers", str, _MAKE),
    "phrases": ("phrases", _AMOUNT, (*_PLAN, "analyse")),
    "sentences": ("sentences", int, (*_PLAN, "analyse")),
    "words": ("words", str, (*_PLAN, "analyse")),
    "stop": ("stop", str, (*_PLAN, "analyse")),
    "include": ("include", list, (*_PLAN, "analyse")),
    "exclude": ("exclude", list, (*_PLAN, "analyse")),
    # Names that the two had before.
    "pin": ("include", list, (*_PLAN, "analyse")),
    "drop": ("exclude", list, (*_PLAN, "analyse")),
    "meeting.title": ("meeting", str, ("make", "plan")),
    "meeting.date": ("date", str, ("make", "plan")),
    "meeting.time": ("time", str, ("make", "plan")),
    "meeting.place": ("place", str, ("make", "plan")),
    "meeting.host": ("host", str, ("make", "plan")),
    "meeting.groups": ("groups", str, ("make", "plan")),
    "meeting.minutes": ("minutes", str, ("make", "plan")),
    "meeting.names": ("names", str, ("make", "plan")),
}
# What a handout file holds itself, and what was chosen when it was made.
_EDITED = (".handout.yaml", ".handout.yml")
_IN_FILE = {"meeting", "date", "time", "place", "host", "groups", "minutes", "names"}
_CHOSEN = {"language", "phrases", "sentences", "words", "stop", "include", "exclude"}
_CHOSEN |= {"exercises", "seed", "kind", "sections", "prompts", "no", "room"}
_TYPES = {
    str: "text",
    bool: "true or false",
    int: "a whole number",
    list: "a list of texts",
    _AMOUNT: "a whole number, or a range in quotation marks",
}
_OPTIONS = "options"
# The keys that name the packs of a project, and what they are by default.
_PACKS = {
    "template": DEFAULT_PACKS["make"],
    "worksheet": DEFAULT_PACKS["worksheets"],
}
_Pairs = tuple[tuple[str, Value], ...]
# What names a file or folder is meant beside handout.toml.
_PATHS = {"out", "font_dir", "words", "stop", "names"}


def file_for(sources: Iterable[str]) -> Path | None:
    """The handout.toml of the project that the sources are in.

    It is looked for in the first source's folder and upwards, then from the working
    folder upwards.
    """
    folders = [
        Path(one).parent for one in sources if one != "-" and files.is_file(Path(one))
    ]
    for folder in (*folders[:1], Path()):
        if path := _upwards(folder.absolute()):
            return path
    return None


def _upwards(folder: Path) -> Path | None:
    for one in (folder, *folder.parents):
        if files.is_file(one / FILE):
            # Paths that are read from here are shown as short as they can be.
            return Path(FILE) if one == Path.cwd() else one / FILE
    return None


def give_defaults(ctx: Any, parameters: Sequence[Any]) -> None:
    """Set what the command line left open to what the project's file says."""
    command, given = ctx.info_name, ctx.params
    if command not in _ALL:
        return
    sources = given.get("sources") or [given.get("source") or "-"]
    path = file_for(sources)
    if path is None:
        return
    with show.errors_shown():
        words = [*sources, *(["--update"] if given.get("update") else [])]
        found = for_words(defaults(path), words)[command]
    show.report_work(f"defaults are from {path}")
    for parameter in parameters:
        source = ctx.get_parameter_source(parameter.name)
        if parameter.name in found and source and source.name == "DEFAULT":
            value = parameter.type_cast_value(ctx, found[parameter.name])
            given[parameter.name] = value


def defaults(path: Path | None) -> dict[str, dict[str, Any]]:
    """The defaults of each command, by option; none where there is no file.

    Raises UsageError for a file that is not TOML, or a key that is not known.
    """
    found: dict[str, dict[str, Any]] = {command: {} for command in _ALL}
    if path is None:
        return found
    said = toml_file.parse_toml(files.load(path), path, UsageError)
    _choices(said.pop(_OPTIONS, {}), path)
    for key, value in _flat(said):
        option, commands = _check_key(key, value, path)
        for command in commands:
            given = str(path.parent / value) if option in _PATHS else value
            found[command][option] = given
    return found


def choices(path: Path | None) -> ProjectChoices | None:
    """What the file says of the options of packs; None where there is no file."""
    if path is None:
        return None
    said = toml_file.parse_toml(files.load(path), path, UsageError)
    used = tuple(str(said.get(key, pack)) for key, pack in _PACKS.items())
    everywhere, of_packs = _choices(said.get(_OPTIONS, {}), path)
    return ProjectChoices(str(path), used, everywhere, of_packs)


def for_words(
    found: dict[str, dict[str, Any]], words: list[str]
) -> dict[str, dict[str, Any]]:
    """The defaults without those that would change what a person has edited."""
    is_file = any(word.lower().endswith(_EDITED) for word in words)
    if not is_file and "--update" not in words:
        return found
    held = {
        command: _IN_FILE | (_CHOSEN if command in _MAKE else set())
        for command in found
    }
    return {
        command: {key: one for key, one in given.items() if key not in held[command]}
        for command, given in found.items()
    }


def _choices(said: object, path: Path) -> tuple[_Pairs, tuple[tuple[str, _Pairs], ...]]:
    """The options for all packs, and those for one. Raises UsageError."""
    if not isinstance(said, dict):
        raise UsageError(
            f"{_OPTIONS} must be a table",
            where=toml_file.place(path, _OPTIONS),
            hint=f"write [{_OPTIONS}] on a line, and each option on a line below",
        )
    tables = {name: one for name, one in said.items() if isinstance(one, dict)}
    everywhere = {name: one for name, one in said.items() if name not in tables}
    return _pairs(everywhere, _OPTIONS, path), tuple(
        (name, _pairs(table, f"{_OPTIONS}.{name}", path))
        for name, table in tables.items()
    )


def _pairs(said: dict[str, Any], table: str, path: Path) -> _Pairs:
    for name, value in said.items():
        if not isinstance(value, str | bool | int | float):
            raise UsageError(
                f"{table}.{name} cannot be {value!r}",
                where=toml_file.place(path, f"{table}.{name}"),
                hint="it takes text, a number, true or false",
            )
    return tuple(said.items())


def _flat(said: dict[str, Any]) -> list[tuple[str, Any]]:
    """The keys of tables as table.key."""
    flat: list[tuple[str, Any]] = []
    for key, value in said.items():
        if isinstance(value, dict):
            flat += [(f"{key}.{below}", one) for below, one in value.items()]
        else:
            flat.append((key, value))
    return flat


def _check_key(key: str, value: object, path: Path) -> tuple[str, tuple[str, ...]]:
    if key not in _KEYS:
        known = " ".join([*_KEYS, f"[{_OPTIONS}]"])
        raise UsageError(
            f"does not know {key}",
            where=toml_file.place(path, key),
            hint=did_you_mean(key, [*_KEYS, _OPTIONS], f"the keys are: {known}"),
        )
    option, kind, commands = _KEYS[key]
    if not _fits(value, kind):
        raise UsageError(
            f"{key} cannot be {value!r}",
            where=toml_file.place(path, key),
            hint=f"it takes {_TYPES[kind]}",
        )
    return option, commands


def _fits(value: object, kind: _Kind) -> bool:
    # True is an int to Python, and not a number to anybody else.
    if isinstance(value, bool):
        return kind is bool
    if isinstance(value, list):
        return kind is list and all(isinstance(one, str) for one in value)
    return isinstance(value, kind)
