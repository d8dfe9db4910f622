"""The only module that measures and changes the glyphs Pango has shaped."""

from collections.abc import Iterator
from itertools import pairwise
from math import copysign
from typing import Any

from handout.printing.engine.parts import text_ffi
from handout.printing.engine.types import Box, Layout
from handout.printing.lines.kaiming import is_kaiming
from handout.printing.lines.marks import GAP

# On a layout, a note: bytes of text → thousandths of an em to add after them. What
# follows no bytes is added, always less than nothing, left of the first glyph.
NOTE = "handout_thousandths"
# On a font configuration: what marks may lose, in ems, by font and neighbours.
_BLANKS = "handout_blanks"
_FONT = (
    "font_family",
    "font_weight",
    "font_style",
    "font_feature_settings",
    "font_kerning",
    "lang",
)


def blank_half(box: Box, index: int, *, left: bool) -> float:
    """Measure, in px, what the mark at `index` may lose: ½ em, if it is empty there.

    A font or `chws` may have set it half-width already, and then it loses nothing.
    """
    style = box.style
    # chws looks at the neighbours, past a hint that is drawn as nothing.
    around = box.text[max(0, index - 1) : index + 3]
    font = (str(style[name]) for name in _FONT)
    key = (left, around, index > 0, is_kaiming(style), *font)
    known: dict[tuple[object, ...], float]
    known = vars(style.font_config).setdefault(_BLANKS, {})
    if key not in known:
        after = len(box.text[: index + 1].encode())
        known[key] = _measure_blank(box, after, left=left) / style["font_size"]
    return known[key] * float(style["font_size"])


def _measure_blank(box: Box, after: int, *, left: bool) -> float:
    units = text_ffi().FROM_UNITS
    ffi, pango = text_ffi().ffi, text_ffi().pango
    em: float = box.style["font_size"]
    blank = 0.0
    box.pango_layout.reactivate(box.style)
    for ends, glyphs, font in _runs(box.pango_layout):
        if after not in ends:
            continue
        mark = glyphs[ends.index(after)]
        if mark.geometry.width * units > em * 0.75:
            ink = ffi.new("PangoRectangle *")
            pango.pango_font_get_glyph_extents(font, mark.glyph, ink, ffi.NULL)
            right = mark.geometry.width - ink.x - ink.width
            blank = (ink.x if left else right) * units
    box.pango_layout.deactivate()
    return max(0.0, min(blank, em / 2))


def stretch(layout: Layout, note: dict[int, int], em: float) -> None:
    """Widen the glyphs that are about to be drawn."""
    pango = text_ffi().pango
    # Drawing asks for this too, and Pango would then shape the text once more.
    pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
    unit = em * text_ffi().TO_UNITS / 1000
    cut = -note.get(0, 0)
    for ends, glyphs, _ in _runs(layout):
        for i, after in enumerate(ends):
            if not cut and after not in note:
                continue
            steps = note.get(after, 0) - cut
            geometry = glyphs[i].geometry
            if cut:
                # Widths count in 1/1024 px but, here, offsets are drawn as 1/1000 px.
                geometry.x_offset -= round(cut * em)
                cut = 0
            if steps:
                # Half a step more: drawing drops what is less than a whole one.
                geometry.width += round((steps + copysign(0.5, steps)) * unit)


def hide_gaps(layout: Layout) -> None:
    """Make the gaps bare distances, so that they leave no space in the PDF's text."""
    pango = text_ffi().pango
    pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
    text = layout.text
    after = {len(text[: i + 1].encode()) for i, char in enumerate(text) if char == GAP}
    for ends, glyphs, _ in _runs(layout):
        for i, end in enumerate(ends):
            if end in after:
                glyphs[i].glyph = pango.PANGO_GLYPH_EMPTY
                # Empty glyphs are drawn in 1/1000 px though widths are 1/1024 px.
                width = glyphs[i].geometry.width
                glyphs[i].geometry.width = round(width * 1000 / 1024)


def _runs(layout: Layout) -> Iterator[tuple[list[int], Any, Any]]:
    """Walk the runs of a line: the bytes each glyph completes, the glyphs, the font.

    Several characters may be one glyph (——), and several glyphs one character: then
    the last of them completes it, and the others nothing, which is said as -1.
    """
    ffi, pango = text_ffi().ffi, text_ffi().pango
    run = pango.pango_layout_get_line_readonly(layout.layout, 0).runs
    while run != ffi.NULL:
        item, string = run.data.item, run.data.glyphs
        starts = ffi.unpack(string.log_clusters, string.num_glyphs)
        # Glyphs of Arabic or Hebrew are in reverse.
        backwards = -1 if item.analysis.level % 2 else 1
        pairs = pairwise([*starts[::backwards], item.length])
        base = item.offset
        ends = [base + end if end != start else -1 for start, end in pairs]
        yield ends[::backwards], string.glyphs, item.analysis.font
        run = run.next


def middles(box: Box) -> dict[int, float]:
    """The middle of each glyph of a line, in px, by the bytes it completes."""
    units = text_ffi().FROM_UNITS
    box.pango_layout.reactivate(box.style)
    note: dict[int, int] = getattr(box.pango_layout, NOTE, {})
    em = box.style["font_size"]
    found = {}
    x = 0.0
    for ends, glyphs, _ in _runs(box.pango_layout):
        for i, after in enumerate(ends):
            width = glyphs[i].geometry.width * units
            # What was added after the character is not part of it.
            found[after] = x + (width - note.get(after, 0) * em / 1000) / 2
            x += width
    box.pango_layout.deactivate()
    return found
