"""Reads an e-book's list of contents: titles for pages that mark none."""

from collections.abc import Iterable
from dataclasses import replace
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from handout.errors import ReadError
from handout.read.blocks import SourceBlock
from handout.read.raw.archive import Container
from handout.read.raw.xml import Element

# By page: the titles that lead to it, each with its level.
Entries = dict[str, list[tuple[str, int]]]
_MOST_LISTED = 20_000
_LONGEST = 60


def entries_of(book: Element, folder: str, container: Container) -> Entries:
    """The titles of pages in the book's list of contents."""
    found: Entries = {}
    for item in book.iter("{*}item"):
        is_nav = "nav" in (item.get("properties") or "").split()
        if not is_nav and "ncx" not in str(item.get("media-type") or ""):
            continue
        path = normpath(join(folder, unquote(item.get("href") or "")))
        entry = container.entry_named(path)
        if not entry:
            continue
        try:
            root = container.xml_of(entry)
        except ReadError:
            # The pages say more than a damaged list.
            continue
        links = _of_nav(root) if is_nav else _of_ncx(root)
        for address, title, level in links:
            page = normpath(join(dirname(entry), unquote(address.partition("#")[0])))
            here = found.setdefault(container.entry_named(page), [])
            if len(here) < _MOST_LISTED and (title, level) not in here[-9:]:
                here.append((title, level))
    return found


def _of_nav(root: Element) -> Iterable[tuple[str, str, int]]:
    for nav in root.iter("{*}nav"):
        kinds = [str(value) for name, value in nav.items() if name.endswith("type")]
        if kinds and "toc" not in " ".join(kinds).split():
            continue
        for link in nav.iter("{*}a"):
            level = sum(1 for _ in link.iterancestors("{*}ol"))
            yield str(link.get("href") or ""), _squeezed_text(link), max(1, level)


def _of_ncx(root: Element) -> Iterable[tuple[str, str, int]]:
    for point in root.iter("{*}navPoint"):
        label, content = point.find("{*}navLabel"), point.find("{*}content")
        if label is not None and content is not None:
            level = 1 + sum(1 for _ in point.iterancestors("{*}navPoint"))
            yield str(content.get("src") or ""), _squeezed_text(label), level


def _squeezed_text(element: Element) -> str:
    return "".join("".join(element.itertext()).split())


def mark_headings(
    blocks: list[SourceBlock], entries: Iterable[tuple[str, int]]
) -> list[SourceBlock]:
    """Mark as headings the lines that the contents name, on a page that marks none."""
    titles = {title: level for title, level in entries if 0 < len(title) <= _LONGEST}
    if not titles or any(block.level for block in blocks):
        return blocks
    done = []
    for block in blocks:
        said = "".join(block.text.split())
        level = 0 if block.aside or block.kind != "text" else titles.pop(said, 0)
        done.append(replace(block, level=min(level, 6)) if level else block)
    return done
