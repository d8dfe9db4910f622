"""Reads e-books (.epub): the pages of the spine, in order, as one text."""

from dataclasses import replace
from functools import partial
from mimetypes import guess_type
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from handout.errors import ReadError
from handout.model.document import Picture
from handout.model.notice import Notice
from handout.read.blocks import Contents, RawFile, SourceBlock
from handout.read.contents import contents_of
from handout.read.metadata import of_book
from handout.read.raw.archive import Container
from handout.read.raw.decode import decode
from handout.read.raw.limits import Budget
from handout.read.raw.xml import Element
from handout.read.web.epub_contents import entries_of, mark_headings
from handout.read.web.page import parse_page
from handout.read.web.shown import page_characters
from handout.read.web.walk import PageWalk

# Some books declare another type for their pages, which says nothing.
_NO_PAGES = ("image/", "text/css", "font/", "audio/", "video/")
_PAGE_SUFFIXES = (".xhtml", ".html", ".htm", ".xml")
_FEW = 3


def read_epub(source: RawFile) -> Contents:
    """Read an e-book: its chapters, notes and pictures; its contents are an aside."""
    container = Container(source.content, source.name)
    package = _package(container)
    book = container.xml_of(package)
    budget = Budget(source.name)
    blocks: list[SourceBlock] = []
    pictures: list[Picture] = []
    readings: list[tuple[str, str]] = []
    characters = 0
    pages, missing = _spine(book, dirname(package), container)
    entries = entries_of(book, dirname(package), container)
    for entry, listed in pages:
        root = _page(container, entry)
        walk = PageWalk(budget, partial(_stored_picture, container, entry))
        walk.through(root)
        budget.look()
        pictures += [replace(p, after=p.after + len(blocks)) for p in walk.pictures]
        found = [block for block, _ in walk.found]
        blocks += (
            _set_aside_contents(found)
            if listed
            else mark_headings(found, entries.get(entry, ()))
        )
        characters += page_characters(root) + walk.written
        readings += walk.readings
    return contents_of(
        blocks,
        name=source.name,
        characters=characters,
        budget=budget,
        notices=_missing_pages(missing, source.name),
        pictures=tuple(pictures),
        inside=of_book(book),
        readings=tuple(readings),
    )


def _set_aside_contents(blocks: list[SourceBlock]) -> list[SourceBlock]:
    return [replace(b, aside=b.aside or "the table of contents") for b in blocks]


def _missing_pages(missing: list[str], name: str) -> tuple[Notice, ...]:
    if not missing:
        return ()
    shown = ", ".join(missing[:_FEW]) + (" …" if len(missing) > _FEW else "")
    message = f"lacks pages that it names ({len(missing)}): {shown}"
    return (Notice("missing", message, name),)


def _package(container: Container) -> str:
    root = container.xml_of("META-INF/container.xml")
    paths = [str(file.get("full-path") or "") for file in root.iter("{*}rootfile")]
    named = (container.entry_named(path) for path in paths)
    found = next((path for path in named if path), "")
    if not found or ("META-INF/encryption.xml" in container and _is_locked(container)):
        raise ReadError(
            "is protected or incomplete: its pages cannot be read",
            where=container.name,
            hint="give a copy without copy protection (DRM)",
        )
    return found


def _is_locked(container: Container) -> bool:
    """Whether anything but fonts, which booksellers often obscure, is encrypted."""
    root = container.xml_of("META-INF/encryption.xml")
    names = [str(r.get("URI") or "") for r in root.iter("{*}CipherReference")]
    return any(not name.lower().endswith((".ttf", ".otf", ".woff")) for name in names)


def _spine(
    book: Element, folder: str, container: Container
) -> tuple[list[tuple[str, bool]], list[str]]:
    """The pages in order, each with whether it lists the contents; those missing."""
    items = {item.get("id"): item for item in book.iter("{*}item")}
    pages: list[tuple[str, bool]] = []
    missing: list[str] = []
    for reference in book.iter("{*}itemref"):
        item = items.get(reference.get("idref"))
        if item is None or not _is_page(item):
            continue
        path = normpath(join(folder, unquote(item.get("href") or "")))
        entry = container.entry_named(path)
        if entry:
            listed = "nav" in (item.get("properties") or "").split()
            pages.append((entry, listed))
        else:
            missing.append(path)
    return pages, list(dict.fromkeys(missing))


def _is_page(item: Element) -> bool:
    kind = str(item.get("media-type") or "").lower()
    if "html" in kind:
        return True
    named = str(item.get("href") or "").lower().endswith(_PAGE_SUFFIXES)
    return named and not kind.startswith(_NO_PAGES)


def _page(container: Container, entry: str) -> Element:
    text, _ = decode(container.bytes_of(entry), name=container.name)
    return parse_page(text, container.name)


def _stored_picture(
    container: Container, page: str, address: str
) -> tuple[bytes, str] | None:
    path = normpath(join(dirname(page), unquote(address)))
    entry = container.entry_named(path)
    if not entry:
        return None
    media_type = guess_type(entry)[0] or "application/octet-stream"
    return container.picture_of(entry), media_type
