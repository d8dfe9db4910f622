"""Stage 1, read: the bytes of a file become a Document that lost no character."""

from handout.errors import ReadError
from handout.model.document import Document
from handout.model.notice import Notice
from handout.read.blocks import Reader, Source
from handout.read.docx import read_docx
from handout.read.epub import read_epub
from handout.read.html import read_html
from handout.read.markdown import read_markdown
from handout.read.mhtml import read_mhtml
from handout.read.odt import read_odt
from handout.read.pdf import read_pdf
from handout.read.sniff import suffix_of
from handout.read.structure import build
from handout.read.text import read_text

# One format, one line: the reader turns a file into blocks in reading order.
READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".mhtml": read_mhtml,
    ".mht": read_mhtml,
    ".docx": read_docx,
    ".odt": read_odt,
    ".epub": read_epub,
    ".pdf": read_pdf,
}


def read(
    content: bytes,
    *,
    name: str,
    title: str | None = None,
    encoding: str = "",
    language: str = "",
) -> tuple[Document, tuple[Notice, ...]]:
    """Read one file; its content tells the format, its name where content is silent.

    The name stands in messages and is "-" for standard input. `title` says that the
    text comes without its title; `encoding` and `language` are believed. Raises
    ReadError if the format is unknown, the file is damaged, or nothing is in it.
    """
    suffix, notices = suffix_of(content, name)
    reader = READERS.get(suffix)
    if reader is None:
        raise ReadError(
            f"{suffix or 'this kind of file'} is not a format handout reads",
            where=name,
            hint=f"save it as one of: {' '.join(sorted(READERS))}",
        )
    contents = reader(Source(content, name, encoding))
    if all(block.aside for block in contents.blocks):
        raise ReadError(
            "is empty: there is no text to make a handout of",
            where=name,
            hint="open the file and see whether it was saved",
        )
    document = build(contents, name=name, title=title, language=language)
    return document, (*notices, *contents.notices)
