"""Dots stand under the characters that are to be stressed, and nowhere else."""

import pytest

from handout.printing.lines import chinese_lines

EM = 10.5
STYLE = "em{font-style:normal;text-decoration:underline dotted}"


@pytest.fixture
def taught():
    assert chinese_lines.install() == ""
    yield
    chinese_lines.remove()


def subpaths(pdf):
    """How many closed shapes the page draws, and their bounds."""
    import pypdfium2

    page = pypdfium2.PdfDocument(pdf)[0]
    found = [
        one for one in page.get_objects() if one.type == pypdfium2.raw.FPDF_PAGEOBJ_PATH
    ]
    moves = 0
    for one in found:
        for i in range(pypdfium2.raw.FPDFPath_CountSegments(one.raw)):
            segment = pypdfium2.raw.FPDFPath_GetPathSegment(one.raw, i)
            kind = pypdfium2.raw.FPDFPathSegment_GetType(segment)
            moves += kind == pypdfium2.raw.FPDF_SEGMENT_MOVETO
    return moves, [one.get_bounds() for one in found]


@pytest.mark.usefixtures("taught")
def test_each_character_has_a_dot_under_its_middle(printed):
    moves, bounds = subpaths(printed("<p>看看<em>着重，号</em>看", STYLE))

    assert moves == 3
    left, _, right, _ = bounds[0]
    assert left == pytest.approx(2.5 * EM - 0.07 * EM, abs=0.1)
    assert right == pytest.approx(5.5 * EM + 0.07 * EM, abs=0.1)


@pytest.mark.usefixtures("taught")
def test_dots_leave_the_text_alone(printed, lines_of):
    (line,) = lines_of(printed("<p>看看<em>着重，号</em>看", STYLE))

    assert "".join(one.text for one in line) == "看看着重，号看"


def test_a_plain_underline_is_drawn_as_stock_does(printed):
    body, style = "<p>看<u>下划线</u>", "u{text-decoration:underline}"
    stock = printed(body, style)

    chinese_lines.install()
    try:
        assert printed(body, style) == stock
    finally:
        chinese_lines.remove()
