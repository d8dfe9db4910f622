"""Walks through a Word file: paragraphs, tables, notes, boxes, in reading order."""

from dataclasses import replace
from mimetypes import guess_type

from handout.model.document import Picture
from handout.model.notice import Notice
from handout.numbers import whole_number
from handout.read.blocks import SourceBlock, visible
from handout.read.raw.limits import Budget
from handout.read.raw.xml import Element
from handout.read.runs import SourceRun
from handout.read.tables import Grid
from handout.read.word.embedded import read_embedded
from handout.read.word.line import Gatherer, WordLine, in_one
from handout.read.word.names import A, R, W
from handout.read.word.numbering import Numbering, as_item
from handout.read.word.package import Package, comments_of, notes_of
from handout.read.word.styles import (
    WordStyle,
    is_on,
    level_of,
    list_number,
    styles_of,
    value,
)
from handout.read.word.tree import (
    alt_of,
    has_deleted_mark,
    is_word_data_table,
    picture_key,
    word_blocks,
    word_cells,
    word_characters,
    word_line,
    word_rows,
)

Found = tuple[SourceBlock, int]
_DRAWN = ("diagramData", "chart")


class WordWalk:
    """The walk through a Word file, and what it has found so far.

    `counted` are the characters of the file, counted independently; `written` are those
    that the walk adds itself: automatic numbers, the signs of formulas.
    """

    def __init__(self, package: Package, budget: Budget, *, deep: int = 0) -> None:
        self.found: list[Found] = []
        self.pictures: list[Picture] = []
        self.readings: list[tuple[str, str]] = []
        self.notices: list[Notice] = []
        self.counted = self.written = 0
        self.budget = budget
        self._package = package
        self._deep = deep
        self._styles = styles_of(package.roots("styles"))
        self._numbering = Numbering(package.roots("numbering"), self._styles)
        self._gatherer = Gatherer(self._styles, budget.step)
        self._notes = notes_of(package)
        self._comments = comments_of(package)
        self._waiting: list[str] = []
        self._note_number = ""

    def body(self, root: Element) -> None:
        """Take the body, then the notes and comments that nothing in it refers to."""
        for part in root.iterchildren(W + "body"):
            self.counted += word_characters(part)
            self._blocks(part, "text")
        self._waiting += list(self._notes)
        self._take_notes()
        for name in list(self._comments):
            self._comment(name)

    def rest(self) -> None:
        """Set aside headers, footers and the text inside drawings."""
        for root in self._package.edges():
            self.counted += word_characters(root)
            self._aside(word_line(root), "a page head or foot")
        for root in [one for kind in _DRAWN for one in self._package.roots(kind)]:
            text = " ".join(t.text or "" for t in root.iter(A + "t"))
            self.counted += visible(text)
            self._aside(text, "text inside a drawing")

    def _aside(self, text: str, reason: str) -> None:
        if text := " ".join(text.split()):
            self.found.append((SourceBlock(text, aside=reason), 0))

    def _blocks(self, parent: Element, kind: str) -> None:
        joined: list[Element] = []
        for element in word_blocks(parent):
            self.budget.step()
            if element.tag == W + "p":
                joined.append(element)
                if not has_deleted_mark(element.find(W + "pPr")):
                    self._paragraph(joined, kind)
                    joined = []
            elif element.tag == W + "altChunk":
                self._take_embedded(element)
            else:
                self._rows(element, kind)
        if any(word_line(element) for element in joined):
            self._paragraph(joined, kind)

    def _rows(self, table: Element, kind: str) -> None:
        """Take a table of data, or the cells of one that only lays out a page."""
        if is_word_data_table(table):
            self._table(table)
            return
        for row in word_rows(table):
            for cell in word_cells(row):
                self._blocks(cell, kind)

    def _table(self, table: Element) -> None:
        line = WordLine(self._styles[""], is_soft=True)
        grid = Grid()
        for row in word_rows(table):
            self.budget.step()
            grid.row(head=bool(is_on(row, "trPr", "tblHeader")))
            grid.skip(whole_number(value(row, "trPr", "gridBefore")) or 0)
            for cell in word_cells(row):
                self.budget.step()
                wide = whole_number(value(cell, "tcPr", "gridSpan")) or 1
                merged = value(cell, "tcPr", "vMerge")
                block = self._cell(cell, line)
                if merged in ("", "continue") and block is None:
                    grid.cover(wide)
                else:
                    grid.cell(block, columns=wide)
        if block := grid.block():
            self.found.append((block, 0))
        self._after(line, "text")

    def _cell(self, cell: Element, line: WordLine) -> SourceBlock | None:
        """Gather the paragraphs of a cell into one line."""
        line.run = SourceRun()
        for paragraph in word_blocks(cell):
            if paragraph.tag != W + "p":
                continue
            properties = paragraph.find(W + "pPr")
            line.style = self._style_of(properties)
            label, _ = self._label(properties, line.style)
            line.run.begin_line(label)
            self._gatherer.gather(paragraph, line)
        block = line.run.block(SourceBlock("", kind="table"))
        self.written += line.run.added
        return block

    def _style_of(self, properties: Element | None) -> WordStyle:
        named = self._styles.get(value(properties, "pStyle") or "")
        return named or self._styles[""]

    def _label(
        self, properties: Element | None, style: WordStyle
    ) -> tuple[str, tuple[str, int]]:
        """Count up for a paragraph, unless the paragraph itself is hidden."""
        if is_on(properties, "rPr", "vanish"):
            return "", ("", 0)
        number = self._numbering.number(list_number(properties), style)
        label, kind = self._numbering.label(number)
        self.written += visible(label)
        return label, (kind, number[1] if number else 0)

    def _paragraph(self, elements: list[Element], kind: str) -> None:
        own = elements[-1].find(W + "pPr")
        style = self._style_of(own)
        level = level_of(own)
        level = style.level if level is None else level
        line = WordLine(style, is_soft=bool(level or style.field))
        label, (numbered, depth) = self._label(own, style)
        line.run.label(label)
        if kind == "footnote" and self._note_number:
            line.run.mark(self._note_number)
            self._note_number = ""
        if kind == "text" and style.quoted:
            kind = "quotation"
        like = SourceBlock("", level=min(level, 6), field=style.field, kind=kind)
        if style.listed:
            like = SourceBlock("", aside="the table of contents")
        elif numbered and not level:
            like = as_item(like, numbered, depth)
        for element in elements:
            self._gatherer.gather(element, line, lambda: self._flush(line, like))
        self._flush(line, like)
        self._after(line, kind)

    def _flush(self, line: WordLine, like: SourceBlock) -> None:
        run, line.run = line.run, SourceRun()
        size = line.sizes.most_common(1)[0][0] if line.sizes else line.style.size
        line.sizes.clear()
        if block := run.block(like):
            if like.aside:
                block = replace(block, weight=0.0, run_in="", emphasis=())
            self.found.append((block, size))
        self.written += run.added

    def _after(self, line: WordLine, kind: str) -> None:
        """Take what waited until a line was closed."""
        for text, reason in in_one(line.asides):
            self._aside(text, reason)
        self.readings += line.readings
        for picture in line.pictures:
            self._picture(picture)
        for name in line.comments:
            self._comment(name)
        self._waiting += line.notes
        if kind != "footnote":
            self._take_notes()
        for box in line.boxes:
            self._blocks(box, "text")

    def _take_notes(self) -> None:
        """Take the waiting notes; a note on a note comes after it."""
        while self._waiting:
            name = self._waiting.pop(0)
            note = self._notes.pop(name, None)
            if note is not None:
                self.counted += word_characters(note)
                self._note_number = self._gatherer.number_of_note(name)
                self._blocks(note, "footnote")

    def _comment(self, name: str) -> None:
        if (comment := self._comments.pop(name, None)) is not None:
            self.counted += word_characters(comment)
            self._aside(word_line(comment), "a comment")

    def _take_embedded(self, chunk: Element) -> None:
        entry = self._package.target(str(chunk.get(R + "id") or ""))
        contents, notice = read_embedded(self._package.container, entry, self._deep)
        if notice:
            self.notices.append(notice)
        if contents is None:
            return
        self.counted += contents.characters
        self.pictures += [
            replace(p, after=p.after + len(self.found)) for p in contents.pictures
        ]
        self.found += [(block, 0) for block in contents.blocks]
        self.readings += contents.readings
        self.notices += contents.notices

    def _picture(self, node: Element) -> None:
        entry = self._package.target(picture_key(node))
        if entry:
            media_type = guess_type(entry)[0] or "application/octet-stream"
            held = self._package.container.picture_of(entry)
            alt, after = alt_of(node), len(self.found)
            self.pictures.append(Picture(held, media_type, alt, after))
