"""Reads OpenDocument text (.odt), as LibreOffice writes it."""

from collections import Counter
from dataclasses import replace

from handout.errors import ReadError
from handout.read.blocks import Contents, RawFile, SourceBlock
from handout.read.contents import contents_of
from handout.read.metadata import of_office
from handout.read.odt.lists import OdtLists
from handout.read.odt.names import OFFICE, STYLE
from handout.read.odt.parts import odt_characters, texts_of
from handout.read.odt.styles import odt_styles
from handout.read.odt.walk import OdtWalk
from handout.read.raw.archive import Container
from handout.read.raw.limits import Budget

_LARGER = 1.12


def read_odt(source: RawFile) -> Contents:
    """Read an OpenDocument text: paragraphs, lists, tables, footnotes, pictures."""
    container = Container(source.content, source.name)
    if _is_locked(container):
        raise ReadError(
            "is protected with a password",
            where=source.name,
            hint="open it in LibreOffice, save it under another name without "
            "“Save with password”, and give that",
        )
    root = container.xml_of("content.xml")
    styled = container.xml_of("styles.xml") if "styles.xml" in container else None
    text = next(root.iter(OFFICE + "text"), None)
    budget = Budget(source.name)
    lists = OdtLists(styled, root)
    walk = OdtWalk(container, odt_styles(root, styled), lists, budget)
    if text is not None:
        walk.through(text)
    found = _weigh_blocks(walk.found)
    characters = odt_characters(text) + walk.written
    for place in ("header", "footer"):
        for part in styled.iter(STYLE + place) if styled is not None else ():
            line = " ".join("".join(texts_of(part)).split())
            characters += odt_characters(part)
            if line:
                found.append(SourceBlock(line, aside="a page head or foot"))
    return contents_of(
        found,
        name=source.name,
        characters=characters,
        budget=budget,
        pictures=tuple(walk.pictures),
        inside=of_office(container, "meta.xml"),
        readings=tuple(walk.readings),
    )


def _is_locked(container: Container) -> bool:
    entry = "META-INF/manifest.xml"
    return entry in container and b"encryption-data" in container.bytes_of(entry)


def _weigh_blocks(found: list[tuple[SourceBlock, float]]) -> list[SourceBlock]:
    """Set the weight of lines in larger type than most of the text."""
    usual: Counter[float] = Counter()
    for block, size in found:
        usual[size] += len(block.text)
    body = usual.most_common(1)[0][0] if usual else 0.0
    return [
        replace(block, weight=max(block.weight, 1 + size / body))
        if body and size > body * _LARGER and block.kind == "text" and not block.aside
        else block
        for block, size in found
    ]
