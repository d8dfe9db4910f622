"""Writes a tree as YAML: plain where nobody could misread it, in quotes elsewhere."""

import re
from collections.abc import Callable
from typing import Any

from handout.handout_file.writing import Inline, Tree

# What YAML, old or new, takes for something else than a text.
_OTHER = re.compile(
    r"~|null|true|false|yes|no|on|off|y|n"
    r"|[-+]?[0-9_,.:]+([eE][-+]?\d+)?|0[xob][0-9a-f_]+|[-+]?\.(inf|nan)"
    r"|\d{4}-\d\d?-\d\d?.*|<<|=|\.\.\..*|---.*",
    re.IGNORECASE | re.DOTALL,
)
_FIRST = frozenset("-?:,[]{}#&*!|>'\"%@` \t")
# What is in a text that no plain text, or no text on paper, can show.
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]|"
    "[\U0001fffe\U0001ffff]"
)
_NAMED = {"\n": "\\n", "\t": "\\t", "\r": "\\r", "\x85": "\\N", "\0": "\\0"}

Note = Callable[[str, Tree], str]


def no_note(_key: str, _value: Tree) -> str:
    """Say nothing about a key."""
    return ""


def scalar(value: Any, *, flow: bool = False) -> str:
    """Write a single value on a single line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return repr(value)
    if _HIDDEN.search(value):
        return _escape(value)
    if _plain(value, flow=flow):
        return value
    if "\\" in value or '"' in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def _plain(text: str, *, flow: bool) -> bool:
    if not text or text != text.strip() or text[0] in _FIRST or text[-1] == ":":
        return False
    if ": " in text or " #" in text or _OTHER.fullmatch(text):
        return False
    return not (flow and re.search(r"[,\[\]{}:#]", text))


def _escape(text: str) -> str:
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + _HIDDEN.sub(_code, text) + '"'


def _code(found: re.Match[str]) -> str:
    character = found[0]
    if character in _NAMED:
        return _NAMED[character]
    code = ord(character)
    if code <= 0xFF:
        return f"\\x{code:02X}"
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"


def write_inline(tree: Tree) -> str:
    """Write a tree on one line, with brackets."""
    if isinstance(tree, dict):
        pairs = (f"{key}: {write_inline(value)}" for key, value in tree.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(tree, list):
        return "[" + ", ".join(map(write_inline, tree)) + "]"
    return scalar(tree, flow=True)


def is_one_line(tree: Tree) -> bool:
    """Say whether a tree is on the line of its key."""
    return isinstance(tree, Inline) or not isinstance(tree, (dict, list)) or not tree


def block(tree: Tree, indent: int, note: Note = no_note) -> list[str]:
    """Write a mapping or a list on lines of their own."""
    lines: list[str] = []
    if isinstance(tree, list):
        for item in tree:
            lines += _write_after("-", item, indent, note)
        return lines
    for key, value in tree.items():
        comment = note(key, value)
        led = _write_after(f"{key}:", value, indent, note)
        lines += [f"{led[0]}   # {comment}", *led[1:]] if comment else led
    return lines


def _write_after(lead: str, tree: Tree, indent: int, note: Note) -> list[str]:
    """Write what follows a key or a dash."""
    space = " " * indent
    if is_one_line(tree):
        if tree == "" and lead != "-":
            return [space + lead]
        text = write_inline(tree) if isinstance(tree, (dict, list)) else scalar(tree)
        return [f"{space}{lead} {text}"]
    below = block(tree, indent + 2, note)
    if lead == "-":
        return [f"{space}- {below[0].lstrip(' ')}", *below[1:]]
    return [space + lead, *below]
