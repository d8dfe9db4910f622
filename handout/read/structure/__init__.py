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
from handout.read.blocks import Block, Contents
from handout.read.structure.front_matter import (
    aside_reason,
    contents_lines,
    field_of,
    title_line,
)
from handout.read.structure.heading_numbers import number_of
from handout.read.structure.headings import find_headings
from handout.read.structure.kind import kind_of
from handout.read.structure.language import language_of
from handout.read.structure.run_in_heads import run_in_heads

_DEEPEST = 9


def build(
    contents: Contents, *, name: str, title: str | None = None, language: str = ""
) -> Document:
    """Put every block into its place in a Document.

    A `title` that is given is not looked for: no line is taken for it unless it
    says the same. A `language` that is given is believed.
    """
    blocks = contents.blocks
    asides = [_aside(block, block.aside) for block in blocks if block.aside]
    lines = [block for block in blocks if not block.aside]
    front = _fields(lines)
    taken = [front[field] for field in front]
    lines = [block for block in lines if not (block.field and _line(block) in taken)]
    lines = _take_title(lines, front, title, contents.inside.get("title", ""))
    lines = _set_furniture_aside(lines, front, asides, contents.inside)
    for field in ("byline", "date", "source"):
        if contents.inside.get(field):
            front.setdefault(field, Line(contents.inside[field], 0, 0))
    headings = find_headings(
        lines, title=front["title"].text if "title" in front else ""
    )
    kind, evidence = kind_of(
        [block.text for block in blocks],
        title=front["title"].text if "title" in front else "",
    )
    return Document(
        name=name,
        language=language or language_of(contents.text),
        characters=contents.characters,
        title=front.get("title"),
        byline=front.get("byline"),
        date=front.get("date"),
        source=front.get("source"),
        sections=_sections(lines, headings),
        asides=tuple(sorted(asides, key=lambda aside: aside.start)),
        pictures=_pictures(contents, lines, headings),
        readings=contents.readings,
        kind=kind,
        kind_evidence=evidence,
    )


def _line(block: Block) -> Line:
    return Line(block.text, block.start, block.line)


def _aside(block: Block, reason: str) -> Aside:
    return Aside(block.text, reason, block.start, block.line)


def _fields(lines: list[Block]) -> dict[str, Line]:
    front: dict[str, Line] = {}
    for block in lines:
        if block.field:
            front.setdefault(block.field, _line(block))
    return front


def _take_title(
    lines: list[Block], front: dict[str, Line], title: str | None, inside: str
) -> list[Block]:
    """Put the title among the front lines; give the lines without it."""
    if title is not None:
        same = [block for block in lines[:3] if block.text == title.strip()]
        found = same[0] if same else None
        if not found and title.strip() and "title" not in front:
            front["title"] = Line(title.strip(), 0, 0)
    elif "title" in front:
        return lines
    else:
        numbered = bool(lines and number_of(lines[0].text))
        found = title_line(lines, numbered=numbered)
        if not found and inside:
            front["title"] = Line(inside, 0, 0)
    if found:
        front["title"] = _line(found)
    return [block for block in lines if block is not found]


def _set_furniture_aside(
    lines: list[Block],
    front: dict[str, Line],
    asides: list[Aside],
    told: dict[str, str],
) -> list[Block]:
    """Take byline, date, source and what is no part of the text out of the lines."""
    kept = []
    listed = contents_lines(lines)
    title = front["title"].text if "title" in front else ""
    for place, block in enumerate(lines):
        reason = "the table of contents" if place in listed else aside_reason(block)
        if block.text == title and place < 3:
            reason = "the title again"
        at_an_end = place < 6 or place >= len(lines) - 6
        field = field_of(block) if at_an_end and not block.level else ""
        # A name under the title that the file gives as its author's.
        if place < 6 and block.text == told.get("byline"):
            field = "byline"
        if block.fixed:
            kept.append(block)
        elif field and field not in front:
            front[field] = _line(block)
        elif reason:
            asides.append(_aside(block, reason))
        else:
            kept.append(block)
    return kept


def _sections(lines: list[Block], headings: dict[int, Heading]) -> tuple[Section, ...]:
    """Nest headings by level; paragraphs are numbered through the document."""
    heads = run_in_heads(lines, headings)
    open_sections: list[_Open] = [_Open(None)]
    number = 0
    for place, block in enumerate(lines):
        if heading := headings.get(place):
            while open_sections[-1].level >= heading.level:
                open_sections.pop()
            # Deeper than this nobody prints, and nesting must end somewhere.
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
    return tuple(introduction + [section.closed() for section in root.sections])


def _paragraph(block: Block, number: int, run_in: str) -> Paragraph:
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
    )


def _pictures(
    contents: Contents, lines: list[Block], headings: dict[int, Heading]
) -> tuple[Picture, ...]:
    """Say after which paragraph each picture stands."""
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

    def closed(self) -> Section:
        sections = tuple(section.closed() for section in self.sections)
        return Section(self.heading, tuple(self.paragraphs), sections)
