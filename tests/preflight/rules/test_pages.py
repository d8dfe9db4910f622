"""Pages are neither blank nor half empty, and nothing was forgotten on them."""

from dataclasses import replace

import pytest

from handout.preflight.finding import CheckOptions
from handout.preflight.pages.page import lines_of
from handout.preflight.rules.pages import file_findings, page_findings, pair_findings


def rules(sheet):
    return [one.rule for one in page_findings(sheet, CheckOptions())]


def test_a_full_page_has_no_finding(sheet):
    assert rules(sheet("一二三")) == []


def test_a_blank_page_is_found(sheet):
    assert rules(sheet("一", ink=False)) == ["K1"]


@pytest.mark.parametrize(
    ("ink", "side"),
    [
        ((5.0, 100.0, 500.0, 700.0), "left"),
        ((100.0, 8.0, 500.0, 700.0), "bottom"),
        ((100.0, 100.0, 590.0, 700.0), "right"),
        ((100.0, 100.0, 500.0, 841.0), "top"),
    ],
)
def test_ink_where_printers_do_not_print_is_found(sheet, ink, side):
    (found,) = page_findings(replace(sheet("一"), ink=ink), CheckOptions())

    assert found.rule == "K2"
    assert side in found.message


def test_a_page_less_than_half_full_is_found_if_another_follows(sheet):
    sparse = replace(sheet("一"), content=600.0)

    assert rules(sparse) == []
    assert pairs(sparse, sheet("一")) == ["K3"]


def test_a_chapter_may_end_on_a_page_that_is_a_quarter_full(sheet):
    chapter = sheet(("二、标题", {"size": 18.0}), "一二三四五六七八九十")

    assert pairs(replace(sheet("一"), content=600.0), chapter) == []
    assert pairs(replace(sheet("一"), content=700.0), chapter) == ["K3"]


@pytest.mark.parametrize(
    "text",
    ["见{{title}}。", "TODO写完", "请填写单位", "{%if", "电话：XXX", "Loremipsum"],
)
def test_a_placeholder_is_found(sheet, text):
    assert rules(sheet(text)) == ["D1"]


def test_a_word_that_only_looks_like_a_placeholder_is_none(sheet):
    assert rules(sheet("TODOS与填写", "XXXL号")) == []


def pairs(above, below):
    return [one.rule for one in pair_findings(above, below)]


def foot(above, below):
    return [rule for rule in pairs(above, below) if rule != "K3"]


def test_large_text_beside_a_table_is_no_heading(sheet):
    above = sheet("一二三四五六。", ("一二三四五六七八", {"size": 14.0}))
    last = above.body[-1].baseline

    assert foot(replace(above, content=last - 2), sheet("一")) == []


def test_a_page_number_ends_no_page(sheet):
    above = sheet("一二三四五六。", ("—3—", {"size": 14.0}))
    last = above.lines[-1].baseline

    assert foot(replace(above, content=last - 2), sheet("一")) == []


def test_a_heading_that_ends_a_page_is_found(sheet):
    above = sheet("一二三四五六七八九十。", ("二、标题", {"size": 14.0}))
    last = above.body[-1].baseline

    assert foot(replace(above, content=last - 2), sheet("一")) == ["K6"]
    assert foot(replace(above, content=last - 90), sheet("一")) == []


def test_large_text_that_goes_on_on_the_next_page_is_no_heading(sheet):
    above = sheet("一二三四五六七八九十。", ("请看这段，", {"size": 14.0}))
    above = replace(above, content=above.body[-1].baseline - 2)
    goes_on = sheet(("说说你的", {"size": 14.0}), ("看法。", {"size": 14.0}))
    parted = sheet(("标题", {"size": 14.0}), "一二三")

    assert foot(above, goes_on) == []
    assert foot(above, parted) == ["K6"]


def test_text_that_stands_on_other_text_is_found(sheet):
    lines = sheet("一二三", ("四五六", {"left": 103.0})).glyphs
    over = tuple(replace(one, baseline=lines[0].baseline - 1) for one in lines)
    printed = lines_of(over)
    page = replace(sheet("一"), glyphs=over, lines=printed)

    assert rules(page) == ["K9"]


def test_a_bold_made_of_two_and_a_ligature_stand_on_no_other_text(sheet):
    twice = sheet("一二三").glyphs * 2
    letters = sheet("f").glyphs + sheet("i").glyphs

    for glyphs in (twice, letters):
        page = replace(sheet("一"), glyphs=glyphs, lines=lines_of(glyphs))
        assert rules(page) == []


@pytest.mark.parametrize(("pages", "found"), [(8, []), (9, ["K4"]), (0, ["K1"])])
def test_the_file_takes_the_sheets_it_should(pages, found):
    options = CheckOptions(sheets=4)

    assert [one.rule for one in file_findings(pages, options)] == found


@pytest.mark.parametrize(
    ("pages", "sheets", "found"),
    [(8, 0, []), (8, 2, []), (9, 2, ["K4"]), (6, 0, ["K4"])],
)
def test_a_booklet_takes_four_pages_a_sheet_and_leaves_none_blank(pages, sheets, found):
    options = CheckOptions(sheets=sheets, booklet=True)

    assert [one.rule for one in file_findings(pages, options)] == found
