"""Writes formulas of Word, MathML and TeX in one line, such as (1/2)mv²."""

from handout.read.formulas.mathml import linear_of_mathml
from handout.read.formulas.omml import linear_of_omml
from handout.read.formulas.parts import raised_or_lowered
from handout.read.formulas.tex import linear_of_tex

__all__ = [
    "linear_of_mathml",
    "linear_of_omml",
    "linear_of_tex",
    "raised_or_lowered",
]
