"""Builds the article itself, with its key phrases marked, for --with-text."""

import re
from dataclasses import replace

from handout.model.analysis import Analysis, KeyPhrase
from handout.model.document import Document, Paragraph, Picture, Section
from handout.model.handout import (
    HandoutSection,
    TextParagraph,
    TextPicture,
    TextSection,
)
from handout.plan.text_runs import Spans, runs_of
from handout.plan.text_tables import column_widths, table_rows

_NUMBERED = re.compile(
    r"[（(]?(?:\d+(?:\.\w+)*|[一二三四五六七八九十百甲乙丙丁戊己庚辛壬癸]+|[a-zA-Z]|"
    r"[ivxlcdm]+|[IVXLCDM]+)[.．、）)]|[①-⑳•·■●○-]"
)


def text_sections(document: Document, analysis: Analysis) -> tuple[TextSection, ...]:
    """Every section of the article, in reading order, with its phrases marked."""
    pairs = zip(document.sections, analysis.sections, strict=True)
    shown = _captioned_once(document)
    sections = [
        _section(section, found.keyphrases, shown)
        for top, found in pairs
        for section in top.walk()
    ]
    first = _after(0, shown)
    if first:
        sections.insert(0, TextSection(0, "", (), first))
    return tuple(sections)


def text_of(
    text: tuple[TextSection, ...], section: HandoutSection
) -> tuple[TextSection, ...]:
    """The part of the printed article that a section is made of."""
    kept = (
        replace(
            part,
            paragraphs=tuple(
                p for p in part.paragraphs if section.first <= p.number <= section.last
            ),
        )
        for part in text
    )
    return tuple(part for part in kept if part.paragraphs)


def _captioned_once(document: Document) -> tuple[Picture, ...]:
    """The pictures, without the words that a line beside them says already."""
    texts = ["", *(p.text for p in document.paragraphs), ""]
    return tuple(
        replace(p, alt="") if p.alt in texts[p.after : p.after + 2] else p
        for p in document.pictures
    )


def _section(
    section: Section, phrases: tuple[KeyPhrase, ...], pictures: tuple[Picture, ...]
) -> TextSection:
    level = section.heading.level if section.heading else 0
    heading = section.heading.text if section.heading else ""
    paragraphs = [_paragraph(p, phrases, pictures) for p in section.paragraphs]
    return TextSection(level, heading, tuple(paragraphs))


def _after(number: int, pictures: tuple[Picture, ...]) -> tuple[TextPicture, ...]:
    """The pictures that follow ¶`number`."""
    return tuple(
        TextPicture(p.content, p.media_type, p.alt)
        for p in pictures
        if p.after == number
    )


def _paragraph(
    paragraph: Paragraph,
    phrases: tuple[KeyPhrase, ...],
    pictures: tuple[Picture, ...],
) -> TextParagraph:
    marks = _marks(paragraph, phrases)
    return TextParagraph(
        number=paragraph.number,
        kind=paragraph.kind,
        depth=paragraph.depth,
        runs=() if paragraph.rows else runs_of(paragraph, marks),
        rows=table_rows(paragraph, marks),
        heads=paragraph.table.heads if paragraph.table else 0,
        widths=column_widths(paragraph),
        bullet=paragraph.kind == "item" and not _NUMBERED.match(paragraph.text),
        pictures=_after(paragraph.number, pictures),
    )


def _marks(paragraph: Paragraph, phrases: tuple[KeyPhrase, ...]) -> Spans:
    """Mark where the table found each phrase: one mark a phrase keeps pages calm."""
    spans = sorted(
        (p.start, p.start + len(p.text))
        for p in phrases
        if p.paragraph == paragraph.number and p.start >= len(paragraph.run_in)
    )
    marks: Spans = []
    for start, end in spans:
        if not marks or start >= marks[-1][1]:
            marks.append((start, end))
    return marks
