"""The functions of WeasyPrint that are replaced: what for, what it gains, until when.

Gains of speed are of the sample article (10 pages) in one process, as shares of a first
print, and were measured by leaving the hook out; the bytes of the PDF are the same.
"""

from dataclasses import dataclass

_LINE = (
    "context",
    "linebox",
    "position_y",
    "bottom_space",
    "skip_stack",
    "containing_block",
    "absolute_boxes",
    "fixed_boxes",
    "first_letter_style",
    "first_line_style",
)
_FIRST_LINE = (
    "text",
    "style",
    "context",
    "max_width",
    "justification_spacing",
    "is_line_start",
    "minimum",
)


@dataclass(frozen=True, slots=True)
class Function:
    """A function of WeasyPrint 70.0, with its parameters as they are there.

    `purpose` says what replacing it is for, `gain` what was measured, and `until` which
    change in WeasyPrint would make that unnecessary.
    """

    module: str
    name: str
    parameters: tuple[str, ...]
    purpose: str
    gain: str
    until: str


INLINE_BOX = Function(
    "weasyprint.layout.inline",
    "split_inline_box",
    (
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
    "squeezes marks, so that a line takes one more character",
    "flush Chinese lines: 5 % of them in stock WeasyPrint, 100 % here",
    "text-spacing-trim of CSS Text 4",
)
TEXT_ALIGN = Function(
    "weasyprint.layout.inline",
    "text_align",
    ("context", "line", "available_width", "last"),
    "spreads what is left of a line between its characters",
    "with the row above; both cost 0.03 to 0.08 s",
    "text-justify: inter-character",
)
LINE_METRICS = Function(
    "weasyprint.text.line_break",
    "first_line_metrics",
    (
        "first_line",
        "text",
        "layout",
        "resume_at",
        "space_collapse",
        "style",
        "hyphenated",
        "hyphenation_character",
    ),
    "drops the gap between Han and Latin at a line end",
    "no ragged ends",
    "text-autospace of CSS Text 4",
)
REACTIVATE = Function(
    "weasyprint.text.line_break",
    "Layout.reactivate",
    ("self", "style"),
    "widens the glyphs of a justified line before they are drawn",
    "with split_inline_box",
    "text-justify: inter-character",
)
TEXT_DECORATION = Function(
    "weasyprint.draw.text",
    "draw_text_decoration",
    ("stream", "textbox", "offset_x", "offset_y", "thickness", "color"),
    "draws emphasis dots and the lines of names and titles",
    "text-emphasis, which stock WeasyPrint ignores",
    "text-emphasis",
)
SET_TEXT = Function(
    "weasyprint.text.line_break",
    "Layout.set_text",
    ("self", "text", "justify"),
    "sets marks inside sentences in half their width (开明式)",
    "an option of Chinese typography",
    "text-spacing-trim of CSS Text 4",
)
LINE_BOXES = Function(
    "weasyprint.layout.block",
    "iter_line_boxes",
    ("context", "box", *_LINE[2:]),
    "chooses the breaks of a whole paragraph, and balances headings",
    "widest gap between two Han 0.35 em before, 0.10 em after",
    "text-wrap: pretty and balance",
)
FIRST_LINE = Function(
    "weasyprint.layout.inline",
    "split_first_line",
    _FIRST_LINE,
    "lets a line keep its last word where only the space after it does not fit",
    "lines that stock WeasyPrint breaks one word early",
    "a fix of that fault",
)
NARROWEST_LINE = Function(
    "weasyprint.layout.preferred",
    "split_first_line",
    _FIRST_LINE,
    "finds the least width of a long text by its first characters",
    "1,620 Han in a table cell: 2.24 s before, 0.17 s after",
    "a fix of the quadratic time",
)
NEXT_LINE = Function(
    "weasyprint.layout.inline",
    "get_next_linebox",
    _LINE,
    "sets lines on the baseline grid",
    "an option of Chinese typography",
    "line-height-step or a line grid",
)
BACKGROUNDS = Function(
    "weasyprint.layout",
    "layout_backgrounds",
    ("page", "get_image_from_uri"),
    "lets boxes to write in grow into the space left on their page",
    "without it, each page would be laid out twice",
    "a callback after the layout of a page",
)
COMPUTED_VALUE = Function(
    "weasyprint.css",
    "ComputedStyle.__missing__",
    ("self", "key"),
    "gives inherited and initial values at once",
    "7 % of a first print; 14 % with the two rows below",
    "the same shortcut in WeasyPrint",
)
PENDING_VALUE = Function(
    "weasyprint.css.tokens",
    "Pending.solve",
    ("self", "tokens", "wanted_key", "base_url"),
    "works out a value with variables once",
    "7 % of a first print, with the row below",
    "a memory in WeasyPrint",
)
CHECK_MATH = Function(
    "weasyprint.css",
    "check_math",
    ("token",),
    "does not look for calc() in plain values",
    "with the row above",
    "the same shortcut in WeasyPrint",
)
STYLE_SHEET = Function(
    "weasyprint.css",
    "CSS",
    (
        "guess",
        "filename",
        "url",
        "file_obj",
        "string",
        "encoding",
        "base_url",
        "url_fetcher",
        "_check_mime_type",
        "media_type",
        "font_config",
        "counter_style",
        "color_profiles",
        "matcher",
        "page_rules",
        "layers",
        "layer",
    ),
    "keeps the project's style sheets as they were read",
    "five worksheets in one PDF: 8 % of a first print, 17 % of the next",
    "style sheets that can be shared between documents in the order of their rules",
)
FUNCTIONS = (
    INLINE_BOX,
    TEXT_ALIGN,
    LINE_METRICS,
    REACTIVATE,
    TEXT_DECORATION,
    SET_TEXT,
    LINE_BOXES,
    FIRST_LINE,
    NARROWEST_LINE,
    NEXT_LINE,
    BACKGROUNDS,
    COMPUTED_VALUE,
    PENDING_VALUE,
    CHECK_MATH,
    STYLE_SHEET,
)
