"""The help of commands: options in groups, choices as choices, in the reader's words.

Typer's own help is either a plain list or needs Rich, which makes every start slower.
"""

import re
import unicodedata
from collections.abc import Iterator
from inspect import cleandoc
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from handout.cli import project, show
from handout.messages import language, translate

_WIDTH = 80
_NAMES = 30
_OTHER = "Options"
# Names that options had before; they still work, and no help shows them.
_OLD = re.compile(r", --(?:pin|drop|summary-sentences)\b")
# What a line may break between: a Chinese character, a word, white space.
_PIECES = re.compile(
    r"[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]+|\s+"
)
_NEVER_FIRST = "，。；：、）」！？"
_RANGES = (
    (re.compile(r"\b(\d+)<=x<=(\d+)"), r"\1–\2"),
    (re.compile(r"\bx>=(\d+)"), r"≥ \1"),
    (re.compile(r"^default: "), ""),
)


def _as_result(option: Any) -> Any:
    """An option --help whose help is a result: a full disk ends in one sentence."""
    if option:
        option.callback = _show_help
    return option


def _show_help(ctx: Any, _option: Any, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        show.result(ctx.get_help())
        ctx.exit()


class Command(TyperCommand):
    """A command with grouped help, and the defaults of the source's handout.toml."""

    def get_help_option(self, ctx: Any) -> Any:
        """The option --help."""
        return _as_result(super().get_help_option(ctx))

    def get_help(self, ctx: typer.Context) -> str:  # type: ignore[override]
        """The help as text."""
        return "\n".join(_help_lines(self, ctx))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words; what they leave open, the source's handout.toml says."""
        rest = super().parse_args(ctx, args)
        if not ctx.resilient_parsing:
            project.give_defaults(ctx, self.params)
        return rest


class Group(TyperGroup):
    """A group of commands whose help is like theirs."""

    def get_help_option(self, ctx: Any) -> Any:
        """The option --help."""
        return _as_result(super().get_help_option(ctx))

    def get_help(self, ctx: typer.Context) -> str:  # type: ignore[override]
        """The help as text."""
        lines = [*_help_lines(self, ctx), "", _head("Commands")]
        for name, command in self.commands.items():
            if not command.hidden:
                about = _first_sentence(translate(_paragraphs(command.help)[0]))
                lines += _row(name, about, max(map(len, self.commands)) + 4)
        return "\n".join(lines)


def _help_lines(command: Any, ctx: Any) -> Iterator[str]:
    usage = " ".join([ctx.command_path, *command.collect_usage_pieces(ctx)])
    yield from _wrap_lines(f"{_head('Usage')} {usage}", "", "  ")
    for paragraph in _paragraphs(command.help):
        yield ""
        yield from _wrap_lines(translate(paragraph), "  ", "  ")
    panels: dict[str, list[tuple[str, str]]] = {}
    for parameter in command.get_params(ctx):
        record = parameter.get_help_record(ctx)
        if record:
            panel = getattr(parameter, "rich_help_panel", None) or (
                "Arguments" if parameter.param_type_name == "argument" else _OTHER
            )
            row = (_OLD.sub("", record[0]), _about(parameter.help or "", record[1]))
            panels.setdefault(panel, []).append(row)
    # What has no group of its own comes last.
    for panel in sorted(panels, key=lambda name: name == _OTHER):
        yield from ("", _head(panel))
        for name, about in panels[panel]:
            yield from _row(name, about, _NAMES)


def _head(title: str) -> str:
    return f"{translate(title)}{'：' if language() else ':'}"


def _about(own: str, whole: str) -> str:
    """What an option is for, then its default and its range."""
    extra = whole.removeprefix(own).strip().strip("[]")
    parts = [part.strip() for part in extra.split(";") if part.strip()]
    shown = []
    for part in parts:
        is_default = part.startswith("default: ")
        text = part
        for pattern, written in _RANGES:
            text = pattern.sub(written, text)
        shown.append(f"{translate('default')}: {text}" if is_default else text)
    tail = f" [{'; '.join(map(translate, shown))}]" if shown else ""
    return translate(own) + tail


def _paragraphs(documented: str | None) -> list[str]:
    """The paragraphs of a help text, each on one line."""
    text = cleandoc(documented or "")
    return [" ".join(part.split()) for part in text.split("\n\n")]


def _first_sentence(text: str) -> str:
    return re.split(r"(?<=[.。])\s*|[;；]", text, maxsplit=1)[0].rstrip(".。")


def _row(name: str, about: str, indent: int) -> Iterator[str]:
    """A name and what it is, beside it or, where the name is long, below."""
    head = f"  {name}"
    if _columns(head) > indent - 2:
        yield head
        head = ""
    first = head + " " * (indent - _columns(head))
    yield from _wrap_lines(about, first, " " * indent)


def _wrap_lines(text: str, first: str, rest: str) -> Iterator[str]:
    """Lines of at most 80 columns; Chinese characters are two wide, and may break."""
    line, is_empty = first, True
    for word in _PIECES.findall(text):
        is_long = _columns(line + word) > _WIDTH and not is_empty
        if is_long and word.strip() and word not in _NEVER_FIRST:
            yield line.rstrip()
            line, is_empty = rest, True
        if not is_empty or word.strip():
            line, is_empty = line + word, False
    yield line.rstrip()


def _columns(text: str) -> int:
    return sum(1 + (unicodedata.east_asian_width(one) in "WF") for one in text)
