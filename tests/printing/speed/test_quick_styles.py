"""Styles that are worked out sooner are the same, and so is what is said of them."""

import logging

import pytest

from handout.printing.speed import quick_styles

STYLE = """
:root { --row: 8mm; --line: 1pt solid #123; --twice: calc(var(--row) * 2);
        --a: var(--b); --b: var(--a); --empty: ; font-size: 10pt }
@page { margin: var(--row); @top-left { content: "x"; border-bottom: var(--line) } }
body { line-height: 1.5; text-indent: calc(1em + 10%); direction: ltr }
section { --row: 3em; border: var(--line); padding: var(--row) 1mm;
          height: var(--twice) }
.rtl { direction: rtl; border-inline-start: 2pt dotted red; padding-inline-end: 4mm }
.rtl p { margin-inline-start: 3mm; margin-left: 1mm; inset-block-start: 2px }
p { width: var(--nothing); color: var(--none, var(--never, green)); float: left;
    font-size: larger; text-decoration: underline; margin-left: var(--a);
    border-radius: 1mm / var(--row); background: url(data:,x) var(--none, none) }
p::before { content: "x"; width: calc(50% - var(--row)); color: inherit }
.small { font-size: var(--wrong); display: table-cell; position: absolute }
.small em { font: italic 700 var(--row)/1.2 "Handout Serif"; text-decoration: none }
td { height: 4mm; vertical-align: var(--middle, middle); border: var(--none) }
"""
BODY = """<section><p class="small">a <em style="--row: 2pt">b</em></p><p>c</p>
</section><section class="rtl" style="--line: 2pt dashed"><p>d <em>e</em></p></section>
<table><tr><td>f<td>g</table>"""


@pytest.fixture(autouse=True)
def alone():
    quick_styles.remove()
    yield
    quick_styles.remove()


def computed(caplog):
    """Every value of every style of a page, and what was said of them."""
    import weasyprint
    from weasyprint.css import get_all_computed_styles
    from weasyprint.css.properties import INITIAL_VALUES

    caplog.clear()
    html = weasyprint.HTML(string=f"<style>{STYLE}</style><body>{BODY}")
    style_for = get_all_computed_styles(html)
    order = {element: n for n, element in enumerate(html.etree_element.iter())}
    names = [*INITIAL_VALUES, "__row", "__a", "__line"]
    found = {
        (order[element], pseudo, name): repr(style[name])
        for (element, pseudo), style in style_for.get_computed_styles().items()
        for name in names
    }
    return found, [record.getMessage() for record in caplog.records]


def test_every_value_is_what_it_was(caplog):
    caplog.set_level(logging.WARNING, "weasyprint")
    logging.getLogger("weasyprint").propagate = True
    stock, said = computed(caplog)

    assert quick_styles.install() == ""
    quick, said_now = computed(caplog)

    assert len(stock) > 5_000
    assert {key: quick[key] for key in stock if quick[key] != stock[key]} == {}
    assert any("no value" in line for line in said)
    assert said_now == said


def test_most_values_are_told_without_working_them_out(printed, monkeypatch):
    from weasyprint import css

    stock, asked = css.ComputedStyle.__missing__, []

    def counting(self, key):
        asked.append(key)
        return stock(self, key)

    monkeypatch.setattr(css.ComputedStyle, "__missing__", counting)
    printed(BODY, STYLE)
    before, asked[:] = len(asked), []
    quick_styles.install()
    printed(BODY, STYLE)

    assert len(asked) < before * 0.6


def test_another_weasyprint_gets_a_sentence(monkeypatch):
    from weasyprint import css

    monkeypatch.setattr(css.ComputedStyle, "__missing__", lambda key: key)

    assert "ComputedStyle.__missing__(self, key)" in quick_styles.install()
