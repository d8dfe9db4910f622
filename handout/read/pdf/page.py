"""Takes one PDF page apart: lines of text with their place and type, rules, pictures.

The only module that asks the engine for drawn objects and the type of characters.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from handout.read.pdf.frame import Box, frame_of
from handout.read.pdf.letters import Letter, Letters, letters_of
from handout.read.pdf.line import PageLine, Part
from handout.read.runs import line_gap

_BOLD = 600
_BOLD_NAMES = ("bold", "heavy", "black", "simhei", "heiti", "semibold")
_PATH, _IMAGE = 2, 3
# More objects than this are a drawing, not the rules of tables.
_MOST_OBJECTS = 20_000
_THIN, _LONG = 3.0, 6.0
# A mark in smaller type that is raised above its line.
_SMALLER, _RAISED = 0.92, 0.12
_MARKS = frozenset("0123456789*†‡①②③④⑤⑥⑦⑧⑨⑩")


@dataclass(slots=True)
class Page:
    """What is on one page; boxes are left, top, right, bottom from its top left.

    A page whose text is turned is turned back. `joints` are upright rules where level
    ones are drawn cell by cell. `letters` are those that make up the lines.
    """

    letters: Letters
    lines: list[PageLine] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    joints: list[Box] = field(default_factory=list)
    images: list[tuple[Box, Any]] = field(default_factory=list)
    width: float = 0.0
    height: float = 0.0


def read_page(page: Any, text: Any) -> Page:
    """Read the letters, rules and pictures of a page from the engine."""
    letters = letters_of(text, frame_of(page))
    frame = letters.frame
    found = Page(letters, width=frame.width, height=frame.height)
    for count, one in enumerate(page.get_objects(filter=[_PATH, _IMAGE])):
        if count > _MOST_OBJECTS:
            found.rules = []
            break
        left, bottom, right, top = frame.box(one.get_bounds())
        box = (left, frame.height - top, right, frame.height - bottom)
        if one.type == _IMAGE:
            found.images.append((box, one))
        else:
            found.rules += _rules(box)
    found.joints = _joints([rule for rule in found.rules if not is_upright(rule)])
    upright = [rule for rule in found.rules if is_upright(rule)] + found.joints
    found.lines = [
        line
        for one in letters.lines
        for line in _line(text, one, frame.height, upright)
    ]
    return found


def is_upright(rule: Box) -> bool:
    """Whether a rule goes up and down, not across."""
    return rule[3] - rule[1] > rule[2] - rule[0]


def _joints(level: list[Box]) -> list[Box]:
    """Upright rules where level ones are drawn cell by cell, one above another."""
    places: dict[int, list[tuple[float, float]]] = {}
    for one, after in pairwise(sorted(level, key=lambda r: (round(r[1]), r[0]))):
        if abs(one[1] - after[1]) <= 1 and abs(after[0] - one[2]) <= _THIN:
            at = (after[0] + one[2]) / 2
            places.setdefault(round(at / _THIN), []).append((at, one[1]))
    return [
        (found[0][0], found[0][1], found[0][0], found[-1][1])
        for found in places.values()
        if len(found) > 1
    ]


def _rules(box: Box) -> list[Box]:
    """The thin lines that an object draws: itself, or the edges of its frame."""
    left, top, right, bottom = box
    wide, high = right - left, bottom - top
    if min(wide, high) <= _THIN:
        return [box] if max(wide, high) >= _LONG else []
    return [
        (left, top, right, top),
        (left, bottom, right, bottom),
        (left, top, left, bottom),
        (right, top, right, bottom),
    ]


def _line(
    text: Any, letters: list[Letter], height: float, upright: list[Box]
) -> Iterator[PageLine]:
    """The line of some characters; none if they are all blank."""
    shown = [(n, x) for n, x, box in letters if box]
    boxes = [box for _, _, box in letters if box]
    if not shown:
        return
    middle = shown[len(shown) // 2][0]
    bold = all(_is_bold(text, n) for n in {shown[0][0], middle, shown[-1][0]})
    left, right = min(b[0] for b in boxes), max(b[2] for b in boxes)
    size = _size(text, middle)
    marks = _raised_marks(text, shown, boxes, size)
    bare = [x for n, x, _ in letters if n not in marks]
    kept = [box for (n, _), box in zip(shown, boxes, strict=True) if n not in marks]
    bottom, top = min(b[1] for b in kept), max(b[3] for b in kept)
    centre = height - (top + bottom) / 2
    yield PageLine(
        text=_in_order("".join(x for _, x, _ in letters), boxes),
        left=left,
        right=right,
        top=height - top,
        bottom=height - bottom,
        size=size,
        bold=bold,
        share=(height - top) / max(1.0, height),
        parts=_parts(
            [x for _, x in shown],
            boxes,
            gap=max(size, 4.0) * 0.9,
            cuts=[r[0] for r in upright if r[1] <= centre <= r[3]],
        ),
        marks=tuple(_numbers(marks)),
        bare=_in_order("".join(bare), kept) if marks else "",
    )


def _raised_marks(
    text: Any, shown: list[tuple[int, str]], boxes: list[Box], size: float
) -> dict[int, str]:
    """Find possible footnote marks: small raised figures."""
    base = min(box[1] for box in boxes)
    found = {}
    for (index, letter), box in zip(shown, boxes, strict=True):
        higher = letter in _MARKS and box[1] - base > size * _RAISED
        if higher and _size(text, index) < size * _SMALLER:
            found[index] = letter
    return found if len(found) < len(shown) else {}


def _numbers(marks: dict[int, str]) -> list[str]:
    """Join figures that touch to one number."""
    numbers: list[str] = []
    for index, letter in marks.items():
        if index - 1 in marks and letter.isdecimal():
            numbers[-1] += letter
        else:
            numbers.append(letter)
    return numbers


def _parts(
    letters: list[str], boxes: list[Box], *, gap: float, cuts: list[float]
) -> tuple[Part, ...]:
    """Cut a line where it leaves a gap or a rule crosses it."""
    parts: list[Part] = []
    middle = -1.0
    for box, letter in sorted(zip(boxes, letters, strict=True), key=lambda b: b[0][0]):
        before, middle = middle, (box[0] + box[2]) / 2
        crossed = any(before < cut < middle for cut in cuts)
        if parts and not crossed and box[0] - parts[-1][1] < gap:
            left, right, text = parts[-1]
            space = line_gap(text, letter) if box[0] - right > gap * 0.2 else ""
            parts[-1] = (left, max(right, box[2]), text + space + letter)
        else:
            parts.append((box[0], box[2], letter))
    return tuple(parts)


def _in_order(text: str, boxes: list[Box]) -> str:
    """Put characters in order of place: quotes of another font are drawn last."""
    drawn = [box[0] for box in boxes]
    if all(after > before - 1 for before, after in pairwise(drawn)):
        return text
    letters = [letter for letter in text if letter.strip()]
    ordered = sorted(zip(boxes, letters, strict=True), key=lambda pair: pair[0][0])
    line = ordered[0][1]
    for (before, one), (box, letter) in pairwise(ordered):
        apart = box[0] - before[2] > (before[3] - before[1]) * 0.2
        line += (line_gap(one, letter) if apart else "") + letter
    return line


def _size(text: Any, index: int) -> float:
    from pypdfium2 import raw  # type: ignore[import-untyped]

    box = text.get_charbox(index, loose=True)
    size: float = raw.FPDFText_GetFontSize(text, index)
    # Some programs set type in size 1 and scale it: then the box is right.
    return round(size if size > 2 else box[3] - box[1], 1)


def _is_bold(text: Any, index: int) -> bool:
    from pypdfium2 import raw

    if raw.FPDFText_GetFontWeight(text, index) >= _BOLD:
        return True
    name = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(text, index, name, 128, ctypes.c_int())
    known = name.value.decode("utf-8", "ignore").lower()
    return any(bold in known for bold in _BOLD_NAMES)
