"""Measures laid-out pages: what runs over its box, is too low to write in, or too pale.

Lengths are px while WeasyPrint has them, and mm where a person reads them.
"""

from collections.abc import Iterator
from typing import Any

from handout.model.notice import Notice
from handout.model.units import MM_PER_PIXEL
from handout.printing.engine.boxes import attribute_number, stacked_children, tile
from handout.printing.engine.types import Box
from handout.printing.lines.hints import without_hints

# Sums of rounded lengths, and the half of a mark that hangs over an edge.
_HAIR = 2.0
# WCAG 2.2, 1.4.3: text is read from this contrast on; a copier makes all colours grey.
_LEAST_CONTRAST = 4.5
_LEAST_BOX = 12.0
_SHOWN = 12


def faults_on(page: Box, number: int) -> Iterator[Notice]:
    """What is wrong on a page of WeasyPrint's, each thing once."""
    body = page.children[0]
    edge = page.content_box_x() + page.width
    found = [*_wide(body, edge), *_high(body), *_low(body), *_pale(body, 1.0)]
    for code, message in dict.fromkeys(found):
        yield Notice(code, message, f"page {number}")


def _wide(box: Box, edge: float) -> Iterator[tuple[str, str]]:
    """Lines wider than the box they are in, or that reach into the margin."""
    for child in getattr(box, "children", ()):
        if type(child).__name__ != "LineBox":
            yield from _wide(child, edge)
            continue
        ends = [one.position_x + one.width for one in _texts(child) if one.text.strip()]
        if not ends:
            continue
        over = max(ends) - min(box.content_box_x() + box.width, edge)
        # Two marks at the end of a line may hang by half an em.
        if over > _HAIR + child.style["font_size"] / 2:
            text = _text_of(child)
            yield (
                "overflow",
                f"{over * MM_PER_PIXEL:.1f} mm too wide for its box: {text}",
            )


def _high(box: Box) -> Iterator[tuple[str, str]]:
    """Text that is below the foot of its box: cut off, or printed over the next."""
    children = stacked_children(box)
    for child in children:
        yield from _high(child)
    for child in getattr(box, "children", ()):
        if type(child).__name__ in ("TableRowBox", "TableCellBox"):
            yield from _high(child)
    if type(box).__name__ not in ("BlockBox", "TableCellBox"):
        return
    lines = [c for c in box.children if type(c).__name__ == "LineBox"]
    held = [*lines, *(c for c in children if _text_of(c))]
    if not held:
        return
    over = max(one.border_box_y() + one.border_height() for one in held)
    over -= box.padding_box_y() + box.padding_height()
    if over > _HAIR:
        text = _text_of(held[-1])
        yield "overflow", f"{over * MM_PER_PIXEL:.1f} mm too high for its box: {text}"


def _low(box: Box) -> Iterator[tuple[str, str]]:
    """Boxes to write in that are lower than what they ask for."""
    if attribute_number(box, "data-fill"):
        row = tile(box) or 0.0
        wanted = max(_LEAST_BOX / MM_PER_PIXEL, _lines(box) * row)
        if box.height < wanted - _HAIR:
            yield (
                "box",
                f"a box to write in is {box.height * MM_PER_PIXEL:.1f} mm high, "
                f"less than {wanted * MM_PER_PIXEL:.1f} mm",
            )
    for child in getattr(box, "children", ()):
        yield from _low(child)


def _lines(box: Box) -> float:
    """How many rows an element asks for: style="--lines: 3"."""
    for part in str(box.element.get("style", "")).split(";"):
        name, _, value = part.partition(":")
        if name.strip() == "--lines":
            try:
                return float(value)
            except ValueError:
                return 0.0
    return 0.0


def _pale(box: Box, paper: float) -> Iterator[tuple[str, str]]:
    """Text that a black-and-white printer makes too pale to read on its ground."""
    ground = box.style["background_color"]
    alpha = getattr(ground, "alpha", 0.0)
    if alpha:
        paper = _light(ground) * alpha + paper * (1 - alpha)
    if type(box).__name__ == "TextBox" and box.text.strip():
        ink = _light(box.style["color"])
        high, low = max(ink, paper), min(ink, paper)
        contrast = (high + 0.05) / (low + 0.05)
        if contrast < _LEAST_CONTRAST - 0.005:
            yield (
                "contrast",
                f"too pale on a black-and-white printer ({contrast:.1f} to 1, "
                f"{_LEAST_CONTRAST} wanted): {box.text.strip()[:_SHOWN]}",
            )
    for child in getattr(box, "children", ()):
        yield from _pale(child, paper)


def _light(colour: Any) -> float:
    """A colour's relative luminance, as WCAG has it: 0 is black, 1 white."""
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4
        for one in colour.to("srgb").coordinates
    )
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


def _texts(box: Box) -> Iterator[Box]:
    for child in getattr(box, "children", ()):
        if not child.is_in_normal_flow():
            continue
        if type(child).__name__ == "TextBox":
            yield child
        else:
            yield from _texts(child)


def _text_of(box: Box) -> str:
    """The beginning of what a box says."""
    text = without_hints("".join(one.text for one in _texts(box)).strip())
    return text[:_SHOWN] + ("…" if len(text) > _SHOWN else "")
