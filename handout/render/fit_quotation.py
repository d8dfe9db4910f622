"""Cuts a quotation for a place of fixed size: verbatim, with … where it was cut."""

import re
from dataclasses import replace

from handout.model.blocks import Marked, Quote

_CLAUSE = re.compile(r"[。！？；，：!?;,:](?:[”’」』）)》】]*)\s*|[.]\s+")
_SPACE = re.compile(r"\s+")
_TRAILING = "，、；：,;: "
# Room for … before and after.
_DOTS = 2
# A phrase beyond this part of what fits is shown from its clause.
_EARLY = 0.6


def ems(text: str) -> float:
    """About how wide a text is, in ems."""
    return sum(0.55 if character.isascii() else 1.0 for character in text)


def excerpt(quote: Quote, most: float) -> Quote:
    """Cut a quotation to `most` ems at ends of clauses, around its first phrase.

    What fits is given as it is.
    """
    text = quote.passage.text
    if ems(text) <= most:
        return quote
    start, end = quote.passage.marks[0] if quote.passage.marks else (0, 0)
    first = 0
    if ems(text[:end]) > _EARLY * most:
        first = max([0, *(m.end() for m in _CLAUSE.finditer(text, 0, start))])
    if ems(text[first:end]) > most - _DOTS:
        first = start
    last = _last(text, first, end, most - _DOTS)
    kept = text[first:last].rstrip(_TRAILING)
    marks = tuple(
        (a - first, b - first)
        for a, b in quote.passage.marks
        if first <= a and b - first <= len(kept)
    )
    before = quote.cut_before or first > 0
    return replace(
        quote, passage=Marked(kept, marks), cut_before=before, cut_after=True
    )


def _last(text: str, first: int, least: int, most: float) -> int:
    """Where to end: after a clause if one fits, a word, or any character."""
    fits = first
    while fits < len(text) and ems(text[first : fits + 1]) <= most:
        fits += 1
    for pattern in (_CLAUSE, _SPACE):
        ends = [m.end() for m in pattern.finditer(text, first, fits)]
        if ends and ends[-1] >= least and ends[-1] > first:
            return ends[-1]
    return fits
