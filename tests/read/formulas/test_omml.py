"""Word's formulas in one line."""

import pytest
from lxml import etree

from handout.read.formulas import linear_of_omml

M = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def r(text):
    return f"<m:r><m:t>{text}</m:t></m:r>"


def f(above, below):
    return f"<m:f><m:num>{above}</m:num><m:den>{below}</m:den></m:f>"


def sup(base, script):
    return f"<m:sSup><m:e>{base}</m:e><m:sup>{script}</m:sup></m:sSup>"


def sub(base, script):
    return f"<m:sSub><m:e>{base}</m:e><m:sub>{script}</m:sub></m:sSub>"


def linear(inner):
    return linear_of_omml(etree.fromstring(f'<m:oMath xmlns:m="{M}">{inner}</m:oMath>'))


SUM = (
    '<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr>'
    f"<m:sub>{r('i=1')}</m:sub><m:sup>{r('n')}</m:sup><m:e>{r('x')}</m:e></m:nary>"
)
HALF_OPEN = (
    '<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val=")"/></m:dPr>'
    f"<m:e>{r('0,1')}</m:e></m:d>"
)


@pytest.mark.parametrize(
    ("inner", "line"),
    [
        (f(r(1), r(2)), "1/2"),
        (f(r(1), r(2)) + r("m") + sup(r("v"), r(2)), "(1/2)mv²"),
        (r("v=") + f(r("s"), r("t")), "v=s/t"),
        (f(r("a+b"), r("2c")), "(a+b)/(2c)"),
        (r(1) + r(2) + r("x"), "12x"),
        (r("1.33×") + sup(r(10), r("−4")), "1.33×10⁻⁴"),
        (sup(f(r("a"), r("b")), r(2)), "(a/b)²"),
        (f"<m:rad><m:deg/><m:e>{r(2)}</m:e></m:rad>{r('a')}", "√(2)a"),
        (f"<m:rad><m:deg>{r(3)}</m:deg><m:e>{r('x')}</m:e></m:rad>", "³√x"),
        (SUM, "∑_(i=1)ⁿ x"),
        (HALF_OPEN, "[0,1)"),
        (f"<m:func><m:fName>{r('sin')}</m:fName><m:e>{r('x')}</m:e></m:func>", "sin x"),
        (sub(r("H"), r(2)) + r("O"), "H₂O"),
        (f(r("sin") + r("x"), r("x")), "(sin x)/x"),
    ],
)
def test_a_formula_of_word_in_one_line_says_the_same(inner, line):
    assert linear(inner) == line


def test_an_element_nobody_knows_keeps_its_text():
    assert linear(f"<m:new>{r('x')}{f(r(1), r(2))}</m:new>") == "x(1/2)"
