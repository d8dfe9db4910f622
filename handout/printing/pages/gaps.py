"""Prints room for notes on the page that stays blank before a section's two pages.

CSS leaves a page blank where a spread begins on a left page. A box with `data-gap`,
which CSS positions absolutely, comes before such a section: it is printed on the blank
page after its own and fills it, and nowhere else.
"""

from typing import Any

from handout.printing.engine.boxes import attribute_number, stacked_children
from handout.printing.engine.types import Box

# The document's font configuration is what all of its pages share.
_WAITING = "handout_gap"


def is_gap(page: Any) -> bool:
    """Whether CSS left the page blank."""
    return bool(page.page_type.blank)


def take_gaps(page: Any) -> list[str]:
    """Take the boxes with `data-gap` out of a page; the last waits for the next page.

    Returns their element ids.
    """
    root = page.children[0]
    taken = []
    names = []
    for parent, placed in _gaps(root):
        parent.children = tuple(one for one in parent.children if one is not placed)
        box = getattr(placed, "_box", placed)
        taken.append(box)
        if name := box.element.get("id"):
            names.append(name)
    setattr(root.style.font_config, _WAITING, taken[-1] if taken else None)
    return names


def fill_gap(page: Any) -> Box | None:
    """Put the box that waits at the top of a blank page; return it."""
    root = page.children[0]
    box: Any = getattr(root.style.font_config, _WAITING, None)
    if box is None:
        return None
    setattr(root.style.font_config, _WAITING, None)
    box.translate(0, page.content_box_y() - box.position_y)
    root.children = (*root.children, box)
    placed: Box = box
    return placed


def _gaps(box: Box) -> list[tuple[Any, Any]]:
    """The gap boxes of a page, each with the box that holds it."""
    found = [
        (box, child)
        for child in getattr(box, "children", ())
        if attribute_number(child, "data-gap") and child.is_absolutely_positioned()
    ]
    return found + [pair for child in stacked_children(box) for pair in _gaps(child)]
