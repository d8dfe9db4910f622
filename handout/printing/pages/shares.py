"""Shares what is left of a page among the boxes that may grow, in whole rows."""

from dataclasses import dataclass

from handout.printing.engine.boxes import set_tile
from handout.printing.engine.types import Box

# Lengths are sums of floats: a row fits though it is this much too high, in px.
HAIR = 0.01


@dataclass(slots=True)
class GrowingBox:
    """A box that takes more room: all lengths in CSS px."""

    box: Box
    share: float
    step: float
    most: float
    taken: float = 0.0


def share_out(growing: list[GrowingBox], left: float) -> None:
    """Hand out rows one by one to the box that has the least for its share."""
    if growing and growing[0].step == 0.0:
        each = left / len(growing)
        for one in growing:
            one.taken = min(each, one.most)
        return
    while True:
        hungry = [one for one in growing if one.taken + one.step <= one.most + HAIR]
        fitting = [one for one in hungry if one.step <= left + HAIR]
        if not fitting:
            if hungry == growing:
                _stretch_rows(growing, left - _last_row(growing, left))
            return
        hungriest = min(fitting, key=_height_for_share)
        hungriest.taken += hungriest.step
        left -= hungriest.step


def _height_for_share(one: GrowingBox) -> float:
    """How high a box would be with one row more, for what it is to have."""
    return (one.box.height + one.taken + one.step) / one.share


def _last_row(growing: list[GrowingBox], left: float) -> float:
    """Add one row to a lone box, all its rows a tenth lower, if that is nearer.

    A row of 16 mm is nothing to write on. Returns what was taken of what is left.
    """
    if len(growing) > 1:
        return 0.0
    (one,) = growing
    rows = round((one.box.height + one.taken) / one.step)
    wanting = one.step - left
    if left <= 0.1 * one.step * max(1, rows) or wanting > 0.1 * one.step * (rows + 1):
        return 0.0
    one.taken += left
    set_tile(one.box, (one.box.height + one.taken) / (rows + 1))
    return left


def _stretch_rows(growing: list[GrowingBox], left: float) -> None:
    """Share the rest among all rows; the ruling, a tile a row high, goes with it."""
    rows = [round((one.box.height + one.taken) / one.step) for one in growing]
    if not sum(rows) or left < HAIR:
        return
    for one, count in zip(growing, rows, strict=True):
        one.taken += left * count / sum(rows)
        if count:
            set_tile(one.box, (one.box.height + one.taken) / count)
