"""The JSON Schema of the handout file, which editors complete and check by."""

import json
from typing import Any

from handout.handout_file.shape import (
    KINDS,
    MOST,
    MOST_OF,
    WORDS_OF,
    Key,
    entry_of,
    item_kind,
    keys_of,
    short_of,
)
from handout.handout_file.shape.file_keys import VERSION, FileEntry
from handout.handout_file.shape.help import BLOCKS, help_of
from handout.handout_file.shape.short_forms import Span
from handout.model.blocks import Block, Room
from handout.model.draft import Mark

Schema = dict[str, Any]
# Text is text, whatever an editor's YAML takes it for.
_TEXT: Schema = {"type": ["string", "number", "boolean", "null"]}
_YES_OR_NO = ["是", "否", "对", "错", "對", "錯"]


def schema_text() -> str:
    """The schema as the text of its file."""
    return json.dumps(_Writer().whole(), ensure_ascii=False, indent=1) + "\n"


class _Writer:
    """Gathers a definition for each class that the file is made of."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}

    def whole(self) -> Schema:
        root = self.mapping(FileEntry)
        root["properties"]["handout"] = {"const": VERSION}
        return {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "title": "handout",
            **root,
            "definitions": dict(sorted(self.definitions.items())),
        }

    def of(self, kind: Any, key: str, owner: type) -> Schema:
        inner = item_kind(kind)
        if inner is Mark:
            return {"type": ["string", "null"]}
        if inner is not None:
            return self.items(inner, key, owner)
        if kind is Block:
            return self.define("block", self.block)
        if kind in (str, int, float, bool):
            return _scalar(kind, key, owner)
        shape = entry_of(kind)
        return self.define(shape.__name__, lambda: self.entry(shape))

    def items(self, kind: Any, key: str, owner: type) -> Schema:
        one = self.of(kind, key, owner)
        alone = [one] if kind is not Block and _is_short(kind) else []
        return {"anyOf": [{"type": "array", "items": one}, *alone, {"type": "null"}]}

    def define(self, name: str, make: Any) -> Schema:
        if name not in self.definitions:
            # Blocks hold no blocks, yet a name must exist before its parts are made.
            self.definitions[name] = {}
            self.definitions[name] = make()
        return {"$ref": f"#/definitions/{name}"}

    def block(self) -> Schema:
        return {"anyOf": [self.kind(word, kind) for word, kind in KINDS.items()]}

    def kind(self, word: str, kind: type[Block]) -> Schema:
        shape = self.mapping(entry_of(kind))
        shape["properties"] = {"block": {"const": word}, **shape["properties"]}
        shape["required"] = ["block", *shape.get("required", [])]
        chinese, english = BLOCKS.get(word, ("", ""))
        return {"title": f"{word} {chinese}", "description": english, **shape}

    def entry(self, shape: type) -> Schema:
        mapping = self.mapping(shape)
        if shape is Span:
            return {"anyOf": [{"type": ["string", "integer"]}, mapping]}
        if shape is Room:
            return {"anyOf": [{"type": "integer"}, mapping, {"type": "null"}]}
        return {"anyOf": [_TEXT, mapping]} if short_of(shape) else mapping

    def mapping(self, shape: type) -> Schema:
        keys = keys_of(shape)
        required = [key.name for key in keys if key.required]
        found: Schema = {
            "type": "object" if required else ["object", "null"],
            "properties": {key.name: self.key(key, shape) for key in keys},
            "additionalProperties": False,
        }
        return found | ({"required": required} if required else {})

    def key(self, key: Key, shape: type) -> Schema:
        chinese, english = help_of(shape, key.name)
        told = f"{chinese}：{english}" if chinese else english
        found = self.of(key.kind, key.name, shape)
        # Beside $ref, draft 7 sees nothing: a description goes around it.
        if "$ref" in found:
            found = {"allOf": [found]}
        return {"description": told, **found} if told else found


def _is_short(kind: Any) -> bool:
    return kind in (str, int, float, bool) or bool(short_of(entry_of(kind)))


def _scalar(kind: type, key: str, owner: type) -> Schema:
    words = WORDS_OF.get((owner.__name__, key))
    if words:
        return {"enum": [word or None for word in words]}
    if kind is str:
        return _TEXT
    if kind is bool:
        return {"anyOf": [{"type": ["boolean", "null"]}, {"enum": _YES_OR_NO}]}
    number = "integer" if kind is int else "number"
    most = MOST_OF.get((owner.__name__, key), MOST)
    return {"type": [number, "null"], "minimum": 0, "maximum": most}
