"""Exercises: their items are in the right order, each with its answer and its ¶.

`order` is how a version shuffles them: order[n] is the place, from 0, of the item that
is printed n-th; () until somebody shuffles.
"""

from dataclasses import dataclass
from typing import ClassVar, TypeVar

from handout.model.blocks import Block, Excerpt, Marked, Prompt

# The kinds that can be made of a text; the others a person writes.
MADE_OF_TEXT = ("cloze", "matching", "ordering", "short_answer")

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class ClozeItem:
    """A passage of ¶`paragraph`; its marks are what is blanked, and the answers.

    `cut_before` and `cut_after` say whether the sentence goes on there.
    """

    passage: Marked
    paragraph: int = 0
    cut_before: bool = False
    cut_after: bool = False


@dataclass(frozen=True, slots=True)
class Cloze(Block):
    """Passages with blanks to fill in."""

    kind: ClassVar[str] = "cloze"
    items: tuple[ClozeItem, ...]

    @property
    def widest(self) -> float:
        """The width of the longest answer in ems: every blank is made for it."""
        answers = [
            item.passage.text[start:end]
            for item in self.items
            for start, end in item.passage.marks
        ]
        return max(map(_ems, answers), default=0.0)


@dataclass(frozen=True, slots=True)
class Pair:
    """A phrase and the one sentence it belongs to; its marks are taken out there.

    `cut_before` and `cut_after` say whether the sentence goes on there.
    """

    phrase: str
    sentence: Marked
    paragraph: int = 0
    cut_before: bool = False
    cut_after: bool = False


@dataclass(frozen=True, slots=True)
class Matching(Block):
    """Phrases on one side, sentences without them on the other, shuffled."""

    kind: ClassVar[str] = "matching"
    pairs: tuple[Pair, ...]
    order: tuple[int, ...] = ()

    @property
    def printed(self) -> tuple[Pair, ...]:
        """The pairs in the order in which their sentences are printed."""
        return _in_order(self.pairs, self.order)

    @property
    def places(self) -> tuple[int, ...]:
        """For each pair, the place from 1 at which its sentence is printed."""
        return _places(len(self.pairs), self.order)


@dataclass(frozen=True, slots=True)
class Ordering(Block):
    """What is to be put into the order of the text."""

    kind: ClassVar[str] = "ordering"
    items: tuple[Excerpt, ...]
    order: tuple[int, ...] = ()

    @property
    def printed(self) -> tuple[tuple[int, Excerpt], ...]:
        """The items as they are printed, each with its right place from 1."""
        numbered = tuple(enumerate(self.items, 1))
        return _in_order(numbered, self.order)


@dataclass(frozen=True, slots=True)
class ShortAnswer(Block):
    """Questions with room for an answer of the length that is expected."""

    kind: ClassVar[str] = "short_answer"
    prompts: tuple[Prompt, ...]


@dataclass(frozen=True, slots=True)
class ChoiceItem:
    """A question with options, and the letters of the right ones ("B", "AC")."""

    question: str
    options: tuple[str, ...]
    answer: str
    paragraph: int = 0
    hint: str = ""

    @property
    def widest(self) -> float:
        """The width of the longest option in ems: short ones are side by side."""
        return max(map(_ems, self.options), default=0.0)


@dataclass(frozen=True, slots=True)
class Choice(Block):
    """Questions with options to choose from."""

    kind: ClassVar[str] = "choice"
    items: tuple[ChoiceItem, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement, and whether it is right."""

    text: str
    right: bool
    paragraph: int = 0
    hint: str = ""


@dataclass(frozen=True, slots=True)
class TrueFalse(Block):
    """Statements to judge."""

    kind: ClassVar[str] = "true_false"
    items: tuple[Claim, ...]


def _ems(text: str) -> float:
    """About how wide a text is: a Latin letter is half a Han character."""
    return sum(0.5 if character < "\u2000" else 1.0 for character in text)


def _in_order(items: tuple[_Item, ...], order: tuple[int, ...]) -> tuple[_Item, ...]:
    return tuple(items[place] for place in order) if order else items


def _places(count: int, order: tuple[int, ...]) -> tuple[int, ...]:
    shown = order or tuple(range(count))
    return tuple(shown.index(place) + 1 for place in range(count))
