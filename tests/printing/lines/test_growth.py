"""Lines of words alone are filled by WeasyPrint, and judged by their spaces."""

import pytest

from handout.printing import print_pdf
from handout.printing.lines import growth
from handout.printing.lines.places import LinePlace

WORDS = "Reading is learning, and using what was read is learning too. " * 4


def notices(tmp_path, ems):
    style = f"p{{width:{ems}em;text-align:justify;font:10pt 'Handout Serif'}}"
    html = f"<!doctype html><html lang=en><style>{style}</style><p>{WORDS}"
    return [str(one) for one in print_pdf((html,), folders=(tmp_path,)).notices]


def test_words_that_fill_their_line_are_not_told(tmp_path):
    assert notices(tmp_path, 30) == []


def test_words_far_apart_in_a_narrow_column_are_told(tmp_path):
    assert any("loose or short" in one for one in notices(tmp_path, 7))


@pytest.mark.parametrize(
    ("excess", "taken"),
    [
        (2, {"bracket": 2.0}),
        (5, {"bracket": 4.0, "comma": 1.0}),
        (9, {"bracket": 4.0, "comma": 4.0, "stop": 1.0}),
        (12, {"bracket": 4.0, "comma": 4.0, "stop": 4.0}),
    ],
)
def test_marks_give_up_their_room_in_their_order(monkeypatch, excess, taken):
    order = {"stop": 13, "bracket": 10, "comma": 11}
    places = [LinePlace(None, 0, kind, 8.0, 4.0) for kind in order.values()]
    monkeypatch.setattr(growth, "shrinking", lambda boxes, text: places)  # noqa: ARG005

    amounts = growth.squeeze_line([], excess)

    names = {kind: name for name, kind in order.items()}
    assert {names[place.kind]: -amount for place, amount in amounts} == taken


def test_a_line_that_cannot_give_so_much_is_not_squeezed(monkeypatch):
    places = [LinePlace(None, 0, 10, 8.0, 4.0)]
    monkeypatch.setattr(growth, "shrinking", lambda boxes, text: places)  # noqa: ARG005

    assert growth.squeeze_line([], 5) is None
