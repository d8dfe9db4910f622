"""Adds exercises to a section: made of its own sentences, and answered by them."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from handout.model.blocks import Block, Excerpt, Marked, Prompt
from handout.model.exercises import Cloze, Matching, Ordering
from handout.model.handout import Handout
from handout.model.notice import Notice
from handout.model.prompts import Prompts
from handout.plan.exercises.cloze import cloze
from handout.plan.exercises.matching import matching
from handout.plan.exercises.material import Material
from handout.plan.exercises.ordering import ordering
from handout.plan.exercises.short_answer import short_answer
from handout.plan.section_input import Part

# One kind, one line; the order is the order on paper.
EXERCISES: dict[str, Callable[[Material], Block | None]] = {
    "cloze": cloze,
    "matching": matching,
    "ordering": ordering,
    "short_answer": short_answer,
}
# What takes the most from the text comes first to it.
_HARDEST_FIRST = ("ordering", "matching", "cloze", "short_answer")


def exercises(
    part: Part,
    blocks: tuple[Block, ...],
    asked: tuple[str, ...],
    *,
    prompts: Prompts | None = None,
    kind: str = "",
    not_asked: frozenset[str] = frozenset(),
) -> tuple[Block, ...]:
    """The exercises asked for that the section has the material for.

    `blocks` are what is on the same sheet: no answer can be read off there.
    """
    shared = {"cloze", "matching"} <= set(asked)
    material = Material(
        part,
        tuple(visible_texts(blocks)),
        shared=shared,
        prompts=prompts,
        kind=kind,
        not_asked=not_asked,
    )
    made: dict[str, Block] = {}
    for kind in sorted(asked, key=_HARDEST_FIRST.index):
        if block := EXERCISES[kind](material):
            made[kind] = block
            material = replace(
                material,
                asked=(*material.asked, *visible_texts(block)),
                hidden=(*material.hidden, *_answers(block)),
            )
    return tuple(made[kind] for kind in EXERCISES if kind in made)


def exercises_not_made(handout: Handout, asked: tuple[str, ...]) -> tuple[Notice, ...]:
    """Say which exercises were asked for and could not be made, and where."""
    found = []
    for kind in EXERCISES:
        places = [
            section.place
            for section in handout.sections
            if kind in asked and kind not in {block.kind for block in section.blocks}
        ]
        if places:
            message = _why_not(kind, _where(places))
            found.append(Notice("no-exercise", message))
    return tuple(found)


def _where(places: list[int]) -> str:
    """Name sections by their numbers; the opening before them has none."""
    numbers = ", ".join(str(place) for place in places if place)
    if 0 not in places:
        message = f"section {numbers}"
    elif numbers:
        message = f"the opening and section {numbers}"
    else:
        message = "the opening"
    return message


def _why_not(kind: str, places: str) -> str:
    """Say why sections have no exercise of a kind."""
    name = kind.replace("_", " ")
    message = (
        f"no {name} in {places}: there is too little for it that the same "
        "sheet does not give away (ask for fewer [[exercises]], or fewer [[phrases]] "
        "in the table)"
    )
    if kind == "ordering":
        message = (
            f"no ordering in {places}: it has no steps or dates, and points "
            "without an order are not put in one"
        )
    elif kind == "short_answer":
        message = (
            f"no short answer in {places}: what could be asked is printed on "
            "the same sheet"
        )
    return message


def visible_texts(value: Any) -> Iterator[str]:
    """The running texts that a reader sees of blocks: blanks are blanks."""
    if isinstance(value, Cloze | Matching):
        for marked in _passages(value):
            yield "\n".join(text for text, blank in marked.runs if not blank)
    elif isinstance(value, Prompt | Excerpt | Marked):
        yield value.text
    elif isinstance(value, tuple):
        for one in value:
            yield from visible_texts(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from visible_texts(getattr(value, field.name))


def _passages(block: Cloze | Matching) -> list[Marked]:
    if isinstance(block, Cloze):
        return [item.passage for item in block.items]
    return [pair.sentence for pair in block.pairs]


def _answers(block: Block) -> tuple[str, ...]:
    """The words that no further exercise may show."""
    if isinstance(block, Cloze):
        spans = [
            (i.passage.text, *mark) for i in block.items for mark in i.passage.marks
        ]
        return tuple(text[start:end] for text, start, end in spans)
    if isinstance(block, Matching):
        return tuple(pair.phrase for pair in block.pairs)
    if isinstance(block, Ordering):
        return tuple(item.text for item in block.items)
    return ()
