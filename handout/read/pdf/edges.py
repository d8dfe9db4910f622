"""Tells page heads, feet and numbers from the text, and columns from one another."""

import re
from collections import Counter

from handout.read.blocks import Block
from handout.read.pdf.line import PageLine

_PAGE_NUMBER = re.compile(
    r"[\W_]*(?:第\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*页)?[\W_]*(?:[/共]\s*\d{1,4}\s*页?)?[\W_]*$",
    re.I,
)
_EDGE = 0.09


def _shape(line: PageLine) -> str:
    return re.sub(r"\d+", "0", "".join(line.text.split()))


def repeated(pages: list[list[PageLine]]) -> set[str]:
    """Give what stands near the edges of three pages or more, numbers aside.

    Of two pages, both must have it at the same height.
    """
    seen: Counter[str] = Counter()
    heights: dict[str, set[int]] = {}
    for page in pages:
        edge = {_shape(line): line for line in page if _near_edge(line)}
        seen.update(edge.keys())
        for shape, line in edge.items():
            heights.setdefault(shape, set()).add(round(line.top / 3))
    two = {x for x in seen if len(pages) == seen[x] == 2 and len(heights[x]) == 1}
    return {shape for shape, count in seen.items() if count >= 3} | two


def _near_edge(line: PageLine) -> bool:
    return line.share < _EDGE or line.share > 1 - _EDGE


def is_edge(line: PageLine, repeated: set[str], page: list[PageLine]) -> bool:
    """Say whether a line is the head, the foot or the number of its page."""
    if not _near_edge(line) or line.kind in ("table", "picture"):
        return False
    if _shape(line) in repeated:
        return True
    alone = line.top >= max(other.top for other in page) - 1 or line.share < _EDGE
    return alone and bool(_PAGE_NUMBER.match(line.text.strip()))


def edge_block(line: PageLine) -> Block:
    """Give the aside of such a line, with the reason."""
    text = line.text.strip()
    number = _PAGE_NUMBER.match(text)
    return Block(text, aside="a page number" if number else "a page head or foot")


def columns(lines: list[PageLine]) -> list[list[PageLine]]:
    """Give the lines of each column, in reading order."""
    if len(lines) < 8:
        return [lines] if lines else []
    left, right = min(x.left for x in lines), max(x.right for x in lines)
    middle = (left + right) / 2
    width = right - left
    crossing = [x for x in lines if x.left < middle - 6 and x.right > middle + 6]
    narrow = [x for x in lines if x not in crossing]
    lefts = [x for x in narrow if x.right <= middle + 6]
    # What stands in the middle itself, such as a page number, goes to one of them.
    rights = [x for x in narrow if x.right > middle + 6]
    two = min(len(lefts), len(rights)) >= 4 and len(crossing) * 3 < len(narrow)
    if not two or max(x.right - x.left for x in lefts) < width * 0.25:
        return [lines]
    above = [x for x in crossing if x.top < min(y.top for y in narrow) + 2]
    below = [x for x in crossing if x not in above]
    ordered = [sorted(part, key=lambda x: x.top) for part in (above, lefts, rights)]
    return [part for part in (*ordered, below) if part]


def margins(column: list[PageLine]) -> tuple[float, float]:
    """Give the usual left edge of a column and its right one."""
    lefts = Counter(round(line.left) for line in column if line.kind == "text")
    if not lefts:
        return 0.0, 0.0
    return lefts.most_common(1)[0][0], max(line.right for line in column)
