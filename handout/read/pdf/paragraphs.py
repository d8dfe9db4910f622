"""Puts the lines of PDF pages into paragraphs, without page heads, feet and numbers."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from handout.read.blocks import SourceBlock
from handout.read.pdf.columns import columns
from handout.read.pdf.continuation import (
    OpenParagraph,
    continues_paragraph,
    hyphenated_words,
    join,
    usual_pitch,
)
from handout.read.pdf.edges import (
    edge_block,
    is_edge,
    is_stamp,
    margins,
    repeated_edges,
    stamps,
    usual_rights,
)
from handout.read.pdf.footnotes import mark_notes, note_text, opens_note
from handout.read.pdf.line import PageLine
from handout.read.runs import line_gap

_LARGER = 1.12
_STAMP = "the same on most pages"
_READING = "a reading over its word"


def layout(
    pages: list[list[PageLine]], widths: Sequence[float] = ()
) -> tuple[list[SourceBlock], dict[int, int]]:
    """The paragraphs in reading order; heads, feet and numbers are asides.

    The second value says, for each picture by number, how many blocks come before it.
    `widths` are those of the pages.
    """
    body = _usual_size(pages)
    heads, stamped = repeated_edges(pages), stamps(pages)
    flow = _Flow(
        body,
        usual_pitch(pages),
        usual_rights(pages, widths),
        mostly_bold=_is_mostly_bold(pages),
        whole=hyphenated_words(pages),
    )
    for page in mark_notes(pages, body):
        edge = [line for line in page if is_edge(line, heads, page)]
        behind = [x for x in page if x not in edge and is_stamp(x, stamped)]
        away = {id(line) for line in (*edge, *behind)}
        notes = [x for x in page if x.kind == "footnote" and id(x) not in away]
        inside = [x for x in page if x.kind != "footnote" and id(x) not in away]
        for column in columns(inside):
            flow.take(column)
        flow.held += _notes_of(notes)
        flow.blocks += [edge_block(line) for line in edge]
        flow.blocks += [SourceBlock(line.text.strip(), aside=_STAMP) for line in behind]
    flow.close()
    return flow.blocks, flow.pictures


class _Flow:
    """The closed paragraphs, and the open one."""

    def __init__(
        self,
        body: float,
        pitch: float,
        rights: list[float],
        *,
        mostly_bold: bool,
        whole: set[str],
    ) -> None:
        self.blocks: list[SourceBlock] = []
        self.pictures: dict[int, int] = {}
        # What is inside a paragraph without being part of it comes after it.
        self.held: list[SourceBlock] = []
        self._waiting: list[int] = []
        # Words that the text hyphenates elsewhere keep their hyphen at line ends.
        self._whole = whole
        self._open: OpenParagraph | None = None
        self._body, self._pitch, self._rights = body, pitch, rights
        self._mostly_bold = mostly_bold

    def take(self, column: list[PageLine]) -> None:
        """Take the lines of one column."""
        edges = margins(column, self._rights)
        before: PageLine | None = None
        for line in column:
            if line.kind == "picture":
                self._waiting.append(int(line.text))
                continue
            if line.kind == "reading":
                self.held.append(SourceBlock(line.text.strip(), aside=_READING))
                continue
            if line.kind == "table":
                self.close()
                self.blocks.append(SourceBlock(line.text, kind="table"))
                continue
            if self._mostly_bold:
                line = replace(line, bold=False)
            self._line(before, line, edges)
            before = line

    def _line(
        self, before: PageLine | None, line: PageLine, margins: tuple[float, float]
    ) -> None:
        if self._open and continues_paragraph(
            self._open, before, line, margins=margins, pitch=self._pitch
        ):
            join(self._open, line, self._whole)
            self._open.right = margins[1]
        else:
            self.close()
            self._open = OpenParagraph([line], line.text.strip(), margins[1])
        if line.marks:
            marks = " ".join(line.marks)
            self.held.append(SourceBlock(marks, aside="the mark of a footnote"))

    def close(self) -> None:
        """Close the open paragraph, and put what waited after it."""
        self.blocks += _close_paragraph(self._open, self._body)
        self._open = None
        self.blocks += self.held
        self.held = []
        self.pictures |= dict.fromkeys(self._waiting, len(self.blocks))
        self._waiting = []


def _notes_of(lines: list[PageLine]) -> list[SourceBlock]:
    """The notes of a page, each in one piece; their numbers are asides."""
    notes: list[str] = []
    for line in lines:
        text = line.text.strip()
        if notes and not opens_note(line):
            notes[-1] += line_gap(notes[-1], text) + text
        else:
            notes.append(text)
    blocks = []
    for note in notes:
        number, text, back = note_text(note)
        blocks.append(SourceBlock(text, kind="footnote"))
        if number:
            blocks.append(SourceBlock(number, aside="the mark of a footnote"))
        if back:
            blocks.append(SourceBlock(back, aside="a link back to the text"))
    return [block for block in blocks if block.text]


def _is_mostly_bold(pages: list[list[PageLine]]) -> bool:
    """Whether bold means nothing: some fonts call their usual weight bold."""
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


def _close_paragraph(
    open_one: OpenParagraph | None, body_size: float
) -> list[SourceBlock]:
    if open_one is None:
        return []
    lines = open_one.lines
    size = median(line.size for line in lines)
    larger = size > body_size * _LARGER
    weight = 1 + size / max(1.0, body_size) if larger else 0.0
    if all(line.bold for line in lines):
        weight = max(weight, 1.0)
    block = SourceBlock(open_one.text, weight=weight)
    if not open_one.hyphens:
        return [block]
    hyphens = replace(block, text="-" * open_one.hyphens, weight=0.0)
    return [block, replace(hyphens, aside="hyphens at line ends")]
