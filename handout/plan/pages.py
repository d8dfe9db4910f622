"""Which sections fill pages of their own, and which share pages.

Heights are estimates in mm on A4: what decides is whether a section is short, not
where its last line ends.
"""

from dataclasses import replace
from math import ceil

from handout.model.blocks import (
    Block,
    Closing,
    KeyPhrases,
    Notes,
    Prompt,
    Reflection,
    Room,
    Summary,
)
from handout.model.exercises import ShortAnswer
from handout.model.handout import Handout, HandoutSection
from handout.model.meeting import Discussion

# A section below the first shares its page; one above the other has two that face.
_SHARING = {"generous": 110.0, "usual": 200.0, "tight": float("inf")}
_SPREAD, _ALONE = 235.0, 300.0
_HEADING, _LINE, _ROW, _CHARACTERS = 16.0, 6.2, 8.5, 34
_GAP = 5.0
# Blocks of which nothing else is known.
_OTHER = 45.0
# From so many groups, each with a box, no box fills what is left.
_GROUPS = 2
# How far a box grows where sections share pages: beyond, a page stays white.
_GROWTH = 3


def arrange(handout: Handout, *, room: str = "usual") -> Handout:
    """Say of each section whether it shares pages, or fills two.

    Boxes of those that share grow no further than their questions need.
    """
    alone = len(handout.sections) == 1
    limit = _ALONE if alone and room == "usual" else _SHARING[room]
    sections = tuple(_arrange_section(one, limit) for one in handout.sections)
    closing = handout.closing
    if sections and sections[-1].shares_page:
        closing = tuple(_kept_low(block) for block in closing)
    return replace(handout, sections=sections, closing=closing)


def _arrange_section(section: HandoutSection, limit: float) -> HandoutSection:
    """Say how a section is placed; one below the limit shares its page."""
    height = _HEADING + sum(map(_height, section.blocks))
    if height >= limit:
        blocks = tuple(map(_with_low_boxes, section.blocks))
        return replace(section, fills_spread=height >= _SPREAD, blocks=blocks)
    blocks = tuple(_kept_low(block) for block in section.blocks)
    return replace(section, shares_page=True, blocks=blocks)


def _with_low_boxes(block: Block) -> Block:
    """Keep a box for each group from filling a page of its own."""
    if not isinstance(block, Discussion) or len(block.groups) < _GROUPS:
        return block
    room = block.room
    return replace(block, room=replace(room, most=room.most or _GROWTH * room.lines))


def _height(block: Block) -> float:
    match block:
        case Summary(sentences=sentences):
            return _GAP + sum(map(_text_height, (s.text for s in sentences)))
        case KeyPhrases(rows=rows):
            quotes = (ceil(len(row.quote.passage.text) / 13) for row in rows)
            return _GAP + 9 + sum(max(10.0, 5.5 * lines) for lines in quotes)
        case Reflection(prompts=prompts) | ShortAnswer(prompts=prompts):
            return _GAP + sum(map(_prompt_height, prompts))
        case Notes(room=room):
            return _GAP + _room_height(room)
    return _OTHER


def _text_height(text: str) -> float:
    return 2 + _LINE * ceil(len(text) / _CHARACTERS)


def _prompt_height(prompt: Prompt) -> float:
    return _text_height(prompt.text) + _room_height(prompt.room) + _GAP


def _room_height(room: Room) -> float:
    return room.mm or room.lines * (room.row or _ROW)


def _kept_low(block: Block) -> Block:
    """Let the boxes of a block grow to a few times their lines, and no further."""
    if isinstance(block, Discussion):
        return _with_low_boxes(block)
    if not isinstance(block, Reflection | Closing | ShortAnswer):
        return block
    prompts = tuple(
        replace(p, room=replace(p.room, most=p.room.most or _GROWTH * p.room.lines))
        for p in block.prompts
    )
    return replace(block, prompts=prompts)
