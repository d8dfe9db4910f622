"""Builds the article itself, with its key phrases marked, for --with-text."""

from handout.model.analysis import Analysis, KeyPhrase
from handout.model.document import Document, Paragraph, Section
from handout.model.handout import Marked, TextParagraph, TextSection


def text_sections(document: Document, analysis: Analysis) -> tuple[TextSection, ...]:
    """Give every section of the article, in reading order, with its phrases marked."""
    pairs = zip(document.sections, analysis.sections, strict=True)
    return tuple(
        _section(section, found.keyphrases)
        for top, found in pairs
        for section in top.walk()
    )


def _section(section: Section, phrases: tuple[KeyPhrase, ...]) -> TextSection:
    level = section.heading.level if section.heading else 0
    heading = section.heading.text if section.heading else ""
    paragraphs = tuple(_paragraph(p, phrases) for p in section.paragraphs)
    return TextSection(level, heading, paragraphs)


def _paragraph(paragraph: Paragraph, phrases: tuple[KeyPhrase, ...]) -> TextParagraph:
    """Mark where the table found each phrase: one mark a phrase keeps pages calm."""
    spans = sorted(
        (p.start, p.start + len(p.text))
        for p in phrases
        if p.paragraph == paragraph.number and p.start >= len(paragraph.run_in)
    )
    marks: list[tuple[int, int]] = []
    for start, end in spans:
        if not marks or start >= marks[-1][1]:
            marks.append((start, end))
    return TextParagraph(
        paragraph.number, paragraph.run_in, Marked(paragraph.text, tuple(marks))
    )
