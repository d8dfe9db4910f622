"""What will be on paper as a whole; knows nothing of HTML or paper sizes."""

from dataclasses import dataclass

from handout.model.blocks import Block, Prompt
from handout.model.exercises import Choice, Cloze, Matching, Ordering, TrueFalse
from handout.model.meeting import Meeting

_ANSWERED = Choice | Cloze | Matching | Ordering | TrueFalse


@dataclass(frozen=True, slots=True)
class HandoutSection:
    """One section on paper: `first` and `last` are its ¶ numbers.

    `place` counts the printed sections from 1, an opening before the first heading is
    0; `number` is the heading's own number or "", `title` is "" for a document without
    headings. `minutes` is the time it is given in the meeting, 0 where nobody said.
    `heads` is what it falls into.
    `drop` keeps it off the paper. One that `shares_page` does not start on a page of
    its own; one that `fills_spread` has two pages that face each other.
    """

    place: int
    number: str
    title: str
    first: int
    last: int
    blocks: tuple[Block, ...]
    minutes: int = 0
    heads: tuple[str, ...] = ()
    drop: bool = False
    shares_page: bool = False
    fills_spread: bool = False


@dataclass(frozen=True, slots=True)
class TextRun:
    """A stretch of the article, set in `style`; `marked` says it is a key phrase.

    `style` is "", "run-in", "strong", "em", "proper" (a name), "book" (a title), "sup",
    "sub", "formula", or "note" for the number of a note.
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
class TextCell:
    """A cell of a table: what is in it, and how many rows and columns it takes.

    `head` says that it names a column, `number` that its column is one of figures.
    """

    runs: tuple[TextRun, ...]
    rows: int = 1
    columns: int = 1
    head: bool = False
    number: bool = False


@dataclass(frozen=True, slots=True)
class TextParagraph:
    """A paragraph of the article as printed with --with-text.

    `kind` and `depth` are the document's; a "table" has `rows` of cells instead of
    `runs`, the first `heads` of them its head, and `widths` of its columns in per
    cent. `bullet` says that a list item brings no number of its own. `pictures`
    follow the paragraph.
    """

    number: int
    kind: str
    depth: int
    runs: tuple[TextRun, ...]
    rows: tuple[tuple[TextCell, ...], ...] = ()
    heads: int = 0
    widths: tuple[float, ...] = ()
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
class PacketPart:
    """The place of a handout in a packet, which prints several as one.

    Paragraphs are cited with its `label`, "" on the contents page, which leads to its
    `anchor`. Pages count from `page`, those of its answers from `answers_page`, and run
    to `pages` for the whole packet, 0 as long as it has not been counted.
    """

    label: str = ""
    anchor: str = ""
    page: int = 1
    answers_page: int = 1
    pages: int = 0


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line of a packet's contents page: a part, and the page it begins on."""

    label: str
    anchor: str
    title: str
    byline: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True)
class Handout:
    """Everything that is on paper. Lengths are those of the article.

    `edition` is "participant" or "facilitator": the second shows answers and hints,
    in their places where `answers` is "inline", on pages of their own at the end where
    it is "end". `version` (A, B …) is printed, and with `seed` decides how exercises
    are shuffled. `readings` are words that are printed with their reading over them.
    `kind` is the kind of the text (model/kinds.py), "" where it is not known. In a
    packet `part` is its place; the first has `contents`.
    `around` are lines of the source that come before its text: an abstract, keywords,
    the head of minutes.
    """

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
    edition: str = "participant"
    answers: str = "inline"
    version: str = ""
    seed: int = 1
    readings: tuple[tuple[str, str], ...] = ()
    kind: str = ""
    part: PacketPart | None = None
    contents: tuple[ContentsLine, ...] = ()
    subtitle: str = ""
    around: tuple[str, ...] = ()

    @property
    def facilitator(self) -> bool:
        """Whether this is the edition of the person who leads."""
        return self.edition == "facilitator"

    @property
    def has_answers(self) -> bool:
        """Whether there is anything that pages of answers could show."""
        blocks = [*self.front, *self.closing]
        for section in self.sections:
            blocks += section.blocks
        return any(isinstance(b, _ANSWERED) or _has_help(b) for b in blocks)


def has_opening(sections: tuple[HandoutSection, ...]) -> bool:
    """Whether the text before the first heading is a section of its own."""
    return len(sections) > 1 and not sections[0].title


def _has_help(block: Block) -> bool:
    prompts: tuple[Prompt, ...] = getattr(block, "prompts", ())
    return any(prompt.answer or prompt.hint for prompt in prompts)
