"""Reads Markdown (CommonMark): the format's own headings and bold run-in heads."""

import re
from collections.abc import Iterator
from itertools import groupby

from markdown_it import MarkdownIt
from markdown_it.token import Token

from handout.read.blocks import Block

_FRONT = re.compile(r"\A---\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"(title|author|date|source)\s*:\s*(\S.*?)\s*\Z", re.IGNORECASE)
_FIELD_NAMES = {"author": "byline"}
_HAN_OR_MARK = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")


def markdown_blocks(text: str) -> tuple[Block, ...]:
    """Give one block for each heading, paragraph, list item, table cell, code line.

    The marks of the format (#, **, link targets, …) are kept as asides.
    """
    front = _FRONT.match(text)
    blocks = _front_matter(front.group(1)) if front else []
    end = front.end() if front else 0
    if front:
        blocks += _rest(front.group(0), blocks, 0, 1)
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    # Named characters (&amp;) would change the text; as typed, nothing is lost.
    parser.disable(["entity", "reference"])
    starts = _line_starts(text, end)
    before = text.count("\n", 0, end)
    leaves = _leaves(parser.parse(text[end:]))
    for (first, last), group in groupby(leaves, key=lambda leaf: leaf[:2]):
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


def _leaves(tokens: list[Token]) -> Iterator[tuple[int, int, Block]]:
    """Give (first line, line after the last, block) for every leaf of the tree."""
    level, row, mark = 0, [0, 0], ""
    for token in tokens:
        if token.type == "heading_open":
            level = int(token.tag[1])
        elif token.type == "tr_open":
            row = token.map or row
        elif token.type == "list_item_open":
            mark = f"{token.info}{token.markup} " if token.info else ""
        elif token.type == "inline":
            first, last = token.map or row
            plain, bold = _plain(token.children or [])
            if plain:
                yield first, last, Block(mark + plain, 0, 0, level, bold)
            level, mark = 0, ""
        else:
            yield from _code_lines(token)


def _code_lines(token: Token) -> Iterator[tuple[int, int, Block]]:
    if token.type in ("fence", "code_block") and token.map:
        first, last = token.map
        for line in token.content.split("\n"):
            if line.strip():
                yield first, last, Block(line.strip(), 0, 0)


def _plain(children: list[Token]) -> tuple[str, str]:
    """Give the text of an inline token, and the bold words it opens with."""
    text, bold, depth = "", "", 0
    for child in children:
        if child.type == "strong_open":
            depth += 1
        elif child.type == "strong_close":
            depth -= 1
        elif child.type == "softbreak" or child.type == "hardbreak":
            text += "\n"
        else:
            piece = child.content
            if depth and text == bold:
                bold += piece
            text += piece
    return _join_lines(text.strip()), bold.strip()


def _join_lines(text: str) -> str:
    """Join source lines as they are read: with a space between Latin words only."""
    lines = [line.strip() for line in text.split("\n")]
    joined = lines[0]
    for line in lines[1:]:
        touching = joined[-1:] + line[:1]
        joined += ("" if _HAN_OR_MARK.search(touching) else " ") + line
    return joined


def _placed(found: list[Block], text: str, start: int, stop: int) -> list[Block]:
    """Give each block its place: where its first character stands in the source."""
    placed = []
    for block in found:
        at = max(start, text.find(block.text[0], start, stop))
        line = text.count("\n", 0, at) + 1
        placed.append(Block(block.text, at, line, block.level, block.run_in))
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
