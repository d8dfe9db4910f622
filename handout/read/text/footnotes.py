"""Reads Markdown footnotes, which CommonMark lacks: [^1], and [^1]: before the note."""

import re
from typing import Any

_NOTE = re.compile(r" {0,3}\[\^([^\]\s]{1,80})\]:[ \t]*")
_MARK = re.compile(r"\[\^([^\]\s]{1,80})\]")


def teach_notes(parser: Any) -> Any:
    """Teach a markdown-it parser to emit notes: footnote_open to footnote_close."""
    parser.block.ruler.before(
        "reference", "footnote", _note, {"alt": ["paragraph", "reference"]}
    )
    return parser


def names_of(text: str) -> frozenset[str]:
    """The names of the notes in a text."""
    found = (_NOTE.match(line) for line in text.split("\n"))
    return frozenset(match.group(1) for match in found if match)


def without_marks(text: str, names: frozenset[str]) -> str:
    """A line without the marks of known notes."""
    return _MARK.sub(lambda m: "" if m.group(1) in names else m.group(), text)


def _note(state: Any, first: int, last: int, silent: bool) -> bool:
    """Read one note: its line, those that continue it, and all indented below."""
    begin = state.bMarks[first] + state.tShift[first]
    match = _NOTE.match(state.src[begin : state.eMarks[first]])
    if not match or state.is_code_block(first):
        return False
    if silent:
        return True
    state.push("footnote_open", "div", 1).map = [first, last]
    before = state.bMarks[first], state.tShift[first], state.sCount[first]
    state.bMarks[first] = begin + match.end()
    state.tShift[first] = 0
    state.blkIndent += 4
    state.sCount[first] = state.blkIndent
    kind, state.parentType = state.parentType, "footnote"
    state.md.block.tokenize(state, first, last)
    state.parentType = kind
    state.blkIndent -= 4
    state.bMarks[first], state.tShift[first], state.sCount[first] = before
    state.push("footnote_close", "div", -1)
    return True
