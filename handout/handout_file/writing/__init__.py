"""Writes values as a tree of mappings, lists and texts, in short forms where it can."""

from dataclasses import fields, is_dataclass
from typing import Any

from handout.handout_file.shape import entry_of, item_kind, keys_of, short_of
from handout.handout_file.shape.file_keys import FileEntry
from handout.handout_file.shape.short_forms import Counted
from handout.model.blocks import Block, Prompt, Room
from handout.model.draft import Mark
from handout.model.handout import HandoutSection
from handout.model.meeting import Meeting

Tree = Any


class Inline(dict[str, Any]):
    """A mapping on one line: {lines: 3, share: 2}."""


# What is in the file even where it is empty: a place to write it.
_ALWAYS: dict[type, set[str]] = {
    FileEntry: {
        "title",
        "byline",
        "date",
        "source",
        "language",
        "seed",
        "meeting",
        "front",
        "sections",
        "closing",
    },
    entry_of(HandoutSection): {"title", "minutes", "blocks"},
    entry_of(Prompt): {"room"},
    Room: {"lines", "share"},
    Meeting: {field.name for field in fields(Meeting)},
}


def tree_of(value: Any) -> Tree:
    """The tree of any value of the model."""
    if isinstance(value, tuple):
        return _list(value)
    if not is_dataclass(value) or isinstance(value, type):
        return _number(value) if isinstance(value, float) else value
    shape = entry_of(type(value))
    entry = shape.of(value) if shape is not type(value) else value
    return _entry(entry, value)


def _list(values: tuple[Any, ...]) -> Tree:
    if values and isinstance(values[0], Mark):
        return ", ".join(f"{mark.name} {mark.value}" for mark in values)
    return [tree_of(value) for value in values]


def _entry(entry: Any, value: Any) -> Tree:
    shape: type = type(entry)
    short = short_of(shape)
    if short:
        text = short.write(entry)
        if text and short.read(text) == entry:
            return text
    tree: dict[str, Tree] = Inline() if isinstance(value, Room) else {}
    if isinstance(value, Block):
        tree["block"] = value.kind
    always = _ALWAYS.get(shape, set())
    for key in keys_of(shape):
        found = getattr(entry, key.name)
        if key.required or key.name in always or found != key.default:
            tree[key.name] = _item(key.kind, found)
    return tree


def _item(kind: Any, found: Any) -> Tree:
    """A value under its key; a single phrase needs no list."""
    if item_kind(kind) is Mark and not found:
        return ""
    tree = tree_of(found)
    if item_kind(kind) is Counted and len(tree) == 1 and isinstance(tree[0], str):
        return tree[0] or tree
    return tree


def _number(value: float) -> int | float:
    return int(value) if value == int(value) else value
