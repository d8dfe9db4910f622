"""Notes what is on laid-out pages: texts, headings, rows, boxes and their prompts.

A PDF has only lines and letters: what is a box to write in, and which words it belongs
to, the laid-out page alone can tell. It is noted for the check of what was printed.
"""

import re
from collections.abc import Iterator
from json import dumps
from typing import Any

from handout.model.printed import PrintedBox, PrintedPage
from handout.model.units import MM_PER_PIXEL
from handout.printing.engine.boxes import tile
from handout.printing.engine.types import Box
from handout.printing.lines.hints import without_hints
from handout.printing.pages.gaps import is_gap
from handout.printing.report.overlaps import overlaps
from handout.printing.report.seen_on_page import Ink, SeenPage, what_shows

_LINES = re.compile(r"--lines:\s*([\d.]+)")
_HEIGHT = re.compile(r"(?:^|;)\s*height:\s*([\d.]+)mm")
# More words than a question has are no prompt.
_PROMPT = 300
_SHOWN = 16


def pages_of(document: Any, first: int = 1) -> tuple[PrintedPage, ...]:
    """Note what is on the pages of a document, of which `first` is the first."""
    prompts = _prompts(document)
    # An element without children is false.
    wanted = {*prompts, *(one for one in prompts.values() if one is not None)}
    seen = [what_shows(page._page_box, wanted) for page in document.pages]
    # A prompt that continues on another page ends on the later one.
    pages = {key: n for n, one in enumerate(seen, first) for key in one.places}
    found = []
    for number, (page, one) in enumerate(zip(document.pages, seen, strict=True), first):
        is_last = number == first + len(seen) - 1
        after = {} if is_last else seen[number + 1 - first].rows
        boxes = tuple(
            _box(box, number, prompts[element], pages)
            for element, box in one.places.items()
            if element in prompts
        )
        rows = tuple(text[:_SHOWN] for key, text in one.rows.items() if key in after)
        found.append(_page(page._page_box, number, one, boxes, rows, is_last))
    return tuple(found)


def _prompts(document: Any) -> dict[Any, Any]:
    """The elements that are boxes, each with what is said before it, or None."""
    found: dict[Any, Any] = {}
    for parent in document.pages[0]._page_box.children[0].element.iter():
        before = None
        for child in parent:
            if _is_box(child):
                found[child] = (
                    before if before is not None and _prompt_words(before) else None
                )
            before = child
    return found


def _is_box(element: Any) -> bool:
    marked = element.get("data-fill") or "box" in element.get("class", "").split()
    return bool(marked) and element.tag != "tr" and not _prompt_words(element)


def _prompt_words(element: Any) -> str:
    """The words of an element; nothing where they are no prompt."""
    if not isinstance(element.tag, str) or _is_long(element):
        return ""
    return " ".join(without_hints("".join(element.itertext())).split())


def _is_long(element: Any) -> bool:
    length = 0
    for text in element.itertext():
        length += len(text)
        if length > _PROMPT:
            return True
    return False


def _box(box: Box, number: int, prompt: Any, pages: dict[Any, int]) -> PrintedBox:
    style = box.element.get("style", "")
    height = _HEIGHT.search(style)
    lines = _LINES.search(style)
    row = (tile(box) or 0.0) * MM_PER_PIXEL
    least = float(height[1]) if height else float(lines[1]) * row if lines else 0.0
    return PrintedBox(
        number,
        left=round(box.border_box_x() * MM_PER_PIXEL, 1),
        top=round(box.border_box_y() * MM_PER_PIXEL, 1),
        width=round(box.border_width() * MM_PER_PIXEL, 1),
        height=round(box.border_height() * MM_PER_PIXEL, 1),
        least=round(least, 1),
        prompt=_prompt_words(prompt)[:_SHOWN] if prompt is not None else "",
        prompt_page=pages.get(prompt, 0) if prompt is not None else 0,
    )


def _page(
    page: Box,
    number: int,
    seen: SeenPage,
    boxes: tuple[PrintedBox, ...],
    rows: tuple[str, ...],
    is_last: bool,
) -> PrintedPage:
    content = [ink for ink in seen.ink if ink.is_content]
    lowest = max((ink.bottom for ink in content), default=0.0)
    highest = min((ink.top for ink in content), default=0.0)
    wide, high = page.margin_width(), page.margin_height()
    white = [
        min(ink.left, ink.top, wide - ink.right, high - ink.bottom) for ink in seen.ink
    ]
    return PrintedPage(
        number,
        tuple(seen.lines),
        round((lowest - page.content_box_y()) / page.height, 3) if content else 0.0,
        round(min(white, default=wide) * MM_PER_PIXEL, 1),
        opening=_heading(ink for ink in content if ink.top <= highest + 1),
        ending=_heading(ink for ink in content if ink.bottom >= lowest - 1),
        rows=rows,
        boxes=boxes,
        is_last=is_last,
        is_gap=is_gap(page),
        overlaps=overlaps(
            seen, [seen.places[one] for one in seen.places if _is_box(one)]
        ),
    )


def _heading(found: Iterator[Ink]) -> str:
    """The heading that all of this ink belongs to, or nothing."""
    texts = {ink.heading for ink in found}
    return without_hints(texts.pop())[:_SHOWN] if len(texts) == 1 else ""


def note_of(pages: tuple[PrintedPage, ...]) -> str:
    """Write down what a check of the PDF cannot see: boxes, and rows that go on."""
    boxes = [
        (b.page, b.left, b.top, b.width, b.height, b.least, b.prompt_page, b.prompt)
        for page in pages
        for b in page.boxes
    ]
    rows = [(page.number, row) for page in pages for row in page.rows]
    gaps = [page.number for page in pages if page.is_gap]
    return dumps({"boxes": boxes, "rows": rows, "gaps": gaps}, ensure_ascii=False)
