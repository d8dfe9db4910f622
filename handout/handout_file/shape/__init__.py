"""The shape of the handout file, derived from the classes of the model.

A class of the model is a set of keys; a class that the file writes otherwise has an
entry class, and one that has a short form a pair of functions.
"""

from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields
from functools import cache
from types import NoneType
from typing import Any, get_args, get_type_hints

from handout.handout_file.shape import short_forms as short
from handout.handout_file.shape.entries import (
    BlankedItem,
    PairEntry,
    Passage,
    PromptEntry,
    Row,
    SectionEntry,
    StructureEntry,
)
from handout.handout_file.shape.short_forms import Counted, Span
from handout.model import blocks, exercises, meeting
from handout.model.blocks import Block, Excerpt, PhraseRow, Prompt, Room, Structure
from handout.model.exercises import ClozeItem, Pair
from handout.model.handout import HandoutSection
from handout.model.meeting import AgendaItem

ENTRIES: dict[type, Any] = {
    PhraseRow: Row,
    ClozeItem: BlankedItem,
    Pair: PairEntry,
    Prompt: PromptEntry,
    Structure: StructureEntry,
    HandoutSection: SectionEntry,
}
# Every block there is, by its word in the file.
KINDS: dict[str, type[Block]] = {
    value.kind: value
    for module in (blocks, exercises, meeting)
    for value in vars(module).values()
    if isinstance(value, type) and issubclass(value, Block) and value is not Block
}
RULINGS = ("lines", "dots", "grid", "tian", "box", "none")
LANGUAGES = ("zh-CN", "zh-TW", "en")
WORDS_OF: dict[tuple[str, str], tuple[str, ...]] = {
    ("Room", "ruling"): ("", *RULINGS),
    ("FileEntry", "language"): LANGUAGES,
}
# More would be a slip of the hand, and a page that takes for ever.
MOST = 1_000_000
MOST_OF = {
    ("Room", "lines"): 200,
    ("Room", "mm"): 2000,
    ("Room", "row"): 300,
    ("Room", "share"): 100,
    ("SignIn", "blank"): 2000,
}
# Less, but not nothing, would be lines or boxes too close to see, without an end.
LEAST_OF = {("Room", "mm"): 1, ("Room", "row"): 1, ("Room", "share"): 0.01}
# Entries of a list. More in one list would never be printed by anybody.
MOST_ENTRIES = 5_000
MOST_ENTRIES_OF = {
    # Their letters end at Z.
    ("ChoiceItem", "options"): 26,
    ("Matching", "pairs"): 26,
    ("SignIn", "names"): 2_000,
    ("SectionEntry", "blocks"): 500,
    ("FileEntry", "front"): 500,
    ("FileEntry", "closing"): 500,
}
MOST_BLANKS = 200


@dataclass(frozen=True, slots=True)
class Key:
    """A key of the file: the type of its value, and its default."""

    name: str
    kind: Any
    required: bool
    default: Any


@dataclass(frozen=True, slots=True)
class Short:
    """A short form: `write` gives "" where nothing is written so, `read` None."""

    write: Callable[[Any], str]
    read: Callable[[str], Any]


@cache
def keys_of(shape: type) -> tuple[Key, ...]:
    """The keys of a class, in their order in a file."""
    hints = get_type_hints(shape)
    person = {field.name for field in fields(Block)}
    found = [
        Key(
            field.name,
            _without_none(hints[field.name]),
            field.default is MISSING and field.default_factory is MISSING,
            field.default_factory()
            if field.default_factory is not MISSING
            else field.default,
        )
        for field in fields(shape)
    ]
    return tuple(sorted(found, key=lambda key: key.name in person))


def entry_of(kind: type) -> Any:
    """The class whose fields are the keys of a value in the file."""
    return ENTRIES.get(kind, kind)


def short_of(shape: type) -> Short | None:
    """The short form of a class, if it has one."""
    return _SHORT.get(shape)


def item_kind(kind: Any) -> Any:
    """The type of the items of a list, or None for what is not a list."""
    arguments = get_args(kind)
    return arguments[0] if len(arguments) == 2 and arguments[1] is ... else None


def is_one_text(kind: Any) -> bool:
    """Whether a value can be written as a single text."""
    return kind in (str, int, float, bool) or entry_of(kind) in _SHORT


def _without_none(kind: Any) -> Any:
    given = [one for one in get_args(kind) if one is not NoneType]
    return given[0] if NoneType in get_args(kind) else kind


def _write_passage(value: Passage) -> str:
    text = value.text
    if value.marks is not None:
        text = short.add_brackets(text, _pairs(value.marks))
    text = short.with_cuts(text, value.cut_before, value.cut_after)
    return short.with_paragraph(text, value.paragraph)


def _read_passage(text: str) -> Passage:
    body, paragraph = short.paragraph_of(text)
    body, before, after = short.without_cuts(body)
    body, marks = short.remove_brackets(body)
    spans = tuple(Span(start, end) for start, end in marks) or None
    return Passage(body, paragraph, before, after, spans)


def _pairs(spans: tuple[Span, ...]) -> short.Spans:
    return tuple((one.start, one.end) for one in spans)


def _lines(text: str) -> Room | None:
    number = text.strip()
    return Room(int(number)) if number.isdecimal() and len(number) < 4 else None


_SHORT: dict[type, Short] = {
    Excerpt: Short(
        lambda one: short.with_paragraph(one.text, one.paragraph),
        lambda text: Excerpt(*short.paragraph_of(text)),
    ),
    Counted: Short(short.with_count, short.read_count),
    Span: Short(short.with_dash, short.span),
    Passage: Short(_write_passage, _read_passage),
    BlankedItem: Short(
        lambda one: _write_passage(one.passage),
        lambda text: BlankedItem(_read_passage(text)),
    ),
    # A question is written with its box, so that a person sees what can be changed.
    PromptEntry: Short(lambda _: "", PromptEntry),
    Room: Short(lambda _: "", _lines),
    AgendaItem: Short(
        lambda one: one.title if one == AgendaItem(one.title) else "", AgendaItem
    ),
}
