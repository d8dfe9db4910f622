"""In the Kaiming style all marks but 。？！ take half a character."""

from itertools import pairwise

import pytest

from handout.printing.lines import chinese_lines
from handout.printing.lines import kaiming as half_marks

EM = 10.5
ASKED = "p{--punctuation:kaiming}"


@pytest.fixture
def taught():
    assert chinese_lines.install() == ""
    assert half_marks.install() == ""
    yield
    half_marks.remove()
    chinese_lines.remove()


def places(line):
    return [one.left for one in line if one.text == "看"]


@pytest.mark.parametrize("family", ["Serif", "Sans", "Kai"])
@pytest.mark.parametrize("features", ["normal", "'chws'"])
@pytest.mark.usefixtures("taught")
def test_marks_within_a_sentence_are_half_as_wide(printed, lines_of, family, features):
    style = f"p{{font-family:'Handout {family}';font-feature-settings:{features}}}"

    (line,) = lines_of(printed("<p>看，看“看”看。看（看）、看？！看", ASKED + style))

    # Each mark before a character, in ems; beside a mark 。？！ are half-width too.
    marks = [0.5, 0.5, 0.5, 1, 0.5, 1, 1.5]
    found = places(line)
    steps = [(b - a) / EM - 1 for a, b in pairwise(found)]
    assert steps == pytest.approx(marks, abs=0.05)


@pytest.mark.usefixtures("taught")
def test_a_part_asks_for_it_and_the_rest_stays(printed, lines_of):
    body = "<p>看，看<p style='--punctuation:full'>看，看"

    first, second = map(places, lines_of(printed(body, ASKED)))

    assert first[1] - first[0] == pytest.approx(1.5 * EM, abs=0.05)
    assert second[1] - second[0] == pytest.approx(2 * EM, abs=0.05)


def test_text_that_does_not_ask_is_printed_as_before(printed):
    body = "<p>看，看“看”看。"
    before = printed(body)
    half_marks.install()
    try:
        assert printed(body) == before
    finally:
        half_marks.remove()


@pytest.mark.usefixtures("taught")
def test_the_text_of_a_picture_is_drawn_as_before(printed, lines_of):
    body = "<svg width=90 height=20><text y=15 font-size=10>看，看</text></svg>"

    (line,) = lines_of(printed(body, "html{--punctuation:kaiming}"))

    assert "".join(one.text for one in line) == "看，看"


def test_another_weasyprint_gets_a_sentence(monkeypatch):
    from weasyprint.text.line_break import Layout

    monkeypatch.setattr(Layout, "set_text", lambda text: text)

    assert "Layout.set_text(self, text, justify)" in half_marks.install()
