"""Fills pages: boxes to write in grow into the space that is left on their page.

A template marks what may grow. `data-fill="2"` takes a double share of what is left,
in whole rows, a row being as high as the tile of the box's background; less than a row
that is left then makes all rows a little higher, so that the last box ends where the
page ends. `data-grow="10"` grows by up to 10 mm, and only on pages where nothing has
`data-fill`. `data-least="20"` takes a box out again where less than 20 mm are left: it
stands in the page with no height, and so never starts a new one.

Boxes grow after WeasyPrint has laid a page out and before it paints the background: no
page is laid out twice, and no page break moves.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from handout.printing import hooks

_PX = 96 / 25.4
# Under a quarter of a millimetre nothing is left that could be given away.
_LEAST = 0.25 * _PX
# A box without ruling grows by this much at a time.
_PLAIN_ROW = 1.0 * _PX
# Lengths are sums of floats: a row fits though it is this much too high, in px.
_HAIR = 0.01
_GROWN = "handout_grown"


@dataclass(frozen=True, slots=True)
class Grown:
    """How a box was printed, in mm: its height and its rows'; 0 if it was taken out."""

    height: float
    row: float = 0.0


@dataclass(slots=True)
class _Growing:
    """A box that takes more room: all lengths in CSS px."""

    box: Any
    share: float
    step: float
    most: float
    taken: float = 0.0


def install() -> str:
    """Teach WeasyPrint to fill pages; "" or a sentence on what it lacks."""
    return hooks.install(_HOOK)


def remove() -> None:
    """Give WeasyPrint its own function back."""
    hooks.remove(_HOOK)


def grown_on(page: Any) -> dict[str, Grown]:
    """Give the boxes of a page that grew or were taken out, by element id."""
    return dict(getattr(page, _GROWN, {}))


def _filling(stock: Callable[..., None]) -> Callable[..., None]:
    def layout_backgrounds(page: Any, get_image_from_uri: Any) -> None:
        _fill(page)
        stock(page, get_image_from_uri)

    return layout_backgrounds


_HOOK = hooks.Hook(
    module="weasyprint.layout",
    name="layout_backgrounds",
    parameters=("page", "get_image_from_uri"),
    wrap=_filling,
)


def _fill(page: Any) -> None:
    root = page.children[0]
    left = page.content_box_y() + page.height - _bottom(root)
    noted = dict(_taken_out(root, left))
    setattr(page, _GROWN, noted)
    growing = list(_growing(root, "data-fill")) or list(_growing(root, "data-grow"))
    if left < _LEAST or not growing:
        return
    _share_out(growing, left)
    _grow(root, {id(one.box): one.taken for one in growing if one.taken})
    for one in growing:
        if name := one.box.element.get("id"):
            row = _tile(one.box) or 0.0
            noted[name] = Grown(one.box.height / _PX, row / _PX)


def _taken_out(box: Any, left: float) -> Iterator[tuple[str, Grown]]:
    """Take out the boxes that ask for more than is left, and give their ids."""
    children = getattr(box, "children", ())
    lost = [c for c in children if _attribute(c, "data-least") * _PX > left]
    if lost:
        box.children = tuple(c for c in children if c not in lost)
    for child in lost:
        yield child.element.get("id", ""), Grown(0.0)
    for child in _stacked(box):
        yield from _taken_out(child, left)


def _growing(box: Any, attribute: str) -> Iterator[_Growing]:
    """Give the boxes that may grow, in reading order; none inside another."""
    value = _attribute(box, attribute)
    if value > 0 and attribute == "data-fill":
        yield _Growing(box, value, _tile(box) or _PLAIN_ROW, float("inf"))
    elif value > 0:
        yield _Growing(box, 1.0, 0.0, value * _PX)
    else:
        for child in _stacked(box):
            yield from _growing(child, attribute)


def _attribute(box: Any, name: str) -> float:
    if getattr(box, "element", None) is None or box.element_tag.endswith(
        ("::before", "::after")
    ):
        return 0.0
    try:
        return max(0.0, float(box.element.get(name, 0)))
    except ValueError:
        return 0.0


def _stacked(box: Any) -> list[Any]:
    """Give the children that stand under one another; none for lines and cells."""
    boxes = _boxes()

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


def _bottom(box: Any) -> float:
    """Give where the ink of a box ends; a broken box itself reaches the page's end."""
    children = _stacked(box)
    if not children or _attribute(box, "data-fill"):
        return float(box.border_box_y() + box.border_height())
    below = box.padding_bottom + box.border_bottom_width
    return max(_bottom(child) for child in children) + float(below)


def _share_out(growing: list[_Growing], left: float) -> None:
    """Give rows one by one to the box that has the least for its share."""
    if growing and growing[0].step == 0.0:
        each = left / len(growing)
        for one in growing:
            one.taken = min(each, one.most)
        return
    while True:
        fitting = [one for one in growing if one.step <= left + _HAIR]
        if not fitting:
            _stretch_rows(growing, left)
            return
        hungriest = min(fitting, key=lambda one: (one.taken + one.step) / one.share)
        hungriest.taken += hungriest.step
        left -= hungriest.step


def _stretch_rows(growing: list[_Growing], left: float) -> None:
    """Give the rest to all rows alike; the ruling, a tile a row high, goes with it."""
    rows = [round((one.box.height + one.taken) / one.step) for one in growing]
    if not sum(rows):
        return
    for one, count in zip(growing, rows, strict=True):
        one.taken += left * count / sum(rows)
        if count:
            _set_tile(one.box, (one.box.height + one.taken) / count)


def _tile(box: Any) -> float | None:
    """Give the height of the background's tile in px; None if it has none."""
    size = box.style["background_size"][0]
    image = box.style["background_image"][0][0] != "none"
    ruled = image and isinstance(size, tuple) and hasattr(size[1], "unit")
    return float(size[1].value) if ruled and size[1].unit == "px" else None


def _set_tile(box: Any, height: float) -> None:
    """Make the background's tile as high as a row, in px."""
    if _tile(box):
        width, row = box.style["background_size"][0]
        box.style = box.style.copy()
        box.style["background_size"] = ((width, row._replace(value=height)),)


def _grow(box: Any, taken: dict[int, float]) -> float:
    """Make the boxes taller, move down what follows, and give the growth of `box`."""
    if id(box) in taken:
        growth = taken[id(box)]
        box.height += growth
        for cell in _cells(box):
            cell.height += growth
        return growth
    growth = 0.0
    stacked = {id(child) for child in _stacked(box)}
    for child in getattr(box, "children", ()):
        if growth:
            child.translate(0, growth)
        if id(child) in stacked:
            growth += _grow(child, taken)
    if growth:
        box.height += growth
    return growth


def _cells(box: Any) -> tuple[Any, ...]:
    boxes = _boxes()

    return tuple(box.children) if isinstance(box, boxes.TableRowBox) else ()


def _boxes() -> Any:
    """Give WeasyPrint's kinds of boxes; it has no types, and is imported late."""
    return import_module("weasyprint.formatting_structure.boxes")
