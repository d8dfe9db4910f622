"""Separates page heads, feet, numbers and stamps from the text; finds its margins."""

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

from handout.read.blocks import SourceBlock
from handout.read.pdf.line import PageLine

# A line and its place, roughly.
Stamp = tuple[str, int, int]

_PAGE_NUMBER = re.compile(
    r"[\W_]*(?:第\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*页)?[\W_]*(?:[/共]\s*\d{1,4}\s*页?)?[\W_]*$",
    re.I,
)
_EDGE = 0.09
# The same line on so many pages, and such a share of all, is not part of the text.
_LEAST_STAMPED, _STAMPED, _MOST_STAMPED = 3, 0.6, 0.3
# If lines are broken at a width, so many reach it.
_FULL_LINES = 3
# In type sizes: lines that are longer were surely broken at a width.
_SHORT, _LONG = 8, 20


def _shape(line: PageLine) -> str:
    return re.sub(r"\d+", "0", "".join(line.text.split()))


def repeated_edges(pages: list[list[PageLine]]) -> set[str]:
    """The lines near the edges of three pages or more, ignoring numbers.

    If there are two pages, both must have the line at the same height.
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
    """Whether a line is the head, the foot or the number of its page."""
    if not _near_edge(line) or line.kind in ("table", "picture"):
        return False
    if _shape(line) in repeated:
        return True
    alone = line.top >= max(other.top for other in page) - 1 or line.share < _EDGE
    return alone and bool(_PAGE_NUMBER.match(line.text.strip()))


def edge_block(line: PageLine) -> SourceBlock:
    """The aside for a line at a page's edge, with the reason."""
    text = line.text.strip()
    number = _PAGE_NUMBER.match(text)
    return SourceBlock(text, aside="a page number" if number else "a page head or foot")


def stamps(pages: list[list[PageLine]]) -> set[Stamp]:
    """Lines in the same place on most pages, such as a watermark."""
    seen: Counter[Stamp] = Counter()
    for page in pages:
        seen.update({_stamp(line) for line in page if line.kind == "text"})
    least = max(_LEAST_STAMPED, len(pages) * _STAMPED)
    found = {stamp for stamp, count in seen.items() if count >= least}
    # If all pages are copies of one, everything is both stamp and text.
    stamped = sum(len(stamp[0]) * seen[stamp] for stamp in found)
    return found if stamped <= _MOST_STAMPED * _length(pages) else set()


def _length(pages: list[list[PageLine]]) -> int:
    return sum(len("".join(line.text.split())) for page in pages for line in page)


def _stamp(line: PageLine) -> Stamp:
    return "".join(line.text.split()), round(line.left / 4), round(line.top / 4)


def is_stamp(line: PageLine, stamps: set[Stamp]) -> bool:
    """Whether a line is one of these stamps."""
    return line.kind == "text" and _stamp(line) in stamps


def margins(column: list[PageLine], usual: list[float]) -> tuple[float, float]:
    """The usual left edge of a column and its right one.

    `usual` are right edges that lines of the document often have, in order. A column
    of few full lines, such as the points of a slide, does not show its own.
    """
    texts = [line for line in column if line.kind == "text"]
    if not texts:
        return 0.0, 0.0
    lefts = Counter(round(line.left) for line in texts)
    right = max(line.right for line in column)
    near = sum(line.right > right - line.size for line in texts)
    size = median(line.size for line in texts)
    left = lefts.most_common(1)[0][0]
    # Three lines of four characters each are points of a list.
    short = right - left < _SHORT * size and near < 2 * _FULL_LINES
    least = right + size if short else right - 3
    few = near < _FULL_LINES and right - left < _LONG * size
    if (few or short) and max(x.right for x in texts) == right:
        right = next((edge for edge in usual if edge > least), right)
    return left, right


def usual_rights(pages: list[list[PageLine]], widths: Sequence[float]) -> list[float]:
    """The right edges that many lines reach, and that of a page without any."""
    rights = Counter(
        round(line.right / 3) for page in pages for line in page if line.kind == "text"
    )
    often = [3.0 * edge for edge, count in rights.items() if count >= _FULL_LINES]
    lefts = [line.left for page in pages for line in page if line.kind == "text"]
    margin = min(lefts, default=0.0)
    return sorted([*often, *(wide - max(0.0, margin) for wide in set(widths))])
