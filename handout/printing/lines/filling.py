"""How a justified Chinese line fills its measure: what `chinese_lines` installs.

WeasyPrint aligns a line when its text has been broken and measured, and then lets the
shaped text go. It shapes the same text again to draw it. So a line is filled in two
steps: `filling` decides how much each place grows or shrinks, widens the boxes (links,
underlines and backgrounds follow) and leaves a note with the text; `stretching` does
what the note says to the glyphs that are about to be drawn.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, NamedTuple

from handout.printing.engine.parts import box_kinds
from handout.printing.engine.types import Box, BoxStyle
from handout.printing.lines.glyphs import NOTE, hide_gaps, stretch
from handout.printing.lines.growth import (
    HAIR,
    Amount,
    amounts_of,
    growth_of,
    space_growth,
)
from handout.printing.lines.marks import GAP
from handout.printing.lines.places import GAP_EM, SPACE, edges, text_boxes

# On a line, how it was set: a `Set`.
SET = "handout_set"


class Set(NamedTuple):
    """How a line was set: its width before that and the measure, both in px.

    `growth` is what each place between two Han was given, in ems; less than nothing
    where marks were squeezed: what was taken from the one that gave most. `mean` is
    what a place of any kind was given. `short` says that the line could not be filled,
    or stands out.
    """

    width: float
    measure: float
    growth: float
    mean: float
    short: bool


def filling(stock: Callable[..., float]) -> Callable[..., float]:
    """Make the function that aligns a line fill justified Chinese lines."""

    def text_align(
        context: Any, line: Box, available_width: float, last: bool
    ) -> float:
        boxes: list[Any] = []
        if _is_running(line) and text_boxes(line, boxes) and boxes:
            full = _is_justified(line, last=last)
            if _set(line, boxes, available_width, full=full):
                return 0.0
        return stock(context, line, available_width, last)

    return text_align


def dropping_gap(stock: Callable[..., Any]) -> Callable[..., Any]:
    """Make the function that measures a line leave out a gap at its end (M1)."""

    @wraps(stock)
    def first_line_metrics(*given: Any, **named: Any) -> Any:
        measured = stock(*given, **named)
        layout, length, resume_at, width, *height = measured
        if not resume_at or not layout.text.endswith(GAP) or layout.text == GAP:
            return measured
        # The bytes stay as they are: WeasyPrint looks for the next line after them.
        layout.text = layout.text.removesuffix(GAP)
        width -= GAP_EM * named.get("style", given[5])["font_size"]
        return (layout, length, resume_at, width, *height)

    return first_line_metrics


def stretching(stock: Callable[..., None]) -> Callable[..., None]:
    """Make the function that shapes a line for drawing stretch what was filled."""

    def reactivate(self: Any, style: BoxStyle) -> None:
        stock(self, style)
        if note := getattr(self, NOTE, None):
            stretch(self, note, style["font_size"])
        if GAP in self.text:
            hide_gaps(self)

    return reactivate


def _is_running(line: Box) -> bool:
    style = line.style
    return style["direction"] == "ltr" and style["white_space"] in (
        "normal",
        "nowrap",
        "pre-line",
    )


def _is_justified(line: Box, *, last: bool) -> bool:
    align = line.style["text_align_all"]
    if last and line.style["text_align_last"] != "auto":
        align = line.style["text_align_last"]
    return bool(align == "justify")


def _set(line: Box, boxes: list[Any], available_width: float, *, full: bool) -> bool:
    """Set a line; return False where WeasyPrint's own alignment is still wanted."""
    block_is_justified = line.style["text_align_all"] == "justify"
    over = line.width - available_width
    cuts = edges(boxes, end=full or over > HAIR)
    if not block_is_justified:
        # A ragged line keeps its marks as they are.
        cuts = [one for one in cuts if _is_gap(*one)]
    amounts: list[Amount] = []
    if block_is_justified:
        cut = sum(blank for _, _, blank in cuts)
        found = amounts_of(boxes, available_width - line.width + cut, full=full)
        amounts = found or []
        growth, mean = growth_of(amounts)
        alone = (
            space_growth(boxes, available_width - line.width) if found is None else None
        )
        vars(line)[SET] = Set(
            line.width,
            available_width,
            growth,
            mean if alone is None else alone,
            short=found is None and (alone is None or alone < 0),
        )
    spaces_alone = all(place.kind == SPACE for place, _ in amounts)
    if not cuts and spaces_alone:
        return False
    for box, after, blank in cuts:
        _note(box)[after] = -round(blank / box.style["font_size"] * 1000)
    _write(amounts)
    _move(line, 0)
    return full


def _is_gap(box: Box, after: int, blank: float) -> bool:
    return after > 0 and box.text.encode()[:after].decode()[-1] == GAP and blank > 0


def _write(amounts: list[Amount]) -> None:
    """Note the amounts in whole thousandths of an em, as a PDF says them.

    What rounding leaves over goes to the next place, so a line ends where it should.
    """
    owed = 0.0
    box, note = None, {}
    for place, amount in amounts:
        if place.box is not box:
            box, note = place.box, _note(place.box)
        thousandth = place.em / 1000
        owed += amount
        steps = round(owed / thousandth)
        owed -= steps * thousandth
        note[place.after] = note.get(place.after, 0) + steps


def _note(box: Box) -> dict[int, int]:
    note: dict[int, int] = vars(box.pango_layout).setdefault(NOTE, {})
    return note


def _move(box: Box, x: float) -> float:
    """Widen boxes by their notes and push what follows; return the push so far."""
    kinds = box_kinds()
    if not isinstance(box, (kinds.TextBox, kinds.InlineBox, kinds.LineBox)):
        box.translate(x, 0)
        return x
    box.position_x += x
    before = x
    if isinstance(box, kinds.TextBox):
        note = getattr(box.pango_layout, NOTE, {})
        x += sum(note.values()) * box.style["font_size"] / 1000
    else:
        for child in box.children:
            if child.is_in_normal_flow():
                x = _move(child, x)
            elif child.is_absolutely_positioned():
                # What has no place of its own, as a reading, stays at its character.
                child.translate(x, 0)
    box.width += x - before
    return x
