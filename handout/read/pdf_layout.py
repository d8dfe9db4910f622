"""Puts the lines of PDF pages into paragraphs: columns, page heads, joined lines."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from handout.read.blocks import Block
from handout.read.flow import joined

_EDGE = 0.09
_PAGE_NUMBER = re.compile(
    r"[\W_]*(?:第\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*页)?[\W_]*(?:[/共]\s*\d{1,4}\s*页?)?[\W_]*$",
    re.I,
)
_ENDS = re.compile(r"[。！？；!?.…:：][”’」』）)》】]*$")
_HYPHENS = ("-", "\x02", "\ufffe", "\u00ad", "\u2010")
_LARGER = 1.12


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of a page in points from its top left; `share` is its height from 0."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool
    share: float


@dataclass(slots=True)
class _Paragraph:
    """Lines that belong together."""

    lines: list[PageLine]
    text: str
    right: float
    hyphens: int = 0


def layout(pages: list[list[PageLine]]) -> list[Block]:
    """Give the paragraphs in reading order; heads, feet and numbers are asides."""
    repeated = _repeated(pages)
    body_size, pitch = _usual_size(pages), _pitch(pages)
    blocks: list[Block] = []
    open_one: _Paragraph | None = None
    for page in pages:
        edge = [line for line in page if _is_edge(line, repeated, page)]
        inside = [line for line in page if line not in edge]
        for column in _columns(inside):
            margins = _margins(column)
            for before, line in pairwise([None, *column]):
                if line is None:
                    continue
                if open_one and _goes_on(
                    open_one, before, line, margins=margins, pitch=pitch
                ):
                    _join(open_one, line)
                    open_one.right = margins[1]
                    continue
                blocks += _closed(open_one, body_size)
                open_one = _Paragraph([line], line.text.strip(), margins[1])
        blocks += [_edge_block(line) for line in edge]
    return blocks + _closed(open_one, body_size)


def _usual_size(pages: list[list[PageLine]]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _shape(line: PageLine) -> str:
    return re.sub(r"\d+", "0", "".join(line.text.split()))


def _repeated(pages: list[list[PageLine]]) -> set[str]:
    """Give what stands near the edges of three pages or more, numbers aside."""
    seen: Counter[str] = Counter()
    for page in pages:
        shapes = {_shape(line) for line in page if _near_edge(line)}
        seen.update(shapes)
    return {shape for shape, count in seen.items() if count >= 3}


def _near_edge(line: PageLine) -> bool:
    return line.share < _EDGE or line.share > 1 - _EDGE


def _is_edge(line: PageLine, repeated: set[str], page: list[PageLine]) -> bool:
    if not _near_edge(line):
        return False
    if _shape(line) in repeated:
        return True
    alone = line.top >= max(other.top for other in page) - 1 or line.share < _EDGE
    return alone and bool(_PAGE_NUMBER.match(line.text.strip()))


def _edge_block(line: PageLine) -> Block:
    text = line.text.strip()
    number = _PAGE_NUMBER.match(text)
    return Block(text, aside="a page number" if number else "a page head or foot")


def _columns(lines: list[PageLine]) -> list[list[PageLine]]:
    """Give the lines of each column, in reading order."""
    if len(lines) < 8:
        return [lines] if lines else []
    left, right = min(x.left for x in lines), max(x.right for x in lines)
    middle = (left + right) / 2
    width = right - left
    crossing = [x for x in lines if x.left < middle - 6 and x.right > middle + 6]
    narrow = [x for x in lines if x not in crossing]
    lefts = [x for x in narrow if x.right <= middle + 6]
    rights = [x for x in narrow if x.left >= middle - 6]
    two = min(len(lefts), len(rights)) >= 4 and len(crossing) * 3 < len(narrow)
    if not two or max(x.right - x.left for x in lefts) < width * 0.25:
        return [lines]
    above = [x for x in crossing if x.top < min(y.top for y in narrow) + 2]
    below = [x for x in crossing if x not in above]
    ordered = [sorted(part, key=lambda x: x.top) for part in (above, lefts, rights)]
    return [part for part in (*ordered, below) if part]


def _margins(column: list[PageLine]) -> tuple[float, float]:
    """Give the usual left edge of a column and its right one."""
    lefts = Counter(round(line.left) for line in column)
    return lefts.most_common(1)[0][0], max(line.right for line in column)


def _goes_on(
    open_one: _Paragraph,
    before: PageLine | None,
    line: PageLine,
    *,
    margins: tuple[float, float],
    pitch: float,
) -> bool:
    """Say whether a line goes on with the paragraph that is open."""
    last = open_one.lines[-1]
    left, right = margins
    if abs(last.size - line.size) > 0.6 or last.bold != line.bold:
        return False
    if before is not last:
        # Over the end of a column or page: what is no sentence yet goes on, and so
        # does a line that reached the margin.
        reached = last.right > open_one.right - last.size * 1.2
        ended = _ENDS.search(open_one.text) and not reached
        return not ended and line.left < left + line.size * 0.8
    if not 0 < line.top - last.top < pitch * line.size * 1.2:
        return False
    # Punctuation may not open a line, so a full line can lack a few characters.
    lacking = 2.2 if _ENDS.search(last.text.strip()) else 4
    full = last.right > right - last.size * lacking
    indented = line.left > min(left, last.left) + line.size * 1.2
    return full and not (indented and line.left > last.left + 1)


def _pitch(pages: list[list[PageLine]]) -> float:
    """Give the usual distance of lines of one paragraph, in type sizes."""
    seen: Counter[float] = Counter()
    for page in pages:
        for one, after in pairwise(page):
            step = (after.top - one.top) / max(1.0, one.size)
            if one.size == after.size and 0.9 < step < 3.5:
                seen[round(step, 1)] += 1
    if not seen:
        return 1.6
    most = seen.most_common(1)[0][1]
    # Space between paragraphs can be as frequent; within them it is the smallest.
    return min(step for step, count in seen.items() if count * 4 >= most)


def _join(open_one: _Paragraph, line: PageLine) -> None:
    text = line.text.strip()
    before = open_one.text
    if before.endswith(_HYPHENS) and before[-2:-1].isalpha() and text[:1].islower():
        open_one.text = before[:-1] + text
        open_one.hyphens += 1
    else:
        open_one.text = before + joined(before, text) + text
    open_one.lines.append(line)


def _closed(open_one: _Paragraph | None, body_size: float) -> list[Block]:
    if open_one is None:
        return []
    lines = open_one.lines
    size = median(line.size for line in lines)
    larger = size > body_size * _LARGER
    weight = 1 + size / max(1.0, body_size) if larger else 0.0
    if all(line.bold for line in lines):
        weight = max(weight, 1.0)
    block = Block(open_one.text, weight=weight)
    if not open_one.hyphens:
        return [block]
    hyphens = replace(block, text="-" * open_one.hyphens, weight=0.0)
    return [block, replace(hyphens, aside="hyphens at line ends")]
