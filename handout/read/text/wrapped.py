"""Joins lines that a program broke at a width to the paragraphs they were."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from handout.model.chinese import HAN
from handout.read.blocks import SourceBlock
from handout.read.runs import line_gap
from handout.read.text.marks import width

_MOST_COLUMNS, _LEAST_COLUMNS, _LEAST_LATIN = 110, 30, 44
_LEAST_PAIRS = 4
# So many of the lines that do not end a sentence must be full, and so many of all
# lines must end that way; of Latin ones, so many must continue with a small letter.
_FULL, _UNENDED, _SMALL = 0.85, 0.4, 0.5
# Type of different widths leaves lines of different length; Han may lack a mark.
_SLACK, _HAN_SLACK = 0.88, 5
_ENDS = re.compile(r"[。！？；.!?:：;][”’」』）)》】\"'*_]*$")
_HAN_END = re.compile(rf"[\u3000-\u303f{HAN}\u4dc0-\u4dff\uff00-\uffef“”‘’—…]$")
_ITEM = re.compile(
    r"(?:[-*•·●○■□▪◆◦‣–]|[（(]?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)）、．]|[①-⑳]|"
    r"[（(]?[一二三四五六七八九十百]{1,4}[、．）)]|"
    r"第[一二三四五六七八九十百千\d]{1,6}[章节回条卷部])[ \t]*(?=\S)"
)
_COLUMNS = re.compile(r"\S(?: {3,}|\t)\S")
_LETTER = re.compile(r"[^\W\d_]")
_HYPHEN_END = re.compile(r"[^\W\d_]-$")
HYPHENS = "hyphens at line ends"


@dataclass(slots=True)
class _Line:
    """A block of one line, with where it begins and ends in columns."""

    block: SourceBlock
    indent: int
    end: int


def joined_lines(
    blocks: list[SourceBlock], text: str, *, always: bool = False
) -> tuple[list[SourceBlock], int]:
    """Join the lines of paragraphs, if the text was broken at a width.

    The second value is the width in columns; 0 if the text was not broken, and nothing
    was joined. `always` means that it was broken.
    """
    lines = [block for block in blocks if _can_join(block)]
    if (
        not always
        and sum(len(x.text) > _MOST_COLUMNS for x in lines) > len(lines) // 20
    ):
        return blocks, 0
    measured = [_measure_line(block, text) for block in lines]
    pairs = [
        (one, after) for one, after in pairwise(measured) if _may_continue(one, after)
    ]
    columns = _width_of(pairs)
    if not columns or not (always or _is_broken(pairs, columns)):
        return blocks, 0
    whole = _hyphenated_words(blocks)
    return list(_paragraphs(blocks, text, columns, whole)), columns


def _can_join(block: SourceBlock) -> bool:
    return not block.aside and block.kind in ("text", "quotation") and not block.level


def _measure_line(block: SourceBlock, text: str) -> _Line:
    begin = text.rfind("\n", 0, block.start) + 1
    indent = width(text[begin : block.start].expandtabs(4))
    return _Line(block, indent, indent + width(block.text))


def _may_continue(one: _Line, after: _Line) -> bool:
    """Whether a line can belong to the paragraph of the line above it."""
    a, b = one.block, after.block
    if b.line != a.line + 1 or a.kind != b.kind or a.weight or b.weight:
        return False
    if _COLUMNS.search(a.text) or _COLUMNS.search(b.text) or _ITEM.match(b.text):
        return False
    mark = _ITEM.match(a.text)
    if mark:
        return after.indent <= one.indent + width(mark.group()) + 1
    return after.indent <= one.indent and bool(_LETTER.search(b.text))


def _width_of(pairs: list[tuple[_Line, _Line]]) -> int:
    """The width at which the lines were broken: that of the longest but a few."""
    ends = sorted(one.end for one, _ in pairs)
    if len(ends) < _LEAST_PAIRS:
        return 0
    columns = ends[-1 - len(ends) // 40]
    return columns if _LEAST_COLUMNS <= columns <= _MOST_COLUMNS else 0


def _is_broken(pairs: list[tuple[_Line, _Line]], columns: int) -> bool:
    # An item, or a numbered heading, need not fill its line.
    pairs = [pair for pair in pairs if not _ITEM.match(pair[0].block.text)]
    unended = [pair for pair in pairs if not _ENDS.search(pair[0].block.text)]
    full = sum(_is_full(one, after, columns) for one, after in unended)
    if len(unended) < max(_LEAST_PAIRS, _UNENDED * len(pairs)):
        return False
    if full < _FULL * len(unended):
        return False
    latin = [b.block.text for a, b in unended if not _HAN_END.search(a.block.text)]
    if len(latin) * 2 < len(unended):
        return True
    small = sum(text[0].islower() for text in latin)
    return columns >= _LEAST_LATIN and small >= _SMALL * len(latin)


def _is_full(one: _Line, after: _Line, columns: int) -> bool:
    """Whether the next line's first word had no room on a line."""
    if _HAN_END.search(one.block.text) or _HAN_END.match(after.block.text[0]):
        return one.end >= columns - _HAN_SLACK
    word = after.block.text.split(maxsplit=1)[0]
    return one.end + 1 + min(width(word), 20) > columns * _SLACK


def _paragraphs(
    blocks: list[SourceBlock], text: str, columns: int, whole: frozenset[str]
) -> Iterator[SourceBlock]:
    open_one: SourceBlock | None = None
    last: _Line | None = None
    first: _Line | None = None
    for block in blocks:
        line = _measure_line(block, text) if _can_join(block) else None
        goes_on = (
            line
            and last
            and first
            and _may_continue(_as_hanging(last, first), line)
            and _is_full(last, line, columns)
        )
        if goes_on and open_one and line:
            open_one, hyphen = _with_line(open_one, line.block, whole)
            if hyphen:
                yield hyphen
            last = line
            continue
        if block.aside and last and block.line == last.block.line:
            # The unprintable part of a line does not end its paragraph.
            yield block
            continue
        if open_one:
            yield open_one
        open_one, last, first = (block, line, line) if line else (None, None, None)
        if not line:
            yield block
    if open_one:
        yield open_one


def _as_hanging(last: _Line, first: _Line) -> _Line:
    """The last line of a paragraph, with the hanging indent of a list item."""
    mark = _ITEM.match(first.block.text)
    if mark and last is not first:
        return replace(last, indent=first.indent + width(mark.group()) + 1)
    return last


def _with_line(
    open_one: SourceBlock, line: SourceBlock, whole: frozenset[str]
) -> tuple[SourceBlock, SourceBlock | None]:
    """A paragraph with one more line, and the hyphen that was dropped, if any."""
    before, after = open_one.text, line.text
    if not (_HYPHEN_END.search(before) and after[0].islower()):
        return replace(open_one, text=before + line_gap(before, after) + after), None
    if _across(before, after) in whole:
        return replace(open_one, text=before + after), None
    hyphen = SourceBlock("-", line.start - 1, line.line, aside=HYPHENS)
    return replace(open_one, text=before[:-1] + after), hyphen


def _across(before: str, after: str) -> str:
    """The word that the end of a line and the start of the next one make."""
    return (before.split()[-1] + after.split(maxsplit=1)[0]).strip(".,;:!?").lower()


def _hyphenated_words(blocks: list[SourceBlock]) -> frozenset[str]:
    """The words with a hyphen inside that are whole on some line."""
    words = (
        word for block in blocks if "-" in block.text for word in block.text.split()
    )
    bare = (word.strip(".,;:!?\"'()").lower() for word in words)
    return frozenset(word for word in bare if "-" in word.strip("-"))
