"""What will stand on paper, block by block; knows nothing of HTML or paper sizes."""

from dataclasses import dataclass
from typing import ClassVar

from handout.model.analysis import Sentence
from handout.model.options import Meeting


@dataclass(frozen=True, slots=True)
class Marked:
    """Text with some spans that stand out: `marks` are (start, end) in the text."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()

    @property
    def runs(self) -> tuple[tuple[str, bool], ...]:
        """The text in pieces, each with whether it is marked."""
        pieces: list[tuple[str, bool]] = []
        at = 0
        for start, end in self.marks:
            pieces += [(self.text[at:start], False), (self.text[start:end], True)]
            at = end
        pieces.append((self.text[at:], False))
        return tuple((text, marked) for text, marked in pieces if text)


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage of ¶`paragraph`, verbatim.

    `cut_before` and `cut_after` say whether the sentence goes on there.
    """

    passage: Marked
    paragraph: int
    cut_before: bool = False
    cut_after: bool = False


@dataclass(frozen=True, slots=True)
class PhraseRow:
    """One row of the table: phrases that one quotation shows, and their counts."""

    phrases: tuple[str, ...]
    counts: tuple[int, ...]
    quote: Quote


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question with its box.

    `lines` is the least room to write; `share` is the weight with which the box
    takes what is left on its page.
    """

    text: str
    lines: int = 3
    share: int = 1


@dataclass(frozen=True, slots=True)
class Branch:
    """One section in the picture of the article's structure, and what is under it."""

    place: int
    number: str
    title: str
    leaves: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """Sentences of the source that sum a section, or the whole, up."""

    kind: ClassVar[str] = "summary"
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """Sentences of the source that stand for the whole document."""

    kind: ClassVar[str] = "overview"
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Structure:
    """The sections and what they fall into."""

    kind: ClassVar[str] = "structure"
    title: str
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class KeyPhrases:
    """The table of key phrases; the last column is the reader's."""

    kind: ClassVar[str] = "keyphrases"
    rows: tuple[PhraseRow, ...]


@dataclass(frozen=True, slots=True)
class Reflection:
    """Questions, each with a box to write in."""

    kind: ClassVar[str] = "reflection"
    prompts: tuple[Prompt, ...]


@dataclass(frozen=True, slots=True)
class Closing:
    """What the reader takes along: questions about the whole document."""

    kind: ClassVar[str] = "closing"
    prompts: tuple[Prompt, ...]


Block = Summary | Overview | Structure | KeyPhrases | Reflection | Closing


@dataclass(frozen=True, slots=True)
class HandoutSection:
    """One section on paper: `first` and `last` are its ¶ numbers.

    `place` counts the printed sections from 1, `number` is the heading's own number
    or "", `title` is "" for a document without headings.
    """

    place: int
    number: str
    title: str
    first: int
    last: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class TextRun:
    """A stretch of the article: `style` is "", "run-in", "strong" or "em".

    `marked` says that the stretch is a key phrase.
    """

    text: str
    style: str = ""
    marked: bool = False


@dataclass(frozen=True, slots=True)
class TextPicture:
    """A picture of the article: its bytes, and what it shows in words."""

    content: bytes
    media_type: str
    alt: str = ""


@dataclass(frozen=True, slots=True)
class TextParagraph:
    """A paragraph of the article as printed with --with-text.

    `kind` and `depth` are the document's; a "table" has `rows` of cells instead of
    `runs`. `bullet` says that a list item brings no number of its own. `pictures`
    follow the paragraph.
    """

    number: int
    kind: str
    depth: int
    runs: tuple[TextRun, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    bullet: bool = False
    pictures: tuple[TextPicture, ...] = ()


@dataclass(frozen=True, slots=True)
class TextSection:
    """A heading of the article (level 0 and "" before the first) and its text."""

    level: int
    heading: str
    paragraphs: tuple[TextParagraph, ...]
    pictures: tuple[TextPicture, ...] = ()


@dataclass(frozen=True, slots=True)
class Handout:
    """Everything that stands on paper. Lengths are those of the article."""

    title: str
    byline: str
    date: str
    source: str
    language: str
    characters: int
    words: int
    paragraphs: int
    meeting: Meeting
    front: tuple[Block, ...]
    sections: tuple[HandoutSection, ...]
    closing: tuple[Block, ...]
    text: tuple[TextSection, ...] = ()
