"""Where a Chinese line may grow and shrink: what to look for in its text boxes."""

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

from handout.printing.engine.parts import box_kinds
from handout.printing.engine.types import Box
from handout.printing.lines.glyphs import blank_half
from handout.printing.lines.marks import (
    CHINESE,
    CLOSING,
    COMBINING,
    FULL_CLOSING,
    FULL_OPENING,
    GAP,
    IDEOGRAPH,
    LETTER,
    OBJECT,
    OPENING,
    PREFIX,
    SPACES,
    SUFFIX,
    UNSEEN,
)

# Kinds of places, in the order in which they grow: A6.
SPACE, BETWEEN, ANYWHERE = range(3)
_BLANK = SPACES + GAP
_NO_NEIGHBOUR = _BLANK + UNSEEN + OBJECT
_SEEN = re.compile(rf"[^{_BLANK}{UNSEEN}]")


def _stretchable(opening: str, closing: str) -> re.Pattern[str]:
    """Match what a line may stretch after: spaces, and Chinese next to anything.

    —— and …… are not in CHINESE, so nothing stretches inside them (L3), nor inside
    a number or a word; nor after an opening, nor before a closing character.
    """
    return re.compile(
        rf"[{_BLANK}]"
        rf"|(?![{opening}{COMBINING}])[{CHINESE}][{COMBINING}]*+"
        rf"(?=[{UNSEEN}]*[^{_NO_NEIGHBOUR}{COMBINING}{closing}])"
        rf"|[^{_NO_NEIGHBOUR}{opening}{CHINESE}]"
        rf"(?=[{UNSEEN}]*(?![{closing}])[{CHINESE}])"
    )


# A6: a mark keeps to the text it belongs to, unless the line gets too loose without it.
WELL = _stretchable(OPENING, CLOSING)
AT_NEED = _stretchable(PREFIX, SUFFIX)

_BRACKETS = re.escape("”’）》〉】〕」』］｝〗〙〞")
_SINGLE = rf"(?=[{UNSEEN}]*[{IDEOGRAPH}{LETTER}])"
# A5: what shrinks, in order: brackets, ，、；：, the gap, 。？！. Only a mark between
# characters does: of two marks side by side the font has taken a half already (P2).
_SHRINKABLE = re.compile(
    rf"(?P<opening>(?<=[{IDEOGRAPH}{LETTER}])[{UNSEEN}]*(?=[{FULL_OPENING}]))"
    rf"|(?<=[{IDEOGRAPH}{LETTER}])(?:(?P<bracket>[{_BRACKETS}])|(?P<comma>[，、；：])"
    rf"|(?P<stop>[。？！])){_SINGLE}"
    rf"|(?P<gap>{GAP}(?=.))"
)
_ORDER = {"opening": 10, "bracket": 10, "comma": 11, "gap": 12, "stop": 13}
# The gap shrinks from ¼ em to ⅛, in ems.
_GAP_SHRINKS, GAP_EM = 0.125, 0.25
_FIRST_OPENING = re.compile(rf"[{FULL_OPENING}]")
_LAST_CLOSING = re.compile(rf"[{FULL_CLOSING}](?=[{UNSEEN}{SPACES}]*$)")
_PAIR = re.compile(
    rf"[{FULL_CLOSING}](?=[{UNSEEN}]*[{FULL_OPENING}{FULL_CLOSING}])"
    rf"|[{FULL_OPENING}](?=[{UNSEEN}]*(?P<second>[{FULL_OPENING}]))"
)
_FIRST_MARK = re.compile(rf"[{FULL_OPENING}{FULL_CLOSING}]")
_LAST_OPENING = re.compile(rf"[{FULL_OPENING}][{UNSEEN}]*$")
_FIRST_GAP = re.compile(rf"[{UNSEEN}]*{GAP}")
_LAST_GAP = re.compile(rf"{GAP}(?=[{UNSEEN}]*$)")


class LinePlace(NamedTuple):
    """A place in a line: after so many bytes of a box's text.

    `kind` says when its turn comes, `most` by how many px it may shrink.
    """

    box: Box
    after: int
    kind: int
    em: float
    most: float = 0.0


def text_boxes(parent: Box, boxes: list[Any]) -> bool:
    """Collect the text boxes of a line; None stands for an object or an edge.

    Gives False for a line with a leader, which fills itself.
    """
    for box in parent.children:
        if not box.is_in_normal_flow():
            continue
        if box.is_leader:
            return False
        before, inside, after = _look_inside(box)
        boxes.extend(before)
        if inside and not text_boxes(box, boxes):
            return False
        boxes.extend(after)
    return True


def line_text(boxes: list[Any]) -> str:
    """The text of a line, with a sign for each object and edge."""
    return "".join(box.text if box else OBJECT for box in boxes)


def growing(boxes: list[Any], text: str, where: re.Pattern[str]) -> list[LinePlace]:
    """Find where a line may grow: nowhere in the blanks at its end."""
    last = _SEEN.search(text[::-1])
    seen = len(text) - last.start() if last else 0
    ends = [match.end() for match in where.finditer(text, 0, seen)]
    places = []
    for box, begin, bytes_to in _spans(boxes):
        stop = begin + len(box.text)
        em = float(box.style["font_size"])
        for end in ends:
            if begin < end <= stop:
                at = text[end - 1]
                kind = SPACE if at in SPACES else BETWEEN if at == GAP else ANYWHERE
                places.append(LinePlace(box, bytes_to[end - begin], kind, em))
    return places


def shrinking(boxes: list[Any], text: str) -> list[LinePlace]:
    """Find where a line may shrink, and by how much."""
    found = [(at, at.lastgroup or "") for at in _SHRINKABLE.finditer(text)]
    places = []
    for box, begin, bytes_to in _spans(boxes):
        em = float(box.style["font_size"])
        for at, name in found:
            # An opening mark moves towards the character before it.
            end = at.start() if name == "opening" else at.end()
            if begin < end <= begin + len(box.text):
                most = em * _GAP_SHRINKS if name == "gap" else _blank_at(boxes, at)
                if most > 0:
                    kind = _ORDER[name]
                    places.append(LinePlace(box, bytes_to[end - begin], kind, em, most))
    return places


def edges(boxes: list[Any], *, end: bool) -> list[tuple[Any, int, float]]:
    """Find what is cut off at the edges: the box, after which bytes, and px.

    P3: an opening mark at line start loses its left half, which is said as after 0.
    P4: a closing mark at line end its right half. M1: no gap is at an edge. P2: of two
    marks side by side one loses a half, unless the font's `chws` has seen to it.
    """
    found = []
    if boxes[0] and (mark := _FIRST_OPENING.match(boxes[0].text)):
        found.append((boxes[0], 0, blank_half(boxes[0], 0, left=True)))
    if boxes[0] and (mark := _FIRST_GAP.match(boxes[0].text)):
        after = len(mark[0].encode())
        found.append((boxes[0], after, GAP_EM * boxes[0].style["font_size"]))
    last = boxes[-1]
    if last and end and (mark := _LAST_CLOSING.search(last.text)):
        after = len(last.text[: mark.end()].encode())
        found.append((last, after, blank_half(last, mark.start(), left=False)))
    if last and (mark := _LAST_GAP.search(last.text)):
        after = len(last.text[: mark.end()].encode())
        found.append((last, after, GAP_EM * last.style["font_size"]))
    for box in boxes:
        found += _side_by_side(box) if box else ()
    for before, after in pairwise(boxes):
        if before and after:
            found += _meeting(before, after)
    return [one for one in found if one[2]]


def _side_by_side(box: Box) -> Iterator[tuple[Any, int, float]]:
    for pair in _PAIR.finditer(box.text):
        left = pair["second"] is not None
        after = len(box.text[: pair.start() + 1].encode())
        mark = pair.start("second") if left else pair.start()
        yield box, after, blank_half(box, mark, left=left)


def _meeting(before: Box, after: Box) -> list[tuple[Any, int, float]]:
    if not _FIRST_MARK.match(after.text):
        return []
    if mark := _LAST_CLOSING.search(before.text):
        end = len(before.text[: mark.end()].encode())
        return [(before, end, blank_half(before, mark.start(), left=False))]
    if _LAST_OPENING.search(before.text) and _FIRST_OPENING.match(after.text):
        return [(after, 0, blank_half(after, 0, left=True))]
    return []


def _look_inside(box: Box) -> tuple[list[Any], bool, list[Any]]:
    """What is before and after the children, and whether to look at them."""
    kinds = box_kinds()
    if isinstance(box, kinds.TextBox):
        return [box] if box.text else [], False, []
    if not isinstance(box, kinds.InlineBox):
        return [None], False, []
    left = box.margin_left or box.border_left_width or box.padding_left
    right = box.margin_right or box.border_right_width or box.padding_right
    return [None] if left else [], True, [None] if right else []


def _spans(boxes: list[Any]) -> Iterator[tuple[Any, int, list[int]]]:
    """Walk the text boxes: each, where its text begins, and the bytes to each end."""
    begin = 0
    for box in boxes:
        if box:
            yield box, begin, [0, *accumulate(map(len, map(str.encode, box.text)))]
        begin += len(box.text) if box else 1


def _blank_at(boxes: list[Any], at: re.Match[str]) -> float:
    """Measure, in px, the blank half of the mark a place shrinks by."""
    left = at.lastgroup == "opening"
    index = at.end() if left else at.start()
    for box in boxes:
        length = len(box.text) if box else 1
        if index < length:
            return blank_half(box, index, left=left) if box else 0.0
        index -= length
    return 0.0
