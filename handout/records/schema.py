"""The JSON Schema of each record, made from its typed dictionary."""

import json
from types import NoneType, UnionType
from typing import (
    Any,
    Literal,
    NotRequired,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from handout.records.analysis import AnalysisRecord
from handout.records.document import OutlineRecord
from handout.records.files import FilesRecord
from handout.records.packs import ChangesRecord, PackRecord, PacksRecord, TrialsRecord
from handout.records.printing import FontsRecord, ReportRecord

Schema = dict[str, Any]
# The name of each published schema, and the record it is of.
PUBLISHED: dict[str, type] = {
    "outline": OutlineRecord,
    "analyse": AnalysisRecord,
    "make": FilesRecord,
    "check": ReportRecord,
    "fonts-list": FontsRecord,
    "templates-list": PacksRecord,
    "templates-show": PackRecord,
    "templates-check": TrialsRecord,
    "templates-diff": ChangesRecord,
}
_SCALARS: dict[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    Any: {},
}


def record_schema_text(name: str) -> str:
    """The schema of that name as the text of its file."""
    return json.dumps(schema_of(PUBLISHED[name]), ensure_ascii=False, indent=1) + "\n"


def schema_of(record: type) -> Schema:
    """The schema of a typed dictionary, with a definition for each one it holds."""
    definitions: dict[str, Schema] = {}
    whole = _object(record, definitions)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": record.__name__,
        **whole,
        "definitions": dict(sorted(definitions.items())),
    }


def _object(record: type, definitions: dict[str, Schema]) -> Schema:
    hints = get_type_hints(record, include_extras=True)
    return {
        "description": " ".join((record.__doc__ or "").split()),
        "type": "object",
        "properties": {key: _of(kind, definitions) for key, kind in hints.items()},
        "required": [key for key, k in hints.items() if get_origin(k) != NotRequired],
    }


def _of(kind: Any, definitions: dict[str, Schema]) -> Schema:
    if kind in _SCALARS:
        return _SCALARS[kind]
    if is_typeddict(kind):
        if kind.__name__ not in definitions:
            # A section holds sections: its name is known before its parts are.
            definitions[kind.__name__] = {}
            definitions[kind.__name__] = _object(kind, definitions)
        return {"$ref": f"#/definitions/{kind.__name__}"}
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return {"enum": list(inner)}
    if origin is list:
        return {"type": "array", "items": _of(inner[0], definitions)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _of(inner[1], definitions)}
    if origin in (Union, UnionType):
        return {"anyOf": [_of(one, definitions) for one in inner]}
    return _of(inner[0], definitions)
