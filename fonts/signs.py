"""Draws the signs of formulas that the originals lack: ⁵ ₂ ☐ ⌊ from what they have."""

from collections.abc import Callable, Iterable

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", "0123456789+−=()ni", strict=True))
LOWERED = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", "0123456789+−=()", strict=True))
# Signs that differ from another one by little or nothing in print.
ALIKE = {
    "∼": "~", "∗": "*", "∖": "\\", "ϕ": "φ", "ϵ": "ε", "ϑ": "θ", "ϱ": "ρ", "ϖ": "π",
    "ℝ": "R", "ℕ": "N", "ℤ": "Z", "ℚ": "Q", "ℂ": "C", "ℜ": "R", "ℑ": "I", "⊤": "T",
    "⋀": "∧", "⋁": "∨", "⋂": "∩", "⋃": "∪", "∐": "∏", "↦": "→", "⋅": "·",
}  # fmt: skip
SMALL = 0.62
# How far the small ones move, in parts of an em.
UP, DOWN = 0.36, -0.12
STROKE = 0.05

Point = tuple[float, float]


def add_signs(font: TTFont) -> None:
    """Add every sign that the font lacks, so that a formula prints as it is read."""
    have = font.getBestCmap()
    for table, rise in ((RAISED, UP), (LOWERED, DOWN)):
        lacking = {sign for sign in table if ord(sign) not in have}
        # The ten digits are of one drawing, or 10¹⁵ would dance.
        digits = {sign for sign, base in table.items() if base.isdecimal()}
        for sign in sorted(lacking | (digits if lacking & digits else set())):
            _copy(font, sign, table[sign], scale=SMALL, rise=rise)
    for sign, base in ALIKE.items():
        if ord(sign) not in have and ord(base) in have:
            _copy(font, sign, base, scale=1.0, rise=0.0)
    if ord("∘") not in have and ord("°") in have:
        _copy(font, "∘", "°", scale=1.0, rise=-0.25)
    for sign, drawing in DRAWN.items():
        if ord(sign) not in have:
            _draw(font, sign, *drawing())


def _copy(font: TTFont, sign: str, base: str, *, scale: float, rise: float) -> None:
    em = font["head"].unitsPerEm
    name = font.getBestCmap()[ord(base)]
    outline = DecomposingRecordingPen(font.getGlyphSet())
    outline.glyphSet[name].draw(outline)
    pen = TTGlyphPen(None)
    outline.replay(TransformPen(pen, (scale, 0, 0, scale, 0, round(rise * em))))
    _put(font, sign, pen, round(font["hmtx"][name][0] * scale))


def _draw(
    font: TTFont, sign: str, width: float, strokes: Iterable[list[Point]]
) -> None:
    em = font["head"].unitsPerEm
    pen = TTGlyphPen(None)
    for stroke in strokes:
        points = [(round(x * em), round(y * em)) for x, y in stroke]
        pen.moveTo(points[0])
        for point in points[1:]:
            pen.lineTo(point)
        pen.closePath()
    _put(font, sign, pen, round(width * em))


def _put(font: TTFont, sign: str, pen: TTGlyphPen, width: int) -> None:
    name = f"uni{ord(sign):04X}.sign"
    glyph = pen.glyph()
    glyph.recalcBounds(font["glyf"])
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"].glyphs[name] = glyph
    font["glyf"].glyphOrder = font.getGlyphOrder()
    font["hmtx"][name] = (width, getattr(glyph, "xMin", 0))
    if "vmtx" in font:
        font["vmtx"][name] = (font["head"].unitsPerEm, 0)
    for table in font["cmap"].tables:
        if table.isUnicode() and table.format != 14:
            table.cmap[ord(sign)] = name


def _bar(x: float, y: float, width: float, height: float) -> list[Point]:
    # Clockwise, as TrueType fills.
    return [(x, y), (x, y + height), (x + width, y + height), (x + width, y)]


def _slanted(start: Point, end: Point) -> list[Point]:
    (x1, y1), (x2, y2) = start, end
    long = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
    dx, dy = -(y2 - y1) / long * STROKE / 2, (x2 - x1) / long * STROKE / 2
    return [
        (x1 - dx, y1 - dy),
        (x1 + dx, y1 + dy),
        (x2 + dx, y2 + dy),
        (x2 - dx, y2 - dy),
    ]


def _square() -> list[list[Point]]:
    low, size = -0.06, 0.82
    far = size - STROKE
    return [
        _bar(0.09, low, STROKE, size),
        _bar(0.09 + far, low, STROKE, size),
        _bar(0.09, low, size, STROKE),
        _bar(0.09, low + far, size, STROKE),
    ]


def _box(*marks: tuple[Point, Point]) -> Callable[[], tuple[float, list[list[Point]]]]:
    return lambda: (1.0, [*_square(), *(_slanted(*mark) for mark in marks)])


def _bracket(*, left: bool, top: bool) -> Callable[[], tuple[float, list[list[Point]]]]:
    x = 0.14 if left else 0.22
    foot = _bar(0.14, 0.83 if top else -0.12, 0.22 - STROKE + 0.03, STROKE)
    upright = _bar(x if left else 0.14 + 0.2 - STROKE, -0.12, STROKE, 0.95 + STROKE)
    return lambda: (0.46, [upright, foot])


def _angle(*, left: bool) -> Callable[[], tuple[float, list[list[Point]]]]:
    point, open_end = (0.12, 0.32) if left else (0.12, 0.32)[::-1]
    edges = [((point, 0.355), (open_end, 0.82)), ((point, 0.355), (open_end, -0.12))]
    return lambda: (0.44, [_slanted(*edge) for edge in edges])


def _dots(*places: Point) -> Callable[[], tuple[float, list[list[Point]]]]:
    return lambda: (0.6, [_bar(x, y, 0.09, 0.09) for x, y in places])


DRAWN: dict[str, Callable[[], tuple[float, list[list[Point]]]]] = {
    "☐": _box(),
    "☑": _box(((0.24, 0.37), (0.43, 0.16)), ((0.42, 0.16), (0.77, 0.6))),
    "☒": _box(((0.24, 0.1), (0.76, 0.6)), ((0.24, 0.6), (0.76, 0.1))),
    "⌊": _bracket(left=True, top=False),
    "⌋": _bracket(left=False, top=False),
    "⌈": _bracket(left=True, top=True),
    "⌉": _bracket(left=False, top=True),
    "⋮": _dots((0.26, 0.02), (0.26, 0.32), (0.26, 0.62)),
    "⋱": _dots((0.06, 0.62), (0.26, 0.32), (0.46, 0.02)),
    "⟨": _angle(left=True),
    "⟩": _angle(left=False),
}
