"""Puts the lines of PDF pages into paragraphs: columns, page heads, joined lines."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from handout.model.chinese import HAN
from handout.read.blocks import Block
from handout.read.pdf.edges import columns, edge_block, is_edge, margins, repeated
from handout.read.pdf.footnotes import note_text, opens_note, with_notes
from handout.read.pdf.line import PageLine
from handout.read.runs import joined

_ENDS = re.compile(r"[。！？；!?.…:：][”’」』）)》】]*$")
_HYPHENS = ("-", "\x02", "\ufffe", "\u00ad", "\u2010")
_WORD, _WORD_END = re.compile(r"[^\W\d_]+"), re.compile(r"[^\W\d_]+$")
_HYPHENED = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_HAN_OR_MARK = re.compile(rf"[\u3000-\u303f{HAN}\uff00-\uffef]")
_LARGER = 1.12


@dataclass(slots=True)
class _Paragraph:
    """Lines that belong together."""

    lines: list[PageLine]
    text: str
    right: float
    hyphens: int = 0


def layout(pages: list[list[PageLine]]) -> tuple[list[Block], dict[int, int]]:
    """Give the paragraphs in reading order; heads, feet and numbers are asides.

    With them, for each picture by its number, how many blocks stand before it.
    """
    body = _usual_size(pages)
    flow = _Flow(
        body,
        _pitch(pages),
        mostly_bold=_is_mostly_bold(pages),
        whole=_hyphened(pages),
    )
    heads = repeated(pages)
    for page in with_notes(pages, body):
        edge = [line for line in page if is_edge(line, heads, page)]
        notes = [line for line in page if line.kind == "footnote" and line not in edge]
        inside = [line for line in page if line not in edge and line not in notes]
        for column in columns(inside):
            flow.take(column)
        flow.held += _notes_of(notes)
        flow.blocks += [edge_block(line) for line in edge]
    flow.close()
    return flow.blocks, flow.pictures


class _Flow:
    """The paragraphs as they close, and the one that is open."""

    def __init__(
        self, body: float, pitch: float, *, mostly_bold: bool, whole: set[str]
    ) -> None:
        self.blocks: list[Block] = []
        self.pictures: dict[int, int] = {}
        # What stands inside a paragraph without being a part of it comes after it.
        self.held: list[Block] = []
        self._waiting: list[int] = []
        # Words that the text writes with a hyphen elsewhere keep it at line ends.
        self._whole = whole
        self._open: _Paragraph | None = None
        self._body, self._pitch = body, pitch
        self._mostly_bold = mostly_bold

    def take(self, column: list[PageLine]) -> None:
        """Take the lines of one column."""
        edges = margins(column)
        before: PageLine | None = None
        for line in column:
            if line.kind == "picture":
                self._waiting.append(int(line.text))
                continue
            if line.kind == "table":
                self.close()
                self.blocks.append(Block(line.text, kind="table"))
                continue
            if self._mostly_bold:
                line = replace(line, bold=False)
            self._line(before, line, edges)
            before = line

    def _line(
        self, before: PageLine | None, line: PageLine, margins: tuple[float, float]
    ) -> None:
        if self._open and _goes_on(
            self._open, before, line, margins=margins, pitch=self._pitch
        ):
            _join(self._open, line, self._whole)
            self._open.right = margins[1]
        else:
            self.close()
            self._open = _Paragraph([line], line.text.strip(), margins[1])
        if line.marks:
            marks = " ".join(line.marks)
            self.held.append(Block(marks, aside="the mark of a footnote"))

    def close(self) -> None:
        """Close the paragraph that is open, and put what waited behind it."""
        self.blocks += _closed(self._open, self._body)
        self._open = None
        self.blocks += self.held
        self.held = []
        self.pictures |= dict.fromkeys(self._waiting, len(self.blocks))
        self._waiting = []


def _notes_of(lines: list[PageLine]) -> list[Block]:
    """Give the notes of a page, each in one piece; their numbers are asides."""
    notes: list[str] = []
    for line in lines:
        text = line.text.strip()
        if notes and not opens_note(line):
            notes[-1] += joined(notes[-1], text) + text
        else:
            notes.append(text)
    blocks = []
    for note in notes:
        number, text, back = note_text(note)
        blocks.append(Block(text, kind="footnote"))
        if number:
            blocks.append(Block(number, aside="the mark of a footnote"))
        if back:
            blocks.append(Block(back, aside="a link back to the text"))
    return [block for block in blocks if block.text]


def _hyphened(pages: list[list[PageLine]]) -> set[str]:
    """Give the words with a hyphen inside that stand whole on some line."""
    texts = (line.text.lower() for page in pages for line in page)
    return {word for text in texts for word in _HYPHENED.findall(text)}


def _is_mostly_bold(pages: list[list[PageLine]]) -> bool:
    """Say whether bold sets nothing apart: some fonts call their usual weight so."""
    lines = [line for page in pages for line in page if line.kind == "text"]
    bold = sum(len(line.text) for line in lines if line.bold)
    return bold * 2 > sum(len(line.text) for line in lines)


def _usual_size(pages: list[list[PageLine]]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            if line.kind == "text":
                sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _goes_on(
    open_one: _Paragraph,
    before: PageLine | None,
    line: PageLine,
    *,
    margins: tuple[float, float],
    pitch: float,
) -> bool:
    """Say whether a line goes on with the paragraph that is open."""
    last = open_one.lines[-1]
    left, right = margins
    if abs(last.size - line.size) > 0.6 or last.bold != line.bold:
        return False
    if before is not last:
        # Over the end of a column or page: what is no sentence yet goes on, and so
        # does a line that reached the margin.
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
    """Give the room that the first word of a line needs; 0 where lines break freely."""
    word = line.text.split(maxsplit=1)[0]
    if _HAN_OR_MARK.search(word):
        return 0.0
    letters = max(1, len(line.text.strip()))
    return (line.right - line.left) / letters * (len(word) + 1) + line.size * 0.5


def _pitch(pages: list[list[PageLine]]) -> float:
    """Give the usual distance of lines of one paragraph, in type sizes."""
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


def _first_word(text: str, before: str) -> str:
    """Give the word that a line's end and the next line's beginning make, hyphened."""
    end, begin = _WORD_END.search(before[:-1]), _WORD.match(text)
    return f"{end.group() if end else ''}-{begin.group() if begin else ''}".lower()


def _join(open_one: _Paragraph, line: PageLine, whole: set[str]) -> None:
    text = line.text.strip()
    before = open_one.text
    if before.endswith(_HYPHENS) and before[-2:-1].isalpha() and text[:1].islower():
        if _first_word(text, before) in whole:
            open_one.text = before[:-1] + "-" + text
        else:
            open_one.text = before[:-1] + text
            open_one.hyphens += 1
    else:
        open_one.text = before + joined(before, text) + text
    open_one.lines.append(line)


def _closed(open_one: _Paragraph | None, body_size: float) -> list[Block]:
    if open_one is None:
        return []
    lines = open_one.lines
    size = median(line.size for line in lines)
    larger = size > body_size * _LARGER
    weight = 1 + size / max(1.0, body_size) if larger else 0.0
    if all(line.bold for line in lines):
        weight = max(weight, 1.0)
    block = Block(open_one.text, weight=weight)
    if not open_one.hyphens:
        return [block]
    hyphens = replace(block, text="-" * open_one.hyphens, weight=0.0)
    return [block, replace(hyphens, aside="hyphens at line ends")]
