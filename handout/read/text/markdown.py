"""Reads Markdown as people write it: CommonMark, tables, notes, HTML, formulas."""

from bisect import bisect_right
from dataclasses import replace
from itertools import groupby
from typing import Any

from handout.read.blocks import Contents, RawFile, SourceBlock, visible
from handout.read.raw.decode import decode
from handout.read.raw.limits import Budget
from handout.read.text.dialect import with_dialect
from handout.read.text.footnotes import names_of, teach_notes
from handout.read.text.invisible import UNPRINTABLE, split_printable
from handout.read.text.leaves import Leaf, Leaves
from handout.read.text.markdown_front import front_of

_MARKS = "marks of Markdown"


def read_markdown(source: RawFile) -> Contents:
    """Read a Markdown file by its own marks."""
    text, notices = decode(source.content, name=source.name, encoding=source.encoding)
    # markdown-it would replace these with other characters.
    kept, lost = split_printable(text)
    # A cell is three tokens, and each costs as much as an element of a page.
    budget = Budget(source.name)
    budget.step(kept.count("\n") + 3 * kept.count("|"))
    blocks, added = markdown_blocks(kept)
    if lost:
        end, line = len(kept), kept.count("\n") + 1
        blocks += (SourceBlock(lost, end, line, aside=UNPRINTABLE),)
    budget.look()
    # Entities, formulas and the boxes of tasks are printed in other characters.
    return Contents(kept, blocks, visible(text) + added, notices)


def markdown_blocks(text: str) -> tuple[tuple[SourceBlock, ...], int]:
    """One block for each heading, paragraph, list item, table and code line.

    The marks of the format (#, **, link targets, tags, …) are kept as asides. The
    second value is how many more characters the blocks have than the text.
    """
    front = front_of(text)
    blocks = list(front.blocks)
    end = front.end
    if end:
        kept = "".join(block.text for block in blocks)
        blocks += _rest(text[:end], kept, 0, 1)
    parser = _parser()
    starts = _line_starts(text, end)
    before = text.count("\n", 0, end)
    leaves = Leaves(names_of(text[end:]), parser.parseInline)
    for token in parser.parse(text[end:]):
        leaves.take(token)
    for (first, last), group in groupby(leaves.found, key=lambda x: (x.first, x.last)):
        found = list(group)
        start, stop = starts[first], starts[last]
        blocks += _rest(text[end:start], "", end, before + first + 1)
        blocks += _place_blocks(found, text, starts, before)
        kept = "".join(leaf.kept for leaf in found)
        blocks += _rest(text[start:stop], kept, start, before + first + 1)
        end = max(end, stop)
    blocks += _rest(text[end:], "", end, text.count("\n") + 1)
    return tuple(blocks), sum(leaf.added for leaf in leaves.found)


def _parser() -> Any:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": 100})
    parser.enable(["table", "strikethrough"])
    # Entities stay separate from the text, so that the source's spelling is known.
    parser.disable("text_join")
    return with_dialect(teach_notes(parser))


def _line_starts(text: str, offset: int) -> list[int]:
    starts = [offset]
    for line in text[offset:].split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts


def _place_blocks(
    found: list[Leaf], text: str, starts: list[int], before: int
) -> list[SourceBlock]:
    """Set the place of each block: where its first character is in the source.

    `starts` are those of the lines, of which `before` came before the first.
    """
    placed = []
    start, stop = starts[found[0].first], starts[found[0].last]
    for block in (block for leaf in found for block in leaf.blocks):
        at = max(start, text.find(block.text[0], start, stop))
        line = before + bisect_right(starts, at)
        placed.append(replace(block, start=at, line=line))
        start = min(at + 1, stop)
    return placed


def _rest(source: str, kept: str, start: int, number: int) -> list[SourceBlock]:
    """What is left of a piece of source without the kept text."""
    left = _without(source, kept)
    if not left:
        return []
    return [SourceBlock(left, start + len(source), number, aside=_MARKS)]


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
