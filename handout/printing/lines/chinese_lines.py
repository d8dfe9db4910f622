"""Teaches WeasyPrint 70.0 Chinese lines: where they may break and how they fill.

Stock WeasyPrint glues “ and ” to both neighbours, lets · ～ — start a line, sets Latin
close to Chinese, and justifies by stretching spaces alone, so that Chinese, which has
none, stays ragged. `add_hints` (break_hints.py) puts invisible characters where it
would break lines wrongly or leave no gap. `install` replaces five internal functions:
those that break a line, measure its text, align it, shape it again for drawing, and
underline it.

Rule ids (L1, P4, A6 …) are those of docs/chinese-layout.md, after w3c/clreq, the
requirements for Chinese text layout.
"""

from handout.printing.engine.functions import (
    INLINE_BOX,
    LINE_METRICS,
    REACTIVATE,
    TEXT_ALIGN,
    TEXT_DECORATION,
)
from handout.printing.engine.hooks import Hook, Lesson
from handout.printing.lines.emphasis import dotting
from handout.printing.lines.filling import dropping_gap, filling, stretching
from handout.printing.lines.hints import add_hints, hints, without_hints
from handout.printing.lines.squeezing import squeezing

__all__ = ["add_hints", "hints", "install", "remove", "without_hints"]


LESSON = Lesson(
    without="Chinese lines stay ragged",
    hooks=(
        Hook(INLINE_BOX, squeezing),
        Hook(TEXT_ALIGN, filling),
        Hook(LINE_METRICS, dropping_gap),
        Hook(REACTIVATE, stretching),
        Hook(TEXT_DECORATION, dotting),
    ),
)
install, remove = LESSON.install, LESSON.remove
