"""Recognises what a file is by its content, or by its name if that says nothing."""

import re
from collections.abc import Collection
from pathlib import PurePath
from typing import TYPE_CHECKING

from handout.errors import ReadError
from handout.model.notice import Notice
from handout.read.unsupported import of_entries, refuse_known, refuse_named

# Every repetition is possessive (*+): it never gives back what it took, so no text
# makes it backtrack.
if TYPE_CHECKING:
    from zipfile import ZipFile

_PAGE = re.compile(
    rb"\s*+(?:<\?xml[^>]*+>\s*+)?+(?:(?><!--.*?-->)\s*+)*+"
    rb"<(?:!doctype\s++html|html|head|body)",
    re.I | re.S,
)
_TAGS = re.compile(rb"</(p|div|h[1-6]|body|table|ul|span)>", re.I)
_MARKDOWN = re.compile(r"^(#{1,6} \S|---\n(title|author|date):|```|\*\*\S)", re.M)
_MAIL = re.compile(
    rb"(?:(?!content-type:)[\w-]++:[^\n]*+\n(?:[ \t][^\n]*+\n)*+)*+"
    rb"content-type:\s*+multipart/related",
    re.I,
)
_TEXTS = (".txt", ".text", ".md", ".markdown")
_PAGES = (".html", ".htm", ".xhtml")
# The same format with macros, which are never read, or as a template.
_SISTERS = (
    (".mhtml", ".mht"),
    (".docx", ".docm", ".dotx", ".dotm"),
    (".odt", ".ott"),
)
# The type of a Word file's main part, whatever its name.
_WORD = b"wordprocessingml.document"
_MOST_LISTED = 1_000_000
_BY_ENTRY = (
    ("word/document.xml", ".docx"),
    ("META-INF/container.xml", ".epub"),
    ("content.xml", ".odt"),
)


def suffix_of(
    content: bytes, name: str, readers: Collection[str] = ()
) -> tuple[str, tuple[Notice, ...]]:
    """The suffix of the format that the content is in, and a notice if it differs.

    If the content does not say, the name does, provided one of the `readers` has its
    suffix; else it is "".
    """
    named = PurePath(name).suffix.lower() if name != "-" else ""
    found = _by_magic(content, name)
    if not found and len(content) < 64 and not content.strip(b"\x00 \t\r\n"):
        found = ".txt"
    if not found:
        refuse_named(name)
    found = found or _by_text(content, named)
    if not found and named in readers:
        found = named
    kinds = (_TEXTS, _PAGES, *_SISTERS)
    same = any(named in kind and found in kind for kind in kinds) or named == found
    if not named or same or not found:
        return found, ()
    message = f"is read as {found[1:]}, which its content is, whatever its name says"
    return found, (Notice("format", message, name),)


def _by_magic(content: bytes, name: str) -> str:
    refuse_known(content, name)
    if b"%PDF-" in content[:1024]:
        return ".pdf"
    return _by_entries(content, name) if content.startswith(b"PK\x03\x04") else ""


def _by_entries(content: bytes, name: str) -> str:
    from io import BytesIO
    from zipfile import BadZipFile, ZipFile
    from zlib import error as ZlibError  # noqa: N812

    try:
        with ZipFile(BytesIO(content)) as container:
            # Some programs write Windows separators.
            entries = {n.replace("\\", "/") for n in container.namelist()}
            said = container.infolist()[0] if "mimetype" in entries else None
            first = said and said.filename == "mimetype" and said.file_size < 200
            mimetype = container.read("mimetype") if first else b""
            is_word = _WORD in _small(container, "[Content_Types].xml")
    except (
        BadZipFile, ValueError, OSError, NotImplementedError, EOFError, RuntimeError,
        ZlibError,
    ) as error:  # fmt: skip
        raise ReadError(
            "is a damaged or incomplete zip container",
            where=name,
            hint="copy or download the file again",
        ) from error
    of_entries(entries, mimetype, name)
    for entry, suffix in _BY_ENTRY:
        if entry in entries:
            return suffix
    if is_word:
        return ".docx"
    raise ReadError(
        "is a zip archive, not a Word, ODT or EPUB file",
        where=name,
        hint="unpack it and give a file that is in it",
    )


def _small(container: "ZipFile", entry: str) -> bytes:
    """The bytes of a part that exists and is not too large for a list."""
    if entry not in container.namelist():
        return b""
    size = container.getinfo(entry).file_size
    return container.read(entry) if size < _MOST_LISTED else b""


def _by_text(content: bytes, named: str) -> str:
    head = content[:4096].lstrip(b"\xef\xbb\xbf")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        wide = content[: 8192 * 2].decode("utf-16", "ignore")
        head = wide[:4096].encode("utf-8", "ignore")
    if _PAGE.match(head):
        return ".html"
    if _MAIL.match(head):
        return ".mhtml"
    if named in _PAGES:
        return ".html" if _TAGS.search(content) or b"<" in head else ".txt"
    if named in _TEXTS:
        return named
    if named in ("", ".docx", ".odt", ".epub", ".pdf", ".mhtml", ".mht"):
        return _kind_of_text(head)
    return ""


def _kind_of_text(head: bytes) -> str:
    if len(_TAGS.findall(head)) > 2:
        return ".html"
    return ".md" if _MARKDOWN.search(head.decode("utf-8", "ignore")) else ".txt"
