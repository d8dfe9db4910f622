"""A PDF that takes too long, or breaks the reader, ends in a sentence."""

import io
import os
import time

import pikepdf
import pytest

from handout.errors import ReadError
from handout.preflight import CheckOptions
from handout.preflight import in_own_process as guarded
from handout.preflight.in_own_process import examine_guarded


def saved(document):
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.fixture
def blank():
    document = pikepdf.new()
    document.add_blank_page()
    return saved(document)


def test_a_report_comes_back_and_pages_are_told(blank):
    seen = []

    report = examine_guarded(blank, CheckOptions(), lambda *page: seen.append(page))

    assert [one.rule for one in report.findings] == ["K1"]
    assert seen == [(1, 1)]


def test_a_page_that_draws_itself_a_million_times_over_is_given_up():
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
    begin = time.monotonic()

    with pytest.raises(ReadError, match=r"takes more than 1 s for page 1"):
        examine_guarded(saved(document), CheckOptions(), seconds=1)
    assert time.monotonic() - begin < 20


def test_a_reader_that_breaks_is_said_in_a_sentence(blank, monkeypatch):
    monkeypatch.setattr(guarded, "examine", lambda *_: os.abort())

    with pytest.raises(ReadError, match="it broke the reader"):
        examine_guarded(blank, CheckOptions(name="x.pdf"))


def test_what_takes_too_much_memory_is_said_in_a_sentence(blank, monkeypatch):
    monkeypatch.setattr(guarded, "_MEGABYTES", 900)
    monkeypatch.setattr(guarded, "examine", lambda *_: bytearray(2_000_000_000))

    with pytest.raises(ReadError, match="too much memory"):
        examine_guarded(blank, CheckOptions())


def test_an_error_and_a_bug_come_back_as_they_are(monkeypatch, blank):
    with pytest.raises(ReadError, match="no PDF that can be read"):
        examine_guarded(b"no", CheckOptions())

    monkeypatch.setattr(guarded, "examine", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError) as raised:
        examine_guarded(blank, CheckOptions())
    assert "Traceback" in raised.value.__notes__[0]
