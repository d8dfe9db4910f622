"""Exercises: their items stand in the right order, each with its answer and its ¶.

`order` is how a version shuffles them: order[n] is the place, from 0, of the item that
is printed n-th; () until somebody shuffles.
"""

from dataclasses import dataclass
from typing import ClassVar

from handout.model.blocks import Block, Excerpt, Marked, Prompt


@dataclass(frozen=True, slots=True)
class ClozeItem:
    """A passage of ¶`paragraph`; its marks are what is blanked, and the answers."""

    passage: Marked
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Cloze(Block):
    """Passages with blanks to fill in."""

    kind: ClassVar[str] = "cloze"
    items: tuple[ClozeItem, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A phrase and the one sentence it belongs to; its marks are taken out there."""

    phrase: str
    sentence: Marked
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Matching(Block):
    """Phrases on one side, sentences without them on the other, shuffled."""

    kind: ClassVar[str] = "matching"
    pairs: tuple[Pair, ...]
    order: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Ordering(Block):
    """What is to be put into the order of the text."""

    kind: ClassVar[str] = "ordering"
    items: tuple[Excerpt, ...]
    order: tuple[int, ...] = ()


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
