"""Our style sheets are read once, and every page is what it would be."""

import logging
from inspect import signature

import pytest

from handout.model.pack import OURS_END
from handout.printing.speed import remembered_values as remembered
from handout.printing.speed import sheets as kept_sheets

OURS = """
:root { --rule: 1pt; --size: 9pt }
@page { margin: 5mm; @top-left { content: "x"; font-size: var(--size) } }
p { border: var(--rule) solid; font-size: var(--size); margin: var(--lost) }
b { colour: red } #one { color: blue } .two { padding: var(--rule) }
"""
BODY = "<p id=one class=two>看<b>一</b>看</p><p class=two>看</p>"
OTHERS = [
    "",
    ":root { --rule: 3pt } p { color: green }",
    "@page { margin: var(--size); @top-left { content: 'y' } } :root { --size: 1em }",
    "p { --rule: 2pt } .two { padding: 0 } @font-face { font-family: None; src: none }",
]


@pytest.fixture(autouse=True)
def alone(monkeypatch):
    monkeypatch.setattr(kept_sheets, "_kept", {})
    remembered.install()
    yield
    kept_sheets.remove()
    remembered.remove()


@pytest.fixture
def read(monkeypatch):
    """The style sheets that are read, in order."""
    import weasyprint.css

    stock, found = weasyprint.css.CSS, []

    class Counting(stock):
        def __init__(self, **named):
            found.append(named["string"])
            super().__init__(**named)

    Counting.__signature__ = signature(stock)
    monkeypatch.setattr(weasyprint.css, "CSS", Counting)
    return found


def test_every_page_is_the_same_byte_for_byte(printed):
    styles = [OURS + OURS_END + others for others in OTHERS * 2]
    stock = [printed(BODY, style) for style in styles]

    assert kept_sheets.install() == ""

    assert [printed(BODY, style) for style in styles] == stock
    assert len(set(stock)) == 4
    assert len(kept_sheets._kept) == 1


def test_ours_are_read_once_and_others_each_time(printed, read):
    kept_sheets.install()

    for others in OTHERS:
        printed(BODY, OURS + OURS_END + others)

    assert len([one for one in read if "colour" in one]) == 1
    assert [one for one in read if "colour" not in one] == [f"{o}" for o in OTHERS]


def test_what_is_wrong_in_ours_is_said_of_each_page(printed, caplog):
    caplog.set_level(logging.WARNING, "weasyprint")
    logging.getLogger("weasyprint").propagate = True
    kept_sheets.install()
    said = []

    for _ in range(3):
        caplog.clear()
        printed(BODY, OURS + OURS_END)
        said.append([record.getMessage() for record in caplog.records])

    assert said[0] == said[1] == said[2]
    assert any("unknown property" in line for line in said[0])
    assert any("no value" in line for line in said[0])


@pytest.mark.parametrize(
    ("ours", "others"),
    [
        ("@font-face { font-family: O; src: url(o.ttf) }", ""),
        ("@layer a, b;", ""),
        ("p { color: red }", "@import 'x.css';"),
    ],
)
def test_a_style_that_does_more_is_read_whole(ours, others, printed, read):
    kept_sheets.install()

    printed(BODY, ours + OURS_END + others)

    assert len(read) == 1
    assert kept_sheets._kept == {}


def test_few_are_kept(printed):
    kept_sheets.install()

    for size in range(12):
        printed(BODY, f"p {{ font-size: {size}pt }} {OURS_END}")

    assert len(kept_sheets._kept) == kept_sheets._MOST


def test_another_weasyprint_gets_a_sentence(monkeypatch):
    import weasyprint.css

    monkeypatch.setattr(weasyprint.css, "CSS", lambda string: string)

    assert "weasyprint.css.CSS(guess, filename" in kept_sheets.install()
