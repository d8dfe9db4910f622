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

from handout.printing.engine.hooks import Hook, Lesson
from handout.printing.lines.emphasis import dotting
from handout.printing.lines.filling import dropping_gap, filling, stretching
from handout.printing.lines.hints import add_hints, hints, without_hints
from handout.printing.lines.squeezing import squeezing

__all__ = ["add_hints", "hints", "install", "remove", "without_hints"]


LESSON = Lesson(
    without="Chinese lines stay ragged",
    hooks=(
        Hook(
            module="weasyprint.layout.inline",
            name="split_inline_box",
            parameters=(
                "context",
                "box",
                "position_x",
                "max_x",
                "bottom_space",
                "skip_stack",
                "containing_block",
                "absolute_boxes",
                "fixed_boxes",
                "line_placeholders",
                "waiting_floats",
                "line_children",
                "first_letter_style",
                "first_line_style",
            ),
            wrap=squeezing,
        ),
        Hook(
            module="weasyprint.layout.inline",
            name="text_align",
            parameters=("context", "line", "available_width", "last"),
            wrap=filling,
        ),
        Hook(
            module="weasyprint.text.line_break",
            name="first_line_metrics",
            parameters=(
                "first_line",
                "text",
                "layout",
                "resume_at",
                "space_collapse",
                "style",
                "hyphenated",
                "hyphenation_character",
            ),
            wrap=dropping_gap,
        ),
        Hook(
            module="weasyprint.text.line_break",
            name="Layout.reactivate",
            parameters=("self", "style"),
            wrap=stretching,
        ),
        Hook(
            module="weasyprint.draw.text",
            name="draw_text_decoration",
            parameters=(
                "stream",
                "textbox",
                "offset_x",
                "offset_y",
                "thickness",
                "color",
            ),
            wrap=dotting,
        ),
    ),
)
install, remove = LESSON.install, LESSON.remove
