"""Reads Markdown (CommonMark): the format's own headings and bold run-in heads."""

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from handout.read.blocks import Block, Contents, Source, visible
from handout.read.raw.decode import decode
from handout.read.raw.limits import Budget
from handout.read.runs import Run
from handout.read.text.footnotes import names_of, with_notes, without_marks
from handout.read.text.invisible import UNPRINTABLE, printable

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"\A---\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"(title|author|date|source)\s*:\s*(\S.*?)\s*\Z", re.IGNORECASE)
_FIELD_NAMES = {"author": "byline"}
_BOLD = re.compile(r"\*\*([^*\n]+)\*\*")


def read_markdown(source: Source) -> Contents:
    """Read a Markdown file by its own marks."""
    text, notices = decode(source.content, name=source.name, encoding=source.encoding)
    # markdown-it would put other characters in the place of these.
    kept, lost = printable(text)
    # A cell is three tokens, and each costs as much as an element of a page.
    budget = Budget(source.name)
    budget.step(kept.count("\n") + 3 * kept.count("|"))
    blocks = markdown_blocks(kept)
    if lost:
        end, line = len(kept), kept.count("\n") + 1
        blocks += (Block(lost, end, line, aside=UNPRINTABLE),)
    budget.look()
    return Contents(kept, blocks, visible(text), notices)


def markdown_blocks(text: str) -> tuple[Block, ...]:
    """Give one block for each heading, paragraph, list item, table cell, code line.

    The marks of the format (#, **, link targets, …) are kept as asides.
    """
    from markdown_it import MarkdownIt

    front = _FRONT.match(text)
    blocks = _front_matter(front.group(1)) if front else []
    end = front.end() if front else 0
    if front:
        blocks += _rest(front.group(0), blocks, 0, 1)
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    # Named characters (&amp;) would change the text; as typed, nothing is lost.
    parser.disable(["entity", "reference"])
    with_notes(parser)
    starts = _line_starts(text, end)
    before = text.count("\n", 0, end)
    leaves = _Leaves(names_of(text[end:]))
    for token in parser.parse(text[end:]):
        leaves.take(token)
    for (first, last), group in groupby(leaves.found, key=lambda leaf: leaf[:2]):
        start, stop = starts[first], starts[last]
        blocks += _rest(text[end:start], [], end, before + first + 1)
        placed = _placed([leaf[2] for leaf in group], text, start, stop)
        blocks += placed
        blocks += _rest(text[start:stop], placed, start, before + first + 1)
        end = stop
    blocks += _rest(text[end:], [], end, text.count("\n") + 1)
    return tuple(blocks)


def _line_starts(text: str, offset: int) -> list[int]:
    starts = [offset]
    for line in text[offset:].split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts


def _front_matter(front: str) -> list[Block]:
    found = []
    start = 4
    for number, line in enumerate(front.split("\n"), 2):
        if match := _FIELD.match(line):
            name = match.group(1).lower()
            value = match.group(2).strip("\"'")
            place = start + line.index(value)
            field = _FIELD_NAMES.get(name, name)
            found.append(Block(value, place, number, field=field))
        start += len(line) + 1
    return found


class _Leaves:
    """What a walk over the tokens has open, and the leaves it has given."""

    def __init__(self, notes: frozenset[str]) -> None:
        self.found: list[tuple[int, int, Block]] = []
        self._notes = notes
        self._level = self._quotes = self._lists = self._inside_note = 0
        self._mark = ""
        self._rows: list[list[str]] = []
        self._table = (0, 0)

    def take(self, token: "Token") -> None:
        """Go one token on."""
        kind = token.type
        if kind == "heading_open":
            self._level = int(token.tag[1])
        elif kind == "list_item_open":
            self._mark = f"{token.info}{token.markup} " if token.info else ""
        elif kind == "list_item_close":
            self._mark = ""
        elif kind == "inline":
            self._inline(token)
        elif kind in ("fence", "code_block"):
            self._code(token)
        elif kind.startswith(("table_", "tr_")):
            self._row(token)
        self._lists += token.nesting * kind.startswith(("bullet_list", "ordered_list"))
        self._inside_note += token.nesting * kind.startswith("footnote")
        self._quotes += token.nesting * kind.startswith("blockquote")

    def _inline(self, token: "Token") -> None:
        run = Run()
        if self._mark and not self._rows:
            run.label(self._mark)
        _gather(run, token.children or [], self._notes)
        if self._rows:
            self._rows[-1].append("".join(run.pieces))
            return
        kind = "quotation" if self._quotes else "item" if self._lists else "text"
        if self._level:
            kind = "text"
        elif self._inside_note:
            kind = "footnote"
        depth = self._lists if kind == "item" else 0
        block = run.block(Block("", level=self._level, kind=kind, depth=depth))
        if block:
            first, last = token.map or (0, 0)
            self.found.append((first, last, block))
        self._level, self._mark = 0, ""

    def _code(self, token: "Token") -> None:
        first, last = token.map or (0, 0)
        for line in token.content.split("\n"):
            if line.strip():
                self.found.append((first, last, Block(line.strip(), kind="code")))

    def _row(self, token: "Token") -> None:
        if token.type == "table_open":
            self._table = (token.map or [0, 0])[0], (token.map or [0, 0])[1]
        elif token.type == "tr_open":
            self._rows.append([])
        elif token.type == "table_close":
            text = "\n".join("\t".join(row) for row in self._rows)
            if text.strip():
                self.found.append((*self._table, Block(text.strip("\n"), kind="table")))
            self._rows = []


def _gather(run: Run, children: "list[Token]", notes: frozenset[str]) -> None:
    """Put the pieces of an inline token together, with bold and emphasis by place."""
    strong = em = 0
    for child in children:
        strong += child.nesting * child.type.startswith("strong")
        em += child.nesting * child.type.startswith("em_")
        text = "\n" if child.type.endswith("break") else child.content
        if notes and child.type == "text":
            text = without_marks(text, notes)
        if child.type == "text" and "**" in text:
            _bold_beside_han(run, text, em=em > 0)
        else:
            run.add(text, strong=strong > 0, em=em > 0)


def _bold_beside_han(run: Run, text: str, *, em: bool) -> None:
    """Take **重点。**正文 as bold; CommonMark does not, for want of a space."""
    for place, part in enumerate(_BOLD.split(text)):
        run.add(part, strong=place % 2 == 1, em=em)


def _placed(found: list[Block], text: str, start: int, stop: int) -> list[Block]:
    """Give each block its place: where its first character stands in the source."""
    placed = []
    for block in found:
        at = max(start, text.find(block.text[0], start, stop))
        line = text.count("\n", 0, at) + 1
        placed.append(replace(block, start=at, line=line))
        start = at + 1
    return placed


def _rest(source: str, kept: list[Block], start: int, number: int) -> list[Block]:
    """Give what is left of a piece of source once the kept text is taken out."""
    left = _without(source, "".join(block.text for block in kept))
    if not left:
        return []
    return [Block(left, start + len(source), number, aside="marks of Markdown")]


def _without(source: str, kept: str) -> str:
    wanted = [c for c in kept if not c.isspace()]
    wanted.reverse()
    left = []
    for character in source:
        if wanted and character == wanted[-1]:
            wanted.pop()
        elif not character.isspace():
            left.append(character)
    return "".join(left)
