"""The rules of Chinese lines, measured on what was printed: ids L, P, A and T."""

import re
from collections.abc import Iterator
from itertools import pairwise

from handout.check.finding import CheckOptions, Finding
from handout.check.sheet import Block, Glyph, Line, Sheet

_CLOSING = "、，；：。！？”’）》〉】〕」』］｝"
_OPENING = "“‘（《〈【〔「『［｛"
_NEVER_FIRST = frozenset(_CLOSING + "·～／…%％℃,.;:!?)]}")
_NEVER_LAST = frozenset(_OPENING + "([{￥＄／")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\u3005-\u3007\U00020000-\U0003ffff]")
# A mark and what clings to it at the end of a paragraph.
_LONE = re.compile(rf"{_HAN.pattern}[{_CLOSING}…—]{{0,3}}")
# In points: lengths in a PDF are rounded.
_FLUSH, _RAGGED = 0.75, 1.0
# In ems: two marks that share 1.5 em begin half an em apart.
_SHARED, _ROUNDING = 0.5, 0.15
_LEAST_LINES = 3


# No justification opens this much, in em: a number stands apart from its title.
_SET_APART = 0.8


def line_findings(sheet: Sheet, options: CheckOptions) -> Iterator[Finding]:
    """Check the lines of a page."""
    for block in sheet.blocks:
        yield from _edges(sheet, block, options)
        yield from _ends(sheet, block)
        yield from _filling(sheet, block, options)
    for line in sheet.lines:
        yield from _pairs(sheet, line)
    yield from _small(sheet, options)


def _edges(sheet: Sheet, block: Block, options: CheckOptions) -> Iterator[Finding]:
    """L1 and L2: marks that may not start or end a line; L3: units that are split."""
    for above, below in pairwise(block.lines):
        first, last = below.glyphs[0].text, above.glyphs[-1].text
        if not (_HAN.search(above.text) or _HAN.search(below.text)):
            continue
        if first == last and first in "—…":
            yield _at(sheet, below, "L3", f"{first}{first} is split")
        elif first in _NEVER_FIRST:
            rule = "L2" if first in "／…" else "L1"
            if first != "…" or options.strict:
                yield _at(sheet, below, rule, f"the line starts with {first}")
        elif options.strict and first == "—":
            yield _at(sheet, below, "L2", "the line starts with ——")
        if last in _NEVER_LAST:
            yield _at(sheet, above, "L1", f"the line ends with {last}")


def _ends(sheet: Sheet, block: Block) -> Iterator[Finding]:
    """A3: a last line of a single character."""
    for paragraph in block.paragraphs():
        last = paragraph[-1]
        wide = max(line.right - line.left for line in paragraph) > 4 * last.size
        if len(paragraph) > 1 and wide and _LONE.fullmatch(last.text):
            yield _at(sheet, last, "A3", f"the last line is only {last.text}")


def _filling(sheet: Sheet, block: Block, options: CheckOptions) -> Iterator[Finding]:
    """A4: justified lines that are ragged; A6: gaps that are too wide."""
    full = [line for lines in block.paragraphs() for line in lines[:-1]]
    full = [line for line in full if _HAN.search(line.text)]
    if len(full) + 1 < _LEAST_LINES:
        return
    edge = _edge([_ends_at(line) for line in full])
    flush = [line for line in full if _is_flush(line, edge)]
    # Text that was never meant to be justified has no edge.
    if len(flush) < 0.6 * len(full):
        return
    for line in full:
        if not any(abs(end - edge) < _RAGGED for end in _ends_at(line)):
            short = edge - line.right
            side = "short of" if short > 0 else "over"
            text = f"the line ends {abs(short):.1f} pt {side} its edge"
            yield _at(sheet, line, "A4", text)
        widest = max((gap for gap in _gaps(line) if gap < _SET_APART), default=0.0)
        if widest > options.widest_gap:
            text = f"a gap between two characters is {widest:.2f} em wide"
            yield _at(sheet, line, "A6", text)


def _ends_at(line: Line) -> tuple[float, ...]:
    """Where a line may be said to end: a mark at its end has a half that is blank."""
    last = line.glyphs[-1]
    if last.text not in _CLOSING + "·…—":
        return (last.right,)
    return last.right, last.right - last.size / 2, last.right - last.size / 4


def _edge(ends: list[tuple[float, ...]]) -> float:
    """Find the place where most lines end."""
    places = [place for end in ends for place in end]
    return max(
        places,
        key=lambda at: (
            sum(any(abs(at - place) < _FLUSH for place in end) for end in ends),
            at,
        ),
    )


def _is_flush(line: Line, edge: float) -> bool:
    return any(abs(end - edge) < _FLUSH for end in _ends_at(line))


def _gaps(line: Line) -> Iterator[float]:
    for before, after in pairwise(line.glyphs):
        if _HAN.match(before.text) and _HAN.match(after.text):
            yield (after.left - before.right) / before.size


def _pairs(sheet: Sheet, line: Line) -> Iterator[Finding]:
    """P2: two marks side by side share an em and a half."""
    if not _HAN.search(line.text):
        return
    for before, after in pairwise(line.glyphs):
        if _are_marks(before, after) and _is_full(before) and _is_full(after):
            apart = (after.left - before.left) / before.size
            if apart > _SHARED + _ROUNDING:
                text = f"{before.text}{after.text} take {1 + apart:.2f} em"
                yield _at(sheet, line, "P2", text)


def _are_marks(before: Glyph, after: Glyph) -> bool:
    closes = before.text in _CLOSING and after.text in _CLOSING + _OPENING
    return closes or (before.text in _OPENING and after.text in _OPENING)


def _is_full(glyph: Glyph) -> bool:
    return glyph.right - glyph.left > 0.9 * glyph.size


def _small(sheet: Sheet, options: CheckOptions) -> Iterator[Finding]:
    """T1: text that is too small to read."""
    least: dict[int, tuple[float, str]] = {}
    for line in sheet.lines:
        for glyph in line.glyphs:
            if glyph.size < options.least_size - 0.05:
                least.setdefault(line.number, (glyph.size, line.text))
    for number, (size, text) in least.items():
        yield Finding(
            "T1",
            sheet.number,
            number,
            f"text of {size:.1f} pt: {text[:12]}",
            f"set it in {options.least_size} pt at least",
        )


def _at(sheet: Sheet, line: Line, rule: str, message: str) -> Finding:
    return Finding(rule, sheet.number, line.number, f"{message}: {_shown(line)}")


def _shown(line: Line) -> str:
    text = line.text
    return text if len(text) <= 16 else f"{text[:7]}…{text[-7:]}"
