"""Pages are neither blank nor half empty, and nothing was forgotten on them."""

from dataclasses import replace

import pytest

from handout.check.finding import CheckOptions
from handout.check.page_rules import file_findings, page_findings


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


@pytest.mark.parametrize(("pages", "found"), [(8, []), (9, ["K4"]), (0, ["K1"])])
def test_the_file_takes_the_sheets_it_should(pages, found):
    options = CheckOptions(sheets=4)

    assert [one.rule for one in file_findings(pages, options)] == found
