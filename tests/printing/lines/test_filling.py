"""A line takes its gaps, loses its blank halves, and keeps to its measure."""

from itertools import pairwise

import pytest

from handout.printing.lines import chinese_lines

EM = 10.5


@pytest.fixture
def taught():
    assert chinese_lines.install() == ""
    yield
    chinese_lines.remove()


def texts(lines):
    return ["".join(one.text for one in line) for line in lines]


@pytest.mark.usefixtures("taught")
def test_latin_and_han_stand_a_quarter_of_an_em_apart(printed, lines_of):
    (line,) = lines_of(printed("<p>看W看2看"))

    gaps = [after.left - before.right for before, after in pairwise(line)]
    assert texts([line]) == ["看W看2看"]
    assert gaps == pytest.approx([EM / 4] * 4, abs=0.03)


@pytest.mark.usefixtures("taught")
def test_a_typed_space_is_not_doubled(printed, lines_of):
    typed, set_ = (lines_of(printed(f"<p>{text}"))[0] for text in ("看 W", "看W"))

    assert typed[1].left - typed[0].right == pytest.approx(EM / 4, abs=0.4)
    assert typed[1].left == pytest.approx(set_[1].left, abs=0.4)


@pytest.mark.parametrize("align", ["left", "right", "center", "justify"])
@pytest.mark.parametrize(
    "body", ["<p>{0}Word{0}", "<p>{0}<b>Word</b>{0}", "<p><b>{0}</b>Word{0}"]
)
@pytest.mark.usefixtures("taught")
def test_no_gap_stands_at_a_line_edge(printed, lines_of, body, align):
    measure = 7 * EM + 0.1
    style = f"p{{width:{measure}pt;text-align:{align}}}"

    first, second, *_ = lines_of(printed(body.format("看" * 7), style))

    assert texts([first]) == ["看" * 7]
    middle = (first[0].left + first[-1].right) / 2
    assert middle == pytest.approx(measure / 2, abs=0.1)
    if align in ("left", "justify"):
        assert second[0].left == pytest.approx(0, abs=0.5)


@pytest.mark.usefixtures("taught")
def test_the_gap_leaves_no_space_in_the_text_of_the_pdf(printed):
    import pypdfium2

    pdf = printed("<p>到2019年GDP增长6.1%的WeasyPrint试验")

    text = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    # Where it sees a gap, PDFium makes up a space and says so.
    said = [
        text.get_text_range(i, 1)
        for i in range(text.count_chars())
        if not pypdfium2.raw.FPDFText_IsGenerated(text, i)
    ]
    assert "".join(said) == "到2019年GDP增长6.1%的WeasyPrint试验"


@pytest.mark.usefixtures("taught")
def test_a_last_line_that_starts_with_a_mark_is_trimmed_too(printed, lines_of):
    style = "p{font-feature-settings:'chws'}"

    lines = lines_of(printed("<p>“好”字怎么写。<p>好字怎么写。", style))

    assert -0.5 < lines[0][0].ink_left < EM / 4
    assert lines[0][1].left == pytest.approx(EM / 2, abs=0.1)


@pytest.mark.usefixtures("taught")
def test_the_gap_grows_before_the_rest_and_to_a_third_only(printed, lines_of):
    body = f"<p>{'看' * 4}W{'看' * 4}<br>甲"

    def steps(extra):
        measure = 9 * EM + EM * 0.5 + extra
        css = f"p{{width:{measure}pt;text-align-last:justify;letter-spacing:0}}"
        line = lines_of(printed(body, css))[0]
        return line[4].left - line[3].right, line[1].left - line[0].right

    little, between = steps(1.0)
    much, all_between = steps(EM)
    assert little > EM / 4 + 0.2
    assert between == pytest.approx(0, abs=0.05)
    assert much == pytest.approx(EM / 3 + all_between, abs=0.1)


@pytest.mark.parametrize("features", ["normal", "'chws'"])
@pytest.mark.usefixtures("taught")
def test_marks_side_by_side_share_an_em_and_a_half_with_any_font(
    printed, lines_of, features
):
    text = "看）。看”，“看》《看（“看”）看"
    style = f"p{{font-feature-settings:{features}}}"

    (line,) = lines_of(printed(f"<p>{text}", style))

    apart = {
        before.text + after.text: after.left - before.left
        for before, after in pairwise(line)
        if "看" not in before.text + after.text
    }
    assert set(apart) == {"）。", "”，", "，“", "》《", "（“", "”）"}
    assert list(apart.values()) == pytest.approx([EM / 2] * 6, abs=0.2)
