"""A page that CSS leaves blank before a spread is filled with room for notes."""

import pytest

from handout.assets import sample
from handout.model.options import MakeOptions, PlanOptions
from handout.pipeline import Source, make
from handout.preflight import findings_in
from handout.preflight.rules.laid_out import layout_findings
from handout.printing import print_pdf

STYLE = (
    "@page{size:100mm 100mm;margin:0}body{margin:0}p{margin:0;height:20mm}"
    ".box{height:10mm;border:1px solid}"
)

LEFT = "<p style='break-before:left'>一</p>"


def gap(name):
    return (
        f"<section id={name} data-gap=1 style='position:absolute;left:0;right:0'>"
        "<div class=box data-fill=1 style='height:0'></div></section>"
    )


def printed(tmp_path, body):
    html = f"<!doctype html><html lang=zh-CN><style>{STYLE}</style><body>{body}"
    return print_pdf((html,), folders=(tmp_path,))


def pages(tmp_path, body):
    return printed(tmp_path, body).layout


def test_a_blank_page_is_filled_with_the_box_that_waits_for_it(tmp_path):
    front = "<p>前</p><p style='break-before:page'>前</p>"

    found = pages(tmp_path, f"{front}{gap('g')}{LEFT}")

    assert [page.is_gap for page in found] == [False, False, True, False]
    (box,) = found[2].boxes
    assert (box.top, box.height) == (0.0, 100.0)
    assert [len(page.boxes) for page in found] == [0, 0, 1, 0]


def test_without_a_blank_page_the_box_is_not_printed(tmp_path):
    found = pages(tmp_path, f"<p>前</p>{gap('g')}{LEFT}")

    assert [page.boxes for page in found] == [(), ()]


def test_a_box_fills_no_later_gap_than_the_next(tmp_path):
    body = f"<p>前</p>{gap('g')}{LEFT}{LEFT}{gap('h')}{LEFT}"

    found = pages(tmp_path, body)

    assert [page.is_gap for page in found] == [False, False, True, False, True, False]
    assert [len(page.boxes) for page in found] == [0, 0, 0, 0, 1, 0]


@pytest.mark.parametrize("body", [gap("g"), ""])
def test_a_gap_is_not_reported_as_a_blank_page(tmp_path, body):
    body = f"<p>前</p><p style='break-before:page'>前</p>{body}{LEFT}"
    done = printed(tmp_path, body)

    found = [*layout_findings(done.layout), *findings_in(done.pdf)]

    assert [one for one in found if one.rule == "K1"] == []


def made(tmp_path, facing):
    source = Source(sample().read_bytes(), sample().name)
    # An agenda makes a front of two pages.
    options = MakeOptions(plan=PlanOptions(minutes=(90,)), choices=facing)
    return make(source, tmp_path, options)


@pytest.mark.parametrize(
    ("facing", "pages"),
    [((), 12), (("facing=blank",), 12), (("facing=none",), 11)],
)
def test_a_page_is_added_only_where_the_two_should_face(tmp_path, facing, pages):
    done = made(tmp_path, facing)

    assert done.pages == pages
    assert done.notices == ()
