"""Questions by kind of text: what they ask for, and which slots take words of it."""

import re
from dataclasses import dataclass

# The table of prompts for texts of no kind, and for what fits every kind.
ANY = "any"
# Bloom's six, as revised in 2001. The text itself answers the first three.
ASKS = ("recall", "understand", "relate", "judge", "apply", "create")
ANSWERED = frozenset(ASKS[:3])
# What a slot takes. A question is asked only where something fits every slot of it.
SLOTS = {
    "here": "what the section is called in a sentence: 本节, 本文",
    "title": "the heading of the section, if it says what the section is about",
    "part": "a sub-heading or run-in head of the section",
    "part2": "another of them",
    "concept": "a thing or an idea that the section explains",
    "task": "something to be done: 加强理论学习",
    "event": "something that happened: 商鞅变法",
    "quotation": "a short sentence of the section",
    "one": "one of two things that the section sets against each other",
    "other": "the other of the two",
    "steps": "how many steps the section has",
}
_SLOT = re.compile(r"\{(\w*)\}")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A question with slots, and what it asks for ("recall" … "create")."""

    text: str
    asks: str

    @property
    def slots(self) -> tuple[str, ...]:
        """The slots that take words of the section."""
        return tuple(slot for slot in slots_in(self.text) if slot != "here")

    @property
    def answered(self) -> bool:
        """Whether the text itself answers the question."""
        return self.asks in ANSWERED


@dataclass(frozen=True, slots=True)
class KindPrompts:
    """The questions for one kind of text; () where the kind has none of its own.

    `common` are patterns that fit every kind. `section` and `whole` are what {here}
    says in a section and in a text without sections.
    """

    patterns: tuple[Pattern, ...] = ()
    common: tuple[Pattern, ...] = ()
    closing: tuple[str, ...] = ()
    discuss: tuple[str, ...] = ()
    explain_head: tuple[str, ...] = ()
    explain_phrase: tuple[str, ...] = ()
    section: str = ""
    whole: str = ""


@dataclass(frozen=True, slots=True)
class Prompts:
    """All questions in one language; `group` names a group by its number."""

    language: str
    group: str
    kinds: tuple[tuple[str, KindPrompts], ...]

    def of(self, kind: str) -> KindPrompts:
        """The questions for a kind, those for all kinds behind them."""
        known = dict(self.kinds)
        own, common = known.get(kind, KindPrompts()), known.get(ANY, KindPrompts())
        return KindPrompts(
            patterns=own.patterns,
            common=common.patterns,
            closing=own.closing or common.closing,
            discuss=(*own.discuss, *common.discuss),
            explain_head=own.explain_head or common.explain_head,
            explain_phrase=own.explain_phrase or common.explain_phrase,
            section=own.section or common.section,
            whole=own.whole or common.whole,
        )


def slots_in(text: str) -> tuple[str, ...]:
    """The names in braces, in the order in which they appear."""
    return tuple(_SLOT.findall(text))
