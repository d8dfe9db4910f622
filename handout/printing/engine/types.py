"""The types of WeasyPrint's values, as far as this project reads them; it has none."""

from collections.abc import Sequence
from typing import Any, Protocol


class BoxStyle(Protocol):
    """The computed style of a box, by property name with underscores."""

    is_root_element: bool
    root_style: "BoxStyle"
    font_config: object

    def __getitem__(self, name: str) -> Any: ...

    def __setitem__(self, name: str, value: Any) -> None: ...

    def copy(self) -> "BoxStyle":
        """A style that can be changed alone."""
        ...


class Layout(Protocol):
    """A line of text as Pango has shaped it; `layout` is Pango's own."""

    text: str
    layout: Any

    def reactivate(self, style: BoxStyle) -> None:
        """Shape the text again, so that its glyphs can be read."""
        ...

    def deactivate(self) -> None:
        """Let go of the glyphs."""
        ...


class Box(Protocol):
    """A box that was laid out: lengths are px, places from the page's top left.

    Only text boxes have `text` and `pango_layout`, only cells `rowspan`, only lines
    `baseline`.
    """

    element: Any
    element_tag: str
    style: BoxStyle
    children: Sequence["Box"]
    position_x: float
    position_y: float
    width: float
    height: float
    margin_left: float
    margin_right: float
    margin_top: float
    margin_bottom: float
    padding_left: float
    padding_right: float
    padding_top: float
    padding_bottom: float
    border_left_width: float
    border_right_width: float
    border_top_width: float
    border_bottom_width: float
    baseline: float
    text: str
    pango_layout: Layout
    is_leader: bool
    is_header: bool
    is_footer: bool
    rowspan: int

    def is_in_normal_flow(self) -> bool:
        """Whether it takes a place among its neighbours."""
        ...

    def is_floated(self) -> bool:
        """Whether others flow around it."""
        ...

    def is_absolutely_positioned(self) -> bool:
        """Whether it is placed by itself."""
        ...

    def translate(self, dx: float = 0, dy: float = 0) -> None:
        """Move it, and all inside it."""
        ...

    def border_box_x(self) -> float:
        """The left edge of its border."""
        ...

    def border_box_y(self) -> float:
        """The top edge of its border."""
        ...

    def border_width(self) -> float:
        """Its width with padding and border."""
        ...

    def border_height(self) -> float:
        """Its height with padding and border."""
        ...

    def padding_box_x(self) -> float:
        """The left edge of its padding."""
        ...

    def padding_box_y(self) -> float:
        """The top edge of its padding."""
        ...

    def padding_width(self) -> float:
        """Its width with padding."""
        ...

    def padding_height(self) -> float:
        """Its height with padding."""
        ...

    def content_box_x(self) -> float:
        """The left edge of its content."""
        ...

    def content_box_y(self) -> float:
        """The top edge of its content."""
        ...

    def margin_width(self) -> float:
        """Its width with margins."""
        ...

    def margin_height(self) -> float:
        """Its height with margins."""
        ...
