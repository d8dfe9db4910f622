"""What a template may ask of each value it gets: the contract's types, as far as known.

A kind is what a value is known to be: one of some classes, many of one kind, or a table
of names. Where nothing is known, there is no kind (None), and all may be asked.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from handout.model.blocks import Block


@dataclass(frozen=True)
class OneOf:
    """A value of one of these classes."""

    classes: frozenset[type]


@dataclass(frozen=True)
class Many:
    """A tuple of values of one kind."""

    kind: "Kind | None"


@dataclass(frozen=True)
class NameTable:
    """A dict that has these names, and no others."""

    names: frozenset[str]


Kind = OneOf | Many | NameTable


@cache
def type_kind(hint: Any) -> Kind | None:
    """The kind of a type, as annotations write it."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return type_kind(parts[0])
    if origin in (Union, UnionType):
        return joined_kind(type_kind(part) for part in parts if part is not NoneType)
    if origin is tuple and parts[1:] == (Ellipsis,):
        return Many(type_kind(parts[0]))
    if isinstance(hint, type) and issubclass(hint, Block):
        # A block is of one of its kinds, wherever any may come.
        return OneOf(frozenset({hint, *_below(hint)}))
    if isinstance(hint, type) and is_dataclass(hint):
        return OneOf(frozenset({hint}))
    return None


def _below(kind: type) -> set[type]:
    found: set[type] = set()
    subclasses: list[type] = kind.__subclasses__()
    for one in subclasses:
        found |= {one, *_below(one)}
    return found


def joined_kind(kinds: Iterable[Kind | None]) -> Kind | None:
    """The kind of a value that is of any of these kinds."""
    found = list(dict.fromkeys(kinds))
    if not found or None in found:
        return None
    if all(isinstance(one, OneOf) for one in found):
        return OneOf(
            frozenset(c for o in found if isinstance(o, OneOf) for c in o.classes)
        )
    if all(isinstance(one, Many) for one in found):
        return Many(joined_kind(one.kind for one in found if isinstance(one, Many)))
    return found[0] if len(found) == 1 else None


def element(kind: Kind | None) -> Kind | None:
    """The kind of each value in many."""
    return kind.kind if isinstance(kind, Many) else None


def known_names(kind: Kind | None) -> frozenset[str] | None:
    """The names that may be asked of a kind, None where nobody knows."""
    if isinstance(kind, NameTable):
        return kind.names
    if isinstance(kind, OneOf):
        return frozenset().union(*(frozenset(_members(one)) for one in kind.classes))
    return None


def has(kind: Kind, name: str) -> bool:
    """Say whether a value of this kind may have a name; _names are the sandbox's."""
    known = known_names(kind)
    if known is None or name in known or name.startswith("_"):
        return True
    # A table is a dict too, which has .items and .get.
    return isinstance(kind, NameTable) and name in dir(dict)


def attribute(kind: Kind | None, name: str) -> Kind | None:
    """The kind of an attribute."""
    if not isinstance(kind, OneOf):
        return None
    found = [_members(one) for one in kind.classes]
    return joined_kind(members[name] for members in found if name in members)


@cache
def _members(kind: type) -> dict[str, Kind | None]:
    """What may be asked of a class: fields and properties, each with its kind."""
    hints = get_type_hints(kind, include_extras=True)
    found: dict[str, Kind | None] = {
        name: None for name in dir(kind) if not name.startswith("_")
    }
    found |= {field.name: type_kind(hints[field.name]) for field in fields(kind)}
    for name in found:
        member = getattr(kind, name, None)
        if isinstance(member, property) and member.fget:
            found[name] = type_kind(get_type_hints(member.fget).get("return"))
    return found
