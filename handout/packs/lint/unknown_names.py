"""Finds names in a template that nothing has, before anything is printed.

What a template gets has types (context.py), and most of what it asks can be followed
without printing: through loops, `set` and the filters that only choose. What cannot be
followed (a macro's own words, what another filter makes) is reported at printing.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, get_type_hints

from handout.packs.lint.template_types import (
    Kind,
    NameTable,
    attribute,
    element,
    has,
    joined_kind,
    known_names,
    type_kind,
)
from handout.render.context import Context

Kinds = Mapping[str, Kind | None]
_JINJA = {"loop", "self", "super", "caller", "varargs", "kwargs"}
# Filters that give some of what they get, and those that give one of it.
_CHOOSING = {"list", "sort", "reverse", "unique", "select", "reject"}
_CHOOSING |= {"selectattr", "rejectattr"}
_EITHER = ("or", "and", "+")
_ONE = {"first", "last", "random"}
# Loops and imports lead to names by way of names: so often they are followed.
_ROUNDS = 4


class Unknown(NamedTuple):
    """A name that is not there: its line, and the names that are, () for any."""

    name: str
    line: int
    known: tuple[str, ...] = ()


def contract_kinds(
    labels: Iterable[str], options: Iterable[str]
) -> dict[str, Kind | None]:
    """The kinds of the names that every template gets."""
    hints = get_type_hints(Context, include_extras=True)
    found = {name: type_kind(hint) for name, hint in hints.items()}
    tables = {"labels": labels, "options": options}
    return found | {name: NameTable(frozenset(of)) for name, of in tables.items()}


def unknown_names(tree: Any, given: Kinds, around: Kinds) -> Iterator[Unknown]:
    """The names of a parsed template that nothing has.

    `given` is the contract; `around` are the names that templates which include this
    one may have at hand.
    """
    others = {**given, **around}
    own = names_bound(tree, others)
    at_hand = {**others, **own}
    for name in own.keys() & others.keys():
        at_hand[name] = joined_kind((own[name], others[name]))
    yield from _asked_in_vain(tree, at_hand, frozenset(_guarded_names(tree)))


def _asked_in_vain(
    node: Any, at_hand: Kinds, guarded: frozenset[str]
) -> Iterator[Unknown]:
    """Walk a template: within a loop a name is what the loop makes it."""
    from jinja2 import nodes

    asked = getattr(node, "name", getattr(node, "attr", ""))
    if asked not in guarded and (found := _missing_name(node, at_hand)):
        yield found
    within = at_hand
    if isinstance(node, nodes.For):
        made = _target(node.target, element(_kind(node.iter, at_hand)))
        within = {**at_hand, **dict(made)}
        yield from _asked_in_vain(node.iter, at_hand, guarded)
    for child in node.iter_child_nodes(exclude=("iter",)):
        yield from _asked_in_vain(child, within, guarded)


def _missing_name(node: Any, at_hand: Kinds) -> Unknown | None:
    """Report a name that is not there, in one place of a template."""
    from jinja2 import nodes

    if isinstance(node, nodes.Name):
        is_known = node.ctx != "load" or node.name in at_hand or node.name in _JINJA
        return None if is_known else Unknown(node.name, node.lineno)
    match node:
        case nodes.Getattr(node=owner, attr=name):
            kind = _kind(owner, at_hand)
        case nodes.Getitem(node=owner, arg=nodes.Const(value=str(name))):
            kind = _kind(owner, at_hand)
        case _:
            return None
    if kind is None or has(kind, name):
        return None
    return Unknown(name, node.lineno, tuple(sorted(known_names(kind) or ())))


def _guarded_names(tree: Any) -> Iterator[str]:
    """The names that a template asks whether they are there."""
    from jinja2 import nodes

    for node in tree.find_all((nodes.Test, nodes.Filter)):
        if node.name in ("defined", "undefined", "default", "d"):
            yield from (one.name for one in node.find_all(nodes.Name))
            yield from (one.attr for one in node.find_all(nodes.Getattr))


def names_bound(tree: Any, given: Kinds) -> dict[str, Kind | None]:
    """The names that a template makes itself, with their kinds."""
    found: dict[str, Kind | None] = {}
    for _ in range(_ROUNDS):
        every: dict[str, list[Kind | None]] = {}
        for name, kind in _names_made(tree, {**given, **found}):
            every.setdefault(name, []).append(kind)
        found = {name: joined_kind(kinds) for name, kinds in every.items()}
    return found


def _names_made(tree: Any, at_hand: Kinds) -> Iterator[tuple[str, Kind | None]]:
    """Each name where a template makes it."""
    from jinja2 import nodes

    for node in tree.find_all(nodes.Node):
        if isinstance(node, nodes.For):
            yield from _target(node.target, element(_kind(node.iter, at_hand)))
        elif isinstance(node, nodes.Assign):
            yield from _target(node.target, _kind(node.node, at_hand))
        else:
            yield from ((name, None) for name in _made_of_anything(node))


def _made_of_anything(node: Any) -> Iterator[str]:
    """The names that a part of a template makes of what cannot be followed."""
    from jinja2 import nodes

    match node:
        case nodes.Name(ctx="param", name=name) | nodes.Macro(name=name):
            yield name
        case nodes.AssignBlock(target=nodes.Name(name=name)):
            yield name
        case nodes.With():
            targets: list[Any] = node.targets
            yield from (target.name for target in targets)
        case nodes.Import(target=name):
            yield name
        case nodes.FromImport():
            yield from (one if isinstance(one, str) else one[1] for one in node.names)


def _target(target: Any, kind: Kind | None) -> Iterator[tuple[str, Kind | None]]:
    from jinja2 import nodes

    if isinstance(target, nodes.Name):
        yield target.name, kind
    elif isinstance(target, nodes.Tuple):
        for item in target.items:
            yield from _target(item, None)


def _kind(node: Any, at_hand: Kinds) -> Kind | None:
    """The kind of an expression, as far as it can be followed."""
    from jinja2 import nodes

    match node:
        case nodes.Name():
            return at_hand.get(node.name)
        case nodes.Getattr():
            return attribute(_kind(node.node, at_hand), node.attr)
        case nodes.Filter() | nodes.Getitem():
            return _some_of(node, at_hand)
        case nodes.CondExpr(expr1=one, expr2=other):
            return joined_kind((_kind(one, at_hand), _kind(other, at_hand)))
        case nodes.BinExpr(left=one, right=other) if node.operator in _EITHER:
            return joined_kind((_kind(one, at_hand), _kind(other, at_hand)))
    return None


def _some_of(node: Any, at_hand: Kinds) -> Kind | None:
    """The kind of what an index or a filter gives of many."""
    from jinja2 import nodes

    kind = _kind(node.node, at_hand)
    if isinstance(node, nodes.Getitem):
        return kind if isinstance(node.arg, nodes.Slice) else element(kind)
    if node.name in _CHOOSING:
        return kind
    return element(kind) if node.name in _ONE else None
