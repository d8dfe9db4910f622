"""How a justified Chinese line fills its measure: what `chinese_lines` installs.

WeasyPrint aligns a line when its text has been broken and measured, and then lets the
shaped text go. It shapes the same text again to draw it. So a line is filled in two
steps: `filling` decides how much each place grows or shrinks, widens the boxes (links,
underlines and backgrounds follow) and leaves a note with the text; `stretching` does
what the note says to the glyphs that are about to be drawn.
"""

import re
from collections.abc import Callable
from itertools import accumulate
from typing import Any, NamedTuple

from handout.printing.chinese_marks import (
    CHINESE,
    CLOSING,
    COMBINING,
    FULL_CLOSING,
    FULL_OPENING,
    OBJECT,
    OPENING,
    PREFIX,
    SPACES,
    SUFFIX,
    UNSEEN,
)
from handout.printing.glyphs import blank_half, stretch

_NO_NEIGHBOUR = SPACES + UNSEEN + OBJECT


def _stretchable(opening: str, closing: str) -> re.Pattern[str]:
    """Match what a line may stretch after: spaces, and Chinese next to anything.

    —— and …… are not in CHINESE, so nothing stretches inside them (L3), nor inside
    a number or a word; nor after an opening, nor before a closing character.
    """
    return re.compile(
        rf"[{SPACES}](?=[{SPACES}{UNSEEN}]*[^{SPACES}{UNSEEN}])"
        rf"|(?![{opening}])[{CHINESE}][{COMBINING}]*"
        rf"(?=[{UNSEEN}]*[^{_NO_NEIGHBOUR}{COMBINING}{closing}])"
        rf"|[^{_NO_NEIGHBOUR}{opening}{CHINESE}]"
        rf"(?=[{UNSEEN}]*(?![{closing}])[{CHINESE}])"
    )


# A6: a mark keeps to the text it belongs to, unless the line gets too loose without it.
_WELL = _stretchable(OPENING, CLOSING)
_AT_NEED = _stretchable(PREFIX, SUFFIX)
_FIRST_OPENING = re.compile(rf"[{FULL_OPENING}]")
_LAST_CLOSING = re.compile(rf"[{FULL_CLOSING}](?=[{UNSEEN}{SPACES}]*$)")
# A6: a space, about ¼ em, grows to ½ em before anything else does.
_SPACE_GROWTH = 0.25
# In ems a place. A line that would be looser still stays short: a long word follows.
_LOOSE, _LOOSEST = 0.5, 1.0
# The note: bytes of text → thousandths of an em to add after them. What stands after
# no bytes is added, always less than nothing, on the left of the first glyph.
_NOTE = "handout_thousandths"


class _Piece(NamedTuple):
    """A text box of a line, and the bytes of its text that it may stretch after."""

    box: Any
    ends: list[int]
    spaces: list[int]

    @property
    def em(self) -> float:
        return float(self.box.style["font_size"])


def filling(stock: Callable[..., float]) -> Callable[..., float]:
    """Make the function that aligns a line fill justified Chinese lines."""

    def text_align(
        context: Any, line: Any, available_width: float, last: bool
    ) -> float:
        if not (_is_justified(line, last=last) and _fill(line, available_width)):
            return stock(context, line, available_width, last)
        return 0.0

    return text_align


def stretching(stock: Callable[..., None]) -> Callable[..., None]:
    """Make the function that shapes a line for drawing stretch what was filled."""

    def reactivate(self: Any, style: Any) -> None:
        stock(self, style)
        if note := getattr(self, _NOTE, None):
            stretch(self, note, style["font_size"])

    return reactivate


def _is_justified(line: Any, *, last: bool) -> bool:
    style = line.style
    align = style["text_align_all"]
    if last and style["text_align_last"] != "auto":
        align = style["text_align_last"]
    return (
        align == "justify"
        and style["direction"] == "ltr"
        and style["white_space"] in ("normal", "nowrap", "pre-line")
    )


def _fill(line: Any, available_width: float) -> bool:
    """Fill a line (A4); give False where WeasyPrint's own way is as good."""
    boxes: list[Any] = []
    if not _gather(line, boxes):
        return False
    text = "".join(box.text if box else OBJECT for box in boxes)
    pieces = _pieces(boxes, text, _WELL)
    if all(len(piece.ends) == len(piece.spaces) for piece in pieces):
        return False
    slack = available_width - line.width + _trim(boxes)
    # A line may be too long by the half mark that has just been cut off.
    if slack > 0 and not _share_out(pieces, slack, _LOOSE):
        _share_out(_pieces(boxes, text, _AT_NEED), slack, _LOOSEST)
    _move(line, 0)
    return True


def _gather(parent: Any, boxes: list[Any]) -> bool:
    """Collect the text boxes of a line; None stands for an object or an edge."""
    for box in parent.children:
        if not box.is_in_normal_flow():
            continue
        if box.is_leader:
            return False
        before, inside, after = _opened(box)
        boxes.extend(before)
        if inside and not _gather(box, boxes):
            return False
        boxes.extend(after)
    return True


def _opened(box: Any) -> tuple[list[Any], bool, list[Any]]:
    """Give what stands before and after the children, and whether to look at them."""
    from weasyprint.formatting_structure.boxes import (  # type: ignore[import-untyped]
        InlineBox,
        TextBox,
    )

    if isinstance(box, TextBox):
        return [box] if box.text else [], False, []
    if not isinstance(box, InlineBox):
        return [None], False, []
    left = box.margin_left or box.border_left_width or box.padding_left
    right = box.margin_right or box.border_right_width or box.padding_right
    return [None] if left else [], True, [None] if right else []


def _pieces(boxes: list[Any], text: str, where: re.Pattern[str]) -> list[_Piece]:
    """Find where the line may stretch."""
    pieces = []
    ends = [match.end() for match in where.finditer(text)]
    begin = 0
    for box in boxes:
        stop = begin + (len(box.text) if box else 1)
        here = [end - begin for end in ends if begin < end <= stop]
        begin = stop
        if here:
            bytes_to = [0, *accumulate(map(len, map(str.encode, box.text)))]
            spaces = [bytes_to[end] for end in here if box.text[end - 1] in SPACES]
            pieces.append(_Piece(box, [bytes_to[end] for end in here], spaces))
    return pieces


def _trim(boxes: list[Any]) -> float:
    """Cut the empty halves off full-width marks at both ends; give what was cut."""
    found = []
    # P3: an opening mark at line start loses its left half.
    if boxes[0] and (mark := _FIRST_OPENING.match(boxes[0].text)):
        after = len(mark[0].encode())
        found.append((boxes[0], 0, blank_half(boxes[0], after, left=True)))
    # P4: a closing mark at line end loses its right half.
    if boxes[-1] and (mark := _LAST_CLOSING.search(boxes[-1].text)):
        after = len(boxes[-1].text[: mark.end()].encode())
        found.append((boxes[-1], after, blank_half(boxes[-1], after, left=False)))
    cut = 0.0
    for box, after, blank in found:
        steps = round(blank / box.style["font_size"] * 1000)
        _note(box)[after] = -steps
        cut += steps * box.style["font_size"] / 1000
    return cut


def _share_out(pieces: list[_Piece], slack: float, loosest: float) -> bool:
    """Share out the room that is left: first to the spaces, then to every place.

    Nothing is shared out when a place would get more than `loosest`, in ems.
    """
    wanted = sum(_SPACE_GROWTH * piece.em * len(piece.spaces) for piece in pieces)
    part = min(1.0, slack / wanted) if wanted else 0.0
    share = (slack - part * wanted) / sum(len(piece.ends) for piece in pieces)
    if share > loosest * max(piece.em for piece in pieces):
        return False
    owed = 0.0
    for piece in pieces:
        # A PDF says such changes in whole thousandths of an em. What rounding leaves
        # over goes to the next piece, so that a line ends where it should.
        thousandth = piece.em / 1000
        space = round(part * _SPACE_GROWTH * 1000)
        owed += share * len(piece.ends)
        owed += part * _SPACE_GROWTH * piece.em * len(piece.spaces)
        steps = round(owed / thousandth)
        owed -= steps * thousandth
        _write(piece, steps - space * len(piece.spaces), space)
    return True


def _write(piece: _Piece, steps: int, space: int) -> None:
    """Note so many thousandths for all places of a piece, and more for its spaces."""
    each, more = divmod(steps, len(piece.ends))
    note = _note(piece.box)
    note.update(dict.fromkeys(piece.ends[:more], each + 1))
    note.update(dict.fromkeys(piece.ends[more:], each))
    for end in piece.spaces:
        note[end] += space


def _note(box: Any) -> dict[int, int]:
    note: dict[int, int] = vars(box.pango_layout).setdefault(_NOTE, {})
    return note


def _move(box: Any, x: float) -> float:
    """Widen boxes by their notes and push along what follows; give the push so far."""
    from weasyprint.formatting_structure.boxes import InlineBox, LineBox, TextBox

    if not isinstance(box, (TextBox, InlineBox, LineBox)):
        box.translate(x, 0)
        return x
    box.position_x += x
    before = x
    if isinstance(box, TextBox):
        note = getattr(box.pango_layout, _NOTE, {})
        x += sum(note.values()) * box.style["font_size"] / 1000
    else:
        for child in box.children:
            if child.is_in_normal_flow():
                x = _move(child, x)
    box.width += x - before
    return x
