"""Walks an HTML tree: every visible character goes into a block, in reading order."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from handout.model.document import Picture
from handout.read.blocks import SourceBlock, visible
from handout.read.formulas import linear_of_mathml, linear_of_tex
from handout.read.formulas.mathml import texts_of_mathml
from handout.read.raw.limits import Budget
from handout.read.raw.xml import Element, walk_events
from handout.read.runs import SourceRun
from handout.read.tables import Grid
from handout.read.web.lists import PageLists
from handout.read.web.notes import MARK, note_in_picture, note_mark, note_targets
from handout.read.web.shown import (
    SILENT,
    aside_of,
    is_drawn_twice,
    is_tex,
    tag_of,
    tex_in_picture,
    texts_in,
)
from handout.read.web.standing import PagePosition, is_bold, reading_in, reading_mark
from handout.read.web.tables import is_page_data_table, span_of

_BLOCK_NAMES = (
    "address article aside blockquote body br caption center dd details dialog "
    "div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header "
    "hgroup hr html legend li main menu nav ol p pre section summary table "
    "tbody td tfoot th thead tr ul option"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_EM = frozenset(("em", "i", "dfn"))
_NAMES = {"u": "proper", "cite": "book"}
_SCRIPTS = ("sup", "sub")

Resolver = Callable[[str], tuple[bytes, str] | None]
Found = tuple[SourceBlock, Element]


class PageWalk:
    """One walk through a tree: the blocks with their elements, and the pictures.

    `written` is how many characters the walk adds itself: the numbers of lists, the
    signs of formulas, notes that are not in the text of the page.
    """

    def __init__(self, budget: Budget, resolve: Resolver) -> None:
        self.found: list[Found] = []
        self.pictures: list[Picture] = []
        self.readings: list[tuple[str, str]] = []
        self.written = 0
        self._budget = budget
        self._resolve = resolve
        self._run = SourceRun()
        self._lists = PageLists()
        self._standing = PagePosition()
        self._bold: list[Element] = []
        self._em = 0
        self._names: list[str] = []
        self._scripts: list[str] = []
        self._skipping: Element | None = None
        self._grid: Grid | None = None
        self._cell: Element | None = None
        self._first_picture = 0
        self._targets: dict[str, bool] = {}
        self._notes: list[Found] = []

    def through(self, root: Element) -> None:
        """Take every element under the root, and the text between them."""
        self._targets = note_targets(root)
        for event, element, walker in walk_events(root):
            self._budget.step()
            if event == "start":
                self._enter(element, walker)
            elif event == "end":
                self._leave(element)
            if event != "start" and element is not root:
                self._add(element.tail or "", element.getparent())
        self._flush(root)

    def _enter(self, element: Element, walker: Any) -> None:
        tag = tag_of(element)
        if self._is_passed_over(element, tag):
            self._skipping = element
            walker.skip_subtree()
            return
        if tag in _BLOCKS:
            self._break(element.getparent())
            self._standing.enter(element, tag, self._targets)
            self._lists.enter(element, tag)
            self._open_table(element, tag)
        self._look(element, tag, 1)
        if tag == "img":
            self._picture(element)
        if tag == "ruby" and (reading := reading_in(element)):
            self.readings.append(reading)
        self._add(element.text or "", element)

    def _is_passed_over(self, element: Element, tag: str) -> bool:
        """Take whole what is not running text: formulas, drawings, hidden text."""
        if tag in SILENT:
            if tag == "script" and is_tex(element):
                self._run.formula(linear_of_tex(element.text or ""), of=0)
            return True
        if is_drawn_twice(element):
            return True
        if reason := aside_of(element, tag):
            self._aside("".join(texts_in(element)), reason, element)
            return True
        if tag == "math":
            source = visible("".join(texts_of_mathml(element)))
            self._run.formula(linear_of_mathml(element), of=source)
            return True
        return False

    def _leave(self, element: Element) -> None:
        if element is self._skipping:
            self._skipping = None
            return
        tag = tag_of(element)
        if tag in _BLOCKS:
            self._close_table(element, tag)
            self._break(element, leaving=True)
            self._standing.leave()
            self._lists.leave(tag)
        self._look(element, tag, -1)

    def _look(self, element: Element, tag: str, step: int) -> None:
        """Follow what an element says about its text: bold, raised, a name."""
        self._em += step * (tag in _EM)
        if step > 0:
            if is_bold(element, tag):
                self._bold.append(element)
            if tag in _NAMES:
                self._names.append(_NAMES[tag])
            if tag in _SCRIPTS:
                self._scripts.append(tag)
            return
        if self._bold and self._bold[-1] is element:
            self._bold.pop()
        if tag in _NAMES and self._names:
            self._names.pop()
        if tag in _SCRIPTS and self._scripts:
            self._scripts.pop()

    def _open_table(self, element: Element, tag: str) -> None:
        if tag == "table" and self._grid is None and is_page_data_table(element):
            self._grid = Grid()
            self._first_picture = len(self.pictures)
        elif self._grid is not None and tag == "tr":
            above = element.getparent()
            self._grid.row(head=above is not None and above.tag == "thead")
        elif self._grid is not None and tag in ("td", "th"):
            self._cell, self._run = element, SourceRun()

    def _close_table(self, element: Element, tag: str) -> None:
        if element is self._cell and self._grid is not None:
            block = self._finish_block(SourceBlock("", kind="table"))
            columns, rows = span_of(element)
            self._grid.cell(block, columns=columns, rows=rows, head=tag == "th")
            self._cell = None
            self._budget.step(min(columns, 100))
        elif tag == "table" and self._grid is not None:
            if block := self._grid.block():
                self.found.append((block, element))
            self._grid = None
            late = self.pictures[self._first_picture :]
            self.pictures[self._first_picture :] = [
                replace(picture, after=len(self.found)) for picture in late
            ]

    def _add(self, text: str, within: Element | None) -> None:
        if not text or within is None:
            return
        if self._standing.is_preformatted and self._cell is None:
            for number, line in enumerate(text.split("\n")):
                if number:
                    self._flush(within)
                self._put(line)
            return
        reason = reading_mark(within) or note_mark(within, self._targets)
        if reason == MARK:
            self._run.mark(text)
        if reason:
            self._aside(text, reason, within)
        else:
            self._put(text)

    def _put(self, text: str) -> None:
        """Add text to the open line, after the number of its list item."""
        if text.strip() and (label := self._lists.take()):
            like = self._standing.like()
            if like.kind == "item" or like.level:
                self.written += visible(label)
                if self._run.length:
                    self._run.soft_break()
                    self._run.add(label)
                else:
                    self._run.label(label)
        self._run.add(
            text,
            strong=bool(self._bold),
            em=self._em > 0,
            name=self._names[-1] if self._names else "",
            script=self._scripts[-1] if self._scripts else "",
        )

    def _break(self, element: Element | None, *, leaving: bool = False) -> None:
        """End the open line, or only break it if its cell or heading continues."""
        if self._cell is not None:
            self._run.soft_break(in_cell=True)
        elif self._standing.in_heading(without_last=leaving):
            self._run.soft_break()
        else:
            self._flush(element)

    def _flush(self, element: Element | None) -> None:
        block = self._finish_block(self._standing.like())
        if block and element is not None:
            self.found.append((block, element))
        if self._notes and element is not None:
            self.found += self._notes
            self._notes = []

    def _finish_block(self, like: SourceBlock) -> SourceBlock | None:
        run, self._run = self._run, SourceRun()
        block = run.block(like)
        self.written += run.added
        return block

    def _aside(self, text: str, reason: str, element: Element) -> None:
        if text := " ".join(text.split()):
            self.found.append((SourceBlock(text, aside=reason), element))

    def _picture(self, element: Element) -> None:
        if note := note_in_picture(element):
            self.written += visible(note)
            self._notes.append((SourceBlock(note, kind="footnote"), element))
        elif source := tex_in_picture(element):
            self._run.formula(linear_of_tex(source), of=0)
        elif held := self._resolve(element.get("src") or ""):
            content, media_type = held
            alt = (element.get("alt") or "").strip()
            self.pictures.append(Picture(content, media_type, alt, len(self.found)))
