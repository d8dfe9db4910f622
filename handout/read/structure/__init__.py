"""Finds title, byline, headings and run-in heads in blocks; no character is lost."""

from dataclasses import replace

from handout.model.document import (
    Aside,
    Document,
    Heading,
    Line,
    Paragraph,
    Picture,
    Section,
)
from handout.read.blocks import Contents, SourceBlock
from handout.read.structure.cut_sections import cut_sections
from handout.read.structure.front import read_front
from handout.read.structure.headings import find_headings
from handout.read.structure.kind import text_kind
from handout.read.structure.language import language_of
from handout.read.structure.run_in_heads import find_run_in_heads
from handout.read.structure.talk import with_speakers

_DEEPEST = 9


def build_document(
    contents: Contents,
    *,
    name: str,
    title: str | None = None,
    language: str = "",
    sections_wanted: str = "",
) -> Document:
    """Put every block into its place in a Document.

    A `title` passed in is not searched for: no line becomes the title unless it
    says the same. A `language` passed in is believed. `sections_wanted` is "none",
    a depth or titles: see cut_sections.
    """
    blocks = contents.blocks
    asides = [_aside(block, block.aside) for block in blocks if block.aside]
    lines = [block for block in blocks if not block.aside]
    known = _fields(lines)
    taken = [known[field] for field in known]
    lines = [block for block in lines if not (block.field and _line(block) in taken)]
    found = read_front(lines, known, title=title, inside=contents.inside)
    front, lines = found.fields, found.lines
    asides += found.asides
    for field in ("byline", "date", "source"):
        if contents.inside.get(field):
            front.setdefault(field, Line(contents.inside[field], 0, 0))
    kind, evidence = text_kind(
        [block.text for block in blocks],
        title=front["title"].text if "title" in front else "",
    )
    headings = find_headings(
        lines, title=front["title"].text if "title" in front else "", kind=kind
    )
    cut = cut_sections(lines, headings, sections_wanted, name=name)
    asides += [_aside(lines[n], reason) for n, reason in cut.set_aside.items()]
    headings = _moved_up(cut.headings, set(cut.set_aside))
    lines = [block for n, block in enumerate(lines) if n not in cut.set_aside]
    sections = _sections(lines, headings)
    if kind == "interview":
        sections = with_speakers(sections)
    return Document(
        name=name,
        language=language or language_of(contents.text),
        characters=contents.characters,
        title=front.get("title"),
        byline=front.get("byline"),
        date=front.get("date"),
        source=front.get("source"),
        sections=sections,
        asides=tuple(sorted(asides, key=lambda aside: aside.start)),
        pictures=_pictures(contents, lines, headings),
        readings=contents.readings,
        kind=kind,
        kind_evidence=evidence,
    )


def _line(block: SourceBlock) -> Line:
    return Line(block.text, block.start, block.line)


def _aside(block: SourceBlock, reason: str) -> Aside:
    return Aside(block.text, reason, block.start, block.line)


def _fields(lines: list[SourceBlock]) -> dict[str, Line]:
    front: dict[str, Line] = {}
    for block in lines:
        if block.field:
            front.setdefault(block.field, _line(block))
    return front


def _moved_up(headings: dict[int, Heading], gone: set[int]) -> dict[int, Heading]:
    """The headings by their new places once lines before them are removed."""
    return {n - sum(g < n for g in gone): heading for n, heading in headings.items()}


def _sections(
    lines: list[SourceBlock], headings: dict[int, Heading]
) -> tuple[Section, ...]:
    """Nest headings by level; paragraphs are numbered through the document."""
    heads = find_run_in_heads(lines, headings)
    open_sections: list[_Open] = [_Open(None)]
    number = 0
    for place, block in enumerate(lines):
        if heading := headings.get(place):
            while open_sections[-1].level >= heading.level:
                open_sections.pop()
            # Nobody prints deeper levels, and nesting must end somewhere.
            if len(open_sections) > _DEEPEST:
                open_sections.pop()
            section = _Open(replace(heading, level=min(heading.level, _DEEPEST)))
            open_sections[-1].sections.append(section)
            open_sections.append(section)
        else:
            number += 1
            paragraph = _paragraph(block, number, heads.get(place, ""))
            open_sections[-1].paragraphs.append(paragraph)
    root = open_sections[0]
    introduction = [Section(None, tuple(root.paragraphs))] if root.paragraphs else []
    return tuple(introduction + [section.close() for section in root.sections])


def _paragraph(block: SourceBlock, number: int, run_in: str) -> Paragraph:
    return Paragraph(
        number=number,
        text=block.text,
        start=block.start,
        line=block.line,
        run_in=run_in,
        kind=block.kind,
        depth=block.depth,
        emphasis=block.emphasis,
        table=block.table,
        marks=block.marks,
    )


def _pictures(
    contents: Contents, lines: list[SourceBlock], headings: dict[int, Heading]
) -> tuple[Picture, ...]:
    """The pictures, each with the paragraph that it follows."""
    starts = [b.start for n, b in enumerate(lines) if n not in headings]
    found = []
    for picture in contents.pictures:
        before = contents.blocks[: picture.after]
        reached = before[-1].start if before else -1
        after = sum(start <= reached for start in starts)
        found.append(replace(picture, after=after))
    return tuple(found)


class _Open:
    """A section that still takes paragraphs."""

    def __init__(self, heading: Heading | None) -> None:
        self.heading = heading
        self.level = heading.level if heading else 0
        self.paragraphs: list[Paragraph] = []
        self.sections: list[_Open] = []

    def close(self) -> Section:
        sections = tuple(section.close() for section in self.sections)
        return Section(self.heading, tuple(self.paragraphs), sections)
