"""What the `templates` commands print with --json."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypedDict

from handout import files, packs
from handout.model.pack import Pack, PackOption, Value
from handout.packs.tokens import tokens_of
from handout.records.version import SCHEMA

if TYPE_CHECKING:
    from handout.packs.compare import Change

_THUMBNAIL = "thumbnail.png"


class OptionRecord(TypedDict):
    """A choice that a pack offers, for --set."""

    name: str
    kind: Literal["bool", "int", "number", "choice", "text"]
    default: Value
    help: str
    minimum: float | None
    maximum: float | None
    choices: list[str]
    token: str
    unit: str


class PackEntry(TypedDict):
    """A template pack."""

    name: str
    titles: dict[str, str]
    description: str
    parent: str | None
    paper: str
    author: str
    licence: str
    folder: str
    thumbnail: str | None
    options: list[OptionRecord]


class PacksRecord(TypedDict):
    """All packs."""

    schema: Literal[1]
    packs: list[PackEntry]


class TokenRecord(TypedDict):
    """A CSS variable: its value, and the pack that sets it."""

    name: str
    value: str
    kind: str
    help: str
    owner: str


class PackRecord(PackEntry):
    """One pack: its parents, its files with their owners, its variables and names."""

    schema: Literal[1]
    chain: list[str]
    files: dict[str, str]
    tokens: list[TokenRecord]
    names: dict[str, str]


class ChangeEntry(TypedDict):
    """A file of a pack's own beside its parent's: the lines of a unified diff."""

    file: str
    parent: str
    outdated: bool
    diff: list[str]


class ChangesRecord(TypedDict):
    """What a pack changes in those it inherits."""

    schema: Literal[1]
    changes: list[ChangeEntry]


class TrialRecord(TypedDict):
    """A handout printed with the pack on a paper, and what is wrong with it."""

    handout: str
    paper: str
    pages: int
    faults: list[str]


class TrialsRecord(TypedDict):
    """What `templates check` found; `unused` is what no page uses."""

    schema: Literal[1]
    unused: list[str]
    trials: list[TrialRecord]


def thumbnail(pack: Pack) -> Path | None:
    """The picture that a pack has of itself."""
    path = pack.folders[0] / _THUMBNAIL
    return path if files.is_file(path) else None


def packs_record(found: Iterable[Pack]) -> PacksRecord:
    """The record of all packs."""
    return {"schema": SCHEMA, "packs": [_entry(pack) for pack in found]}


def pack_record(pack: Pack) -> PackRecord:
    """The record of one pack."""
    # Imported here: --help and the other commands can do without.
    from handout.render.context import contract

    return {
        "schema": SCHEMA,
        **_entry(pack),
        "chain": list(pack.chain),
        "files": packs.files_of(pack),
        "tokens": [
            {
                "name": token.name,
                "value": token.value,
                "kind": token.kind,
                "help": token.help,
                "owner": token.owner,
            }
            for token in tokens_of(pack)
        ],
        "names": contract(),
    }


def change_record(changes: "Iterable[Change]") -> ChangesRecord:
    """The record of what a pack changes."""
    return {
        "schema": SCHEMA,
        "changes": [
            {
                "file": change.file,
                "parent": change.parent,
                "outdated": change.outdated,
                "diff": list(change.diff),
            }
            for change in changes
        ],
    }


def trial_record(
    handout: str, paper: str, pages: int, faults: Iterable[str]
) -> TrialRecord:
    """The record of one trial."""
    return {"handout": handout, "paper": paper, "pages": pages, "faults": list(faults)}


def trials_record(unused: Iterable[str], trials: list[TrialRecord]) -> TrialsRecord:
    """The record of all trials of a pack."""
    return {"schema": SCHEMA, "unused": list(unused), "trials": trials}


def _entry(pack: Pack) -> PackEntry:
    picture = thumbnail(pack)
    return {
        "name": pack.name,
        "titles": dict(pack.titles),
        "description": pack.description,
        "parent": pack.chain[1] if len(pack.chain) > 1 else None,
        "paper": pack.paper,
        "author": pack.author,
        "licence": pack.licence,
        "folder": str(pack.folders[0]),
        "thumbnail": str(picture) if picture else None,
        "options": [_option(option) for option in pack.options],
    }


def _option(option: PackOption) -> OptionRecord:
    return {
        "name": option.name,
        "kind": option.kind,  # type: ignore[typeddict-item]  # the model has text
        "default": option.default,
        "help": option.help,
        "minimum": option.minimum,
        "maximum": option.maximum,
        "choices": list(option.choices),
        "token": option.token,
        "unit": option.unit,
    }
