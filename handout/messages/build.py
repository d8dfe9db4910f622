"""Collects the messages of the code, and lists those that a catalogue lacks.

Run by `python -m handout.messages.build`; a test fails as long as it lists anything.
"""

import ast
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from handout.messages import catalogue

PACKAGE = Path(__file__).parents[1]
LANGUAGES = ("zh_CN", "zh_TW")
_ERRORS = {"UsageError", "ReadError", "TemplateError", "FontError", "WriteError"}
_ERRORS |= {"SetupError", "wrong"}
# Where a call has its messages: the places of plain arguments, and the keywords.
_CALLS: dict[str, tuple[slice, tuple[str, ...]]] = {
    **dict.fromkeys(_ERRORS, (slice(0, 1), ("hint", "where"))),
    "Notice": (slice(1, None), ("message", "where")),
    "Finding": (slice(3, None), ("message", "hint")),
    "did_you_mean": (slice(2, None), ("otherwise",)),
    "Option": (slice(0, 0), ("help", "rich_help_panel")),
    "Argument": (slice(0, 0), ("help", "rich_help_panel")),
    "Typer": (slice(0, 0), ("help",)),
    "said": (slice(0, 1), ()),
    "progress": (slice(0, 1), ()),
    "translated": (slice(0, 1), ()),
    "_Kind": (slice(0, None), ("hint",)),
    "self.wrong": (slice(1, None), ()),
    "mistake": (slice(0, None, 2), ("hint",)),
}
_NAMES = {
    "message",
    "hint",
    "why",
    "reason",
    "PANEL",
    "_SYNTAX",
    "_BANG",
    "_QUOTED",
    "_INDENT",
}
_NAMES |= {"_QUOTES", "_ANEW", "_JOINED", "_HINT"}
# Words of libraries that are compared, not shown.
_NOT_SHOWN = {"mapping values are not allowed", "quoted scalar", "expected ',' or"}
_NOT_SHOWN |= {"could not find expected ':'", "cannot start any token"}
_NOT_SHOWN |= {"intense quote", "block text", "UTF-16", "Windows-1252"}
# Nothing to translate: a name of an option, or no words but those filled in.
_PLAIN = re.compile(r"(--|\[\[)\S*( \S+)?|[^A-Za-z]*(\{\d+\}[^A-Za-z]*)*")


def messages() -> dict[str, str]:
    """Every message of the code, each with the module that has it first."""
    found: dict[str, str] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        if path != Path(__file__):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            place = path.relative_to(PACKAGE).as_posix()
            for message in _of_module(tree, is_command=path.parent.name == "cli"):
                is_shown = " " in message or place.startswith("cli/")
                if (
                    is_shown
                    and message not in _NOT_SHOWN
                    and not _PLAIN.fullmatch(message)
                ):
                    found.setdefault(message, place)
    return found


def _of_module(tree: ast.Module, *, is_command: bool) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _of_call(node)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            if isinstance(target, ast.Name) and target.id in _NAMES and node.value:
                is_panel = target.id == "PANEL"
                yield from (t for t in templates(node.value) if " " in t or is_panel)
    for node in tree.body if is_command else ():
        if isinstance(node, ast.FunctionDef) and _is_command(node):
            for paragraph in (ast.get_docstring(node) or "").split("\n\n"):
                yield " ".join(paragraph.split())


def _is_command(node: ast.FunctionDef) -> bool:
    is_own = node.name.startswith("_") and node.name != "_main"
    return not is_own and "Option" in ast.dump(node.args)


def _of_call(node: ast.Call) -> Iterator[str]:
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    if isinstance(node.func, ast.Attribute):
        is_self = ast.unparse(node.func.value) == "self"
        name = f"self.{node.func.attr}" if is_self else node.func.attr
    if name in _CALLS:
        places, keywords = _CALLS[name]
        given = node.args[places] + [
            k.value for k in node.keywords if k.arg in keywords
        ]
        for number, value in enumerate(given):
            for text in templates(value):
                if name != "_Kind":
                    yield text
                elif " " in text:
                    yield text if number else f"is {text}"


def templates(value: ast.expr) -> Iterator[str]:
    """The texts that an expression can be; {0}, {1} … for what is filled in."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        # What str.format fills in is numbered as in an f-string.
        places = count()
        yield re.sub(r"\{\}", lambda _: f"{{{next(places)}}}", value.value)
    elif isinstance(value, ast.JoinedStr):
        filled = 0
        text = ""
        for part in value.values:
            if isinstance(part, ast.Constant):
                text += str(part.value)
            else:
                text += f"{{{filled}}}"
                filled += 1
        yield text
    elif isinstance(value, ast.IfExp):
        yield from templates(value.body)
        yield from templates(value.orelse)
    elif isinstance(value, ast.BoolOp | ast.Tuple):
        for one in value.values if isinstance(value, ast.BoolOp) else value.elts:
            yield from templates(one)


def untranslated_messages(language: str) -> dict[str, str]:
    """The messages that a catalogue lacks, each with the module that has it."""
    known = catalogue(language)
    return {one: place for one, place in messages().items() if one not in known}


if __name__ == "__main__":
    for language in LANGUAGES:
        for message, place in untranslated_messages(language).items():
            print(f"{language} lacks {message!r} ({place})")  # noqa: T201  # a script
