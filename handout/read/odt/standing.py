"""Tracks where in an OpenDocument text the walk is: in a list, a note, the contents."""

from dataclasses import dataclass

from handout.numbers import whole_number
from handout.read.blocks import SourceBlock
from handout.read.odt.names import T
from handout.read.odt.styles import OdtStyle
from handout.read.raw.xml import Element
from handout.read.runs import SourceRun

_LIST, _NOTE, _CONTENTS = T + "list", T + "note-body", T + "table-of-content"


@dataclass(slots=True)
class OpenOdtParagraph:
    """An open paragraph; `in_cell` means that its run belongs to a cell."""

    run: SourceRun
    like: SourceBlock
    style: OdtStyle
    in_cell: bool = False


class OdtPosition:
    """How many lists, notes and tables of contents are open."""

    def __init__(self) -> None:
        self._lists = self._notes = self._contents = 0
        self.citation = ""

    def count(self, tag: str, step: int) -> None:
        """Take an element that begins (1) or ends (-1)."""
        self._lists += step * (tag == _LIST)
        self._notes += step * (tag == _NOTE)
        self._contents += step * (tag == _CONTENTS)

    @property
    def in_note(self) -> bool:
        """Whether a note is open."""
        return self._notes > 0

    def open_note(self, run: SourceRun) -> None:
        """Put the mark of a note before its first line."""
        if self._notes and self.citation:
            run.mark(self.citation)
            self.citation = ""

    def like(self, element: Element, style: OdtStyle, *, may_head: bool) -> SourceBlock:
        """An empty block with the traits of a paragraph that begins here.

        `may_head` means that its list is numbered 一、二、: it may hold headings.
        """
        headed = element.tag == T + "h"
        said = whole_number(element.get(T + "outline-level"))
        level = (1 if said is None else min(said, 6)) if headed else 0
        kind = "quotation" if style.quoted else "text"
        listed = self._lists and not may_head
        kind = "footnote" if self._notes else "item" if listed else kind
        return SourceBlock(
            "",
            level=level,
            kind="text" if headed else kind,
            depth=self._lists if kind == "item" else 0,
            field=style.field,
            aside="the table of contents" if self._contents else "",
        )
