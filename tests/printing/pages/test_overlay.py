"""What is drawn over pages moves nothing and never leaves its place."""

from itertools import pairwise
from xml.etree import ElementTree

import pytest

from handout.printing.engine.boxes import walk
from handout.printing.lay_out import draw_additions, lay_out
from handout.printing.pages.overlay import take_out

RULED = (
    "background: url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'"
    " width='10' height='10'/%3E\") 0 0 / 100% 10mm repeat-y"
)
STYLE = (
    "@page{size:100mm 100mm;margin:0 20mm}:root{--size:10pt}body{margin:0}"
    "html{font:10pt/5mm 'Handout Serif'}p{margin:0}"
    f".box{{height:10mm;{RULED}}} .over-ruled span{{line-height:var(--row)}}"
    ".over{display:block}"
)


def laid(body, tmp_path, style=""):
    html = f"<!doctype html><html><style>{STYLE}{style}</style><body>{body}</html>"
    return lay_out(html, (tmp_path,), None)


def drawn(body, tmp_path, style=""):
    """The pages, and how much does not fit over them."""
    found = laid(body, tmp_path, style)
    return found.document.pages, draw_additions(found, (tmp_path,), None)


def texts(page):
    """The texts of a page, each with its place in mm: left, top, right, bottom."""
    mm = 25.4 / 96
    return {
        box.text.replace("\u2060", ""): (
            box.position_x * mm,
            box.position_y * mm,
            (box.position_x + box.width) * mm,
            (box.position_y + box.height) * mm,
        )
        for box in walk(page._page_box)
        if hasattr(box, "text")
    }


def over(text, where="box", **more):
    named = "".join(f' data-{name}="{value}"' for name, value in more.items())
    return f'<span class="over" data-over="{where}"{named}>{text}</span>'


def test_what_is_taken_out_leaves_the_text_around_it():
    root = ElementTree.fromstring(
        "<p>甲<i>乙</i>丙<b data-over='box'>丁</b>戊<b data-over='page'>己</b>庚</p>"
    )

    found = take_out(root)

    assert ElementTree.tostring(root, "unicode") == "<p>甲<i>乙</i>丙戊庚</p>"
    assert [(one.element.text, one.where) for one in found] == [
        ("丁", "box"),
        ("己", "page"),
    ]


def test_an_answer_moves_nothing(tmp_path):
    plain, _ = drawn("<p>题目</p><div class=box></div><p>以后</p>", tmp_path)
    shown, _ = drawn(
        f"<p>题目{over('提示', 'margin')}</p><div class=box>{over('答案')}</div>"
        "<p>以后</p>",
        tmp_path,
    )

    before, after = texts(plain[0]), texts(shown[0])
    assert {text: after[text] for text in before} == before
    assert set(after) == {*before, "提示", "答案"}


def test_an_answer_stands_in_its_box_however_much_that_grew(tmp_path):
    pages, left_out = drawn(
        "<p>题目</p><div class=box></div>"
        f"<div class=box data-fill=1>{over('答案')}</div>",
        tmp_path,
    )

    _, top, _, bottom = texts(pages[0])["答案"]
    # The second box is 85 mm high, and begins at 15 mm with a row of 10.6 mm.
    assert 15 <= top < bottom <= 25.7
    assert left_out == 0


def test_an_answer_stands_on_the_rows_of_its_box(tmp_path):
    long = "很长的答案要写两行" * 3
    pages, _ = drawn(f'<div class="box" data-fill="1">{over(long)}</div>', tmp_path)

    tops = [top for _, top, _, _ in texts(pages[0]).values()]
    assert len(tops) == 2
    assert tops[1] - tops[0] == pytest.approx(10, abs=0.1)


def test_what_is_too_long_is_set_smaller(tmp_path):
    long = "答案" * 20
    pages, left_out = drawn(f"<div class=box>{over(long)}</div>", tmp_path)

    lines = texts(pages[0])
    assert "".join(lines) == long
    assert all(bottom <= 10.1 for _, _, _, bottom in lines.values())
    assert left_out == 0


def test_what_does_not_fit_is_counted_and_another_word_stands_for_it(tmp_path):
    long = "答案" * 200
    pages, left_out = drawn(
        f"<div class=box>{over(long, otherwise='见后页')}</div>"
        f"<div class=box>{over(long)}</div>",
        tmp_path,
    )

    assert list(texts(pages[0])) == ["见后页"]
    assert left_out == 2


def test_a_word_wider_than_its_place_does_not_fit(tmp_path):
    wide = "W" * 60
    _, left_out = drawn(f"<div class=box>{over(wide)}</div>", tmp_path)

    assert left_out == 1


def test_notes_in_the_margin_stand_under_one_another_on_the_outer_side(tmp_path):
    notes = "".join(f"<p>第{n}题{over(f'提示{n}', 'margin')}</p>" for n in "一二三")
    style = ".over{line-height:8mm}"
    pages, _ = drawn(
        f"{notes}<div style='break-before:page'>{over('背面', 'margin')}页</div>",
        tmp_path,
        style,
    )

    front, back = (texts(page) for page in pages)
    places = [front[f"提示{n}"] for n in "一二三"]
    assert all(left > 80 for left, _, _, _ in places)
    assert all(a[3] <= b[1] + 0.1 for a, b in pairwise(places))
    assert back["背面"][2] < 20


def test_what_is_for_every_page_stands_on_every_page(tmp_path):
    body = over("主持人版", "page") + "<p style='break-after:page'>一</p><p>二</p>"
    pages, _ = drawn(body, tmp_path)

    assert [list(texts(page)) for page in pages] == [
        ["一", "主持人版"],
        ["二", "主持人版"],
    ]


def test_nothing_is_drawn_for_what_is_not_printed(tmp_path):
    pages, _ = drawn(f"<p style='display:none'>题{over('答案')}</p><p>一</p>", tmp_path)

    assert list(texts(pages[0])) == ["一"]
