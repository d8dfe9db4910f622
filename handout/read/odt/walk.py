"""Walks through an OpenDocument text: every character goes into a block."""

from dataclasses import replace
from typing import Any

from handout.model.document import Picture
from handout.read.blocks import SourceBlock, visible
from handout.read.odt.frames import formula_of, picture_of
from handout.read.odt.lists import OdtLists
from handout.read.odt.names import (
    DRAW,
    MATH,
    OFFICE,
    PARAGRAPHS,
    SILENT,
    TABLE,
    T,
)
from handout.read.odt.parts import odt_line, reading_of
from handout.read.odt.standing import OdtPosition, OpenOdtParagraph
from handout.read.odt.styles import OdtStyle
from handout.read.odt.tables import Tables
from handout.read.raw.archive import Container
from handout.read.raw.limits import Budget
from handout.read.raw.xml import Element, walk_events
from handout.read.runs import SourceRun

_ASIDES = {
    OFFICE + "annotation": "a comment",
    T + "ruby-text": "the reading of a character",
    TABLE + "covered-table-cell": "covered by another cell of a table",
}
_HIDDEN = "hidden text"
_STYLE_NAME, _IS_HIDDEN = T + "style-name", T + "is-hidden"
_FORMULAS, _SPACES = (MATH, DRAW + "object"), (T + "s", T + "tab")
_CITATION, _SPAN, _RUBY = T + "note-citation", T + "span", T + "ruby-text"
_PLAIN = OdtStyle()


class OdtWalk:
    """One walk through the text, and what it has found so far.

    `written` counts the characters that the walk adds itself: numbers and formulas.
    """

    def __init__(
        self,
        container: Container,
        styles: dict[str, OdtStyle],
        lists: OdtLists,
        budget: Budget,
    ) -> None:
        self.written = 0
        self.found: list[tuple[SourceBlock, float]] = []
        self.pictures: list[Picture] = []
        self.readings: list[tuple[str, str]] = []
        self._numbers = lists
        self._container = container
        self._styles = styles
        self._budget = budget
        # A text box or a note opens paragraphs inside a paragraph.
        self._open: list[OpenOdtParagraph] = []
        self._held: list[tuple[SourceBlock, float]] = []
        self._spans: list[OdtStyle] = []
        self._standing = OdtPosition()
        self._tables = Tables(budget)
        self._skipping: Element | None = None
        self._late: list[Picture] = []

    def through(self, root: Element) -> None:
        """Take every element under the root, and the text between them."""
        self._add(root.text)
        for event, element, walker in walk_events(root):
            self._budget.step()
            if element is root:
                continue
            if event == "start":
                self._enter(element, walker)
                continue
            if event == "end":
                self._leave(element)
            self._add(element.tail)

    def _enter(self, element: Element, walker: Any) -> None:
        tag = element.tag
        if self._is_passed_over(element):
            self._skipping = element
            walker.skip_subtree()
            return
        self._standing.count(tag, 1)
        self._numbers.enter(element)
        if tag in PARAGRAPHS:
            self._begin(element)
        elif tag == _SPAN:
            self._spans.append(self._style(element))
        elif tag.startswith(TABLE):
            self._tables.enter(element, in_paragraph=bool(self._open))
        else:
            self._sign(element)
        take = self._mark if tag == _CITATION else self._add
        take(element.text)

    def _is_passed_over(self, element: Element) -> bool:
        """Take whole what is not running text: formulas, comments, hidden text."""
        tag = element.tag
        if tag in _FORMULAS:
            if line := formula_of(element, self._container):
                self._formula(line)
                return True
            return bool(tag == MATH)
        if tag in SILENT:
            return True
        is_hidden = element.get(_IS_HIDDEN) == "true"
        reason = _HIDDEN if is_hidden else _ASIDES.get(tag, "")
        if tag == _RUBY and (reading := reading_of(element)):
            self.readings.append(reading)
        if reason:
            self._aside(odt_line(element), reason)
            if tag == TABLE + "covered-table-cell":
                self._tables.cover(element)
        return bool(reason)

    def _formula(self, line: str) -> None:
        run = self._open[-1].run if self._open else self._tables.cell or SourceRun()
        run.formula(line, of=0)
        if not self._open and self._tables.cell is None:
            # One outside every paragraph makes its own line.
            if block := run.block(SourceBlock("")):
                self.found.append((block, 0.0))
            self.written += run.added

    def _sign(self, element: Element) -> None:
        if element.tag in _SPACES:
            self._add(" ")
        elif element.tag == T + "line-break":
            self._break()
        elif element.tag == DRAW + "image":
            self._picture(element)

    def _mark(self, mark: str | None) -> None:
        if mark and mark.strip():
            self._standing.citation = mark
            if self._open:
                self._open[-1].run.mark(mark)
            self._aside(mark, "the mark of a footnote")

    def _aside(self, text: str, reason: str) -> None:
        if text := text.strip():
            self.found.append((SourceBlock(text, aside=reason), 0.0))

    def _leave(self, element: Element) -> None:
        if element is self._skipping:
            self._skipping = None
            return
        tag = element.tag
        self._standing.count(tag, -1)
        self._numbers.leave(tag)
        if tag in PARAGRAPHS and self._open:
            self._break(ends=True)
            self._open.pop()
            if not self._open:
                self.found += self._held
                self._held = []
        elif tag == _SPAN and self._spans:
            self._spans.pop()
        elif tag.startswith(TABLE):
            self._end_table(element)

    def _begin(self, element: Element) -> None:
        style = self._style(element)
        label = "" if self._standing.in_note else self._numbers.label(element)
        self.written += visible(label)
        cell = self._tables.cell
        if cell is not None and not self._open:
            cell.begin_line(label)
            like = SourceBlock("", kind="table")
            self._open.append(OpenOdtParagraph(cell, like, style, in_cell=True))
            return
        run = SourceRun()
        run.label(label)
        self._standing.open_note(run)
        heads = bool(label) and self._numbers.is_han()
        like = self._standing.like(element, style, may_head=heads)
        self._open.append(OpenOdtParagraph(run, like, style))

    def _break(self, *, ends: bool = False) -> None:
        """Close a line of the open paragraph, and begin the next."""
        if not self._open:
            return
        here = self._open[-1]
        if here.in_cell:
            here.run.soft_break(in_cell=True)
        elif not ends and (here.like.level or here.like.field):
            here.run.soft_break()
        else:
            run, here.run = here.run, SourceRun()
            if block := run.block(here.like):
                if here.like.aside:
                    block = replace(block, weight=0.0, run_in="", emphasis=())
                span = self._spans[-1].size if self._spans else 0.0
                # What is anchored inside a paragraph comes after it.
                found = self._held if len(self._open) > 1 else self.found
                found.append((block, span or here.style.size))
            self.written += run.added

    def _add(self, text: str | None) -> None:
        if not text or not self._open:
            self._stray(text or "")
            return
        here = self._open[-1]
        above = [here.style, *self._spans]
        if above == [_PLAIN]:
            here.run.add(text)
            return
        if any(s.hidden for s in above):
            self._aside(text, _HIDDEN)
            return
        here.run.add(
            text,
            strong=any(style.bold for style in above),
            em=any(style.em for style in above),
            script=next((s.script for s in reversed(above) if s.script), ""),
        )

    def _stray(self, text: str) -> None:
        """Keep text outside every paragraph, as home-made programs write it."""
        if self._tables.cell is not None:
            self._tables.cell.add(text)
        elif text.strip():
            self.found.append((SourceBlock(" ".join(text.split())), 0.0))

    def _style(self, element: Element) -> OdtStyle:
        return self._styles.get(element.get(_STYLE_NAME, ""), _PLAIN)

    def _end_table(self, element: Element) -> None:
        if block := self._tables.leave(element):
            self.found.append((block, 0.0))
        self.written += self._tables.written
        self._tables.written = 0
        if not self._tables.is_open:
            after = len(self.found)
            self.pictures += [replace(picture, after=after) for picture in self._late]
            self._late = []

    def _picture(self, image: Element) -> None:
        if picture := picture_of(image, self._container, len(self.found)):
            (self._late if self._tables.is_open else self.pictures).append(picture)
