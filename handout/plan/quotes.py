"""Cuts a readable quotation around a phrase: whole clauses, verbatim."""

import re

from handout.model.blocks import Marked, Quote
from handout.model.document import Paragraph

_SENTENCE = re.compile(r"[^。！？!?]*[。！？!?]*[”’」』）)》】]*")
_STRONG = re.compile(r"[，,；;：:]|(?<=\w)[.](?=\s)|(?<!\s)\s++[—–-]++\s++|——")
_WEAK = re.compile(r"[、，,；;：:]|\s")
_PAIRS = {"“": "”", "‘": "’", "《": "》", "（": "）", "(": ")", "「": "」"}
# About two and a half lines of the table's column.
LONGEST = 38
_SHORTEST = 14


def quote_around(paragraph: Paragraph, start: int, end: int) -> Quote:
    """Quote the clause that holds [start, end), with neighbours while it is short."""
    low, high = _sentence(paragraph.text, start, end)
    first, last = clauses(paragraph.text, low, high, start, end)
    return _quote(paragraph, first, last, ((start, end),), low, high)


def quote_after(paragraph: Paragraph, start: int) -> Quote:
    """Quote the first clauses of the sentence that starts at `start`."""
    low, high = _sentence(paragraph.text, start, start + 1)
    first, last = clauses(paragraph.text, low, high, low, low + 1)
    return _quote(paragraph, first, last, (), low, high)


def join_quotes(one: Quote, other: Quote, paragraph: Paragraph) -> Quote | None:
    """One quotation for two that overlap and fit together; None if not."""
    if one.paragraph != other.paragraph:
        return None
    (a, b), (c, d) = (_span(quote, paragraph) for quote in (one, other))
    if c >= b or a >= d or max(b, d) - min(a, c) > LONGEST * 1.5:
        return None
    marks = sorted({*_absolute(one, a), *_absolute(other, c)})
    if any(later[0] < earlier[1] for earlier, later in zip(marks, marks[1:])):  # noqa: B905, RUF007
        return None
    first, last = min(a, c), max(b, d)
    before = one.cut_before if a <= c else other.cut_before
    after = one.cut_after if b >= d else other.cut_after
    inside = tuple((x - first, y - first) for x, y in marks)
    text = Marked(paragraph.text[first:last], inside)
    return Quote(text, one.paragraph, before, after)


def _span(quote: Quote, paragraph: Paragraph) -> tuple[int, int]:
    start = paragraph.text.index(quote.passage.text)
    return start, start + len(quote.passage.text)


def _absolute(quote: Quote, start: int) -> list[tuple[int, int]]:
    return [(start + a, start + b) for a, b in quote.passage.marks]


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    for match in _SENTENCE.finditer(text):
        if match.start() <= start and match.end() >= end and match.group():
            space = len(match.group()) - len(match.group().lstrip())
            return match.start() + space, match.end()
    return 0, len(text)


def clauses(
    text: str,
    low: int,
    high: int,
    start: int,
    end: int,
    *,
    longest: int = LONGEST,
    shortest: int = _SHORTEST,
) -> tuple[int, int]:
    """Grow from [start, end) to clause ends inside [low, high).

    Never wider than `longest` if it can be; backwards only while under `shortest`.
    """
    first, last = clause(text, low, high, start, end)
    if last - first > longest:
        first, last = _between(_WEAK, text, low, high, start, end)
    while True:
        right = _between(_WEAK, text, low, high, first, min(high, last + 2))[1]
        left = _between(_WEAK, text, low, high, max(low, first - 2), last)[0]
        if right > last and right - first <= longest:
            last = right
        elif left < first and last - left <= longest and last - first < shortest:
            first = left
        else:
            return _balance_marks(text, low, high, first, last)


def clause(text: str, low: int, high: int, start: int, end: int) -> tuple[int, int]:
    """The clause around [start, end), which lies inside [low, high)."""
    return _between(_STRONG, text, low, high, start, end)


def _between(
    marks: re.Pattern[str], text: str, low: int, high: int, start: int, end: int
) -> tuple[int, int]:
    """The span between the marks nearest around [start, end)."""
    before = [m.end() for m in marks.finditer(text, low, start)]
    after = marks.search(text, end, high)
    return (before[-1] if before else low), (after.start() if after else high)


def _balance_marks(
    text: str, low: int, high: int, first: int, last: int
) -> tuple[int, int]:
    """Take in the other half of a quotation mark or bracket next to it."""
    for opener, closer in _PAIRS.items():
        piece = text[first:last]
        if piece.count(opener) < piece.count(closer):
            first = max(low, text.rfind(opener, low, first))
        elif piece.count(opener) > piece.count(closer):
            at = text.find(closer, last, high)
            last = at + 1 if at >= 0 else last
    return first, last


def _quote(
    paragraph: Paragraph,
    first: int,
    last: int,
    marks: tuple[tuple[int, int], ...],
    low: int,
    high: int,
) -> Quote:
    text = paragraph.text[first:last]
    space = len(text) - len(text.lstrip())
    first, text = first + space, text.strip()
    inside = tuple((a - first, b - first) for a, b in marks)
    passage = Marked(text, inside)
    return Quote(passage, paragraph.number, first > low, first + len(text) < high)
