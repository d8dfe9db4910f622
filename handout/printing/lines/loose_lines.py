"""Finds the lines of a laid-out page that could not be set as the rules want them."""

from collections.abc import Iterator
from typing import Any

from handout.model.notice import Notice
from handout.printing.lines.filling import SET, Set
from handout.printing.lines.hints import without_hints
from handout.printing.lines.places import line_text, text_boxes

# Looser, in ems between two Han, is reported, or between words: spaces four times wider
# than they are. And what stands out further, in px.
_LOOSE, _BETWEEN_WORDS, _OUT = 0.3, 0.75, 1.0
_SHOWN = 16


def uneven_lines(pages: Iterator[Any]) -> Iterator[Notice]:
    """A notice on lines that stand out and one on loose lines, where there are."""
    loose: list[Any] = []
    out: list[Any] = []
    for page in pages:
        for line in page.descendants():
            found = vars(line).get(SET)
            if found is not None and found.short:
                (out if _is_out(found) else loose).append(line)
            elif found is not None and _is_loose(found):
                loose.append(line)
    if out:
        yield _notice(out, "stand out of their column: they may not break")
    if loose:
        yield _notice(loose, "are loose or short: what follows cannot break")


def _is_out(found: Set) -> bool:
    return found.width > found.measure + _OUT


def _is_loose(found: Set) -> bool:
    # Where no place is between Han, the mean is what spaces were given.
    return found.growth > _LOOSE or found.mean > _BETWEEN_WORDS


def _notice(lines: list[Any], what: str) -> Notice:
    boxes: list[Any] = []
    text_boxes(lines[0], boxes)
    text = without_hints(line_text(boxes)).strip("\ufffc ")
    shown = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
    return Notice("lines", f"lines that {what}: {len(lines)}, the first “{shown}”")
