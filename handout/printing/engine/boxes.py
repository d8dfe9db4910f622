"""What WeasyPrint's laid-out boxes tell: attributes, order, ends, ruling (px)."""

from collections.abc import Iterator, Sequence

from handout.printing.engine.parts import box_kinds
from handout.printing.engine.types import Box


def attribute_number(box: Box, name: str) -> float:
    """An attribute of the box's element as a number; 0 if it is none."""
    if getattr(box, "element", None) is None or box.element_tag.endswith(
        ("::before", "::after")
    ):
        return 0.0
    try:
        return max(0.0, float(box.element.get(name, 0)))
    except ValueError:
        return 0.0


def stacked_children(box: Box) -> list[Box]:
    """The children that are under one another; none for lines and cells."""
    boxes = box_kinds()

    if isinstance(box, boxes.TableRowBox | boxes.LineBox):
        return []
    children = getattr(box, "children", ())
    kinds = (
        boxes.BlockLevelBox
        | boxes.TableBox
        | boxes.TableRowGroupBox
        | boxes.TableRowBox
    )
    return [c for c in children if isinstance(c, kinds) and c.is_in_normal_flow()]


def bottom(box: Box) -> float:
    """Where the ink of a box ends; a broken box itself reaches the page's end."""
    children = stacked_children(box)
    if not children or attribute_number(box, "data-fill"):
        return float(box.border_box_y() + box.border_height())
    below = box.padding_bottom + box.border_bottom_width
    return max(bottom(child) for child in children) + float(below)


def tile(box: Box) -> float | None:
    """The height of the background's tile in px; None if it has none.

    A row of a table has that of its first cell with one.
    """
    for one in (box, *cells(box)):
        size = one.style["background_size"][0]
        image = one.style["background_image"][0][0] != "none"
        ruled = image and isinstance(size, tuple) and hasattr(size[1], "unit")
        if ruled and size[1].unit == "px":
            return float(size[1].value)
    return None


def set_tile(box: Box, height: float) -> None:
    """Make the background's tile as high as a row, in px."""
    for one in cells(box) or (box,):
        if tile(one):
            width, row = one.style["background_size"][0]
            one.style = one.style.copy()
            one.style["background_size"] = ((width, row._replace(value=height)),)


def cells(box: Box) -> tuple[Box, ...]:
    """The cells of a row of a table; none of any other box."""
    boxes = box_kinds()

    return tuple(box.children) if isinstance(box, boxes.TableRowBox) else ()


def walk(box: Box) -> Iterator[Box]:
    """A box and all inside it, also those that are positioned absolutely."""
    yield box
    for child in getattr(box, "children", ()):
        yield from walk(getattr(child, "_box", child))


def reaching(rows: Sequence[Box], row: Box) -> list[Box]:
    """The cells of earlier rows that reach down into a row of a table."""
    if row not in rows or not cells(row):
        return []
    at = rows.index(row)
    return [
        cell
        for i, above in enumerate(rows[:at])
        for cell in cells(above)
        if cell.rowspan > at - i
    ]
