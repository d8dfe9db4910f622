"""What stands on a page is noted: boxes with their prompts, rows, headings, white."""

from handout.printing import print_pdf

STYLE = (
    "@page{size:100mm 100mm;margin:10mm}"
    "body,p,h2{margin:0;font:10pt/5mm 'Handout Serif'}h2{font-size:14pt}"
    ".box{height:20mm;border:1px solid}table{border-collapse:collapse}"
)


def noted(tmp_path, body, style=""):
    html = f"<!doctype html><html lang=zh-CN><style>{STYLE}{style}</style><body>{body}"
    return print_pdf((html,), folders=(tmp_path,)).layout


def test_a_box_is_noted_with_its_place_size_and_prompt(tmp_path):
    body = "<p>你怎么看？</p><div class=box style='--lines: 2' data-fill=1></div>"

    (page,) = noted(tmp_path, body)

    (box,) = page.boxes
    assert (box.prompt, box.prompt_page, box.page) == ("你怎么看？", 1, 1)
    assert (box.left, box.top, box.width, box.height) == (10.0, 15.0, 80.0, 75.0)


def test_a_box_whose_prompt_is_on_the_page_before_is_noted_so(tmp_path):
    body = "<p style='margin-top:70mm'>你怎么看？</p><div class=box></div>"

    first, second = noted(tmp_path, body)

    assert first.boxes == ()
    assert [(box.prompt_page, box.page) for box in second.boxes] == [(1, 2)]


def test_the_height_a_template_asks_for_is_noted(tmp_path):
    body = "<div class=box style='--lines: 3; height: 30mm'></div>"

    (page,) = noted(tmp_path, body)

    assert page.boxes[0].least == 30.0


def test_a_row_on_two_pages_is_noted_and_a_head_said_again_is_none(tmp_path):
    cells = "".join(f"<tr><td>行{n}<td>{'<br>字' * 3}" for n in range(9))
    body = f"<table><thead><tr><th>头<th>头<tbody>{cells}</table>"

    split = noted(tmp_path, body)
    whole = noted(tmp_path, body, "tr{break-inside:avoid}")

    assert any(page.rows for page in split)
    assert len(whole) > 1
    assert not any(page.rows for page in whole)


def test_headings_at_both_ends_and_the_filling_are_noted(tmp_path):
    body = (
        "<h2>一</h2><p style='height:35mm'>字</p><h2 style='break-after:page'>二</h2>"
    )

    first, second = noted(tmp_path, body + "<p>字")

    assert (first.opening, first.ending, first.is_last) == ("一", "二", False)
    assert (second.opening, second.ending, second.is_last) == ("", "", True)
    assert 0.5 < first.filled < 0.6
    assert first.lines == (("一", 14.0), ("字", 10.0), ("二", 14.0))


def test_the_white_beside_the_ink_is_noted(tmp_path):
    (page,) = noted(tmp_path, "<p style='margin-left:-7mm'>字")

    assert page.margin == 3.0


def test_a_picture_fills_a_page_too(tmp_path):
    picture = "<svg width='60mm' height='60mm'><path d='M0 0L9 9' stroke='#000'/></svg>"

    (page,) = noted(tmp_path, f"<p>字{picture}")

    assert page.filled > 0.7
