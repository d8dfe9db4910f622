"""TeX in one line: what it says stays what it says."""

import pytest

from handout.read.formulas import linear_of_tex


@pytest.mark.parametrize(
    ("source", "line"),
    [
        (r"\frac{1}{2}mv^2", "(1/2)mv²"),
        (r"v=\frac st", "v=s/t"),
        (r"2\frac12", "2 1/2"),
        (r"\frac{a+b}{2c}", "(a+b)/(2c)"),
        (r"\sqrt{2}a", "√(2)a"),
        (r"\sqrt[3]{x+1}", "³√(x+1)"),
        (r"10^{-9}", "10⁻⁹"),
        (r"x^23", "x²3"),
        (r"\mathrm{H}_2\mathrm{O}", "H₂O"),
        (r"e^{i\pi}+1=0", "e^(iπ)+1=0"),
        (r"\sum_{i=1}^n x_i^2", "∑_(i=1)ⁿ x_i²"),
        (r"\left(\frac{a}{b}\right)^2", "(a/b)²"),
        (r"[0,1)", "[0,1)"),
        (r"\{1,2\}", "{1,2}"),
        (r"a*b*c", "a*b*c"),
        (r"90^\circ", "90°"),
        (r"\begin{pmatrix}1&2\\3&4\end{pmatrix}", "(1, 2; 3, 4)"),
        (r"f'(x)", "f′(x)"),
        (r"50\%", "50%"),
    ],
)
def test_a_formula_in_one_line_says_the_same(source, line):
    assert linear_of_tex(source) == line


@pytest.mark.parametrize("source", ["{a", r"\begin{x}a", "a}b", r"\frac{1}"])
def test_what_is_not_tex_stays_as_it_is_written(source):
    assert linear_of_tex(source) == source


def test_a_command_nobody_knows_is_not_lost():
    assert r"\foo" in linear_of_tex(r"a+\foo{b}")


def test_braces_without_end_are_read_without_a_crash():
    assert linear_of_tex("{" * 5000)
    assert linear_of_tex("{" * 5000 + "x" + "}" * 5000)
