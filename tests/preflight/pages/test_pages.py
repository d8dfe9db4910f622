"""A page that takes too long to read ends the check in a sentence that names it."""

import io

import pikepdf
import pytest

from handout import guard
from handout.errors import ReadError
from handout.preflight import CheckOptions, pages
from handout.preflight.run_rules import run_rules


def saved(document):
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def drawn_over_and_over():
    """A page with a form that draws a form that draws a form, twenty times each."""
    document = pikepdf.new()
    document.add_blank_page()
    name = pikepdf.Name
    inner = document.make_stream(b"0 0 m 9 9 l S " * 2_000)
    for _ in range(9):
        form = document.make_stream(b"/F Do " * 20)
        inner.update({"/Type": name.XObject, "/Subtype": name.Form})
        inner["/BBox"] = pikepdf.Array([0, 0, 600, 800])
        form["/Resources"] = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=inner))
        inner = form
    document.pages[0].Contents = inner
    document.pages[0].obj["/Resources"] = inner["/Resources"]
    return saved(document)


def test_a_page_that_draws_itself_a_million_times_over_is_given_up(monkeypatch):
    monkeypatch.setattr(pages, "_LIMITS", guard.Limits(1, 1_200))
    child = guard.Child()

    limit = r"x\.pdf, page 1: takes (longer than 1 s|more than 1,200 MB)"
    with pytest.raises(ReadError, match=limit):
        child.ask(
            guard.Stage("x.pdf"),
            run_rules,
            drawn_over_and_over(),
            CheckOptions(name="x.pdf"),
        )
    child.end()


def test_pages_are_told_before_they_are_read():
    document = pikepdf.new()
    document.add_blank_page()
    seen = []

    report = run_rules(saved(document), CheckOptions(), lambda *page: seen.append(page))

    assert [one.rule for one in report.findings] == ["K1"]
    assert seen == [(1, 1)]
