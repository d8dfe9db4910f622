"""Reads Word files (.docx): tracked changes accepted, automatic numbers written out."""

from collections import Counter
from dataclasses import dataclass, field, replace
from mimetypes import guess_type

from handout.model.document import Picture
from handout.numbers import whole_number
from handout.read.blocks import Block, Contents, Source, visible
from handout.read.contents import contents_of
from handout.read.metadata import of_office
from handout.read.raw.archive import Container
from handout.read.raw.limits import Budget
from handout.read.raw.xml import Element
from handout.read.runs import Run
from handout.read.word.parts import (
    MATH,
    cell_text,
    children,
    inline,
    is_data,
    targets,
    texts,
)
from handout.read.word.styles import (
    Numbering,
    Style,
    W,
    is_on,
    level_of,
    number_of,
    styles_of,
    value,
)

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_LARGER = 3


def read_docx(source: Source) -> Contents:
    """Read a Word file: its body, text boxes, tables, footnotes and pictures."""
    container = Container(source.content, source.name)
    main = "word/document.xml"
    entry = main if main in container else "word/document2.xml"
    word = _Word(container, Budget(source.name))
    word.body(container.xml_of(entry))
    word.heads_and_feet()
    return contents_of(
        _weighed(word.found),
        characters=word.characters,
        budget=word.budget,
        pictures=tuple(word.pictures),
        inside=of_office(container, "docProps/core.xml"),
    )


@dataclass(slots=True)
class _Line:
    """One paragraph as it is gathered; `size` in half points, 0 if nothing says it."""

    style: Style
    run: Run = field(default_factory=Run)
    sizes: Counter[int] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


Found = tuple[Block, int]


class _Word:
    """The walk through a Word file, and what it has found so far."""

    def __init__(self, container: Container, budget: Budget) -> None:
        self.found: list[Found] = []
        self.pictures: list[Picture] = []
        self.characters = 0
        self.budget = budget
        self._container = container
        self._styles = styles_of(container)
        self._numbering = Numbering(container)
        self._notes = self._all_notes()
        self._targets = targets(container)

    def body(self, root: Element) -> None:
        """Take the body, then the footnotes that nothing in it refers to."""
        for part in root.iterchildren(W + "body"):
            self._blocks(part, "text")
        for note in list(self._notes):
            self._note(note)

    def heads_and_feet(self) -> None:
        """Set aside what stands at the head and foot of every page."""
        for kind in ("header", "footer"):
            for number in range(1, 30):
                entry = f"word/{kind}{number}.xml"
                if entry in self._container:
                    root = self._container.xml_of(entry)
                    text = " ".join("".join(texts(root)).split())
                    self.characters += visible(text)
                    if text:
                        reason = "a page head or foot"
                        self.found.append((Block(text, aside=reason), 0))

    def _all_notes(self) -> dict[str, Element]:
        notes = {}
        for name in ("footnote", "endnote"):
            entry = f"word/{name}s.xml"
            if entry in self._container:
                for note in self._container.xml_of(entry).iter(W + name):
                    if note.get(W + "type", "normal") == "normal":
                        notes[name + note.get(W + "id", "")] = note
        return notes

    def _blocks(self, parent: Element, kind: str) -> None:
        for element in children(parent):
            self.budget.step()
            if element.tag == W + "p":
                self._paragraph(element, kind)
            elif is_data(element):
                self._table(element)
            else:
                for cell in element.iterchildren(W + "tr"):
                    for inner in cell.iterchildren(W + "tc"):
                        self._blocks(inner, kind)

    def _table(self, table: Element) -> None:
        rows = []
        for row in table.iterchildren(W + "tr"):
            self.budget.step()
            cells = [cell_text(cell) for cell in row.iterchildren(W + "tc")]
            self.budget.step(len(cells))
            rows.append("\t".join(cells))
        text = "\n".join(row for row in rows if row.strip())
        if text.strip():
            self.characters += sum(visible(piece) for piece in texts(table))
            self.found.append((Block(text.strip("\n"), kind="table"), 0))

    def _paragraph(self, element: Element, kind: str) -> None:
        style = self._styles.get(value(element, "pPr", "pStyle") or "")
        line = _Line(style or self._styles[""])
        label, numbered = self._numbering.label(number_of(element) or line.style.number)
        line.run.label(label)
        self.characters += visible(label)
        like = self._like(element, line.style, kind)
        if numbered and not like.level:
            like = _listed(like, numbered, number_of(element))
        self._gather(element, line, like)
        self._flush(line, like)
        for note in line.notes:
            self._note(note)
        for box in line.boxes:
            self._blocks(box, "text")

    def _like(self, element: Element, style: Style, kind: str) -> Block:
        level = level_of(element) or style.level
        if style.listed:
            return Block("", aside="the table of contents")
        if kind == "text" and style.quoted:
            kind = "quotation"
        return Block("", level=min(level, 6), field=style.field, kind=kind)

    def _flush(self, line: _Line, like: Block) -> None:
        run, line.run = line.run, Run()
        size = line.sizes.most_common(1)[0][0] if line.sizes else line.style.size
        line.sizes.clear()
        if block := run.block(like):
            if like.aside:
                block = replace(block, weight=0.0, run_in="", emphasis=())
            self.found.append((block, size))

    def _gather(self, element: Element, line: _Line, like: Block) -> None:
        """Take the runs of a paragraph; boxes and notes wait until it is closed."""
        strong = em = False
        for node in inline(element):
            self.budget.step()
            if node.tag == W + "r":
                bold = is_on(node, "rPr", "b")
                strong = line.style.bold if bold is None else bold
                em = bool(is_on(node, "rPr", "i"))
                size = whole_number(value(node, "rPr", "sz"))
                known = line.style.size if size is None else size
                text = "".join(t.text or "" for t in node.iterchildren(W + "t"))
                line.sizes[known] += visible(text)
            elif node.tag in (W + "t", MATH + "t"):
                line.run.add(node.text or "", strong=strong, em=em)
                self.characters += visible(node.text or "")
            else:
                self._special(node, line, like)

    def _special(self, node: Element, line: _Line, like: Block) -> None:
        if node.tag == W + "noBreakHyphen":
            line.run.add("-")
            self.characters += 1
        elif node.tag in (W + "tab", W + "ptab"):
            line.run.add(" ")
        elif node.tag in (W + "br", W + "cr"):
            self._flush(line, like)
        elif node.tag == W + "txbxContent":
            line.boxes.append(node)
        elif node.tag in (W + "footnoteReference", W + "endnoteReference"):
            kind = "footnote" if "footnote" in node.tag else "endnote"
            line.notes.append(kind + node.get(W + "id", ""))
        elif node.tag == _A + "blip":
            self._picture(node)

    def _note(self, name: str) -> None:
        note = self._notes.pop(name, None)
        if note is not None:
            self._blocks(note, "footnote")

    def _picture(self, blip: Element) -> None:
        entry = self._targets.get(blip.get(_R + "embed", ""), "")
        if entry not in self._container:
            return
        drawing = next(blip.iterancestors(W + "drawing"), None)
        named = [] if drawing is None else drawing.iter("{*}docPr")
        alt = next((str(one.get("descr") or "") for one in named), "")
        media_type = guess_type(entry)[0] or "application/octet-stream"
        content = self._container.bytes_of(entry)
        self.pictures.append(Picture(content, media_type, alt, len(self.found)))


def _listed(like: Block, numbered: str, number: tuple[str, int] | None) -> Block:
    """Make a list item of a bullet or 1.; 一、 and 第一章 are left to be judged."""
    if "Counting" in numbered or "ideograph" in numbered or like.kind != "text":
        return like
    return replace(like, kind="item", depth=(number[1] if number else 0) + 1)


def _weighed(found: list[Found]) -> list[Block]:
    """Give weight to lines in larger type; bold list items that open a text count."""
    usual: Counter[int] = Counter()
    for block, size in found:
        usual[size] += len(block.text)
    body = usual.most_common(1)[0][0] if usual else 0
    blocks = []
    for block, size in found:
        larger = size >= body + _LARGER and not block.aside and block.kind == "text"
        weight = max(block.weight, 1 + size / max(1, body)) if larger else block.weight
        blocks.append(replace(block, weight=weight))
    return blocks
