"""Teaches WeasyPrint 70.0 to keep a font that it has cut down to the glyphs of a page.

A preview prints nearly the same characters after each save. Only our own fonts are
kept: those of a pack may change while it is watched.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from handout.printing.engine.hooks import Hook, Lesson
from handout.printing.fonts import our_fonts

# Five files, as cut for the pages of this save and of the last.
_MOST = 10
_kept: dict[tuple[object, ...], bytes] = {}


def _keeping(stock: Callable[[Any, Any, Any], None]) -> Callable[..., None]:
    ours = {font.family for font in our_fonts()}

    @wraps(stock)
    def _harfbuzz_subset(self: Any, to_unicode: Any, hinting: Any) -> None:
        if self.family not in ours or self.missing:
            stock(self, to_unicode, hinting)
            return
        whole = len(self.file_content)
        place = (self.hash, self.index, whole, hinting, tuple(sorted(to_unicode)))
        if place not in _kept:
            stock(self, to_unicode, hinting)
            if len(_kept) >= _MOST:
                del _kept[next(iter(_kept))]
            _kept[place] = self.file_content
        self.file_content = _kept[place]

    return _harfbuzz_subset


LESSON = Lesson(
    without="fonts are cut anew at each save",
    hooks=(
        Hook(
            module="weasyprint.pdf.fonts",
            name="Font._harfbuzz_subset",
            parameters=("self", "to_unicode", "hinting"),
            wrap=_keeping,
        ),
    ),
)
install, remove = LESSON.install, LESSON.remove
