"""The only module that measures and changes the glyphs Pango has shaped."""

from collections.abc import Iterator
from itertools import pairwise
from math import copysign
from typing import Any


def blank_half(box: Any, after: int, *, left: bool) -> float:
    """Measure what a mark may lose: half an em, if it is that wide and empty there.

    A font or `chws` may have set it half-width already, and then it loses nothing.
    """
    # WeasyPrint has no types.
    from weasyprint.text.ffi import (  # type: ignore[import-untyped]
        FROM_UNITS,
        ffi,
        pango,
    )

    em: float = box.style["font_size"]
    blank = 0.0
    box.pango_layout.reactivate(box.style)
    for ends, glyphs, font in _runs(box.pango_layout):
        if after not in ends:
            continue
        mark = glyphs[ends.index(after)]
        if mark.geometry.width * FROM_UNITS > em * 0.75:
            ink = ffi.new("PangoRectangle *")
            pango.pango_font_get_glyph_extents(font, mark.glyph, ink, ffi.NULL)
            right = mark.geometry.width - ink.x - ink.width
            blank = (ink.x if left else right) * FROM_UNITS
    box.pango_layout.deactivate()
    return max(0.0, min(blank, em / 2))


def stretch(layout: Any, note: dict[int, int], em: float) -> None:
    """Widen the glyphs that are about to be drawn."""
    from weasyprint.text.ffi import TO_UNITS, pango

    # Drawing asks for this too, and Pango would then shape the text once more.
    pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
    cut = -note.get(0, 0)
    for ends, glyphs, _ in _runs(layout):
        for i, after in enumerate(ends):
            steps = note.get(after, 0) - cut
            if cut:
                # Widths count in 1/1024 px but, here, offsets are drawn as 1/1000 px.
                glyphs[i].geometry.x_offset -= round(cut * em)
                cut = 0
            if steps:
                # Half a step more: drawing drops what is less than a whole one.
                drawn = steps + copysign(0.5, steps)
                glyphs[i].geometry.width += round(drawn * em * TO_UNITS / 1000)


def _runs(layout: Any) -> Iterator[tuple[list[int], Any, Any]]:
    """Walk the runs of a line: the bytes each glyph completes, the glyphs, the font.

    Several characters may be one glyph (——), and several glyphs one character: then
    the last of them completes it, and the others nothing, which is said as -1.
    """
    from weasyprint.text.ffi import ffi, pango

    run = pango.pango_layout_get_line_readonly(layout.layout, 0).runs
    while run != ffi.NULL:
        item, string = run.data.item, run.data.glyphs
        starts = ffi.unpack(string.log_clusters, string.num_glyphs)
        # Glyphs of Arabic or Hebrew stand in reverse.
        backwards = -1 if item.analysis.level % 2 else 1
        pairs = pairwise([*starts[::backwards], item.length])
        base = item.offset
        ends = [base + end if end != start else -1 for start, end in pairs]
        yield ends[::backwards], string.glyphs, item.analysis.font
        run = run.next
