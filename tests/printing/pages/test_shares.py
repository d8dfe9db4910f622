"""Boxes of equal weight are alike in height, however high they are to begin with."""

from types import SimpleNamespace

import pytest

from handout.printing.pages.shares import GrowingBox, share_out


def shared(heights, left, *, shares=None, most=1000.0):
    weights = shares or [1.0] * len(heights)
    boxes = [
        GrowingBox(SimpleNamespace(height=height, children=()), share, 10.0, most)
        for height, share in zip(heights, weights, strict=True)
    ]
    share_out([*boxes], left)
    return [one.box.height + one.taken for one in boxes]


def in_rows(found):
    return [round(height / 10) for height in found]


@pytest.mark.parametrize("heights", [(20.0, 20.0), (20.0, 50.0), (30.0, 20.0, 60.0)])
@pytest.mark.parametrize("left", [100.0, 130.0, 240.0])
def test_boxes_of_equal_weight_differ_by_a_row_at_most(monkeypatch, heights, left):
    monkeypatch.setattr("handout.printing.pages.shares.set_tile", lambda *_: None)

    rows = in_rows(shared(heights, left))

    assert max(rows) - min(rows) <= 1
    assert sum(rows) * 10 == sum(heights) + left


def test_a_box_that_is_higher_already_keeps_its_height(monkeypatch):
    monkeypatch.setattr("handout.printing.pages.shares.set_tile", lambda *_: None)

    assert in_rows(shared((20.0, 90.0), 30.0)) == [5, 9]


def test_weights_hold_for_the_whole_height(monkeypatch):
    monkeypatch.setattr("handout.printing.pages.shares.set_tile", lambda *_: None)

    assert in_rows(shared((20.0, 20.0), 80.0, shares=[1.0, 3.0])) == [3, 9]
