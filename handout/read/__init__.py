"""Stage 1, read: turns the bytes of a file into a Document that lost no character."""

from typing import TYPE_CHECKING

from handout.errors import ReadError

# A reader is imported when a file needs it: starting must be quick.
if TYPE_CHECKING:
    from handout.model.document import Document
    from handout.model.notice import Notice
    from handout.read.blocks import Reader
    from handout.read.corrections import Correction

# A shorter text is not expected to have headings.
_MANY, _LONG = 12, 1500

# One format per line: the function that turns a file into blocks, and its module.
READERS = {
    ".txt": "text.plain.read_plain_text",
    ".text": "text.plain.read_plain_text",
    ".md": "text.markdown.read_markdown",
    ".markdown": "text.markdown.read_markdown",
    ".html": "web.page.read_html",
    ".htm": "web.page.read_html",
    ".xhtml": "web.page.read_html",
    ".mhtml": "web.mhtml.read_mhtml",
    ".mht": "web.mhtml.read_mhtml",
    ".docx": "word.read_docx",
    ".odt": "odt.read_odt",
    ".epub": "web.epub.read_epub",
    ".pdf": "pdf.read_pdf",
}


def read(
    content: bytes,
    *,
    name: str,
    title: str | None = None,
    encoding: str = "",
    language: str = "",
    lines: str = "",
    sections: str = "",
    corrections: tuple["Correction", ...] = (),
) -> tuple["Document", tuple["Notice", ...]]:
    """Read one file; its content shows the format, or else its name.

    The name is used in messages and is "-" for standard input. `title` means that the
    text comes without its title; `encoding`, `language`, `lines` ("keep" or "join", for
    plain text), `sections` ("none", a depth or titles) and `corrections` (from
    load_corrections) are believed. Raises ReadError if the format is unknown, the
    file is damaged, nothing is in it, or a title is not in the text.
    """
    from dataclasses import replace

    from handout.read.blocks import RawFile, with_blocks
    from handout.read.corrections import (
        apply_corrections,
        headings_wanted,
        lines_wanted,
    )
    from handout.read.formats import suffix_of
    from handout.read.structure import build_document

    suffix, notices = suffix_of(content, name, READERS)
    lines = lines or lines_wanted(corrections)
    contents = _reader(suffix, name)(RawFile(content, name, encoding, lines))
    blocks, unfit = apply_corrections(contents.blocks, corrections, name=name)
    contents = with_blocks(contents, blocks)
    wish = sections or headings_wanted(corrections)
    document = build_document(
        contents, name=name, title=title, language=language, sections_wanted=wish
    )
    if not document.sections and document.title:
        # A file of one line has no title above its text: the line is the text.
        lines_alone = tuple(replace(block, field="") for block in contents.blocks)
        alone = with_blocks(contents, lines_alone)
        document = build_document(
            alone, name=name, title=title or "", language=language
        )
    if not document.sections:
        raise ReadError(
            "is empty: there is no text to make a handout of",
            where=name,
            hint="open the file and see whether it was saved",
        )
    said = (*notices, *contents.notices, *unfit, *_unaccounted_characters(document))
    return document, (*said, *(() if wish else _without_headings(document)))


def _without_headings(document: "Document") -> tuple["Notice", ...]:
    """A notice that a long text is one section, since no line is surely a heading."""
    from handout.model.notice import Notice

    headed = any(section.heading for section in document.sections)
    long = len(document.paragraphs) >= _MANY and document.placed >= _LONG
    if headed or not long or document.kind == "poem":
        return ()
    message = (
        "no line is surely a heading, so the text is one section: "
        "to cut it, give --sections with titles"
    )
    return (Notice("headings", message, document.name),)


def _unaccounted_characters(document: "Document") -> tuple["Notice", ...]:
    """A notice if some characters of the file were neither placed nor set aside."""
    from handout.model.notice import Notice

    placed, aside = document.placed, document.set_aside
    if placed + aside == document.characters:
        return ()
    message = (
        f"characters do not add up: {document.characters} in the file, "
        f"{placed} in the text, {aside} set aside; compare the text with the file"
    )
    return (Notice("characters", message, document.name),)


def _reader(suffix: str, name: str) -> "Reader":
    from importlib import import_module

    if suffix not in READERS:
        raise ReadError(
            f"{suffix or 'this kind of file'} is not a format handout reads",
            where=name,
            hint=f"save it as one of: {' '.join(sorted(READERS))}",
        )
    module, _, function = READERS[suffix].rpartition(".")
    reader: Reader = getattr(import_module(f"handout.read.{module}"), function)
    return reader
