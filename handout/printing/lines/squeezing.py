"""Squeeze-in (推入): a line takes one more character where its marks have the room.

WeasyPrint breaks a line where its full-width text ends. Where the next character, with
the marks that cling to it, fits if marks and gaps give up room (A5), the line is broken
once more, a little further right; `line_filling` then sets it tighter. So a line is
squeezed before it is loosened, and less than it would have been loosened.
"""

import re
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from handout.printing.engine.types import Box, BoxStyle
from handout.printing.lines.growth import squeeze_line
from handout.printing.lines.marks import (
    CLOSING,
    CONNECTOR,
    FULL_CLOSING,
    GAP,
    IDEOGRAPH,
    LETTER,
    NEVER_BREAK,
    OPENING,
    UNSEEN,
)
from handout.printing.lines.places import edges, line_text, text_boxes

# What the next line may not be parted from: a character or a word, with its marks.
_MARKS = rf"[{CLOSING}{CONNECTOR}{UNSEEN}…—]*"
_CHUNK = re.compile(
    rf"[{UNSEEN} ]*[{OPENING}]*(?:[{LETTER}]+|[{IDEOGRAPH}]|(?=[{CLOSING}])){_MARKS}"
    rf"(?:{NEVER_BREAK}(?:[{IDEOGRAPH}]|[{LETTER}]+){_MARKS})*"
)
_UNSEEN = re.compile(f"[{UNSEEN}]")
_HALF_AT_END = re.compile(rf"[{FULL_CLOSING}]$")
_PAIRS = re.compile(rf"(?=[{FULL_CLOSING}][{FULL_CLOSING}])")
_NARROW = re.compile(rf"[{LETTER} .,:;!?()%-]")
_GIVES = re.compile(rf"[、，；：。！？“”‘’（）《》〈〉【】〔〕「」『』]|{GAP}")
# In ems: what a mark should give on average, and what it gives at most, where the line
# would otherwise be looser than _LOOSE a character; what a gap gives; what a letter
# takes; how far the guess may err.
_GUESS, _MOST, _LOOSE = 0.3, 0.48, 0.06
_GAP_GIVES, _LETTER_EM, _MARGIN = 0.12, 0.55, 0.1
# On the box of a paragraph, the width in px that its next line is asked to have: less
# than it has room for, or more, where it can be squeezed.
ASKED = "handout_asked"
# How many characters to look at for the next chunk.
_AHEAD = 12


def squeezing(stock: Callable[..., Any]) -> Callable[..., Any]:
    """Make the function that breaks a line try one more character."""

    @wraps(stock)
    def split_inline_box(
        context: Any,
        box: Box,
        position_x: float,
        max_x: float,
        bottom_space: float,
        skip_stack: Any,
        containing_block: Any,
        *others: Any,
    ) -> Any:
        given = (bottom_space, skip_stack, containing_block, *others)
        lists = _Lists(others[:5])
        asked = vars(box).get(ASKED)
        if asked is not None:
            line = stock(context, box, position_x, box.position_x + asked, *given)
            if box.position_x + line[0].width <= max_x or _fits(box, line, max_x):
                return line
            lists.rewind()
        first = stock(context, box, position_x, max_x, *given)
        more = 0.0 if asked is not None else _is_worth_it(box, first, max_x)
        if not more:
            return first
        lists.rewind()
        second = stock(context, box, position_x, max_x + more, *given)
        if second[0].width > first[0].width and _fits(box, second, max_x):
            return second
        lists.restore()
        return first

    return split_inline_box


class _Lists:
    """The lists that breaking a line appends to, so that it can be done again."""

    def __init__(self, lists: tuple[list[Any], ...]) -> None:
        self.lists = lists
        self.lengths = [len(one) for one in lists]
        self.added: list[list[Any]] = []

    def rewind(self) -> None:
        """Take out what the first try has added."""
        for one, length in zip(self.lists, self.lengths, strict=True):
            self.added.append(one[length:])
            del one[length:]

    def restore(self) -> None:
        """Put back what the first try had added, in place of the second's."""
        for one, length, added in zip(
            self.lists, self.lengths, self.added, strict=True
        ):
            one[length:] = added


def _is_worth_it(box: Box, broken: Any, max_x: float) -> float:
    """Guess whether one more chunk would fit; return how much further to break (px)."""
    line, resume_at, preserved = broken[:3]
    if (
        not hasattr(box, "text_indent")
        or resume_at is None
        or preserved
        or not _is_plain(line, box.style)
    ):
        return 0.0
    chunk = _chunk(box, resume_at)
    if not chunk:
        return 0.0
    boxes: list[Any] = []
    if not text_boxes(line, boxes) or not boxes or boxes[-1] is None:
        return 0.0
    em = float(boxes[-1].style["font_size"])
    width, halves = _ems(chunk)
    free = max_x - box.position_x - line.width
    text = _UNSEEN.sub("", line_text(boxes))
    # What the line would be loosened by, and what it would be squeezed by.
    room = free / em + (0.5 if _HALF_AT_END.search(text) else 0.25 * text.endswith(GAP))
    excess = width - halves - free / em
    each = _MOST if room > _LOOSE * len(text) else _GUESS
    gaps = text.count(GAP)
    gives = each * (len(_GIVES.findall(text)) - gaps) + _GAP_GIVES * gaps
    if room < 2 * _MARGIN or excess > min(room, gives) + _MARGIN:
        return 0.0
    return max(0.0, (width + _MARGIN) * em - free) or 0.01


def _is_plain(line: Box, style: BoxStyle) -> bool:
    return (
        style["text_align_all"] == "justify"
        and style["direction"] == "ltr"
        and style["white_space"] == "normal"
        and all(
            child.is_in_normal_flow() or child.is_absolutely_positioned()
            for child in line.children
        )
    )


def next_chunk(box: Box, resume_at: Any) -> float:
    """Guess the width, in ems, of what the next line may not be parted from."""
    return _ems(_chunk(box, resume_at))[0]


def _chunk(box: Box, resume_at: Any) -> str:
    """What the next line begins with and may not be parted from."""
    text = ""
    for piece in _following(box, resume_at):
        text += piece[:_AHEAD]
        if len(text) >= _AHEAD:
            break
    found = _CHUNK.match(text)
    return _UNSEEN.sub("", found[0]).strip() if found else ""


def _following(box: Box, resume_at: Any) -> Iterator[str]:
    """The texts that follow on the next line, up to something else."""
    index, deeper = next(iter(resume_at.items())) if resume_at else (0, None)
    if hasattr(box, "text"):
        yield box.text.encode()[index:].decode()
        return
    for child in box.children[index:]:
        if child.is_in_normal_flow():
            if not hasattr(child, "text") and not hasattr(child, "children"):
                return
            yield from _following(child, deeper)
        deeper = None


def _ems(chunk: str) -> tuple[float, float]:
    """Guess how wide a chunk is, and how much of that its marks lose at line end."""
    letters = len(_NARROW.findall(chunk))
    width = len(chunk) - letters + _LETTER_EM * letters - 0.75 * chunk.count(GAP)
    pairs = 0.5 * len(_PAIRS.findall(chunk))
    return width - pairs, 0.5 if _HALF_AT_END.search(chunk) else 0.0


def _fits(box: Box, broken: Any, max_x: float) -> bool:
    """Whether a line that is too long can be squeezed into its measure."""
    line, _, preserved = broken[:3]
    boxes: list[Any] = []
    if preserved or not text_boxes(line, boxes) or not boxes:
        return False
    excess = line.width - (max_x - box.position_x)
    excess -= _trailing_space(boxes)
    excess -= sum(blank for _, _, blank in edges(boxes, end=True))
    return excess <= 0 or squeeze_line(boxes, excess) is not None


def _trailing_space(boxes: list[Any]) -> float:
    """What a space that ends a line takes at least; it is dropped later."""
    last = boxes[-1]
    return 0.2 * last.style["font_size"] if last and last.text.endswith(" ") else 0.0
