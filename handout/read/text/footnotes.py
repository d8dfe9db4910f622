"""Footnotes of Markdown, which CommonMark lacks: [^1] and, before the note, [^1]:."""

import re
from typing import Any

_NOTE = re.compile(r" {0,3}\[\^([^\]\s]{1,80})\]:[ \t]*(?=\S)")
_MARK = re.compile(r"\[\^([^\]\s]{1,80})\]")


def with_notes(parser: Any) -> Any:
    """Teach a parser of markdown-it to give notes: footnote_open to footnote_close."""
    parser.block.ruler.before(
        "reference", "footnote", _note, {"alt": ["paragraph", "reference"]}
    )
    return parser


def names_of(text: str) -> frozenset[str]:
    """Give the names of the notes that a text holds."""
    found = (_NOTE.match(line) for line in text.split("\n"))
    return frozenset(match.group(1) for match in found if match)


def without_marks(text: str, names: frozenset[str]) -> str:
    """Give a line without the marks of notes that there are."""
    return _MARK.sub(lambda m: "" if m.group(1) in names else m.group(), text)


def _note(state: Any, first: int, last: int, silent: bool) -> bool:
    """Read one note: its line, and those below up to a blank one or the next note."""
    match = _NOTE.match(_line(state, first))
    if not match or state.is_code_block(first):
        return False
    if silent:
        return True
    end = first + 1
    while end < last and not state.isEmpty(end) and not _NOTE.match(_line(state, end)):
        end += 1
    lines = [_line(state, n) for n in range(first, end)]
    lines[0] = lines[0][match.end() :]
    state.line = end
    for kind, nesting in (("footnote_open", 1), ("inline", 0), ("footnote_close", -1)):
        token = state.push(kind, "" if kind == "inline" else "div", nesting)
        token.map = [first, end]
        if kind == "inline":
            token.content, token.children = "\n".join(lines), []
    return True


def _line(state: Any, number: int) -> str:
    begin = state.bMarks[number] + state.tShift[number]
    return str(state.src[begin : state.eMarks[number]])
