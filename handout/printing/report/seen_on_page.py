"""Walks the boxes of a laid-out page, and gathers what is to be seen on it."""

from dataclasses import dataclass, field
from typing import Any

from handout.model.units import POINTS_PER_PIXEL
from handout.printing.engine.types import Box
from handout.printing.lines.hints import without_hints

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True)
class Ink:
    """Where something is drawn, in px, and the heading it is part of, "" for none.

    `is_content` separates what is in the type area from a running head.
    """

    left: float
    top: float
    right: float
    bottom: float
    heading: str
    is_content: bool


@dataclass(slots=True)
class SeenPage:
    """What one page shows: lines with the size of their text in points, and ink.

    `places` are the boxes of the elements that were asked for, `rows` the rows of
    tables with their text, but for heads that are said again on every page. `texts` and
    `pictures` are the boxes of what is read and seen, but for what CSS moves, and for
    pictures that it places by themselves; `placed` are the texts that it places so.
    """

    lines: list[tuple[str, float]] = field(default_factory=list)
    ink: list[Ink] = field(default_factory=list)
    places: dict[Any, Any] = field(default_factory=dict)
    rows: dict[Any, str] = field(default_factory=dict)
    texts: list[Any] = field(default_factory=list)
    pictures: list[Any] = field(default_factory=list)
    placed: list[Any] = field(default_factory=list)


def what_shows(page: Box, wanted: set[Any]) -> SeenPage:
    """Gather what a page shows; `wanted` are elements whose boxes are asked for."""
    seen = SeenPage()
    for place, child in enumerate(page.children):
        _walk(child, seen, wanted, "", is_content=place == 0)
    return seen


def _walk(
    box: Box, seen: SeenPage, wanted: set[Any], heading: str, *, is_content: bool
) -> None:
    box = getattr(box, "_box", box)
    element = box.element
    if element in wanted:
        seen.places.setdefault(element, box)
    kind = type(box).__name__
    if kind == "TextBox":
        seen.ink.append(_ink(box, heading, is_content=is_content))
        seen.texts.append(box)
        return
    if kind == "LineBox":
        _line(box, seen)
    elif kind == "TableRowBox":
        seen.rows.setdefault(element, _text(box))
    elif kind == "TableRowGroupBox" and (box.is_header or box.is_footer):
        # The head of a table is said again on every page.
        rows = dict(seen.rows)
        _inside(box, seen, wanted, heading, is_content=is_content)
        seen.rows = rows
        return
    if box.element_tag in _HEADINGS:
        heading = heading or _text(box)
    if _is_drawn(box):
        _note_ink(box, seen, heading, is_content=is_content)
    before = len(seen.texts)
    _inside(box, seen, wanted, heading, is_content=is_content)
    _set_apart(box, seen, before)


def _note_ink(box: Box, seen: SeenPage, heading: str, *, is_content: bool) -> None:
    seen.ink.append(_ink(box, heading, is_content=is_content))
    if _is_picture(box) and box.is_in_normal_flow():
        seen.pictures.append(box)


def _set_apart(box: Box, seen: SeenPage, before: int) -> None:
    """Forget texts that are not drawn where they were laid out; note placed ones."""
    if box.style["transform"]:
        del seen.texts[before:]
    elif box.is_absolutely_positioned():
        seen.placed += seen.texts[before:]


def _inside(
    box: Box, seen: SeenPage, wanted: set[Any], heading: str, *, is_content: bool
) -> None:
    for child in getattr(box, "children", ()):
        _walk(child, seen, wanted, heading, is_content=is_content)


def _is_drawn(box: Box) -> bool:
    """Whether a box is a picture, or has a rule below it or a ruling in it."""
    below = getattr(box, "border_bottom_width", 0)
    return _is_picture(box) or bool(below) or _is_ruled(box)


def _is_picture(box: Box) -> bool:
    return type(box).__name__.endswith("ReplacedBox")


def _is_ruled(box: Box) -> bool:
    return bool(box.style["background_image"][0][0] != "none")


def _ink(box: Box, heading: str, *, is_content: bool) -> Ink:
    if type(box).__name__ == "TextBox":
        left, top = box.position_x, box.position_y
        right, bottom = left + box.width, top + box.height
    else:
        left, top = box.border_box_x(), box.border_box_y()
        right, bottom = left + box.border_width(), top + box.border_height()
        whole = _is_picture(box) or box.border_top_width or _is_ruled(box)
        if not whole:
            # Only the rule below it is drawn.
            top = bottom
    return Ink(left, top, right, bottom, heading, is_content)


def _line(box: Box, seen: SeenPage) -> None:
    texts = list(_texts(box))
    if texts:
        text = without_hints("".join(one.text for one in texts))
        size = min(one.style["font_size"] for one in texts) * POINTS_PER_PIXEL
        seen.lines.append((text, round(size, 2)))


def _text(box: Box) -> str:
    return "".join(one.text for one in _texts(box))


def _texts(box: Box) -> Any:
    for child in getattr(box, "children", ()):
        child = getattr(child, "_box", child)
        if type(child).__name__ == "TextBox":
            if child.text.strip():
                yield child
        else:
            yield from _texts(child)
