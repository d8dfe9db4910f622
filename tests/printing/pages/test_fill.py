"""Boxes grow into what is left of their page, in whole rows, and never move a break."""

import pytest

from handout.printing.engine.boxes import tile
from handout.printing.lay_out import lay_out
from handout.printing.pages import fill

RULED = (
    "background: url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'"
    " width='10' height='10'/%3E\") 0 0 / 100% 10mm repeat-y"
)
STYLE = (
    "@page{size:100mm 100mm;margin:0}body{margin:0}p{margin:0;height:20mm}"
    f".box{{height:10mm;{RULED}}}.prompt{{break-inside:avoid}}"
)


def laid(body, tmp_path, style=""):
    html = f"<!doctype html><html><style>{STYLE}{style}</style><body>{body}</html>"
    return lay_out(html, (tmp_path,), None)


def box(name, share=1):
    return f'<div class="box" id="{name}" data-fill="{share}"></div>'


def heights(result):
    return {name: round(one.height, 1) for name, one in result.grown.items()}


def test_a_lone_box_takes_all_that_is_left_of_its_page(tmp_path):
    result = laid(f"<p>题</p>{box('a')}", tmp_path)

    assert heights(result) == {"a": 80.0}
    assert result.pages == 1


def test_boxes_share_by_weight_in_whole_rows(tmp_path):
    result = laid(f"<p>题</p>{box('a', 1)}{box('b', 3)}", tmp_path)

    assert heights(result) == {"a": 20.0, "b": 60.0}


def test_less_than_a_row_makes_all_rows_a_little_higher(tmp_path):
    result = laid(f'<p style="height:24mm">题</p>{box("a")}', tmp_path)

    assert heights(result) == {"a": 76.0}
    assert result.grown["a"].row == pytest.approx(76 / 7, abs=0.01)


def test_growing_moves_no_page_break_and_parts_no_prompt_from_its_box(tmp_path):
    prompt = '<div class="prompt"><p>问</p>{}</div>'
    body = "".join(prompt.format(box(name)) for name in "abcd")

    result = laid(body, tmp_path)

    # Three prompts of 30 mm fit on the first page, the fourth has its own.
    assert result.pages == 2
    assert heights(result) == {"a": 20.0, "b": 10.0, "c": 10.0, "d": 80.0}


def test_rows_of_a_table_grow_only_where_no_box_does(tmp_path):
    table = (
        '<table style="border-spacing:0;width:100%;table-layout:fixed">'
        '<tr id="r" data-grow="14">'
        '<td style="height:20mm;padding:0">词</td></tr></table>'
    )

    alone = laid(table, tmp_path)
    beside = laid(table + box("a"), tmp_path)

    assert heights(alone) == {"r": 34.0}
    assert heights(beside) == {"a": 80.0}


SPARE = (
    '<section id="n" data-least="30" style="position:absolute;left:0;right:0">'
    '<div class="box" id="a" data-fill="1" style="height:0"></div></section>'
)


def test_spare_room_is_printed_where_it_is_enough_and_never_starts_a_page(tmp_path):
    roomy = laid(f'<p style="height:60mm">题</p>{SPARE}', tmp_path)
    small = laid(f'<p style="height:80mm">题</p>{SPARE}', tmp_path)
    full = laid(f'<p style="height:100mm">题</p>{SPARE}', tmp_path)

    assert heights(roomy) == {"a": 40.0}
    assert heights(small) == {"n": 0.0}
    assert heights(full) == {"n": 0.0}
    assert (roomy.pages, small.pages, full.pages) == (1, 1, 1)


def test_spare_room_is_printed_only_where_nothing_follows_it(tmp_path):
    follows = laid(f"<p>题</p>{SPARE}<p>后</p>", tmp_path)
    breaks = laid(f'<p>题</p>{SPARE}<p style="height:90mm">后</p>', tmp_path)

    assert heights(follows) == {"n": 0.0}
    assert heights(breaks) == {"a": 80.0}
    assert breaks.pages == 2


def test_what_follows_a_box_on_its_page_moves_down_with_it(tmp_path):
    body = f'{box("a")}<p id="after">后</p>'

    result = laid(body, tmp_path)

    (page,) = result.document.pages
    top = page.anchors["after"][1] / 96 * 25.4
    assert top == pytest.approx(80, abs=0.1)


def test_nonsense_in_an_attribute_is_no_share(tmp_path):
    result = laid(box("a", "all of it"), tmp_path)

    assert heights(result) == {}


def test_the_hook_says_what_another_weasyprint_lacks(monkeypatch):
    import weasyprint.layout

    fill.remove()
    monkeypatch.setattr(weasyprint.layout, "layout_backgrounds", print)

    missing = fill.install()

    assert "weasyprint.layout.layout_backgrounds" in missing
    monkeypatch.undo()
    assert fill.install() == ""


@pytest.mark.parametrize("height", range(60, 101, 4))
def test_spare_room_leaves_no_trace_on_the_next_page(height, tmp_path):
    above = "position:absolute;top:-14mm;transform:translateY(14mm)"
    label = f'<div style="{above}">笔记<br>疑问</div>'
    spare = SPARE.replace("<div", label + "<div", 1).replace(
        "right:0", "right:0;break-inside:avoid"
    )
    after = '<p style="break-before:page">后</p>'

    result = laid(f'<p style="height:{height}mm">题</p>{spare}{after}', tmp_path)

    def words(box):
        return getattr(box, "text", "") + "".join(
            words(child) for child in getattr(box, "children", ())
        )

    first, second = (words(page._page_box) for page in result.document.pages)
    assert ("笔记" in first) == (height <= 70)
    assert second == "后"


def test_a_lone_box_gets_lower_rows_rather_than_one_that_is_twice_as_high(tmp_path):
    result = laid(f'<p style="height:81mm">题</p>{SPARE}', tmp_path)
    least = SPARE.replace('data-least="30"', 'data-least="16"')

    low = laid(f'<p style="height:81mm">题</p>{least}', tmp_path)

    assert heights(result) == {"n": 0.0}
    assert heights(low) == {"a": 19.0}
    assert low.grown["a"].row == pytest.approx(9.5, abs=0.01)


def test_a_box_of_a_height_in_mm_is_divided_into_whole_rows(tmp_path):
    style = ".box{height:34mm}"
    result = laid(f"<p>题</p>{box('a', 0)}", tmp_path, style)

    page = result.document.pages[0]._page_box
    (ruled,) = [b for b in page.descendants() if getattr(b, "element_tag", "") == "div"]
    assert ruled.height == pytest.approx(34 * 96 / 25.4)
    assert tile(ruled) == pytest.approx(ruled.height / 3)


def test_cells_that_reach_into_a_row_grow_with_it(tmp_path):
    css = "table{border-spacing:0;width:80mm}td{padding:0;height:10mm}"
    first = "<tr><td>甲</td><td rowspan=2>乙</td></tr>"
    body = f"<table>{first}<tr data-grow=30><td>丙</td></tr></table>"

    result = laid(body, tmp_path, css)

    page = result.document.pages[0]._page_box
    ends = {
        box.element.text: box.border_box_y() + box.border_height()
        for box in page.descendants()
        if type(box).__name__ == "TableCellBox"
    }
    assert ends["乙"] == pytest.approx(ends["丙"], abs=0.1)
    assert ends["丙"] - ends["甲"] == pytest.approx(40 * 96 / 25.4, abs=0.5)
