"""Lines that could not be set well are told: how many, and how the first begins."""

from types import SimpleNamespace

import pytest

from handout.printing.lines import loose_lines as uneven
from handout.printing.lines.filling import SET, Set
from handout.printing.lines.loose_lines import uneven_lines


class Line(SimpleNamespace):
    """A line with one text, set as is said."""

    def __init__(self, text, **how):
        set_ = {"width": 90.0, "measure": 100.0, "growth": 0.0, "mean": 0.0}
        super().__init__(children=[SimpleNamespace(text=text)])
        vars(self)[SET] = Set(**(set_ | {"short": False} | how))


@pytest.fixture(autouse=True)
def bare_lines(monkeypatch):
    def gather(line, boxes):
        boxes.extend(line.children)

    monkeypatch.setattr(uneven, "text_boxes", gather)


def told(*lines):
    page = SimpleNamespace(descendants=lambda: lines)
    return [str(notice) for notice in uneven_lines(iter([page]))]


def test_well_set_lines_are_not_told():
    assert told(Line("甲"), Line("乙", growth=0.2), Line("丙", growth=-0.4)) == []


def test_loose_and_short_lines_are_counted_with_the_first_ones_text():
    found = told(Line("甲"), Line("\u200b看" * 20, growth=0.4), Line("乙", short=True))

    assert found == [
        "lines that are loose or short: what follows cannot break: "
        f"2, the first “{'看' * 16}…”"
    ]


def test_words_far_apart_are_told_and_words_justified_as_usual_are_not():
    assert told(Line("a b", mean=0.5)) == []
    assert "“a b c”" in told(Line("a b c", mean=0.8))[0]


def test_lines_that_stand_out_are_told_apart():
    found = told(Line("，。", width=120.0, short=True), Line("乙", short=True))

    assert "stand out" in found[0]
    assert "“，。”" in found[0]
    assert "loose or short" in found[1]
