"""The rules that the laid-out page shows best: what make says after printing.

Boxes, prompts and rows are known to whoever laid the page out; read back from a PDF
they are only lines. Our own PDFs carry that knowledge with them.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise

from handout.model.printed import PrintedBox, PrintedPage
from handout.preflight.finding import CheckOptions, Finding
from handout.preflight.rule_list import CHAPTER_END, HALF
from handout.preflight.rules.placeholders import is_of_a_template, placeholder_in

# Less than a line of handwriting, in mm; rows may be a tenth lower than asked for.
_LINE, _LOWER = 6.0, 0.9
# Boxes that cover each other by more, in mm, do not only touch.
_COVER = 1.0
# Lengths are rounded.
_HAIR = 0.1


def layout_findings(
    pages: tuple[PrintedPage, ...],
    source: str = "",
    options: CheckOptions | None = None,
) -> tuple[Finding, ...]:
    """Check pages as they were laid out; `source` is the text of the article."""
    known = options or CheckOptions()
    found: list[Finding] = []
    for page in pages:
        found += _page(page, known)
        found += _left_in(page, source)
        found += box_findings(page.boxes)
        found += row_findings((page.number, row) for row in page.rows)
        found += _overlaps(page)
    for above, below in pairwise(pages):
        if not above.is_last:
            found += _pair(above, below)
    return tuple(sorted(found, key=lambda one: (one.page, one.rule)))


def _page(page: PrintedPage, options: CheckOptions) -> Iterator[Finding]:
    if not page.filled and not page.boxes and not page.is_gap:
        yield Finding("K1", page.number, 0, "the page is blank")
    if page.margin < options.margin - _HAIR:
        yield Finding(
            "K2",
            page.number,
            0,
            f"something is drawn {max(0, page.margin):.1f} mm from the edge",
            f"printers leave {options.margin:g} mm white",
        )
    least = min((size for _, size in page.lines), default=options.least_size)
    if least < options.least_size - 0.05:
        text = next(text for text, size in page.lines if size == least)
        yield Finding("T1", page.number, 0, f"text of {least:.1f} pt: {text[:16]}")


def _overlaps(page: PrintedPage) -> Iterator[Finding]:
    """K9: what lies over something else; a box over another counts too."""
    for one in page.overlaps:
        message = f"text lies on other text: {one.text} / {one.other}"
        if one.what == "box":
            message = f"text lies on a box: {one.text}"
        elif one.what == "picture":
            message = f"text lies on a picture: {one.text}"
        place = (one.left, one.top)
        yield Finding("K9", page.number, 0, message, "make room for both", place)
    for box, other in combinations(page.boxes, 2):
        if _lies_on(box, other):
            place = (other.left, other.top)
            message = f"a box lies on another: {other.prompt or box.prompt}"
            yield Finding("K9", page.number, 0, message, "make room for both", place)


def _lies_on(box: PrintedBox, other: PrintedBox) -> bool:
    """Whether two boxes cover each other in part; one may be inside the other."""
    first, second = sorted((box, other), key=lambda one: one.width * one.height)
    wide = _overlap(first.left, first.width, second.left, second.width)
    high = _overlap(first.top, first.height, second.top, second.height)
    inside = wide >= first.width - _HAIR and high >= first.height - _HAIR
    return wide > _COVER and high > _COVER and not inside


def _overlap(start: float, length: float, other: float, its_length: float) -> float:
    return min(start + length, other + its_length) - max(start, other)


def _left_in(page: PrintedPage, source: str) -> Iterator[Finding]:
    for text, _ in page.lines:
        found = placeholder_in(text)
        if found and not (is_of_a_template(found) and found in source):
            yield Finding("D1", page.number, 0, f"{found} is left: {text[:16]}")


def _pair(above: PrintedPage, below: PrintedPage) -> Iterator[Finding]:
    if 0 < above.filled < (CHAPTER_END if below.opening or below.is_gap else HALF):
        text = f"the page is {above.filled:.0%} full"
        yield Finding("K3", above.number, 0, text)
    if above.ending:
        text = f"a heading ends the page: {above.ending}"
        yield Finding("K6", above.number, 0, text)


def box_findings(boxes: Iterable[PrintedBox]) -> Iterator[Finding]:
    """Check boxes to write in: each beside its prompt, and as high as it should be."""
    for box in boxes:
        place = (box.left, box.top)
        said = f": {box.prompt}" if box.prompt else ""
        if box.prompt_page and box.prompt_page != box.page:
            text = f"a prompt is parted from its box, on page {box.page}{said}"
            yield Finding("K7", box.prompt_page, 0, text, "keep them together", place)
        least = max(_LINE, _LOWER * box.least)
        if box.height < least - _HAIR:
            asked = max(_LINE, box.least)
            text = f"a box is {box.height:g} mm high, not {asked:g}{said}"
            yield Finding("K8", box.page, 0, text, "make it higher", place)


def row_findings(rows: Iterable[tuple[int, str]]) -> Iterator[Finding]:
    """Report rows of tables that go on on the next page."""
    for page, text in rows:
        message = "a table row breaks across pages"
        message += f": {text}" if text else ""
        yield Finding("K5", page, 0, message, "keep it whole")
