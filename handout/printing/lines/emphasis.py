"""Draws dots of emphasis (着重号, T4) under characters: CSS asks by a dotted underline.

`em { text-decoration: underline dotted }` sets one dot under the middle of each Chinese
character, none under marks and Latin (w3c/clreq 3.1.8). Text without any Chinese
keeps the dotted line.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from handout.printing.engine.types import Box
from handout.printing.lines.glyphs import middles
from handout.printing.lines.marks import IDEOGRAPH

_DOTTED = re.compile(f"[{IDEOGRAPH}]")
# In ems: how far under the baseline the dots are, and how large they are.
_DEPTH, _RADIUS = 0.25, 0.07
# A circle out of four Bézier curves: how far the handles are from its corners.
_HANDLE = 0.5523


def dotting(stock: Callable[..., None]) -> Callable[..., None]:
    """Make the function that draws an underline draw dots under Chinese."""

    def draw_text_decoration(
        stream: Any,
        textbox: Box,
        offset_x: float,
        offset_y: float,
        thickness: float,
        color: Any,
    ) -> None:
        dotted = textbox.style["text_decoration_style"] == "dotted"
        # Only an underline, which is under the baseline.
        below = offset_y > textbox.baseline
        if not (dotted and below and _DOTTED.search(textbox.text)):
            stock(stream, textbox, offset_x, offset_y, thickness, color)
            return
        em = textbox.style["font_size"]
        y = textbox.position_y + textbox.baseline + _DEPTH * em
        with stream.artifact(), stream.stacked():
            stream.set_color(color)
            for x in _places(textbox):
                _circle(stream, x, y, _RADIUS * em)
            stream.fill()

    return draw_text_decoration


def _places(textbox: Box) -> Iterator[float]:
    """The middles of the Chinese characters, in px from the page's left."""
    text = textbox.text
    after = 0
    found = middles(textbox)
    for char in text:
        after += len(char.encode())
        if _DOTTED.match(char) and after in found:
            yield textbox.position_x + found[after]


def _circle(stream: Any, x: float, y: float, radius: float) -> None:
    handle = radius * _HANDLE
    stream.move_to(x + radius, y)
    for turn in range(4):
        # A quarter turn maps (1, 0) to (0, 1), and so on.
        cos, sin = ((1, 0), (0, 1), (-1, 0), (0, -1))[turn]
        points = ((radius, handle), (handle, radius), (0.0, radius))
        stream.curve_to(
            *(
                value
                for along, across in points
                for value in (
                    x + along * cos - across * sin,
                    y + along * sin + across * cos,
                )
            )
        )
