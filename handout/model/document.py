"""What the read stage found in a file: its text, unchanged, and its structure."""

from collections.abc import Iterator
from dataclasses import dataclass

from handout.model.table import Cell, Table, cells_by_row


@dataclass(frozen=True, slots=True)
class Emphasis:
    """A stretch of a paragraph that the source sets in "strong" or "em".

    Or that it marks as a name ("proper", 专名号) or as a title ("book", 书名号), sets
    higher or lower than its line ("sup", "sub"), or writes as a "formula".
    """

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The mark of a note, and the place in a paragraph's text that it belongs to."""

    at: int
    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that the file itself holds: its bytes, and what it shows in words.

    `after` is the number of the paragraph it follows; 0 before the first one.
    """

    content: bytes
    media_type: str
    alt: str = ""
    after: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as it is in the source.

    `number` counts through the document from 1 and is printed as ¶n. `run_in` is
    the head that opens the paragraph (强化理论武装。…), without its end mark, or "".
    `start` is a character offset in the decoded file, `line` its line from 1.
    `kind` is "text", "item", "quotation", "code", "table" or "footnote"; `depth` is
    that of a list item, from 1. A table's text has one line per row, a tab
    between two columns; what a spanning cell covers is empty there (see `table`).
    `speaker` is the tag that opens a line of an interview or a play (记者), without
    its colon, or ""; `asks` says that the line is an interviewer's question.
    """

    number: int
    text: str
    start: int
    line: int
    run_in: str = ""
    kind: str = "text"
    depth: int = 0
    emphasis: tuple[Emphasis, ...] = ()
    table: Table | None = None
    marks: tuple[NoteMark, ...] = ()
    speaker: str = ""
    asks: bool = False

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The cells of a table, row by row; () for any other kind."""
        if self.kind != "table":
            return ()
        return tuple(tuple(row.split("\t")) for row in self.text.split("\n"))

    @property
    def cells(self) -> tuple[tuple[Cell, ...], ...]:
        """The cells of a table, row by row, without what a spanning cell covers."""
        return cells_by_row(self.rows, self.table or Table())

    @property
    def body(self) -> str:
        """The text after the run-in head and its mark."""
        return self.text[len(self.run_in) + 1 :] if self.run_in else self.text


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: `mark` is its number as typed (一、), `title` the words after it.

    `mark + title` is the line as it is in the source; `level` is 1 for the
    highest; `reason` says why it was taken for a heading, `confidence` is 0 to 1.
    """

    mark: str
    title: str
    level: int
    start: int
    line: int
    reason: str = ""
    confidence: float = 1.0

    @property
    def text(self) -> str:
        """The heading as it is in the source."""
        return self.mark + self.title


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its paragraphs, and the sections under it.

    `heading` is None only for the text before the first heading.
    """

    heading: Heading | None
    paragraphs: tuple[Paragraph, ...]
    sections: tuple["Section", ...] = ()

    def walk(self) -> Iterator["Section"]:
        """The section and all below it, in reading order."""
        yield self
        for section in self.sections:
            yield from section.walk()

    @property
    def all_paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of this section and of all sections below it."""
        return tuple(p for section in self.walk() for p in section.paragraphs)


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of the source that is outside the sections (title, byline, …).

    `line` is 0 for a title that was given beside the file and is not in it.
    """

    text: str
    start: int
    line: int


@dataclass(frozen=True, slots=True)
class Aside:
    """A piece of the source that is not part of the text, and why.

    `part` says what a line around the text is ("subtitle", "abstract", "keywords",
    "salutation", "occasion", "number" …; PARTS of read/structure/front lists them);
    it is "" for a line that is not the author's, such as a page number.
    """

    text: str
    reason: str
    start: int
    line: int
    part: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole source: what is part of the text, and what was set aside.

    `language` is a BCP 47 tag: zh-CN, zh-TW or en. `characters` counts the decoded
    file's characters that are not white space, for the proof that none was lost.
    `readings` are words that the source gives a reading for (<ruby>), each with it.
    `kind` is one of KINDS in model/kinds.py, or "" where nothing makes it certain;
    `kind_evidence` says in words what speaks for it.
    """

    name: str
    language: str
    characters: int
    title: Line | None = None
    byline: Line | None = None
    date: Line | None = None
    source: Line | None = None
    sections: tuple[Section, ...] = ()
    asides: tuple[Aside, ...] = ()
    pictures: tuple[Picture, ...] = ()
    readings: tuple[tuple[str, str], ...] = ()
    kind: str = ""
    kind_evidence: tuple[str, ...] = ()

    @property
    def labels(self) -> tuple[Aside, ...]:
        """The lines around the text that have a part: subtitle, keywords, place …."""
        return tuple(aside for aside in self.asides if aside.part)

    def walk(self) -> Iterator[Section]:
        """Every section, in reading order."""
        for section in self.sections:
            yield from section.walk()

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Every paragraph, in reading order: paragraphs[n - 1] is ¶n."""
        return tuple(p for section in self.walk() for p in section.paragraphs)

    def pieces(self) -> tuple[Line | Heading | Paragraph, ...]:
        """Everything that is part of the text, in reading order."""
        front = [self.title, self.byline, self.date, self.source]
        found: list[Line | Heading | Paragraph] = [x for x in front if x and x.line]
        for section in self.walk():
            if section.heading:
                found.append(section.heading)
            found.extend(section.paragraphs)
        return tuple(sorted(found, key=lambda piece: piece.start))

    @property
    def placed(self) -> int:
        """How many characters (no white space) are part of the text.

        What is not on a line, but in the file's own fields, is not counted.
        """
        return sum(_count_visible(piece.text) for piece in self.pieces() if piece.line)

    @property
    def set_aside(self) -> int:
        """How many characters (no white space) were set aside."""
        return sum(_count_visible(aside.text) for aside in self.asides)


def _count_visible(text: str) -> int:
    return len("".join(text.split()))
