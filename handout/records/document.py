"""What `outline --json` prints: the document with every piece where it belongs."""

from typing import Literal, TypedDict

from handout.model.document import (
    Document,
    Heading,
    Line,
    Paragraph,
    Picture,
    Section,
)
from handout.model.notice import Notice
from handout.records.version import SCHEMA


class NoticeRecord(TypedDict):
    """Something worth knowing that did not stop the work."""

    code: str
    message: str
    where: str


class HeadingRecord(TypedDict):
    """A heading: `text` is its line in the source, `mark` + `title` are its parts."""

    text: str
    mark: str
    title: str
    level: int
    start: int
    line: int
    reason: str
    confidence: float


class SectionRecord(TypedDict):
    """A section: `place` is 2.1 for the first one below the second.

    `heading` is null for the text before the first heading. `first` and `last` are its
    paragraphs with those of the sections below it, 0 if it has none.
    """

    place: str
    heading: HeadingRecord | None
    first: int
    last: int


class EmphasisRecord(TypedDict):
    """A stretch of a paragraph that is set off: strong, em, proper or book."""

    start: int
    end: int
    kind: str


class ParagraphRecord(TypedDict):
    """A paragraph as it is in the source; `number` is printed as ¶n."""

    number: int
    text: str
    start: int
    line: int
    run_in: str
    kind: Literal["text", "item", "quotation", "code", "table", "footnote"]
    depth: int
    emphasis: list[EmphasisRecord]


class OutlineSection(SectionRecord):
    """A section with its own paragraphs, and the sections below it."""

    paragraphs: list[ParagraphRecord]
    sections: list["OutlineSection"]


class LineRecord(TypedDict):
    """A title, byline, date or source; `line` is 0 if it is not in the file's text."""

    text: str
    start: int
    line: int


class AsideRecord(TypedDict):
    """A piece that was set aside, and why."""

    text: str
    reason: str
    start: int
    line: int


class PictureRecord(TypedDict):
    """A picture of the source: its size in bytes, and the paragraph it follows."""

    media_type: str
    alt: str
    after: int
    size: int


class OutlineRecord(TypedDict):
    """A document as it was read, and the proof that no character was lost.

    `kind` is what sort of text it is, "" where nothing makes it certain.
    """

    schema: Literal[1]
    name: str
    language: str
    kind: str
    kind_evidence: list[str]
    title: LineRecord | None
    byline: LineRecord | None
    date: LineRecord | None
    source: LineRecord | None
    sections: list[OutlineSection]
    asides: list[AsideRecord]
    pictures: list[PictureRecord]
    readings: list[list[str]]
    characters: int
    placed: int
    set_aside: int
    notices: list[NoticeRecord]


def outline_record(document: Document, notices: tuple[Notice, ...]) -> OutlineRecord:
    """The record of a document."""
    return {
        "schema": SCHEMA,
        "name": document.name,
        "language": document.language,
        "kind": document.kind,
        "kind_evidence": list(document.kind_evidence),
        "title": _line(document.title),
        "byline": _line(document.byline),
        "date": _line(document.date),
        "source": _line(document.source),
        "sections": _sections(document.sections, ""),
        "asides": aside_records(document),
        "pictures": [_picture(picture) for picture in document.pictures],
        "readings": [list(pair) for pair in document.readings],
        "characters": document.characters,
        "placed": document.placed,
        "set_aside": document.set_aside,
        "notices": notice_records(notices),
    }


def section_record(section: Section, place: str) -> SectionRecord:
    """What every record says of a section."""
    numbers = [paragraph.number for paragraph in section.all_paragraphs]
    return {
        "place": place,
        "heading": _heading(section.heading) if section.heading else None,
        "first": min(numbers, default=0),
        "last": max(numbers, default=0),
    }


def aside_records(document: Document) -> list[AsideRecord]:
    """What was set aside, in reading order."""
    return [
        {"text": a.text, "reason": a.reason, "start": a.start, "line": a.line}
        for a in document.asides
    ]


def notice_records(notices: tuple[Notice, ...]) -> list[NoticeRecord]:
    """Notices as records."""
    return [{"code": n.code, "message": n.message, "where": n.where} for n in notices]


def _sections(sections: tuple[Section, ...], above: str) -> list[OutlineSection]:
    found: list[OutlineSection] = []
    for number, section in enumerate(sections, 1):
        place = f"{above}{number}"
        found.append(
            {
                **section_record(section, place),
                "paragraphs": [_paragraph(one) for one in section.paragraphs],
                "sections": _sections(section.sections, f"{place}."),
            }
        )
    return found


def _heading(heading: Heading) -> HeadingRecord:
    return {
        "text": heading.text,
        "mark": heading.mark,
        "title": heading.title,
        "level": heading.level,
        "start": heading.start,
        "line": heading.line,
        "reason": heading.reason,
        "confidence": heading.confidence,
    }


def _paragraph(paragraph: Paragraph) -> ParagraphRecord:
    return {
        "number": paragraph.number,
        "text": paragraph.text,
        "start": paragraph.start,
        "line": paragraph.line,
        "run_in": paragraph.run_in,
        "kind": paragraph.kind,  # type: ignore[typeddict-item]  # the model has text
        "depth": paragraph.depth,
        "emphasis": [
            {"start": e.start, "end": e.end, "kind": e.kind} for e in paragraph.emphasis
        ],
    }


def _line(line: Line | None) -> LineRecord | None:
    if line is None:
        return None
    return {"text": line.text, "start": line.start, "line": line.line}


def _picture(picture: Picture) -> PictureRecord:
    return {
        "media_type": picture.media_type,
        "alt": picture.alt,
        "after": picture.after,
        "size": len(picture.content),
    }
