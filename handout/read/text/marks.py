"""Reads what plain text draws with marks: rules, underlined titles, tables, quotes."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from handout.read.blocks import SourceBlock

RULE = "a rule between parts"
_RULE = re.compile(
    r"([-=_~*+＊※＝－—─━═～☆★◇◆○●□■◎△▲▽▼☼✦✧❖#＃])(?:[ \t\u3000]*\1){2,}$"
)
_GRID = re.compile(r"[+|┌├└─┬┼┴┐┤┘│╔╠╚═╦╬╩╗╣╝║╭╰╮╯-]{3,}$")
_UNDERLINES = "=-~＝－─━═"
# A rule is drawn under a title when it is about as wide.
_NEAR = 4
_BAR = re.compile(r"[|｜│║]")
_DIVIDER = re.compile(r":?-{2,}:?$")
_LEAST_ROWS, _LEAST_LOOSE_ROWS, _LEAST_LOOSE_CELLS = 2, 3, 3
_QUOTED = re.compile(r"(>(?:[ \t]?>)*)[ \t]*(?=\S)")
_WIDE = re.compile(r"[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f"
                   r"\uff01-\uff60\uffe0-\uffe6\U00020000-\U0003fffd]")  # fmt: skip


def width(text: str) -> int:
    """How many columns a text takes, with two for each Han character."""
    return len(text) + len(_WIDE.findall(text))


def with_marks(blocks: list[SourceBlock]) -> list[SourceBlock]:
    """Set rules aside in blocks of lines, and mark tables and quotations."""
    return _quotations(list(_tables(_rules(blocks))))


def _rules(blocks: list[SourceBlock]) -> list[SourceBlock]:
    found: list[SourceBlock] = []
    for block in blocks:
        if block.aside or not _RULE.match(block.text):
            found.append(block)
            continue
        if found and _is_under(block, found[-1]):
            found[-1] = replace(found[-1], weight=max(found[-1].weight, 1.0))
        found.append(replace(block, aside=RULE))
    return found


def _is_under(rule: SourceBlock, title: SourceBlock) -> bool:
    """Whether a rule underlines the line above it."""
    near = abs(width(rule.text) - width(title.text)) <= _NEAR
    return (
        near
        and not title.aside
        and title.line == rule.line - 1
        and (rule.text[0] in _UNDERLINES)
    )


def _tables(blocks: list[SourceBlock]) -> Iterator[SourceBlock]:
    """Join lines whose cells are between bars or tabs to tables."""
    if not any("\t" in block.text or _BAR.search(block.text) for block in blocks):
        yield from blocks
        return
    for _, run in groupby(_with_cells(blocks), key=lambda pair: pair[0]):
        rows = list(run)
        lines = [block for _, _, block in rows]
        bounded, count = rows[0][0][:2]
        least = _LEAST_ROWS if bounded else _LEAST_LOOSE_ROWS
        if count and sum(bool(cells) for _, cells, _ in rows) >= least:
            yield from _table([cells for _, cells, _ in rows], lines)
        else:
            yield from lines


def _with_cells(
    blocks: list[SourceBlock],
) -> Iterator[tuple[tuple[bool, int, int], list[str], SourceBlock]]:
    """Each block with its cells, and what it must share with its neighbours."""
    table = 0
    before: tuple[bool, int] = (False, 0)
    last = 0
    for block in blocks:
        shape, cells = _cells(block.text) if not block.aside else ((False, 0), [])
        # A line drawn between two rows is part of their table.
        drawn = before[1] and _GRID.match(block.text) and block.line == last + 1
        if drawn and not cells:
            shape = before
        if shape != before or block.line != last + 1:
            table += 1
        before, last = shape, block.line
        yield (*shape, table), cells, block


def _cells(line: str) -> tuple[tuple[bool, int], list[str]]:
    """Cut a line at its bars, or at two tabs and more; no cells if it has none."""
    if line.count("\t") > 1:
        cells = [cell.strip() for cell in line.split("\t")]
        return (False, len(cells)), cells
    if len(_BAR.findall(line)) < _LEAST_ROWS or _GRID.match(line):
        return (False, 0), []
    bounded = bool(_BAR.match(line) and _BAR.match(line[-1]))
    parts = _BAR.split(line[1:-1] if bounded else line)
    cells = [" ".join(part.split()) for part in parts]
    if len(cells) < (2 if bounded else _LEAST_LOOSE_CELLS):
        return (False, 0), []
    return (bounded, len(cells)), cells


def _table(rows: list[list[str]], lines: list[SourceBlock]) -> Iterator[SourceBlock]:
    """One block for a table, then its marks."""
    kept = [row for row in rows if row and not all(map(_DIVIDER.match, row))]
    text = "\n".join("\t".join(row) for row in kept)
    if not text.strip():
        yield from lines
        return
    first = lines[0]
    yield SourceBlock(text, first.start, first.line, kind="table")
    marks = "".join(
        _marks_of(line.text, kept=row in kept)
        for row, line in zip(rows, lines, strict=True)
        if not line.aside
    )
    if marks:
        yield SourceBlock(marks, first.start, first.line, aside="marks of a table")
    yield from (line for line in lines if line.aside)


def _marks_of(line: str, *, kept: bool) -> str:
    """What a line has outside its cells."""
    if not kept:
        return "".join(line.split())
    return "" if line.count("\t") > 1 else "".join(_BAR.findall(line))


def _quotations(blocks: list[SourceBlock]) -> list[SourceBlock]:
    """Take the > of mail off the lines it quotes, if it quotes any at all."""
    matches = [
        None if block.aside or block.kind != "text" else _QUOTED.match(block.text)
        for block in blocks
    ]
    if sum(bool(match) for match in matches) < _LEAST_ROWS:
        return blocks
    found: list[SourceBlock] = []
    for block, match in zip(blocks, matches, strict=True):
        if not match:
            found.append(block)
            continue
        mark = "".join(match.group(1).split())
        at = block.start + match.end()
        text = block.text[match.end() :]
        found.append(replace(block, text=text, start=at, kind="quotation"))
        found.append(
            SourceBlock(mark, block.start, block.line, aside="marks of a quotation")
        )
    return found
