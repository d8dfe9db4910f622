"""A line is squeezed before it is loosened, within what its marks can give."""

from itertools import pairwise

import pytest

from handout.printing.lines import chinese_lines
from handout.printing.lines.squeezing import _Lists

EM = 10.5


@pytest.fixture
def taught():
    assert chinese_lines.install() == ""
    yield
    chinese_lines.remove()


def texts(lines):
    return ["".join(one.text for one in line) for line in lines]


def width(ems):
    return f"p{{width:{ems * EM}pt}}"


@pytest.mark.usefixtures("taught")
def test_a_mark_is_pulled_back_where_the_line_has_room(printed, lines_of):
    text = "看看看看，看看看、看看看看。看看看看"

    lines = lines_of(printed(f"<p>{text}", width(12.9)))

    # 14 ems: the marks within and the one at line end give 1.1.
    assert texts(lines)[0] == "看看看看，看看看、看看看看。"


@pytest.mark.usefixtures("taught")
def test_a_squeezed_line_ends_at_its_measure(printed, lines_of):
    text = "看看，看看，看看看看看看看看看，看看看看看看看"

    lines = lines_of(printed(f"<p>{text}", width(15.1)))

    assert texts(lines)[0] == "看看，看看，看看看看看看看看看，"
    assert lines[0][-1].right - (15.1 + 0.5) * EM == pytest.approx(0, abs=0.2)


@pytest.mark.usefixtures("taught")
def test_only_marks_and_gaps_are_squeezed(printed, lines_of):
    text = "看看，看看，看看看看看看看看看，看看看看看看看"

    (line, *_) = lines_of(printed(f"<p>{text}", width(15.1)))

    for before, after in pairwise(line):
        if "看" == before.text == after.text:
            assert after.left - before.left == pytest.approx(EM, abs=0.05)


@pytest.mark.usefixtures("taught")
def test_a_line_without_marks_is_not_squeezed(printed, lines_of):
    lines = lines_of(printed(f"<p>{'看' * 40}", width(12.6)))

    assert [len(text) for text in texts(lines)] == [12, 12, 12, 4]


@pytest.mark.usefixtures("taught")
def test_what_is_placed_beside_a_line_is_placed_once(printed, lines_of):
    body = (
        "<p style='position:relative'><i style='position:absolute;right:-3em'>注</i>"
        + "看看，看看，看看看看看看看看看，看看看看看看看" * 4
    )

    found = "".join(texts(lines_of(printed(body, width(15.1)))))

    assert found.count("注") == 1
    assert len(found) == 1 + 4 * 23


@pytest.mark.usefixtures("taught")
def test_a_second_try_that_is_given_up_leaves_what_the_first_had_placed(
    printed, lines_of
):
    text = (
        "看，<a href='#'>“看看看”</a>，（看看）Wordwordword——看、<b>看</b>，2019年看，"
    )
    place = "<i style='position:absolute;right:0'>注</i>"
    body = f"<p style='position:relative'>{(text + place) * 9}"

    for ems in range(80, 240, 7):
        found = "".join(texts(lines_of(printed(body, width(ems / 10)))))
        assert found.count("注") == 9


def test_what_a_second_try_adds_is_taken_back():
    absolute, fixed = ["before"], []
    lists = _Lists((absolute, fixed))
    absolute.append("first")

    lists.rewind()
    assert absolute == ["before"]
    absolute.append("second")
    fixed.append("second")
    lists.restore()

    assert (absolute, fixed) == (["before", "first"], [])


@pytest.mark.usefixtures("taught")
def test_text_beside_a_float_is_left_as_it_is(printed, lines_of):
    text = "看看，看看，看看看看看看看看看，看看看看看看看" * 3
    body = f"<p><b style='float:left;width:3em'>浮</b>{text}"

    found = "".join(texts(lines_of(printed(body, width(15.1)))))

    assert found.count("看") == text.count("看")
