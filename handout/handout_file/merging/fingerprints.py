"""Marks what the program makes, so that a person's edits can be recognised."""

import hashlib
import json
from typing import Any

from handout.handout_file.shape.file_keys import FileEntry
from handout.handout_file.writing import tree_of
from handout.model.blocks import Block
from handout.model.draft import Draft, Mark, Record, SectionMarks
from handout.model.handout import Handout, HandoutSection

HEAD = ("title", "subtitle", "byline", "date", "source", "around", "language")
PARTS = ("number", "title", "heads")
_PERSON = ("pin", "redo", "drop")
_LENGTH = 8


def mark_of(name: str, value: Any) -> Mark:
    """The mark of a value: the same for the same, whatever a person says on it."""
    tree = tree_of(value)
    if isinstance(tree, dict):
        tree = {key: one for key, one in tree.items() if key not in _PERSON}
    text = json.dumps(tree, ensure_ascii=False, sort_keys=True)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Mark(name, digest[:_LENGTH])


def record_of(handout: Handout) -> Record:
    """The record of a handout that was just made."""
    entry = FileEntry.of(Draft(handout))
    return Record(
        head=tuple(mark_of(name, getattr(handout, name)) for name in HEAD),
        front=block_marks(entry.front),
        closing=block_marks(entry.closing),
        sections=tuple(
            SectionMarks(s.first, s.last, (*part_marks(s), *block_marks(s.blocks)))
            for s in entry.sections
        ),
    )


def part_marks(section: HandoutSection) -> tuple[Mark, ...]:
    """The marks of a section's own words."""
    return tuple(mark_of(name, getattr(section, name)) for name in PARTS)


def block_marks(blocks: tuple[Block, ...]) -> tuple[Mark, ...]:
    """The marks of blocks, each under its word."""
    return tuple(mark_of(block.kind, block) for block in blocks)
