"""Reads OpenDocument text (.odt), as LibreOffice writes it."""

from collections import Counter
from dataclasses import replace
from mimetypes import guess_type
from typing import Any

from handout.errors import ReadError
from handout.model.document import Picture
from handout.numbers import whole_number
from handout.read.blocks import Block, Contents, Source, visible
from handout.read.contents import contents_of
from handout.read.metadata import of_office
from handout.read.odt.lists import OdtLists
from handout.read.odt.parts import SKIPPED, is_data, line_of, texts_of
from handout.read.odt.styles import OdtStyle, odt_styles
from handout.read.raw.archive import Container
from handout.read.raw.limits import Budget
from handout.read.raw.xml import Element, walked
from handout.read.runs import Run

_O = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_S = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_D = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_LARGER = 1.12


def read_odt(source: Source) -> Contents:
    """Read an OpenDocument text: paragraphs, lists, tables, footnotes, pictures."""
    container = Container(source.content, source.name)
    if _is_locked(container):
        raise ReadError(
            "is protected with a password",
            where=source.name,
            hint="open it in LibreOffice, save it under another name without "
            "“Save with password”, and give that",
        )
    root = container.xml_of("content.xml")
    styled = container.xml_of("styles.xml") if "styles.xml" in container else None
    text = next(root.iter(_O + "text"), None)
    budget = Budget(source.name)
    lists = OdtLists(styled, root)
    walk = _Walk(container, odt_styles(root, styled), lists, budget)
    if text is not None:
        walk.through(text)
    found = _weighed(walk.found)
    characters = visible("".join(texts_of(text))) + walk.counted
    for place in ("header", "footer"):
        for part in styled.iter(_S + place) if styled is not None else ():
            line = " ".join("".join(texts_of(part)).split())
            characters += visible(line)
            if line:
                found.append(Block(line, aside="a page head or foot"))
    return contents_of(
        found,
        characters=characters,
        budget=budget,
        pictures=tuple(walk.pictures),
        inside=of_office(container, "meta.xml"),
    )


def _is_locked(container: Container) -> bool:
    entry = "META-INF/manifest.xml"
    return entry in container and b"encryption-data" in container.bytes_of(entry)


class _Walk:
    """One walk through the text, and what it has found so far.

    `counted` is how many characters the automatic numbers take.
    """

    def __init__(
        self,
        container: Container,
        styles: dict[str, OdtStyle],
        lists: OdtLists,
        budget: Budget,
    ) -> None:
        self.counted = 0
        self._numbers = lists
        self.found: list[tuple[Block, float]] = []
        self.pictures: list[Picture] = []
        self._container = container
        self._styles = styles
        self._budget = budget
        # A text box or a note opens paragraphs inside a paragraph.
        self._open: list[tuple[Run, Block, OdtStyle]] = []
        self._held: list[tuple[Block, float]] = []
        self._spans: list[OdtStyle] = []
        self._lists = self._notes = self._listed = 0

    def through(self, root: Element) -> None:
        """Take every element under the root, and the text between them."""
        for event, element, walker in walked(root):
            self._budget.step()
            if event == "start":
                self._enter(element, walker)
            elif event == "end":
                self._leave(element)
            if event != "start" and element is not root:
                self._add(element.tail)

    def _enter(self, element: Element, walker: Any) -> None:
        tag = element.tag
        if tag in SKIPPED:
            walker.skip_subtree()
            return
        self._count(tag, 1)
        self._numbers.enter(element)
        if tag in (_T + "p", _T + "h"):
            self._begin(element)
        elif tag == _T + "span":
            self._spans.append(self._style(element))
        else:
            self._sign(element)
        if tag == _TABLE + "table" and is_data(element):
            self._table(element)
            walker.skip_subtree()
        elif tag == _T + "note-citation":
            self._set_aside(element.text)
        else:
            self._add(element.text)

    def _sign(self, element: Element) -> None:
        if element.tag in (_T + "s", _T + "tab"):
            self._add(" ")
        elif element.tag == _T + "line-break":
            self._break()
        elif element.tag == _D + "image":
            self._picture(element)

    def _set_aside(self, mark: str | None) -> None:
        if mark and mark.strip():
            self.found.append((Block(mark, aside="the mark of a footnote"), 0.0))

    def _leave(self, element: Element) -> None:
        tag = element.tag
        if tag in SKIPPED:
            return
        self._count(tag, -1)
        self._numbers.leave(tag)
        if tag in (_T + "p", _T + "h") and self._open:
            self._break()
            self._open.pop()
            if not self._open:
                self.found += self._held
                self._held = []
        elif tag == _T + "span" and self._spans:
            self._spans.pop()

    def _count(self, tag: str, step: int) -> None:
        self._lists += step * (tag == _T + "list")
        self._notes += step * (tag == _T + "note-body")
        self._listed += step * (tag == _T + "table-of-content")

    def _begin(self, element: Element) -> None:
        style = self._style(element)
        level = 0
        if element.tag[-1] == "h":
            said = whole_number(element.get(_T + "outline-level"))
            level = 1 if said is None else min(said, 6)
        kind = "quotation" if style.quoted else "text"
        label = "" if self._notes else self._numbers.label(element)
        listed = self._lists and not (label and self._numbers.is_han())
        kind = "footnote" if self._notes else "item" if listed else kind
        aside = "the table of contents" if self._listed else ""
        like = Block(
            "",
            level=level,
            kind="text" if element.tag[-1] == "h" else kind,
            depth=self._lists if kind == "item" else 0,
            field=style.field,
            aside=aside,
        )
        run = Run()
        run.label(label)
        self.counted += visible(label)
        self._open.append((run, like, style))

    def _break(self) -> None:
        """Close a line of the open paragraph, and begin the next."""
        if not self._open:
            return
        run, like, style = self._open[-1]
        self._open[-1] = (Run(), like, style)
        if block := run.block(like):
            if like.aside:
                block = replace(block, weight=0.0, run_in="", emphasis=())
            span = self._spans[-1].size if self._spans else 0.0
            # What stands inside a paragraph comes after it.
            found = self._held if len(self._open) > 1 else self.found
            found.append((block, span or style.size))

    def _add(self, text: str | None) -> None:
        if text and self._open:
            run, _, style = self._open[-1]
            above = [style, *self._spans]
            strong, em = any(s.bold for s in above), any(s.italic for s in above)
            run.add(text, strong=strong, em=em)

    def _style(self, element: Element) -> OdtStyle:
        return self._styles.get(element.get(_T + "style-name", ""), OdtStyle())

    def _table(self, table: Element) -> None:
        rows = []
        for row in table.iter(_TABLE + "table-row"):
            cells = list(row.iterchildren(_TABLE + "table-cell"))
            self._budget.step(1 + len(cells))
            rows.append("\t".join(line_of(cell) for cell in cells))
        text = "\n".join(row for row in rows if row.strip()).strip("\n")
        if text:
            self.found.append((Block(text, kind="table"), 0.0))

    def _picture(self, image: Element) -> None:
        entry = image.get(_HREF, "").removeprefix("./")
        if entry not in self._container:
            return
        frame = image.getparent()
        alt = str(frame.findtext(_SVG + "desc") or frame.findtext(_SVG + "title") or "")
        media_type = guess_type(entry)[0] or "application/octet-stream"
        content = self._container.bytes_of(entry)
        self.pictures.append(Picture(content, media_type, alt, len(self.found)))


def _weighed(found: list[tuple[Block, float]]) -> list[Block]:
    """Give weight to lines in larger type than most of the text."""
    usual: Counter[float] = Counter()
    for block, size in found:
        usual[size] += len(block.text)
    body = usual.most_common(1)[0][0] if usual else 0.0
    return [
        replace(block, weight=max(block.weight, 1 + size / body))
        if body and size > body * _LARGER and block.kind == "text" and not block.aside
        else block
        for block, size in found
    ]
