"""Builds the article itself, with its key phrases marked, for --with-text."""

import re
from dataclasses import replace
from itertools import pairwise

from handout.model.analysis import Analysis, KeyPhrase
from handout.model.document import Document, Paragraph, Picture, Section
from handout.model.handout import TextParagraph, TextPicture, TextRun, TextSection

_Spans = list[tuple[int, int]]
_NUMBERED = re.compile(
    r"[（(]?(?:\d+(?:\.\w+)*|[一二三四五六七八九十百甲乙丙丁戊己庚辛壬癸]+|[a-zA-Z]|"
    r"[ivxlcdm]+|[IVXLCDM]+)[.．、）)]|[①-⑳•·■●○-]"
)


def text_sections(document: Document, analysis: Analysis) -> tuple[TextSection, ...]:
    """Give every section of the article, in reading order, with its phrases marked."""
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


def _captioned_once(document: Document) -> tuple[Picture, ...]:
    """Give the pictures, without the words that a line beside them says already."""
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
    """Give the pictures that follow ¶`number`."""
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
    return TextParagraph(
        number=paragraph.number,
        kind=paragraph.kind,
        depth=paragraph.depth,
        runs=() if paragraph.rows else _runs(paragraph, _marks(paragraph, phrases)),
        rows=paragraph.rows,
        bullet=paragraph.kind == "item" and not _NUMBERED.match(paragraph.text),
        pictures=_after(paragraph.number, pictures),
    )


def _marks(paragraph: Paragraph, phrases: tuple[KeyPhrase, ...]) -> _Spans:
    """Mark where the table found each phrase: one mark a phrase keeps pages calm."""
    spans = sorted(
        (p.start, p.start + len(p.text))
        for p in phrases
        if p.paragraph == paragraph.number and p.start >= len(paragraph.run_in)
    )
    marks: _Spans = []
    for start, end in spans:
        if not marks or start >= marks[-1][1]:
            marks.append((start, end))
    return marks


def _runs(paragraph: Paragraph, marks: _Spans) -> tuple[TextRun, ...]:
    """Cut the text wherever a mark or an emphasis begins or ends."""
    text = paragraph.text
    styles = [(e.start, e.end, e.kind) for e in paragraph.emphasis]
    if paragraph.run_in:
        head = (0, len(paragraph.run_in) + 1, "run-in")
        styles = [head, *(s for s in styles if s[0] >= head[1])]
    edges = {0, len(text), *(x for m in marks for x in m)}
    edges |= {min(x, len(text)) for start, end, _ in styles for x in (start, end)}
    ordered = sorted(edges)
    return tuple(
        TextRun(
            text[start:end],
            next((kind for a, b, kind in styles if a <= start and end <= b), ""),
            any(a <= start and end <= b for a, b in marks),
        )
        for start, end in pairwise(ordered)
        if start < end
    )
