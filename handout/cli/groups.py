"""Groups of options that several commands share: a dataclass, an option per field."""

from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import fields, is_dataclass
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Annotated, Any, TypeVar, get_args

Command = Callable[..., None]
Group = TypeVar("Group")


def spread_groups(command: Command) -> Command:
    """A command whose groups Typer sees as single options.

    A parameter whose type is a dataclass is a group: its fields, with their types and
    defaults, are the options, in their order; the command is given the group filled in.
    """
    declared = signature(command).parameters.values()
    groups: dict[str, Any] = {
        p.name: p.annotation for p in declared if is_dataclass(p.annotation)
    }
    options = [option for parameter in declared for option in _options(parameter)]

    @wraps(command)
    def run(**given: Any) -> None:
        for name, group in groups.items():
            given[name] = group(**{f.name: given.pop(f.name) for f in fields(group)})
        command(**given)

    run.__signature__ = Signature(options)  # type: ignore[attr-defined]
    run.__annotations__ = {option.name: option.annotation for option in options}
    return run


def _options(parameter: Parameter) -> list[Parameter]:
    group = parameter.annotation
    if not is_dataclass(group):
        return [parameter.replace(kind=Parameter.KEYWORD_ONLY)]
    return [
        Parameter(
            field.name,
            Parameter.KEYWORD_ONLY,
            default=field.default,
            annotation=_in_panel(field.type, getattr(group, "PANEL", None)),
        )
        for field in fields(group)
    ]


def _in_panel(annotation: Any, panel: str | None) -> Any:
    """An option with the name of the group that the help shows it in."""
    kind, *metadata = get_args(annotation)
    if not panel or not metadata or getattr(metadata[0], "rich_help_panel", None):
        return annotation
    # A copy: other commands may show the same option elsewhere.
    option = copy(metadata[0])
    option.rich_help_panel = panel
    return Annotated[kind, option]


def fill_group(group: type[Group], said: Mapping[str, Any]) -> Group:
    """A group with what is said of its options; the rest by default."""
    known = {field.name for field in fields(group)}  # type: ignore[arg-type]
    return group(**{name: value for name, value in said.items() if name in known})
