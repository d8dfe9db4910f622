"""Reads the HTML that people write into Markdown: its text, without the tags."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from handout.numbers import whole_number
from handout.read.blocks import SourceBlock, visible
from handout.read.tables import Grid
from handout.read.text.inline import MarkdownLine, gather_line, unescape_html

_NAME = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_SPAN = re.compile(r"\b(colspan|rowspan)\s*=\s*[\"']?(\d{1,4})", re.IGNORECASE)
_HEADING = re.compile(r"h[1-6]$")
_BLOCK_NAMES = (
    "address article aside blockquote body center details dd dialog div dl dt fieldset "
    "figcaption figure footer form header hr html iframe legend li main menu nav ol p "
    "pre section summary table tbody td tfoot th thead tr ul caption h1 h2 h3 h4 h5 h6"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
# What follows < in a tag, a comment or a declaration.
_TAG_BEGINS = re.compile(r"<[a-zA-Z/!?]")


@dataclass(slots=True)
class _Page:
    """What is open in a piece of HTML, and the blocks found so far."""

    like: SourceBlock
    inline: Any
    notes: frozenset[str]
    line: MarkdownLine = field(default_factory=MarkdownLine)
    blocks: list[SourceBlock] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    added: int = 0
    opened: list[str] = field(default_factory=list)
    counts: list[int | None] = field(default_factory=list)
    grid: Grid | None = None
    spans: dict[str, int] = field(default_factory=dict)
    in_cell: bool = False


def html_leaves(
    html: str, like: SourceBlock, inline: Any, notes: frozenset[str]
) -> tuple[list[SourceBlock], str, int]:
    """The blocks of a piece of HTML, what they keep of it, and how much they add."""
    page = _Page(like, inline, notes)
    for piece, is_text in _pieces(html):
        if not is_text:
            _tag(page, piece)
        elif "pre" in page.opened and not page.line.unread:
            _code(page, piece)
        elif piece.strip():
            for token in page.inline(" ".join(piece.split("\n"))):
                gather_line(page.line, token.children or [], notes)
        elif piece:
            page.line.run.add(" ")
    _close(page)
    _end_table(page)
    return page.blocks, "".join(page.kept), page.added


def _pieces(html: str) -> Iterator[tuple[str, bool]]:
    """Cut HTML into tags, comments and the text between; mark which are text."""
    at = 0
    while at < len(html):
        is_text = not _TAG_BEGINS.match(html, at)
        if is_text:
            end = html.find("<", at + 1)
        elif html.startswith("<!--", at):
            end = html.find("-->", at) + 3
        else:
            end = html.find(">", at) + 1
        end = end if end > at else len(html)
        yield html[at:end], is_text
        at = end


def _tag(page: _Page, tag: str) -> None:
    match = _NAME.match(tag)
    if not match:
        return
    closes, name = bool(match.group(1)), match.group(2).lower()
    if page.line.unread or name not in _BLOCKS:
        page.line.tag(tag)
        return
    if name in ("td", "th", "tr", "table"):
        _table(page, name, tag, closes=closes)
        return
    if page.in_cell:
        page.line.run.soft_break()
        return
    _close(page)
    if closes:
        _drop(page, name)
    else:
        page.opened.append(name)
        if name in ("ol", "ul"):
            page.counts.append(1 if name == "ol" else None)
        elif name == "li" and page.counts and page.counts[-1]:
            page.line.number(f"{page.counts[-1]}. ", "")
            page.counts[-1] += 1


def _drop(page: _Page, name: str) -> None:
    if name in page.opened:
        while page.opened.pop() != name:
            pass
    if name in ("ol", "ul") and page.counts:
        page.counts.pop()


def _like(page: _Page) -> SourceBlock:
    """An empty block of the kind that the open tags make."""
    for name in reversed(page.opened):
        if _HEADING.match(name):
            return replace(page.like, level=int(name[1]), kind="text", depth=0)
        if name == "blockquote":
            return replace(page.like, kind="quotation")
        if name == "li":
            depth = max(1, len(page.counts))
            return replace(page.like, kind="item", depth=depth)
    return page.like


def _close(page: _Page) -> None:
    """End the open block."""
    line, page.line = page.line, MarkdownLine(unread=page.line.unread)
    if not any(map(visible, line.kept)):
        return
    blocks = line.blocks(_like(page))
    if blocks:
        page.blocks += blocks
        page.kept += line.kept
        page.added += line.added


def _code(page: _Page, piece: str) -> None:
    for raw in piece.split("\n"):
        shown, added = unescape_html(raw.strip())
        if shown.strip():
            page.blocks.append(SourceBlock(shown.strip(), kind="code"))
            page.kept.append(raw)
            page.added += added


def _table(page: _Page, name: str, tag: str, *, closes: bool) -> None:
    if name == "table":
        _close_cell(page)
        if closes:
            _end_table(page)
        elif page.grid is None:
            _close(page)
            page.grid = Grid()
    elif page.grid is None:
        _close(page)
    elif name == "tr":
        _close_cell(page)
        if not closes:
            page.grid.row()
    else:
        _close_cell(page)
        if not closes:
            page.in_cell = True
            page.spans = {
                key.lower(): whole_number(value) or 1
                for key, value in _SPAN.findall(tag)
            } | {"head": name == "th"}


def _close_cell(page: _Page) -> None:
    if not page.in_cell or page.grid is None:
        return
    line, page.line, page.in_cell = page.line, MarkdownLine(), False
    inside = [*line.notes, *line.asides]
    line.notes, line.asides = [], []
    found = line.blocks(SourceBlock(""))
    page.grid.cell(
        found[0] if found else None,
        columns=page.spans.get("colspan", 1),
        rows=page.spans.get("rowspan", 1),
        head=bool(page.spans.get("head")),
    )
    page.blocks += inside
    if found or inside:
        page.kept += line.kept
        page.added += line.added


def _end_table(page: _Page) -> None:
    _close_cell(page)
    block = page.grid.block() if page.grid else None
    page.grid = None
    if block:
        page.blocks.append(block)
