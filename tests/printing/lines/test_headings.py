"""A heading of several lines has lines of about one length."""

import pytest

from handout.printing.lines import chinese_lines, headings

EM = 10.5
TITLE = "关于进一步加强基层治理体系和治理能力现代化建设的若干意见与说明"
STYLE = "h1{margin:0;font-size:10.5pt;width:20em;text-align:%s}"


@pytest.fixture
def taught():
    assert chinese_lines.install() == ""
    assert headings.install() == ""
    yield
    headings.remove()
    chinese_lines.remove()


def texts(lines):
    return ["".join(one.text for one in line) for line in lines]


@pytest.mark.usefixtures("taught")
def test_both_lines_are_about_as_long(printed, lines_of):
    first, second = texts(lines_of(printed(f"<h1>{TITLE}</h1>", STYLE % "left")))

    assert first + second == TITLE
    assert abs(len(first) - len(second)) <= 1


@pytest.mark.parametrize("align", ["left", "center", "right"])
@pytest.mark.usefixtures("taught")
def test_lines_stand_where_they_are_aligned(printed, lines_of, align):
    lines = lines_of(printed(f"<h1>{TITLE}</h1>", STYLE % align))

    for line in lines:
        left, right = line[0].left, 20 * EM - line[-1].right
        expected = {"left": left, "right": right, "center": left - right}[align]
        assert expected == pytest.approx(0, abs=0.3)


@pytest.mark.usefixtures("taught")
def test_a_line_ends_after_a_mark_where_it_can(printed, lines_of):
    title = "筑牢信仰之基把稳思想之舵，在学思践悟中守初心担使命"

    found = texts(lines_of(printed(f"<h1>{title}</h1>", STYLE % "left")))

    assert found[0].endswith("，")


@pytest.mark.usefixtures("taught")
def test_what_stands_beside_a_heading_is_printed_once(printed, lines_of):
    number = "<i style='position:absolute;left:-2em'>一</i>"
    body = f"<h1 style='position:relative'>{number}{TITLE}</h1>"

    found = "".join(texts(lines_of(printed(body, STYLE % "left"))))

    assert sorted(found) == sorted(TITLE + "一")


@pytest.mark.parametrize(
    ("body", "style"),
    [
        ("<h1>短标题</h1>", ""),
        (f"<p>{TITLE}</p>", ""),
        (f"<h1>{TITLE}</h1>", "text-align:justify"),
        (f"<b>看看</b><h1>{TITLE}</h1>", ""),
    ],
)
def test_what_needs_no_balance_is_printed_as_before(printed, body, style):
    css = f"b{{float:right}}p,h1{{margin:0;width:20em;text-align:left;{style}}}"
    chinese_lines.install()
    try:
        before = printed(body, css)
        headings.install()
        assert printed(body, css) == before
    finally:
        headings.remove()
        chinese_lines.remove()


def test_another_weasyprint_gets_a_sentence(monkeypatch):
    from weasyprint.layout import block

    monkeypatch.setattr(block, "iter_line_boxes", lambda text: text)

    assert "iter_line_boxes(context, box" in headings.install()
