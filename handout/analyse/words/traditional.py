"""Reads Traditional text by Simplified word lists: one character stands for one.

The text that is analysed has every character where the document has it, so that what
is found is given back in the document's own characters.
"""

from dataclasses import replace
from functools import cache
from pathlib import Path

from handout.model.analysis import Analysis, KeyPhrase, SectionAnalysis, Sentence
from handout.model.document import Document, Heading, Paragraph, Section
from handout.model.options import AnalyseOptions

# Two lines of equal length: Traditional characters and their Simplified forms.
TABLE = Path(__file__).parents[1] / "learned" / "weights" / "traditional.txt"


@cache
def _table() -> dict[int, int]:
    traditional, simple = TABLE.read_text("utf-8").split()
    return str.maketrans(traditional, simple)


def simple(text: str) -> str:
    """Write a text in Simplified characters, one for one."""
    return text.translate(_table())


def simplify_document(document: Document) -> Document:
    """The document in Simplified characters, one for one."""
    title = document.title
    if title:
        title = replace(title, text=title.text.translate(_table()))
    sections = tuple(_section(section) for section in document.sections)
    return replace(document, title=title, sections=sections)


def simplified_options(options: AnalyseOptions) -> AnalyseOptions:
    """The user's own words in Simplified characters."""

    def simple(words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(word.translate(_table()) for word in words)

    return replace(
        options,
        user_words=simple(options.user_words),
        stop_words=simple(options.stop_words),
        pinned=simple(options.pinned),
        dropped=simple(options.dropped),
    )


def restore_characters(analysis: Analysis, document: Document) -> Analysis:
    """What was found in the characters of the document."""
    texts = {p.number: p.text for p in document.paragraphs}

    def sentence(found: Sentence) -> Sentence:
        return replace(found, text=_text(texts, found))

    def phrase(found: KeyPhrase) -> KeyPhrase:
        return replace(found, text=_text(texts, found))

    sections = tuple(
        SectionAnalysis(
            tuple(sentence(s) for s in section.summary),
            tuple(phrase(p) for p in section.keyphrases),
            tuple(phrase(p) for p in section.more),
            tuple(sentence(s) for s in section.sentences),
            section.enough,
        )
        for section in analysis.sections
    )
    return replace(
        analysis,
        overview=tuple(sentence(s) for s in analysis.overview),
        keyphrases=tuple(phrase(p) for p in analysis.keyphrases),
        sections=sections,
    )


def _text(texts: dict[int, str], found: Sentence | KeyPhrase) -> str:
    return texts[found.paragraph][found.start : found.start + len(found.text)]


def _section(section: Section) -> Section:
    return Section(
        _heading(section.heading) if section.heading else None,
        tuple(_paragraph(p) for p in section.paragraphs),
        tuple(_section(s) for s in section.sections),
    )


def _heading(heading: Heading) -> Heading:
    return replace(heading, title=heading.title.translate(_table()))


def _paragraph(paragraph: Paragraph) -> Paragraph:
    text, run_in = paragraph.text, paragraph.run_in
    return replace(
        paragraph, text=text.translate(_table()), run_in=run_in.translate(_table())
    )
