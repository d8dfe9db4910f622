"""Reads the files that a Word file embeds as text (w:altChunk), such as web pages."""

from pathlib import PurePath

from handout.errors import ReadError
from handout.model.notice import Notice
from handout.read.blocks import Contents, RawFile
from handout.read.raw.archive import Container

_MOST_DEEP = 2
_SUFFIXES = {".mht": ".mhtml", ".xhtml": ".html", ".htm": ".html", ".xml": ".docx"}


def read_embedded(
    container: Container, entry: str, deep: int
) -> tuple[Contents | None, Notice | None]:
    """What an embedded file holds, or a notice that it cannot be read."""
    name = container.name
    if entry and deep < _MOST_DEEP:
        try:
            source = RawFile(container.bytes_of(entry), name)
            return _read(source, PurePath(entry).suffix.lower(), deep), None
        except ReadError as error:
            why = str(error)
    else:
        why = "it is not in the file" if not entry else "it is embedded too deeply"
    message = f"text that the file embeds cannot be read: {why}"
    return None, Notice("embedded", message, name)


def _read(source: RawFile, suffix: str, deep: int) -> Contents:
    from handout.read.text.plain import read_plain_text
    from handout.read.web.mhtml import read_mhtml
    from handout.read.web.page import read_html
    from handout.read.word import read_docx

    suffix = _SUFFIXES.get(suffix, suffix)
    if suffix == ".docx":
        return read_docx(source, deep=deep + 1)
    simple = {".html": read_html, ".mhtml": read_mhtml, ".txt": read_plain_text}
    if suffix not in simple:
        raise ReadError(
            f"a {suffix.removeprefix('.').upper() or 'nameless'} file inside it",
            where=source.name,
            hint="open the file in Word and save it again",
        )
    return simple[suffix](source)
