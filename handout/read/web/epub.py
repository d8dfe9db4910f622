"""Reads e-books (.epub): the pages of the spine, in order, as one text."""

from dataclasses import replace
from functools import partial
from mimetypes import guess_type
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from handout.errors import ReadError
from handout.model.document import Picture
from handout.read.blocks import Block, Contents, Source
from handout.read.contents import contents_of
from handout.read.metadata import of_book
from handout.read.raw.archive import Container
from handout.read.raw.decode import decode
from handout.read.raw.limits import Budget
from handout.read.raw.xml import Element
from handout.read.web.page import page_of, visible_in
from handout.read.web.walk import Walk

_PAGES = ("application/xhtml+xml", "text/html")


def read_epub(source: Source) -> Contents:
    """Read an e-book: its chapters, notes and pictures; its contents are an aside."""
    container = Container(source.content, source.name)
    package = _package(container)
    book = container.xml_of(package)
    budget = Budget(source.name)
    blocks: list[Block] = []
    pictures: list[Picture] = []
    readings: list[tuple[str, str]] = []
    characters = 0
    for entry, listed in _spine(book, dirname(package), container):
        root = _page(container, entry)
        walk = Walk(budget, partial(_held, container, entry))
        walk.through(root)
        budget.look()
        pictures += [replace(p, after=p.after + len(blocks)) for p in walk.pictures]
        aside = "the table of contents" if listed else ""
        blocks += [
            replace(block, aside=block.aside or aside) for block, _ in walk.found
        ]
        characters += visible_in(root) + walk.counted
        readings += walk.readings
    return contents_of(
        blocks,
        characters=characters,
        budget=budget,
        pictures=tuple(pictures),
        inside=of_book(book),
        readings=tuple(dict.fromkeys(readings)),
    )


def _package(container: Container) -> str:
    root = container.xml_of("META-INF/container.xml")
    paths = [str(file.get("full-path") or "") for file in root.iter("{*}rootfile")]
    found = next((path for path in paths if path in container), "")
    if not found or ("META-INF/encryption.xml" in container and _locked(container)):
        raise ReadError(
            "is protected or incomplete: its pages cannot be read",
            where=container.name,
            hint="give a copy without copy protection (DRM)",
        )
    return found


def _locked(container: Container) -> bool:
    """Say whether more is encrypted than fonts, which booksellers often obscure."""
    root = container.xml_of("META-INF/encryption.xml")
    names = [str(r.get("URI") or "") for r in root.iter("{*}CipherReference")]
    return any(not name.lower().endswith((".ttf", ".otf", ".woff")) for name in names)


def _spine(book: Element, folder: str, container: Container) -> list[tuple[str, bool]]:
    """Give the pages in reading order, and whether each only lists the contents."""
    pages = {}
    for item in book.iter("{*}item"):
        if item.get("media-type") in _PAGES:
            entry = normpath(join(folder, unquote(item.get("href") or "")))
            listed = "nav" in (item.get("properties") or "").split()
            pages[item.get("id")] = (entry, listed)
    order = [pages.get(ref.get("idref")) for ref in book.iter("{*}itemref")]
    return [page for page in order if page and page[0] in container]


def _page(container: Container, entry: str) -> Element:
    text, _ = decode(container.bytes_of(entry), name=container.name)
    return page_of(text, container.name)


def _held(container: Container, page: str, address: str) -> tuple[bytes, str] | None:
    entry = normpath(join(dirname(page), unquote(address)))
    if entry not in container:
        return None
    media_type = guess_type(entry)[0] or "application/octet-stream"
    return container.bytes_of(entry), media_type
