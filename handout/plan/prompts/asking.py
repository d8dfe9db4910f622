"""Chooses the questions of a document: none twice, and other ones for each section."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from handout.model.prompts import ASKS, Pattern, Prompts
from handout.plan.prompts.fillers import Fillers

# Slots whose filler several questions of a section may name.
_REPEATED = ("title", "steps")
# What a section is asked, one of each in turn.
_GROUPS = (("understand", "recall"), ("relate", "judge"), ("apply", "create"))


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is printed, its pattern, and the words of the section in it."""

    text: str
    pattern: Pattern
    words: tuple[str, ...]


@dataclass(slots=True)
class _Choice:
    """What there is to ask, in the order it is tried, and what was asked before.

    The patterns of the kind come before those for all kinds, and those with slots,
    which speak of the section, before those without.
    """

    ranked: tuple[Pattern, ...]
    here: str
    patterns: dict[Pattern, int] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)

    def note(self, asked: Asked) -> None:
        self.patterns[asked.pattern] = self.patterns.get(asked.pattern, 0) + 1
        self.words |= set(asked.words)

    def next(self, asks: tuple[str, ...], fillers: Fillers) -> Asked | None:
        """The first pattern not used yet that the section can fill."""
        for pattern in self.ranked:
            fresh = pattern.asks in asks and pattern not in self.patterns
            if fresh and (asked := self._fill_pattern(pattern, fillers)):
                return asked
        return None

    def again(self, fillers: Fillers) -> Asked | None:
        """A pattern that was used before; the least used first."""
        for pattern in sorted(self.ranked, key=lambda p: self.patterns.get(p, 0)):
            if asked := self._fill_pattern(pattern, fillers):
                return asked
        return None

    def _fill_pattern(self, pattern: Pattern, fillers: Fillers) -> Asked | None:
        words = _words(pattern, fillers, self.words)
        if words is None:
            return None
        text = pattern.text.format(here=self.here, **words)
        return Asked(text[:1].upper() + text[1:], pattern, tuple(words.values()))


def ask_sections(
    prompts: Prompts, kind: str, sections: Sequence[tuple[Fillers, int]]
) -> tuple[tuple[Asked, ...], ...]:
    """The questions of each section, given what fills slots and how many are wanted.

    A pattern comes again only where no other is left that fits.
    """
    known = prompts.of(kind)
    choice = _Choice(
        ranked=(
            *sorted(known.patterns, key=lambda pattern: not pattern.slots),
            *sorted(known.common, key=lambda pattern: not pattern.slots),
        ),
        here=known.section if len(sections) > 1 else known.whole,
    )
    return tuple(
        _of_section(choice, place, fillers, wanted)
        for place, (fillers, wanted) in enumerate(sections)
    )


def _of_section(
    choice: _Choice, place: int, fillers: Fillers, wanted: int
) -> tuple[Asked, ...]:
    asked: list[Asked] = []
    for number in range(wanted):
        # One question: a different thing in each section; more: one of each in order.
        group = _GROUPS[(number if wanted > 1 else place) % len(_GROUPS)]
        taken = {one.pattern.asks for one in asked}
        rest = tuple(asks for asks in ASKS if asks not in taken)
        found = None
        for asks in (group, rest, ASKS):
            found = found or choice.next(asks, fillers)
        if found is None and not asked:
            found = choice.again(fillers)
        if found is not None:
            choice.note(found)
            asked.append(found)
    return tuple(sorted(asked, key=lambda one: ASKS.index(one.pattern.asks)))


def _words(
    pattern: Pattern, fillers: Fillers, avoid: set[str]
) -> dict[str, str] | None:
    """What fills each slot of a pattern; None where something fits no slot."""
    words: dict[str, str] = {}
    for slot in pattern.slots:
        if slot == "other":
            continue
        pool = [w for w in fillers.get(slot.rstrip("2"), ()) if w not in words.values()]
        fresh = [w for w in pool if w not in avoid or slot in _REPEATED]
        if not fresh:
            return None
        words[slot] = fresh[0]
    if "one" in words:
        words["one"], words["other"] = words["one"].split("\t", 1)
    return words


def ask_about_all(prompts: Prompts, kind: str, most: int) -> tuple[str, ...]:
    """The questions about the whole document, at the end."""
    return prompts.of(kind).closing[:most]
