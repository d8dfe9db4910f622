"""Prints all cases of lines into one file, a page each, and reads them back."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest


def loaded(path):
    """Import a file that stands beside the tests: they are no package."""
    if path.stem not in sys.modules:
        spec = spec_from_file_location(path.stem, path)
        sys.modules[path.stem] = module_from_spec(spec)
        spec.loader.exec_module(sys.modules[path.stem])
    return sys.modules[path.stem]


judge = loaded(Path(__file__).with_name("judge.py"))
BODY = (
    "<!doctype html><html lang=zh-CN><meta charset=utf-8><style>"
    "@page{size:250mm 120mm;margin:0}body{margin:0;font:10.5pt/18pt 'Handout Serif';"
    "text-align:justify;font-feature-settings:'chws'}"
    "p{margin:0;break-after:page}b{font-weight:normal}</style><body class=''>"
)


def lines_of(sheet):
    """The glyphs of each line: a page holds one column."""
    rows = {}
    for glyph in sheet.glyphs:
        near = next((y for y in rows if abs(y - glyph.baseline) < 6), glyph.baseline)
        rows.setdefault(near, []).append(glyph)
    return [judge.in_order(rows[y]) for y in sorted(rows, reverse=True)]


ASKS = {"kaiming": ";--punctuation:kaiming"}


def html_of(cases, asks):
    pages = (
        f"<p style='width:{case.ems}em{ASKS.get(asks, '')}'>{case.text}</p>"
        for case in cases
    )
    return BODY.replace("<html", f"<html data-lines={asks or 'gb'}") + "".join(pages)


@pytest.fixture(scope="session")
def printed_cases(tmp_path_factory):
    """The lines of each case, as we print them."""
    from handout.preflight.finding import CheckOptions
    from handout.preflight.pages import sheets_of
    from handout.printing import print_pdf

    found = sorted(judge.cases(), key=lambda case: case.asks)
    html = tuple(html_of(some, asks) for asks, some in judge.by_style(found))
    pdf = print_pdf(html, folders=(tmp_path_factory.mktemp("lines"),)).pdf
    sheets = sheets_of(pdf, CheckOptions())
    return dict(zip(found, map(lines_of, sheets), strict=True))
