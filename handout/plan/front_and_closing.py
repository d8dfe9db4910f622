"""Builds what is on the first page and on the last."""

from handout.model.analysis import Analysis
from handout.model.blocks import (
    Block,
    Branch,
    Closing,
    Overview,
    Prompt,
    Room,
    Structure,
)
from handout.model.document import Document
from handout.model.options import PlanOptions
from handout.model.prompts import Prompts
from handout.plan.prompts import ask_about_all
from handout.plan.proportion import closing_of, size_of_part
from handout.plan.section_input import Part
from handout.plan.summary import excerpts

_SHORT_TEXT = 1000
# Kinds whose sections have no structure to draw.
_WITHOUT_STRUCTURE = frozenset({"poem"})


def front(
    document: Document,
    analysis: Analysis,
    parts: tuple[Part, ...],
    options: PlanOptions,
) -> tuple[Block, ...]:
    """The overview and the picture of the structure, each if there is any."""
    blocks: list[Block] = []
    if sentences := excerpts(analysis.overview):
        blocks.append(Overview(sentences))
    branches = tuple(
        Branch(p.place, p.number, p.title, p.heads) for p in parts if p.title
    )
    if len(branches) > 1 and _worth_drawing(document, parts, options.room):
        title = document.title.text if document.title else ""
        blocks.append(Structure(title, branches))
    return tuple(block for block in blocks if block.kind not in options.without)


def _worth_drawing(document: Document, parts: tuple[Part, ...], room: str) -> bool:
    """Whether the structure says more than the headings of a few pages do."""
    if document.kind in _WITHOUT_STRUCTURE:
        return False
    return room == "generous" or sum(map(size_of_part, parts)) >= _SHORT_TEXT


def closing(
    document: Document, parts: tuple[Part, ...], options: PlanOptions, prompts: Prompts
) -> tuple[Block, ...]:
    """The questions about the whole document: more of them for a longer one."""
    if Closing.kind in options.without:
        return ()
    rooms = closing_of(parts, options.room).rooms
    asked = ask_about_all(prompts, document.kind, len(rooms))
    return (
        Closing(
            tuple(
                Prompt(text, Room(lines, share=share))
                for text, (lines, share) in zip(asked, rooms, strict=False)
            )
        ),
    )
