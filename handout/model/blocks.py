"""What a handout is made of, block by block: a class for each kind."""

from dataclasses import dataclass, field
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A sentence as it is printed: verbatim from ¶`paragraph`.

    Where `paragraph` is 0 the words are those of the person who made the handout.
    """

    text: str
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Room:
    """The room a box gives to write in.

    `lines` is the least number of rows, `mm` the least height where that is given
    instead. A box with `fill` takes what is left on its page, with the weight `share`;
    one without stays as high as it is. `ruling` is "lines", "dots", "grid", "tian",
    "box" or "none", "" for the pack's own; `row` is the height of a row in mm, 0 for
    the pack's own. A box grows to `most` rows, 0 for as many as its page holds.
    """

    lines: int = 3
    mm: float = 0.0
    fill: bool = True
    share: float = 1.0
    ruling: str = ""
    row: float = 0.0
    most: int = 0


@dataclass(frozen=True, slots=True)
class Marked:
    """Text with some spans that stand out: `marks` are (start, end) in the text."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, text: str, phrases: tuple[str, ...]) -> "Marked":
        """Mark each phrase where the text first says it, beside those before it."""
        marks: list[tuple[int, int]] = []
        for phrase in filter(None, phrases):
            at = text.find(phrase)
            while at >= 0 and any(
                at < end and start < at + len(phrase) for start, end in marks
            ):
                at = text.find(phrase, at + 1)
            if at >= 0:
                marks.append((at, at + len(phrase)))
        return cls(text, tuple(sorted(marks)))

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

    `answer` (sentences that answer it) and `hint` are for the person who leads, as
    are the `minutes` the question is meant to take, 0 where nobody said.
    """

    text: str
    room: Room = field(default_factory=Room)
    answer: tuple[Excerpt, ...] = ()
    hint: str = ""
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Branch:
    """One section in the picture of the article's structure, and what is under it."""

    place: int
    number: str
    title: str
    leaves: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """What every block has: the person's word on it.

    `pin` keeps it as it is when the source has changed, `redo` makes it again then,
    `drop` keeps it off the paper.
    """

    kind: ClassVar[str]
    pin: bool = False
    redo: bool = False
    drop: bool = False


@dataclass(frozen=True, slots=True)
class Summary(Block):
    """Sentences of the source that sum a section, or the whole, up."""

    kind: ClassVar[str] = "summary"
    sentences: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class Overview(Block):
    """Sentences of the source that stand for the whole document."""

    kind: ClassVar[str] = "overview"
    sentences: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class Structure(Block):
    """The sections and what they fall into."""

    kind: ClassVar[str] = "structure"
    title: str
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class KeyPhrases(Block):
    """The table of key phrases; the last column is the reader's."""

    kind: ClassVar[str] = "keyphrases"
    rows: tuple[PhraseRow, ...]


@dataclass(frozen=True, slots=True)
class Reflection(Block):
    """Questions, each with a box to write in."""

    kind: ClassVar[str] = "reflection"
    prompts: tuple[Prompt, ...]


@dataclass(frozen=True, slots=True)
class Closing(Block):
    """What the reader takes along: questions about the whole document."""

    kind: ClassVar[str] = "closing"
    prompts: tuple[Prompt, ...]


@dataclass(frozen=True, slots=True)
class Notes(Block):
    """A box to write in without a question; `title` "" is the pack's own word."""

    kind: ClassVar[str] = "notes"
    title: str = ""
    room: Room = field(default_factory=Room)


@dataclass(frozen=True, slots=True)
class Quotation(Block):
    """A passage set off from the rest; `source` says whose it is, "" for the text."""

    kind: ClassVar[str] = "quotation"
    passage: Excerpt
    source: str = ""


@dataclass(frozen=True, slots=True)
class FreeText(Block):
    """Paragraphs of the person who made the handout, under a title or none."""

    kind: ClassVar[str] = "text"
    paragraphs: tuple[str, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak(Block):
    """What follows starts on a new page."""

    kind: ClassVar[str] = "page_break"
