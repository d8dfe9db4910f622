"""Teaches WeasyPrint 70.0 the Kaiming style (开明式): all marks but 。？！ half width.

A style asks for it: `--punctuation: kaiming`. The fonts know how to draw a mark half
as wide (`halt`), but CSS can only ask that of all marks at once.
"""

import re
from collections.abc import Callable
from typing import Any

from handout.printing.engine.functions import SET_TEXT
from handout.printing.engine.hooks import Hook, Lesson
from handout.printing.engine.parts import text_ffi
from handout.printing.engine.types import BoxStyle, Layout
from handout.printing.lines.marks import FULL_CLOSING, FULL_OPENING, UNSEEN

# A mark that ends a sentence keeps its width, but before another that closes.
_HALF = re.compile(
    rf"(?![。？！．])[{FULL_OPENING}{FULL_CLOSING}]"
    rf"|[。？！．](?=[{UNSEEN}]*[{FULL_CLOSING}])"
)
# Where marks are half width already, none may give a half away for its neighbour.
_HALVED, _ALONE = b"halt 1", b"chws 0"


def is_kaiming(style: BoxStyle) -> bool:
    """Whether a style asks for marks of half width."""
    try:
        asked = style["__punctuation"]
    except KeyError:
        # The text of a picture has a bare style.
        return False
    return any(getattr(token, "value", "") == "kaiming" for token in asked)


def _halving(stock: Callable[..., None]) -> Callable[..., None]:
    def set_text(self: Any, text: str, justify: bool = False) -> None:
        stock(self, text, justify)
        if is_kaiming(self.style) and (marks := list(_HALF.finditer(self.text))):
            _halve(self, marks)

    return set_text


def _halve(layout: Layout, marks: list[re.Match[str]]) -> None:
    ffi, pango = text_ffi().ffi, text_ffi().pango

    found = pango.pango_layout_get_attributes(layout.layout)
    if found == ffi.NULL:
        found = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)

    def ask(feature: bytes, start: int, end: int) -> None:
        attribute = pango.pango_attr_font_features_new(feature)
        attribute.start_index, attribute.end_index = start, end
        pango.pango_attr_list_insert(found, attribute)

    ask(_ALONE, 0, len(layout.text.encode()))
    for mark in marks:
        start = len(layout.text[: mark.start()].encode())
        ask(_HALVED, start, start + len(mark[0].encode()))
    pango.pango_layout_set_attributes(layout.layout, found)


LESSON = Lesson(
    without="marks keep their full width",
    hooks=(Hook(SET_TEXT, _halving),),
)
install, remove = LESSON.install, LESSON.remove
