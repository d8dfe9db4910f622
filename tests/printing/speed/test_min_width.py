"""The narrowest width of a long text is found quickly, and is the same."""

import inspect
import random

import pytest

from handout.printing.speed import min_width as narrow

HAN = "党员领导干部要学深悟透、融会贯通、真信笃行，增强“四个意识”（理论自信）。" * 2
LATIN = "这是WeasyPrint version 70.0和GDP、internationalization的试验。" * 2
DIGITS = "编号" + "1234567890" * 5 + "，以及" + HAN + "3.14159" * 2
SPACED = "  开头有空格 中间 也有 " + "字" * 40 + "   尾  "

CELL = "<table><tr><td>{0}<td>{0}</table>"
FLEX = "<div style='display:flex'><p>{0}<p>{0}</div>"
GRID = "<div style='display:grid;grid-template-columns:auto auto'><p>{0}<p>{0}</div>"
FLOAT = "<div style='float:left'>{0}</div>"


@pytest.fixture
def taught():
    assert narrow.install() == ""
    yield
    narrow.remove()


@pytest.mark.parametrize("text", [HAN, LATIN, DIGITS, SPACED])
@pytest.mark.parametrize("body", [CELL, FLEX, GRID, FLOAT])
@pytest.mark.parametrize(
    "style",
    [
        "",
        "*{overflow-wrap:anywhere}",
        "*{word-break:break-all}",
        "*{hyphens:auto}",
        "*{white-space:pre-wrap;letter-spacing:.1em}",
        "*{white-space:nowrap}",
    ],
)
def test_pages_are_the_same_byte_for_byte(printed, text, body, style):
    stock = printed(body.format(text), style)

    narrow.install()
    try:
        assert printed(body.format(text), style) == stock
    finally:
        narrow.remove()


def first_lines(printed, text, style):
    """Every piece that WeasyPrint finds on the way to the narrowest width."""
    from weasyprint.layout import preferred

    found = []
    split = preferred.split_first_line

    def listening(*args, **options):
        result = split(*args, **options)
        found.append(result[1:])
        return result

    preferred.split_first_line = listening
    try:
        printed(CELL.format(text), style, hinted=False)
    finally:
        preferred.split_first_line = split
    return found


@pytest.mark.parametrize("seed", range(40))
def test_any_mixture_of_characters_breaks_the_same(printed, seed):
    characters = "字汉，。“”‘’（）——……·～、 ab1.%-/$\u200b\u2060\u00ad\u0301é語กาあー😀"
    text = "".join(random.Random(seed).choices(characters, k=90))
    style = ("", "*{overflow-wrap:anywhere}", "*{hyphens:auto}")[seed % 3]
    stock = first_lines(printed, text, style)

    narrow.install()
    try:
        assert first_lines(printed, text, style) == stock
    finally:
        narrow.remove()


def shaped_at_no_width(printed, monkeypatch, body, style=""):
    """The length of every text that is shaped to find the narrowest width."""
    from weasyprint.text import line_break

    shaped = []
    create = line_break.create_layout

    def counting(text, style, context, max_width, spacing):
        if max_width == 0:
            shaped.append(len(text))
        return create(text, style, context, max_width, spacing)

    monkeypatch.setattr(line_break, "create_layout", counting)
    printed(body, style)
    return shaped


@pytest.mark.usefixtures("taught")
def test_no_long_text_is_shaped_to_find_one_character(printed, monkeypatch):
    shaped = shaped_at_no_width(printed, monkeypatch, CELL.format("字" * 400))

    assert len(shaped) > 700
    assert max(shaped) <= 32


@pytest.mark.usefixtures("taught")
@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("字" * 90, "*{hyphens:auto}"),
        ("字" * 90 + "\u00ad字", ""),
        ("กา" * 40, ""),
        ("a" * 13 + "字" * 90, ""),
    ],
)
def test_text_that_breaks_by_more_than_its_neighbours_is_left_to_stock(
    printed, monkeypatch, text, style
):
    shaped = shaped_at_no_width(printed, monkeypatch, CELL.format(text), style)

    assert max(shaped) >= len(text)


def test_weasyprint_is_the_one_we_were_written_against():
    from weasyprint.layout import preferred

    assert str(inspect.signature(preferred.split_first_line)) == (
        "(text, style, context, max_width, justification_spacing, "
        "is_line_start=True, minimum=False)"
    )


def test_another_weasyprint_gets_a_sentence_and_stays_as_it_is(monkeypatch):
    from weasyprint.layout import preferred

    with monkeypatch.context() as other:
        other.delattr(preferred, "split_first_line")
        said = narrow.install()

    assert "split_first_line(text, style" in said
    assert narrow.install() == ""
    narrow.remove()


def test_removing_gives_stock_back():
    from weasyprint.layout import preferred

    stock = preferred.split_first_line

    narrow.install()
    narrow.install()
    ours = preferred.split_first_line
    narrow.remove()

    assert ours is not stock
    assert preferred.split_first_line is stock
