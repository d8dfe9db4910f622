"""Turns a page so that its text runs from left to right, wherever it was drawn."""

from dataclasses import dataclass
from typing import Any

# Left, bottom, right, top.
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class TextFrame:
    """The visible part of a page, and by how many quarters its text is turned.

    `turns` are counted anticlockwise: 1 is text that runs up, 3 text that runs down,
    as the columns of vertical Chinese do.
    """

    left: float
    bottom: float
    wide: float
    high: float
    turns: int = 0

    @property
    def width(self) -> float:
        """The width of the page as its text is read."""
        return self.high if self.turns % 2 else self.wide

    @property
    def height(self) -> float:
        """The height of the page as its text is read."""
        return self.wide if self.turns % 2 else self.high

    @property
    def is_moved(self) -> bool:
        """Whether a box in the frame differs from the box on the page."""
        return bool(self.turns or self.left or self.bottom)

    def box(self, box: Box) -> Box:
        """A box of the page in the frame: from its bottom left, upright."""
        left, bottom = box[0] - self.left, box[1] - self.bottom
        right, top = box[2] - self.left, box[3] - self.bottom
        if self.turns == 1:
            return (bottom, self.wide - right, top, self.wide - left)
        if self.turns == 2:
            return (
                self.wide - right, self.high - top,
                self.wide - left, self.high - bottom,
            )  # fmt: skip
        if self.turns == 3:
            return (self.high - top, left, self.high - bottom, right)
        return (left, bottom, right, top)

    def holds(self, box: Box) -> bool:
        """Whether the middle of a box in the frame is on the page."""
        across, up = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return -2 <= across <= self.width + 2 and -2 <= up <= self.height + 2


def frame_of(page: Any) -> TextFrame:
    """The visible part of a page, its text not yet turned."""
    media = _in_order(page.get_mediabox())
    crop = _in_order(page.get_cropbox())
    left, bottom = max(media[0], crop[0]), max(media[1], crop[1])
    right, top = min(media[2], crop[2]), min(media[3], crop[3])
    if right - left < 1 or top - bottom < 1:
        left, bottom, right, top = media
    return TextFrame(left, bottom, max(1.0, right - left), max(1.0, top - bottom))


def _in_order(box: Box) -> Box:
    return (
        min(box[0], box[2]), min(box[1], box[3]),
        max(box[0], box[2]), max(box[1], box[3]),
    )  # fmt: skip
