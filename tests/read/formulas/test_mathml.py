"""MathML in one line."""

import pytest
from lxml import etree

from handout.read.formulas import linear_of_mathml


def linear(inner):
    return linear_of_mathml(etree.fromstring(f"<math>{inner}</math>"))


SUM = (
    "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow>"
    "<mi>n</mi></munderover><msub><mi>x</mi><mi>i</mi></msub>"
)


@pytest.mark.parametrize(
    ("inner", "line"),
    [
        ("<mfrac><mn>1</mn><mn>2</mn></mfrac>", "1/2"),
        ("<mn>3</mn><mfrac><mn>1</mn><mn>2</mn></mfrac>", "3 1/2"),
        ("<mfrac><mi>s</mi><msqrt><mi>n</mi></msqrt></mfrac>", "s/√n"),
        ("<msup><mi>x</mi><mn>2</mn></msup>", "x²"),
        (
            "<msup><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></msup>",
            "(a+b)²",
        ),
        ("<mn>1</mn><mn>2</mn>", "1 2"),
        ("<mi>𝑥</mi>", "x"),
        ("<mover><mi>x</mi><mo>¯</mo></mover>", "bar(x)"),
        ("<mroot><mi>x</mi><mn>3</mn></mroot>", "³√x"),
        ("<mfenced open='[' close=')'><mn>0</mn><mn>1</mn></mfenced>", "[0,1)"),
        (SUM, "∑_(i=1)ⁿ x_i"),
        (
            "<munderover><mo>∫</mo><mn>0</mn><mn>1</mn></munderover>"
            "<mi>f</mi><mo>(</mo><mi>x</mi><mo>)</mo><mi>d</mi><mi>x</mi>",
            "∫₀¹ f(x)dx",
        ),
        (
            "<semantics><mrow><mi>v</mi></mrow>"
            "<annotation encoding='application/x-tex'>v</annotation></semantics>",
            "v",
        ),
        (
            "<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr></mtable>",
            "1, 2",
        ),
        (
            "<mmultiscripts><mi>C</mi><mprescripts/><mn>6</mn><mn>14</mn>"
            "</mmultiscripts>",
            "¹⁴₆C",
        ),
    ],
)
def test_mathml_in_one_line_says_the_same(inner, line):
    assert linear(inner) == line


def test_a_script_without_its_text_leaves_the_base():
    assert linear("<msup><mi>x</mi></msup>") == "x"
