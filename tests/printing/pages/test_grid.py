"""Lines of text stand on one baseline grid where a style asks for it."""

import pytest

from handout.printing.lines import chinese_lines
from handout.printing.pages import fill, grid

PITCH = 18.0
TOP = 40.0
STYLE = (
    f"html{{font:10.5pt/{PITCH}pt 'Handout Serif';--grid:lines;--grid-top:{TOP}pt}}"
    f"@page{{size:300pt 230pt;margin:{TOP}pt 20pt;@top-left{{content:'页眉';"
    "font:8pt 'Handout Serif'}}"
    "body{font:inherit}h2{margin:0 0 5pt;font-size:15pt;line-height:1.4}"
    ".kai{font-family:'Handout Kai'}.two{columns:2}td{padding:3pt;line-height:1.4;"
    "vertical-align:top;font-size:9pt}table{border-collapse:collapse;margin:4pt 0}"
    ".box{height:31pt;border:.6pt solid}"
)
BODY = (
    f"<h2>筑牢信仰之基</h2><p>{'看' * 33}</p><p class=kai>{'看' * 37}</p>"
    "<table><tr><td>看看看看看看看看看看看看看<td>看看看看</table>"
    "<p>看看看看看看</p><div class=box></div><p>看看看看看看看</p>"
)


@pytest.fixture
def taught():
    for lesson in (chinese_lines, grid):
        assert lesson.install() == ""
    yield
    for lesson in (chinese_lines, grid):
        lesson.remove()


def baselines(pdf, page=0):
    """The distances of a page's characters from the first line's baseline."""
    from pypdfium2 import PdfDocument, raw

    sheet = PdfDocument(pdf)[page]
    text = sheet.get_textpage()
    found = {}
    for i in range(text.count_chars()):
        x, y = raw.c_double(), raw.c_double()
        raw.FPDFText_GetCharOrigin(text, i, x, y)
        # Headings and running heads have other characters.
        if text.get_text_range(i, 1) == "看":
            found[round(x.value), round(y.value, 1)] = sheet.get_height() - y.value
    # The text of the type area begins at its top.
    ascent, content = 1.151 * 10.5, 1.437 * 10.5
    first = TOP + (PITCH - content) / 2 + ascent
    return [y - first for y in found.values()]


def off_the_grid(distances):
    return max(abs(one - round(one / PITCH) * PITCH) for one in distances)


@pytest.mark.usefixtures("taught")
def test_text_after_headings_tables_and_boxes_is_on_the_grid(printed):
    pdf = printed(BODY * 3, STYLE)

    tenth_of_a_millimetre = 0.1 * 72 / 25.4
    for page in range(3):
        assert off_the_grid(baselines(pdf, page)) < tenth_of_a_millimetre
    grid.remove()
    assert off_the_grid(baselines(printed(BODY * 3, STYLE))) > 1


@pytest.mark.usefixtures("taught")
def test_the_lines_of_two_columns_stand_level(printed):
    pdf = printed(f"<div class=two>{BODY}</div>", STYLE)

    found = baselines(pdf)
    assert off_the_grid(found) < 0.05
    # Two columns: most lines are there twice.
    assert len({round(one) for one in found}) < len(found) / 6


@pytest.mark.usefixtures("taught")
def test_a_full_page_has_as_many_lines_as_without_a_grid(printed, lines_of):
    body = f"<p>{'看' * 24 * 20}</p>"

    on = lines_of(printed(body, STYLE))
    off = lines_of(printed(body, STYLE + "html{--grid:none}"))

    assert [len(line) for line in on] == [len(line) for line in off]


@pytest.mark.usefixtures("taught")
def test_boxes_that_fill_a_page_leave_the_text_below_them_on_the_grid(printed):
    box = "<div class=box data-fill=1></div>"
    body = f"<p>看看看看</p>{box}<p>看看看</p>{box}<p>看看看看看</p>{box}"

    assert fill.install() == ""
    try:
        pdf = printed(body, STYLE)
    finally:
        fill.remove()

    found = baselines(pdf)
    assert off_the_grid(found) < 0.05
    # The boxes have grown.
    assert max(found) > 5 * PITCH


@pytest.mark.usefixtures("taught")
def test_a_style_that_asks_for_no_grid_is_printed_as_before(printed):
    style = STYLE.replace("--grid:lines;", "")

    with_ = printed(BODY, style)
    grid.remove()

    assert printed(BODY, style) == with_


def test_another_weasyprint_gets_a_sentence(monkeypatch):
    from weasyprint.layout import inline

    monkeypatch.setattr(inline, "get_next_linebox", lambda text: text)

    assert "get_next_linebox(context, linebox" in grid.install()
