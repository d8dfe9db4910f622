"""Decides whether a line of a PDF page continues a paragraph, and joins it."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from handout.model.chinese import HAN
from handout.read.pdf.line import PageLine
from handout.read.runs import line_gap

_ENDS = re.compile(r"[。！？；!?.…:：][”’」』）)》】]*$")
_HYPHENS = ("-", "\x02", "\ufffe", "\u00ad", "\u2010")
_WORD = re.compile(r"[^\W\d_]++")
_WORD_END = re.compile(r"(?<![^\W\d_])[^\W\d_]++$")
_HYPHENED = re.compile(r"(?<![^\W\d_])[^\W\d_]++-[^\W\d_]++")
_HAN_OR_MARK = re.compile(rf"[\u3000-\u303f{HAN}\uff00-\uffef]")


@dataclass(slots=True)
class OpenParagraph:
    """Lines that belong together."""

    lines: list[PageLine]
    text: str
    right: float
    hyphens: int = 0


def continues_paragraph(
    open_one: OpenParagraph,
    before: PageLine | None,
    line: PageLine,
    *,
    margins: tuple[float, float],
    pitch: float,
) -> bool:
    """Whether a line continues the open paragraph."""
    last = open_one.lines[-1]
    left, right = margins
    if abs(last.size - line.size) > 0.6 or last.bold != line.bold:
        return False
    if before is not last:
        # Across the end of a column or page, an unfinished sentence continues, and
        # so does a line that reached the margin.
        reached = last.right > open_one.right - last.size * 1.2
        ended = _ENDS.search(open_one.text) and not reached
        return not ended and line.left < left + line.size * 0.8
    if not 0 < line.top - last.top < pitch * line.size * 1.2:
        return False
    # Punctuation may not open a line, so a full line can lack a few characters.
    lacking = 2.2 if _ENDS.search(last.text.strip()) else 4
    full = last.right > right - max(last.size * lacking, _next_word(line))
    indented = line.left > min(left, last.left) + line.size * 1.2
    return full and not (indented and line.left > last.left + 1)


def _next_word(line: PageLine) -> float:
    """The room that the first word of a line needs; 0 where lines break freely."""
    word = line.text.split(maxsplit=1)[0]
    if _HAN_OR_MARK.search(word):
        return 0.0
    letters = max(1, len(line.text.strip()))
    return (line.right - line.left) / letters * (len(word) + 1) + line.size * 0.5


def usual_pitch(pages: list[list[PageLine]]) -> float:
    """The usual distance between lines of a paragraph, in type sizes."""
    seen: Counter[float] = Counter()
    for page in pages:
        for one, after in pairwise(page):
            step = (after.top - one.top) / max(1.0, one.size)
            both = one.kind == after.kind == "text"
            if both and one.size == after.size and 0.9 < step < 3.5:
                seen[round(step, 1)] += 1
    if not seen:
        return 1.6
    most = seen.most_common(1)[0][1]
    # Space between paragraphs can be as frequent; within them it is the smallest.
    return min(step for step, count in seen.items() if count * 4 >= most)


def join(open_one: OpenParagraph, line: PageLine, whole: set[str]) -> None:
    """Join a line to the open paragraph."""
    text = line.text.strip()
    before = open_one.text
    if before.endswith(_HYPHENS) and before[-2:-1].isalpha() and text[:1].islower():
        if _first_word(text, before) in whole:
            open_one.text = before[:-1] + "-" + text
        else:
            open_one.text = before[:-1] + text
            open_one.hyphens += 1
    else:
        open_one.text = before + line_gap(before, text) + text
    open_one.lines.append(line)


def _first_word(text: str, before: str) -> str:
    """The hyphenated word that a line's end and the start of the next one make."""
    end, begin = _WORD_END.search(before[:-1]), _WORD.match(text)
    return f"{end.group() if end else ''}-{begin.group() if begin else ''}".lower()


def hyphenated_words(pages: list[list[PageLine]]) -> set[str]:
    """The words with a hyphen inside that are whole on some line."""
    texts = (line.text.lower() for page in pages for line in page)
    return {word for text in texts for word in _HYPHENED.findall(text)}
