"""Takes the characters of a PDF page in lines: whole, upright, and on the page.

The only module that asks the engine for single characters.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import pi
from statistics import median
from typing import Any

from handout.read.pdf.frame import Box, TextFrame
from handout.read.pdf.radicals import FIRST, LAST, unify_radical
from handout.read.runs import line_gap

# A character's place in the engine's text, itself, and its box unless it is blank.
Letter = tuple[int, str, Box | None]

_SAMPLE = 100
# Han characters below one another, in such a share of the pairs looked at.
_LEAST_PAIRS, _MOSTLY = 10, 0.6
# Pieces of a turned line that are so many characters apart belong to two columns.
_APART, _SPACE = 1.5, 0.15
_ANGLE = 0.06


@dataclass(slots=True)
class Letters:
    """The letters of a page, line by line, and what is not set the way its text is.

    `aslant` is text at another angle, `outside` text beyond the edges of the page;
    `radicals` counts signs for radicals that were read as characters. `unnamed` of
    `looked_at` letters do not name a character.
    """

    frame: TextFrame
    lines: list[list[Letter]] = field(default_factory=list)
    aslant: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    radicals: int = 0
    unnamed: int = 0
    looked_at: int = 0


def letters_of(text: Any, frame: TextFrame) -> Letters:
    """Take the letters of a page from the engine's text."""
    count = text.count_chars()
    shown = _sample(text, count)
    turns = _turns(text, shown)
    turned = replace(frame, turns=turns)
    found = Letters(turned, looked_at=len(shown))
    found.unnamed = sum(_is_unnamed(text, index) for index in shown)
    lines = _lines(text, count, found)
    if turns:
        lines = iter(_rows([letter for line in lines for letter in line]))
    for line in lines:
        _take(found, text, line, turns)
    return found


def _sample(text: Any, count: int) -> list[int]:
    step = max(1, count // _SAMPLE)
    return [n for n in range(0, count, step) if _letter(text, n).strip()]


def _turns(text: Any, shown: list[int]) -> int:
    """How often the text of a page is turned, by most of its letters."""
    angles = Counter(_quarters(_angle(text, index)) for index in shown)
    if not angles:
        return 0
    turns = angles.most_common(1)[0][0]
    return 3 if not turns and _is_vertical(text, shown) else max(0, turns)


def _quarters(angle: float) -> int:
    """How many quarters an angle of the engine turns text; -1 for one between."""
    quarters = angle / (pi / 2)
    whole = round(quarters)
    return -whole % 4 if abs(quarters - whole) < _ANGLE else -1


def _is_vertical(text: Any, shown: list[int]) -> bool:
    """Whether most letters are below the one before them, not beside it."""
    down = across = 0
    last = text.count_chars() - 1
    for index in shown:
        if index >= last or not _letter(text, index + 1).strip():
            continue
        one, after = (text.get_charbox(n, loose=True) for n in (index, index + 1))
        size = max(1.0, one[2] - one[0])
        aside, under = after[0] - one[0], one[3] - after[3]
        down += abs(aside) < size * 0.3 and size * 0.5 < under < size * 2
        across += aside > size * 0.3 and abs(under) < size * 0.5
    return down >= _LEAST_PAIRS and down > _MOSTLY * (down + across)


def _lines(text: Any, count: int, found: Letters) -> Iterator[list[Letter]]:
    """Cut the characters of a page into lines, as the engine breaks them."""
    letters: list[Letter] = []
    moved, turned = found.frame.is_moved, found.frame.turns
    for index, letter in _characters(text, count, found):
        if letter in "\r\n":
            yield letters
            letters = []
            continue
        box: Box | None = None
        if not letter.isspace():
            box = text.get_charbox(index, loose=True)
            box = found.frame.box(box) if moved and box else box
        if box and not turned and _is_below(letters, box):
            yield letters
            letters = []
        letters.append((index, letter, box))
    yield letters


def _characters(text: Any, count: int, found: Letters) -> Iterator[tuple[int, str]]:
    """The characters of a page, those beyond U+FFFF in one piece."""
    from pypdfium2 import raw  # type: ignore[import-untyped]

    code_at = raw.FPDFText_GetUnicode
    high = ""
    for index in range(count):
        letter = _character(code_at(text, index))
        if "\ud800" <= letter <= "\udfff":
            if letter <= "\udbff":
                high = letter
                continue
            letter = _whole(high, letter) if high else letter
        elif FIRST <= letter <= LAST:
            letter, changed = unify_radical(letter)
            found.radicals += changed
        high = ""
        yield index, letter


def _whole(high: str, low: str) -> str:
    return (high + low).encode("utf-16", "surrogatepass").decode("utf-16")


def _is_below(letters: list[Letter], box: Box) -> bool:
    """Whether a character is on the next line, though no line break is reported.

    This happens where the engine takes a hyphen for one at the end of a line.
    """
    before = next((b for _, _, b in reversed(letters) if b), None)
    if before is None or box[0] > before[0] - 1:
        return False
    return box[3] < before[1] + (before[3] - before[1]) * 0.3


def _rows(letters: list[Letter]) -> list[list[Letter]]:
    """Put letters into lines by their places: the engine breaks turned text wrongly."""
    placed = [(letter, box) for letter in letters if (box := letter[2])]
    if not placed:
        return []
    usual = median(box[3] - box[1] for _, box in placed)
    # Punctuation marks are small, and sit in a corner of their line.
    low = [pair for pair in placed if pair[1][3] - pair[1][1] < usual * 0.5]
    tall = [pair for pair in placed if pair[1][3] - pair[1][1] >= usual * 0.5]
    tall.sort(key=lambda pair: -_middle(pair[1]))
    rows: list[list[tuple[Letter, Box]]] = []
    for letter, box in tall:
        last = rows[-1][0][1] if rows else None
        if last and _middle(last) - _middle(box) < (last[3] - last[1]) * 0.45:
            rows[-1].append((letter, box))
        else:
            rows.append([(letter, box)])
    heights = [_middle(row[0][1]) for row in rows]
    for letter, box in low if rows else []:
        nearest = min(range(len(rows)), key=lambda n: abs(heights[n] - _middle(box)))
        rows[nearest].append((letter, box))
    return [piece for row in rows for piece in _cut(row)]


def _middle(box: Box) -> float:
    return (box[1] + box[3]) / 2


def _cut(row: list[tuple[Letter, Box]]) -> list[list[Letter]]:
    """Cut a row where columns part, and put spaces where words do."""
    row.sort(key=lambda pair: pair[1][0])
    pieces = [[row[0][0]]]
    for (one, before), (letter, box) in pairwise(row):
        gap = box[0] - before[2]
        high = max(box[3] - box[1], before[3] - before[1])
        if gap > high * _APART:
            pieces.append([])
        elif gap > high * _SPACE and line_gap(one[1], letter[1]):
            pieces[-1].append((one[0], " ", None))
        pieces[-1].append(letter)
    return pieces


def _take(found: Letters, text: Any, line: list[Letter], turns: int) -> None:
    """Keep a line, or put it with what is not set the way the page's text is."""
    shown = [(index, box) for index, _, box in line if box]
    if not shown:
        return
    middle = shown[len(shown) // 2][0]
    quarters = _quarters(_angle(text, middle))
    # The columns of vertical text hold upright letters.
    upright = quarters == turns or (turns == 3 and quarters == 0)
    if not upright:
        found.aslant.append("".join(letter for _, letter, _ in line).strip())
    elif not any(found.frame.holds(box) for _, box in shown):
        found.outside.append("".join(letter for _, letter, _ in line).strip())
    else:
        found.lines.append(line)


def _letter(text: Any, index: int) -> str:
    from pypdfium2 import raw

    return _character(raw.FPDFText_GetUnicode(text, index))


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 else "\ufffd"


def _angle(text: Any, index: int) -> float:
    from pypdfium2 import raw

    angle: float = raw.FPDFText_GetCharAngle(text, index)
    return angle


def _is_unnamed(text: Any, index: int) -> bool:
    """Whether the file does not say which character a letter is."""
    from pypdfium2 import raw

    private = "\ue000" <= _letter(text, index) <= "\uf8ff"
    return private or raw.FPDFText_HasUnicodeMapError(text, index) == 1
