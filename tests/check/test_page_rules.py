"""Pages are neither blank nor half empty, and nothing was forgotten on them."""

from dataclasses import replace

import pytest

from handout.check.finding import CheckOptions
from handout.check.page_rules import file_findings, page_findings, pair_findings


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


def test_a_page_less_than_half_full_is_found(sheet):
    assert rules(replace(sheet("一"), content=600.0)) == ["K3"]


@pytest.mark.parametrize("text", ["见{{title}}。", "TODO写完", "请填写单位", "{%if"])
def test_a_placeholder_is_found(sheet, text):
    assert rules(sheet(text)) == ["D1"]


def test_a_word_that_only_looks_like_a_placeholder_is_none(sheet):
    assert rules(sheet("TODOS与填写")) == []


def pairs(above, below):
    return [one.rule for one in pair_findings(above, below)]


def test_a_heading_that_ends_a_page_is_found(sheet):
    above = sheet("一二三四五六。", ("二、标题", {"size": 14.0}))
    last = above.body[-1].baseline

    assert pairs(replace(above, content=last - 2), sheet("一")) == ["K6"]
    assert pairs(replace(above, content=last - 90), sheet("一")) == []


def test_a_prompt_that_is_parted_from_its_box_is_found(sheet):
    above = sheet("一二三四五六。", "你怎么看？")
    above = replace(above, content=above.body[-1].baseline - 2)
    below = sheet("一")
    top = below.body[0].baseline

    assert pairs(above, replace(below, start=top + 60)) == ["K7"]
    assert pairs(above, replace(below, start=top + 9)) == []
    assert pairs(replace(above, content=100.0), replace(below, start=top + 60)) == []


@pytest.mark.parametrize(("pages", "found"), [(8, []), (9, ["K4"]), (0, ["K1"])])
def test_the_file_takes_the_sheets_it_should(pages, found):
    options = CheckOptions(sheets=4)

    assert [one.rule for one in file_findings(pages, options)] == found
