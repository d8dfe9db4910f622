"""Reads Word files (.docx): tracked changes accepted, automatic numbers written out."""

from collections import Counter
from dataclasses import replace

from handout.read.blocks import Contents, RawFile, SourceBlock
from handout.read.contents import contents_of
from handout.read.metadata import of_office
from handout.read.raw.archive import Container
from handout.read.raw.limits import Budget
from handout.read.word.package import Package
from handout.read.word.walk import Found, WordWalk

_LARGER = 3


def read_docx(source: RawFile, *, deep: int = 0) -> Contents:
    """Read a Word file: its body, text boxes, tables, footnotes and pictures.

    `deep` counts the files that this one is embedded in.
    """
    container = Container(source.content, source.name)
    package = Package(container)
    walk = WordWalk(package, Budget(source.name), deep=deep)
    walk.body(container.xml_of(package.main))
    walk.rest()
    return contents_of(
        _weigh_blocks(walk.found),
        name=source.name,
        characters=walk.counted + walk.written,
        budget=walk.budget,
        notices=tuple(walk.notices),
        pictures=tuple(walk.pictures),
        inside=of_office(container, "docProps/core.xml"),
        readings=tuple(walk.readings),
    )


def _weigh_blocks(found: list[Found]) -> list[SourceBlock]:
    """Set the weight of lines in larger type than most of the text."""
    usual: Counter[int] = Counter()
    for block, size in found:
        usual[size] += len(block.text)
    body = usual.most_common(1)[0][0] if usual else 0
    blocks = []
    for block, size in found:
        larger = size >= body + _LARGER and not block.aside and block.kind == "text"
        weight = 1 + size / max(1, body) if larger else 0.0
        weighs_more = weight > block.weight
        blocks.append(replace(block, weight=weight) if weighs_more else block)
    return blocks
