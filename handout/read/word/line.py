"""Gathers what is inside one of Word's paragraphs: text, formulas, fields, readings."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from handout.read.blocks import visible
from handout.read.formulas import linear_of_omml
from handout.read.formulas.omml import texts_of_omml
from handout.read.raw.xml import Element
from handout.read.runs import SourceRun
from handout.read.word.fields import shown_by_field
from handout.read.word.names import FORMULAS, A, V, W
from handout.read.word.styles import Look, WordStyle, look_of, value
from handout.read.word.symbols import UNKNOWN, respell_symbols, symbol_of
from handout.read.word.tree import inline_elements, word_line

_NOTES = (W + "footnoteReference", W + "endnoteReference")
_PICTURES = (A + "blip", V + "imagedata")
_PLAIN = Look()
HIDDEN = "hidden text"
READING = "the reading of a character"
NO_SIGN = "a sign of a font that is not known"


@dataclass(slots=True)
class Field:
    """A field that is open: its instruction, and whether it has stored a result."""

    begin: Element
    instruction: str = ""
    separated: bool = False
    has_result: bool = False


@dataclass(slots=True)
class WordLine:
    """One paragraph or table as it is gathered.

    `sizes` are in half points; `asides` are texts with their reasons; notes, comments,
    boxes and pictures wait until the line is closed. `is_soft` means that a line break
    does not end it.
    """

    style: WordStyle
    is_soft: bool = False
    run: SourceRun = field(default_factory=SourceRun)
    sizes: Counter[int] = field(default_factory=Counter)
    asides: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    pictures: list[Element] = field(default_factory=list)
    readings: list[tuple[str, str]] = field(default_factory=list)


class Gatherer:
    """Puts the pieces of paragraphs into lines; a field may span paragraphs."""

    def __init__(self, styles: dict[str, WordStyle], step: Callable[[], None]) -> None:
        self._styles = styles
        self._step = step
        self._fields: list[Field] = []
        self._look = _PLAIN
        self._size = 0
        self._numbers: dict[str, int] = {}

    def gather(
        self,
        paragraph: Element,
        line: WordLine,
        close: Callable[[], None] | None = None,
    ) -> None:
        """Take everything inside a paragraph; `close` ends a line at a line break.

        Without `close` the paragraph belongs to a cell.
        """
        self._look, self._size = line.style.look, line.style.size
        for node in inline_elements(paragraph):
            self._step()
            if node.tag == W + "r":
                self._run(node, line)
            elif node.tag == W + "t":
                self._text(node.text or "", line)
            elif node.tag in (W + "br", W + "cr"):
                if line.is_soft or close is None:
                    line.run.soft_break(in_cell=close is None)
                else:
                    close()
            else:
                self._special(node, line)

    def number_of_note(self, name: str) -> str:
        """The number of a note: notes count in the order of their references."""
        return str(self._numbers.setdefault(name, len(self._numbers) + 1))

    def _run(self, run: Element, line: WordLine) -> None:
        properties = run.find(W + "rPr")
        if properties is None:
            self._look, self._size = line.style.look, line.style.size
            return
        named = self._styles.get(value(properties, "rStyle") or "")
        look = look_of(properties)
        if named is not None and named.key:
            look = look.over(named.look)
        self._look = look.over(line.style.look)
        size = value(properties, "sz") or ""
        small = len(size) < 5 and size.isdecimal()
        self._size = int(size) if small else line.style.size

    def _text(self, text: str, line: WordLine) -> None:
        look = self._look
        if self._fields and self._fields[-1].separated and text.strip():
            self._fields[-1].has_result = True
        if look.hidden:
            line.asides.append((text, HIDDEN))
            return
        text = respell_symbols(text, look.font)
        if UNKNOWN in text:
            line.asides += [(c, NO_SIGN) for c in text if c == UNKNOWN]
            text = text.replace(UNKNOWN, "")
        line.sizes[self._size] += visible(text)
        line.run.add(
            text, strong=bool(look.bold), em=bool(look.em), script=look.script or ""
        )

    def _special(self, node: Element, line: WordLine) -> None:
        tag = node.tag
        if tag == W + "noBreakHyphen":
            self._text("-", line)
        elif tag in (W + "tab", W + "ptab"):
            line.run.add(" ")
        elif tag == W + "sym":
            self._text(symbol_of(node), line)
        elif tag in FORMULAS:
            source = "".join(texts_of_omml(node))
            line.run.formula(linear_of_omml(node), of=visible(source))
        elif tag in (W + "fldChar", W + "instrText", W + "fldSimple"):
            self._field(node, line)
        else:
            self._beside(node, line)

    def _beside(self, node: Element, line: WordLine) -> None:
        """Keep what belongs beside the line or after it."""
        tag = node.tag
        if tag == W + "rt":
            self._reading(node, line)
        elif tag in _PICTURES:
            line.pictures.append(node)
        elif tag == W + "txbxContent":
            line.boxes.append(node)
        elif tag in _NOTES:
            kind = "footnote" if "footnote" in tag else "endnote"
            name = kind + node.get(W + "id", "")
            line.notes.append(name)
            line.run.mark(self.number_of_note(name))
        elif tag == W + "commentReference":
            line.comments.append(node.get(W + "id", ""))

    def _reading(self, node: Element, line: WordLine) -> None:
        reading = word_line(node)
        base = node.getparent().find(W + "rubyBase")
        word = "" if base is None else "".join(word_line(base).split())
        line.asides.append((reading, READING))
        if word and reading:
            line.readings.append((word, reading))

    def _field(self, node: Element, line: WordLine) -> None:
        if node.tag == W + "instrText":
            if self._fields:
                self._fields[-1].instruction += node.text or ""
        elif node.tag == W + "fldSimple":
            if not word_line(node):
                self._show(str(node.get(W + "instr") or ""), None, line)
        else:
            self._field_mark(node, line)

    def _field_mark(self, node: Element, line: WordLine) -> None:
        kind = node.get(W + "fldCharType")
        if kind == "begin":
            self._fields.append(Field(node))
        elif kind == "separate" and self._fields:
            self._fields[-1].separated = True
        elif kind == "end" and self._fields:
            ended = self._fields.pop()
            if not ended.has_result:
                self._show(ended.instruction, ended.begin, line)
            elif self._fields:
                self._fields[-1].has_result = True

    def _show(self, instruction: str, begin: Element | None, line: WordLine) -> None:
        shown = shown_by_field(instruction, begin)
        if shown and not self._look.hidden:
            line.run.formula(shown, of=0)


def in_one(asides: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Join pieces of hidden text that follow one another."""
    joined: list[tuple[str, str]] = []
    for text, reason in asides:
        if joined and joined[-1][1] == reason == HIDDEN:
            joined[-1] = (joined[-1][0] + text, reason)
        else:
            joined.append((text, reason))
    return joined
