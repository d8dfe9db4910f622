"""Reads nodes as values; every mistake has its place and the right word."""

import math
from collections.abc import Callable
from typing import Any

from handout.errors import ReadError
from handout.handout_file.reading.answer_checks import fault_of
from handout.handout_file.reading.mistakes import Place, mistake, nearest
from handout.handout_file.reading.nodes import ListNode, MapNode, Node, TextNode
from handout.handout_file.shape import (
    KINDS,
    LEAST_OF,
    MOST,
    MOST_ENTRIES,
    MOST_ENTRIES_OF,
    MOST_OF,
    WORDS_OF,
    Key,
    entry_of,
    is_one_text,
    item_kind,
    keys_of,
    short_of,
)
from handout.handout_file.shape.help import class_words, example_of
from handout.model.blocks import Block
from handout.model.draft import Mark
from handout.numbers import whole_number

_YES = ("true", "yes", "on", "是", "对", "對", "正确", "正確", "√")
_NO = ("false", "no", "off", "否", "错", "錯", "错误", "錯誤", "×", "")
_QUOTES = "a text with “: ” or “ #” in it needs quotes: '…'"


class Reader:
    """Reads one file, whose name its mistakes give as their place."""

    def __init__(self, name: str) -> None:
        self.name = name

    def wrong(self, node: Node, message: str, hint: str) -> ReadError:
        """The error of a mistake at a node."""
        return mistake(message, Place(self.name, node.line, node.column), hint)

    def value(self, kind: Any, node: Node, key: str, owner: type) -> Any:
        """Read a node as a value of a type; `key` is the key it is under."""
        inner = item_kind(kind)
        if inner is Mark:
            return self.marks(node, key)
        if inner is not None:
            return self.items(inner, node, key, owner)
        if kind is Block:
            return self.block(node)
        if kind in (str, int, float, bool):
            return self.scalar(kind, node, key, owner)
        return self.entry(kind, node, key)

    def items(self, kind: Any, node: Node, key: str, owner: type) -> tuple[Any, ...]:
        """Read a list; a single text is a list of one."""
        if isinstance(node, ListNode):
            most = MOST_ENTRIES_OF.get((owner.__name__, key), MOST_ENTRIES)
            if len(node.items) > most:
                message = f"“{key}” has {len(node.items):,} entries"
                raise self.wrong(
                    node.items[most], message, f"it takes {most:,} at most"
                )
            return tuple(self.value(kind, one, key, owner) for one in node.items)
        if isinstance(node, TextNode) and node.absent:
            return ()
        if isinstance(node, TextNode) and is_one_text(kind):
            return (self.value(kind, node, key, owner),)
        hint = "write each on a line of its own, after a dash: - …"
        raise self.wrong(node, f"“{key}” must be a list", hint)

    def scalar(self, kind: type, node: Node, key: str, owner: type) -> Any:
        """Read a text, a number, or yes and no."""
        if not isinstance(node, TextNode):
            raise self.wrong(node, f"“{key}” must be a single text", _QUOTES)
        if kind is str:
            return self.text(node, key, owner)
        read, what = _SCALARS[kind]
        found = read(node.text.strip())
        if found is None:
            said = node.text.strip()[:40]
            raise self.wrong(node, f"“{key}” cannot be “{said}”", f"it takes {what}")
        most = MOST_OF.get((owner.__name__, key), MOST)
        least = LEAST_OF.get((owner.__name__, key), 0)
        if found > most or 0 < found < least:
            message = f"“{key}” cannot be {node.text.strip()[:40]}"
            bound = f"{most} at most" if found > most else f"0, or {least} at least"
            raise self.wrong(node, message, f"it takes {bound}")
        return found

    def text(self, node: TextNode, key: str, owner: type) -> str:
        """Read a text, one of a few words where only these fit."""
        words = WORDS_OF.get((owner.__name__, key))
        if words is None or node.text in words:
            return node.text
        hint = nearest(node.text, filter(None, words), "it takes")
        raise self.wrong(node, f"“{key}” cannot be “{node.text[:40]}”", hint)

    def block(self, node: Node) -> Block:
        """Read a block: its word decides what else it has."""
        if isinstance(node, TextNode) and node.text in KINDS:
            node = _only(node)
        if not isinstance(node, MapNode) or "block" not in node.entries:
            hint = "a block begins with its word: - block: summary"
            raise self.wrong(node, "is where a block must be", hint)
        word = node.entries["block"].value
        kind = word.text if isinstance(word, TextNode) else ""
        if kind not in KINDS:
            hint = nearest(kind, KINDS, "the blocks are")
            raise self.wrong(word, f"there is no block “{kind[:40]}”", hint)
        found: Block = self.keys(KINDS[kind], node, f"the block {kind}", {"block"})
        return found

    def entry(self, kind: type, node: Node, key: str) -> Any:
        """Read a value that has keys, or a short form."""
        shape = entry_of(kind)
        if isinstance(node, MapNode):
            return self.keys(kind, node, class_words(shape) or f"“{key}”", set())
        short = short_of(shape)
        if isinstance(node, TextNode) and node.absent and key and not _needs(shape):
            return shape()
        found = short.read(node.text) if short and isinstance(node, TextNode) else None
        if found is None:
            what = f"“{key}” cannot be read"
            raise self.wrong(node, what, f"write {example_of(shape)}")
        value = _model(kind, found)
        if fault := fault_of(value):
            raise self.wrong(node, *fault)
        return value

    def keys(self, kind: type, node: MapNode, what: str, known: set[str]) -> Any:
        """Read the keys of a mapping as the fields of a class."""
        shape = entry_of(kind)
        keys = {key.name: key for key in keys_of(shape)}
        self.refuse_unknown(node, what, [*known, *keys])
        given = {
            key.name: self.read_key(key, node, shape)
            for key in keys.values()
            if key.name in node.entries
        }
        for key in keys.values():
            if key.required and key.name not in given:
                hint = f"add a line: {key.name}: …"
                raise self.wrong(node, f"{what} lacks “{key.name}”", hint)
        found = _model(kind, shape(**given))
        if fault := fault_of(found):
            raise self.wrong(node, *fault)
        return found

    def read_key(self, key: Key, node: MapNode, shape: type) -> Any:
        """Read the value of one key."""
        value = node.entries[key.name].value
        if isinstance(value, TextNode) and value.absent and not key.required:
            return "" if key.kind is str else key.default
        return self.value(key.kind, value, key.name, shape)

    def refuse_unknown(self, node: MapNode, what: str, known: list[str]) -> None:
        """Refuse a key that there is not, and tell the nearest one."""
        for word, entry in node.entries.items():
            if word not in known:
                hint = nearest(word, known, "its words are")
                if not hint.startswith("did"):
                    hint = f"{hint}; {_QUOTES}"
                raise self.wrong(entry.key, f"{what} has no “{word[:40]}”", hint)

    def marks(self, node: Node, key: str) -> tuple[Mark, ...]:
        """Read marks of the record: summary 1f3a9c2e, keyphrases 77aa0011."""
        said = node.text if isinstance(node, TextNode) else "?"
        words = [part.split() for part in said.split(",") if part.strip()]
        if any(len(pair) != 2 for pair in words):
            hint = "take the whole part “made:” out, to its last line"
            raise self.wrong(node, f"“{key}” is not as the program wrote it", hint)
        return tuple(Mark(name, value) for name, value in words)


def _only(node: TextNode) -> MapNode:
    """Read a bare word of a block as a block without any keys."""
    from handout.handout_file.reading.nodes import Entry

    entry = Entry(node, node, node.start)
    return MapNode(
        node.start, node.end, node.line, node.column, {"block": entry}, False
    )


def _model(kind: type, found: Any) -> Any:
    """The model's value for what was read."""
    return found.value() if kind is not type(found) else found


def _needs(shape: type) -> bool:
    return any(key.required for key in keys_of(shape))


def _decimal(text: str) -> float | None:
    try:
        found = float(text)
    except ValueError:
        return None
    return found if math.isfinite(found) and found >= 0 else None


def _yes_or_no(text: str) -> bool | None:
    word = text.lower()
    return True if word in _YES else False if word in _NO else None


_SCALARS: dict[type, tuple[Callable[[str], Any], str]] = {
    int: (whole_number, "a whole number"),
    float: (_decimal, "a number"),
    bool: (_yes_or_no, "true or false (是 or 否)"),
}
