"""How the file writes a value where it differs from the model.

An entry class names the keys of the file, in their order. What follows from the
rest (marks of a phrase in its quotation, a section's place) is left out.
"""

from dataclasses import dataclass, field

from handout.handout_file.shape.short_forms import Counted, Span, Spans
from handout.model.blocks import (
    Block,
    Branch,
    Excerpt,
    Marked,
    PhraseRow,
    Prompt,
    Quote,
    Room,
    Structure,
)
from handout.model.exercises import ClozeItem, Pair
from handout.model.handout import HandoutSection

# A structure that follows the sections: its branches are made when the file is read.
FOLLOWED = Structure("\0followed", (Branch(0, "", "\0followed", ()),))


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage; `marks` None where they follow from the phrases beside it."""

    text: str
    paragraph: int = 0
    cut_before: bool = False
    cut_after: bool = False
    marks: tuple[Span, ...] | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table of key phrases."""

    phrases: tuple[Counted, ...]
    quote: Passage

    @classmethod
    def of(cls, row: PhraseRow) -> "Row":
        """Write a row."""
        names = tuple(map(Counted, row.phrases, row.counts))
        quote = row.quote
        spans = _spans(quote.passage, Marked.of(quote.passage.text, row.phrases))
        passage = Passage(
            quote.passage.text,
            quote.paragraph,
            quote.cut_before,
            quote.cut_after,
            spans,
        )
        return cls(names, passage)

    def value(self) -> PhraseRow:
        """Read a row."""
        names = tuple(phrase.text for phrase in self.phrases)
        quote = self.quote
        passage = _mark_text(quote.text, quote.marks, names)
        return PhraseRow(
            names,
            tuple(phrase.count for phrase in self.phrases),
            Quote(passage, quote.paragraph, quote.cut_before, quote.cut_after),
        )


@dataclass(frozen=True, slots=True)
class BlankedItem:
    """A passage with blanks."""

    passage: Passage

    @classmethod
    def of(cls, item: ClozeItem) -> "BlankedItem":
        """Write an item."""
        spans = _spans(item.passage, Marked(item.passage.text))
        cuts = (item.cut_before, item.cut_after)
        return cls(Passage(item.passage.text, item.paragraph, *cuts, spans))

    def value(self) -> ClozeItem:
        """Read an item."""
        told = self.passage
        passage = _mark_text(told.text, told.marks, ())
        return ClozeItem(passage, told.paragraph, told.cut_before, told.cut_after)


@dataclass(frozen=True, slots=True)
class PairEntry:
    """A phrase and its sentence."""

    phrase: str
    sentence: Passage

    @classmethod
    def of(cls, pair: Pair) -> "PairEntry":
        """Write a pair."""
        spans = _spans(pair.sentence, Marked.of(pair.sentence.text, (pair.phrase,)))
        cuts = (pair.cut_before, pair.cut_after)
        passage = Passage(pair.sentence.text, pair.paragraph, *cuts, spans)
        return cls(pair.phrase, passage)

    def value(self) -> Pair:
        """Read a pair."""
        told = self.sentence
        sentence = _mark_text(told.text, told.marks, (self.phrase,))
        cuts = (told.cut_before, told.cut_after)
        return Pair(self.phrase, sentence, told.paragraph, *cuts)


@dataclass(frozen=True, slots=True)
class PromptEntry:
    """A question with its box."""

    question: str
    room: Room = field(default_factory=Room)
    answer: tuple[Excerpt, ...] = ()
    hint: str = ""
    minutes: int = 0

    @classmethod
    def of(cls, prompt: Prompt) -> "PromptEntry":
        """Write a question."""
        return cls(prompt.text, prompt.room, prompt.answer, prompt.hint, prompt.minutes)

    def value(self) -> Prompt:
        """Read a question."""
        return Prompt(self.question, self.room, self.answer, self.hint, self.minutes)


@dataclass(frozen=True, slots=True)
class StructureEntry:
    """The picture of the sections; without words of its own it follows them."""

    title: str | None = None
    branches: tuple[Branch, ...] | None = None
    pin: bool = False
    redo: bool = False
    drop: bool = False

    @classmethod
    def of(cls, block: Structure) -> "StructureEntry":
        """Write a structure."""
        title = None if block.title == FOLLOWED.title else block.title
        branches = None if block.branches == FOLLOWED.branches else block.branches
        return cls(title, branches, block.pin, block.redo, block.drop)

    def value(self) -> Structure:
        """Read a structure."""
        return Structure(
            FOLLOWED.title if self.title is None else self.title,
            FOLLOWED.branches if self.branches is None else self.branches,
            pin=self.pin,
            redo=self.redo,
            drop=self.drop,
        )


@dataclass(frozen=True, slots=True)
class SectionEntry:
    """A section; `place` is 0 where its order in the file shows it."""

    title: str = ""
    number: str = ""
    paragraphs: Span = field(default_factory=Span)
    minutes: int = 0
    heads: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    place: int = 0
    drop: bool = False

    @classmethod
    def of(cls, section: HandoutSection) -> "SectionEntry":
        """Write a section."""
        return cls(
            section.title,
            section.number,
            Span(section.first, section.last),
            section.minutes,
            section.heads,
            section.blocks,
            section.place,
            section.drop,
        )

    def value(self) -> HandoutSection:
        """Read a section."""
        return HandoutSection(
            self.place,
            self.number,
            self.title,
            self.paragraphs.start,
            self.paragraphs.end,
            self.blocks,
            self.minutes,
            self.heads,
            self.drop,
        )


def _spans(passage: Marked, told: Marked) -> tuple[Span, ...] | None:
    """The marks of a passage, None where they can be worked out."""
    if passage == told:
        return None
    return tuple(Span(start, end) for start, end in passage.marks)


def _mark_text(
    text: str, spans: tuple[Span, ...] | None, phrases: tuple[str, ...]
) -> Marked:
    if spans is None:
        return Marked.of(text, phrases)
    marks: Spans = tuple((one.start, one.end) for one in spans)
    return Marked(text, marks)
