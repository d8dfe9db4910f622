"""Teaches the Markdown parser what people write and CommonMark lacks.

Containers and alerts, templates, headings without a space, formulas of TeX, notes.
"""

import re
from typing import Any

from handout.model.chinese import HAN

_MARKERS = re.compile(
    r"\[\[?_?toc_?\]?\]|\{%.*%\}|\{\{[<%].*[>%]\}\}|\\(?:newpage|pagebreak|clearpage)"
    r"|%%(?:.*%%)?|<!--\s*more\s*-->",
    re.IGNORECASE,
)
_CONTAINER = re.compile(r":{3,}[ \t]*(?:\{[^}]*\}|[\w-]*)[ \t]*(?:\{[^}]*\})?[ \t]*")
_ADMONITION = re.compile(
    r"(?:!!!|\?\?\?\+?|===\+?)[ \t]++(?:[\w-]++(?:[ \t]++|$))*+"
    r"(?:[\"“](.*)[\"”])?[ \t]*+$"
)
_HEADING = re.compile(r"(#{1,6})(?=[^#\s!])")
_HAN = re.compile(f"[{HAN}（【《“]")
_LONGEST_HEADING = 40
_LONGEST_FORMULA, _MOST_FORMULA_LINES = 2000, 200
_CLOSING = {"$$": "$$", "$": "$", "\\(": "\\)", "\\[": "\\]"}
_IN_NOTE = "in a note"
_OF_BLOCKS = ("$$", "\\[")
# Programs write \[1\] for brackets: only one of these makes it a formula.
_OF_TEX = re.compile(r"\\[a-zA-Z]|[\^=]")
_INTERRUPTING = {"alt": ["paragraph", "reference", "blockquote", "list"]}


def with_dialect(parser: Any) -> Any:
    """Teach a markdown-it parser these blocks and inline pieces."""
    ruler = parser.block.ruler
    ruler.before("fence", "marker", _marker, _INTERRUPTING)
    ruler.before("fence", "container", _container, _INTERRUPTING)
    ruler.before("fence", "admonition", _admonition, _INTERRUPTING)
    ruler.before("fence", "formula_block", _formula_block, _INTERRUPTING)
    ruler.before("heading", "close_heading", _heading, _INTERRUPTING)
    parser.inline.ruler.before("escape", "formula", _formula)
    parser.inline.ruler.before("link", "inline_note", _inline_note)
    return parser


def source_line(state: Any, number: int) -> str:
    """A line of the source without its indent."""
    begin = state.bMarks[number] + state.tShift[number]
    return str(state.src[begin : state.eMarks[number]])


def _marker(state: Any, first: int, last: int, silent: bool) -> bool:
    """Take a line meant for another program: a template, a comment, a page break."""
    line = source_line(state, first).strip()
    if state.is_code_block(first) or not _MARKERS.fullmatch(line):
        return False
    end = first + 1
    if line == "%%":
        closing = range(end, min(last, end + 1000))
        end = next(
            (n + 1 for n in closing if source_line(state, n).strip() == line), end
        )
    if not silent:
        state.line = end
    return True


def _container(state: Any, first: int, _last: int, silent: bool) -> bool:
    """Take the line that opens or closes a container; its title is a paragraph."""
    line = source_line(state, first)
    match = _CONTAINER.match(line)
    if not match or state.is_code_block(first):
        return False
    if not silent:
        state.line = first + 1
        if title := line[match.end() :].strip().strip(":").strip():
            _paragraph(state, first, title)
    return True


def _paragraph(state: Any, number: int, text: str) -> None:
    for kind, nesting in (
        ("paragraph_open", 1), ("inline", 0), ("paragraph_close", -1),
    ):  # fmt: skip
        token = state.push(kind, "" if kind == "inline" else "p", nesting)
        token.map = [number, number + 1]
        if kind == "inline":
            token.content, token.children = text, []


def _admonition(state: Any, first: int, last: int, silent: bool) -> bool:
    """Take a MkDocs note: a line with its kind, and what is indented below it."""
    match = _ADMONITION.match(source_line(state, first))
    if not match or state.is_code_block(first):
        return False
    after = next((n for n in range(first + 1, last) if not state.isEmpty(n)), last)
    if after == last or state.sCount[after] < state.blkIndent + 4:
        return False
    if silent:
        return True
    if match.group(1):
        _paragraph(state, first, match.group(1))
    read_indented(state, first + 1, last)
    return True


def read_indented(state: Any, first: int, last: int) -> None:
    """Read the lines that are indented by four or more as separate blocks."""
    end, number = first, first
    while number < last:
        if not state.isEmpty(number):
            if state.sCount[number] < state.blkIndent + 4:
                break
            end = number + 1
        number += 1
    before, state.lineMax = state.lineMax, end
    state.blkIndent += 4
    # The parser uses this count to end what is nested too deeply.
    state.level += 1
    state.md.block.tokenize(state, first, end)
    state.level -= 1
    state.blkIndent -= 4
    state.lineMax = before
    state.line = max(end, first)


def _heading(state: Any, first: int, last: int, silent: bool) -> bool:
    """Take ##标题 for a heading, and #标题 unless it may be a tag."""
    line = source_line(state, first).strip()
    match = _HEADING.match(line)
    if not match or state.is_code_block(first) or len(line) > _LONGEST_HEADING * 2:
        return False
    text = line[match.end() :].rstrip("# \t")
    if len(match.group(1)) == 1:
        alone = first == 0 or state.isEmpty(first - 1)
        followed = any(not state.isEmpty(n) for n in range(first + 1, last))
        short = len(text) <= _LONGEST_HEADING and "#" not in text
        if not (_HAN.match(text) and alone and followed and short):
            return False
    elif not (text and (_HAN.match(text) or text[0].isalnum())):
        return False
    if silent:
        return True
    state.line = first + 1
    tag = f"h{len(match.group(1))}"
    for kind, nesting in (("heading_open", 1), ("inline", 0), ("heading_close", -1)):
        token = state.push(kind, "" if kind == "inline" else tag, nesting)
        token.map = [first, first + 1]
        if kind == "inline":
            token.content, token.children = text, []
    return True


def _formula_block(state: Any, first: int, last: int, silent: bool) -> bool:
    r"""Take a formula between $$ and $$, or \[ and \], on separate lines."""
    line = source_line(state, first).strip()
    opening = line[:2]
    closing = _CLOSING.get(opening, "")
    if opening not in _OF_BLOCKS or state.is_code_block(first):
        return False
    text = line[2:]
    end = first
    while closing not in text:
        end += 1
        if end >= min(last, first + _MOST_FORMULA_LINES):
            return False
        text += "\n" + source_line(state, end).strip()
    body, _, rest = text.partition(closing)
    if not _is_formula(opening, body) or rest.strip():
        return False
    if not silent:
        state.line = end + 1
        token = state.push("formula_block", "", 0)
        token.map, token.content = [first, end + 1], body.strip()
    return True


def _formula(state: Any, silent: bool) -> bool:
    r"""Take a formula inside a line: $…$, $$…$$, \(…\) or \[…\]."""
    source, at = state.src, state.pos
    opening = next((one for one in _CLOSING if source.startswith(one, at)), "")
    if not opening:
        return False
    closing = _CLOSING[opening]
    begin = at + len(opening)
    most = min(state.posMax, begin + _LONGEST_FORMULA)
    end = source.find(closing, begin, most)
    while end > 0 and source[end - 1] == "\\" and opening[0] == "$":
        end = source.find(closing, end + 1, most)
    body = source[begin:end] if end >= 0 else ""
    if not _is_formula(opening, body):
        return False
    after = source[end + len(closing) : end + len(closing) + 1]
    if opening == "$" and (
        body[0].isspace() or body[-1].isspace() or after.isdecimal() or "\n" in body
    ):
        return False
    if not silent:
        state.push("formula", "", 0).content = body
    state.pos = end + len(closing)
    return True


def _is_formula(opening: str, body: str) -> bool:
    if opening[0] == "\\" and not _OF_TEX.search(body):
        return False
    return bool(body.strip())


def _inline_note(state: Any, silent: bool) -> bool:
    """Take a note that is written inside its line: ^[注]."""
    at = state.pos
    # Notes do not nest; otherwise a note could be as deep as it is long.
    if not state.src.startswith("^[", at) or state.env.get(_IN_NOTE):
        return False
    end = state.md.helpers.parseLinkLabel(state, at + 1)
    if end < 0:
        return False
    if not silent:
        token = state.push("note", "", 0)
        token.children = []
        env = {**state.env, _IN_NOTE: True}
        state.md.inline.parse(state.src[at + 2 : end], state.md, env, token.children)
    state.pos = end + 1
    return True
