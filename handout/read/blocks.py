"""What a reader hands to the structure folder: pieces of the source in order."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from handout.model.document import Emphasis, NoteMark, Picture
from handout.model.notice import Notice
from handout.model.table import Table


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file as it came, and what the user said about it.

    `lines` is "keep" or "join" for the lines of plain text, "" to find out.
    """

    content: bytes
    name: str
    encoding: str = ""
    lines: str = ""


@dataclass(frozen=True, slots=True)
class SourceBlock:
    """One line or marked block of a source, its text verbatim.

    `level` is 1 to 6 for a heading that the format itself marks, else 0. `run_in`
    is the bold opening of a paragraph, or "". `aside` is the reason why a block is
    not part of the text, or "". `field` is what the format itself says a block is:
    "title", "byline", "date" or "source". `weight` is above 0 for a line that bold
    or size sets apart from the text, and higher for a larger one. `kind`, `depth`
    and `emphasis` are the paragraph's. `fixed` is "heading" or "text" if a
    correction says so. `label` counts the characters at the start that the format
    numbers by itself: its file stores a count, not text. `table` is what a table
    knows besides its text, `marks` where notes are referred to.
    """

    text: str
    start: int = 0
    line: int = 0
    level: int = 0
    run_in: str = ""
    aside: str = ""
    field: str = ""
    weight: float = 0.0
    kind: str = "text"
    depth: int = 0
    emphasis: tuple[Emphasis, ...] = ()
    fixed: str = ""
    label: int = 0
    table: Table | None = None
    marks: tuple[NoteMark, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything a reader found: the text, its blocks in reading order, the pictures.

    `characters` counts those of the file that are not white space, independently
    of the blocks: what is placed and set aside must add up to it. The `after` of a
    picture counts the blocks before it. `inside` is what the file says about itself
    outside its text (title, byline), for what the text does not say. `readings` are
    words printed with a reading above them, each with that reading.
    """

    text: str
    blocks: tuple[SourceBlock, ...]
    characters: int
    notices: tuple[Notice, ...] = ()
    pictures: tuple[Picture, ...] = ()
    inside: dict[str, str] = field(default_factory=dict)
    readings: tuple[tuple[str, str], ...] = ()


Reader = Callable[[RawFile], Contents]


def visible(text: str) -> int:
    """Count the characters that are not white space."""
    return len("".join(text.split()))


def with_blocks(contents: Contents, blocks: tuple[SourceBlock, ...]) -> Contents:
    """The same contents with other blocks."""
    return replace(contents, blocks=blocks)
