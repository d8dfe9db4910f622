"""Turns Markdown tokens into blocks, each with its lines in the source."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from handout.read.blocks import SourceBlock, visible
from handout.read.list_labels import closed_up
from handout.read.tables import Grid
from handout.read.text.html_pieces import html_leaves
from handout.read.text.inline import MarkdownLine, gather_line

if TYPE_CHECKING:
    from markdown_it.token import Token

_ROWS = ("thead", "tbody", "tr", "th", "td", "table")


@dataclass(frozen=True, slots=True)
class Leaf:
    """Blocks of some lines of the source, from `first` to before `last`.

    `kept` is what they keep of the source, as it is written there and in its order;
    `added` is how many more characters they have.
    """

    first: int
    last: int
    blocks: tuple[SourceBlock, ...]
    kept: str
    added: int = 0


@dataclass(slots=True)
class _List:
    """An open list: the number its next item has, or None where it has bullets."""

    next: int | None = None


@dataclass(slots=True)
class Leaves:
    """What a walk over the tokens has open, and the leaves it has found.

    `inline` reads a piece of text as the parser does.
    """

    notes: frozenset[str]
    inline: Any
    found: list[Leaf] = field(default_factory=list)
    _level: int = 0
    _quotes: int = 0
    _inside_note: int = 0
    _lists: list[_List] = field(default_factory=list)
    # The number of an item as it is shown and as it is typed.
    _mark: tuple[str, str] = ("", "")
    _grid: Grid | None = None
    _row: MarkdownLine = field(default_factory=MarkdownLine)
    _table: tuple[int, int] = (0, 0)
    _in_head: bool = False

    def take(self, token: "Token") -> None:
        """Take the next token."""
        kind = token.type
        if kind == "heading_open":
            self._level = int(token.tag[1])
        elif kind.endswith(("_list_open", "_list_close")) or kind.startswith("list_"):
            self._list(token)
        elif kind == "inline":
            self._inline(token)
        elif kind in ("fence", "code_block"):
            self._code(token)
        elif kind == "formula_block":
            self._formula(token)
        elif kind == "html_block":
            self._html(token)
        elif kind.rpartition("_")[0] in _ROWS:
            self._cells(token)
        self._inside_note += token.nesting * kind.startswith("footnote")
        self._quotes += token.nesting * kind.startswith("blockquote")

    def _list(self, token: "Token") -> None:
        if token.type == "list_item_open":
            shown, typed = self._mark
            number = self._lists[-1].next if self._lists else None
            if number is not None:
                self._lists[-1].next = number + 1
                shown += closed_up(f"{number}{token.markup}")
                typed += f"{token.info}{token.markup}"
            self._mark = shown, typed
        elif token.type == "list_item_close":
            self._mark = "", ""
        elif token.nesting > 0:
            first = token.attrs.get("start", 1)
            ordered = token.type.startswith("ordered")
            self._lists.append(_List(int(first) if ordered else None))
        elif self._lists:
            self._lists.pop()

    def _like(self) -> SourceBlock:
        kind = "quotation" if self._quotes else "item" if self._lists else "text"
        if self._level:
            kind = "text"
        elif self._inside_note:
            kind = "footnote"
        depth = len(self._lists) if kind == "item" else 0
        return SourceBlock("", level=self._level, kind=kind, depth=depth)

    def _inline(self, token: "Token") -> None:
        line = MarkdownLine()
        if self._grid is None and self._mark[1]:
            line.number(*self._mark)
        gather_line(
            line,
            token.children or [],
            self.notes,
            quoted=self._quotes > 0,
            listed=bool(self._lists),
        )
        if self._grid is not None:
            self._cell(line)
            return
        self._add(token, line.blocks(self._like()), "".join(line.kept), line.added)
        self._level, self._mark = 0, ("", "")

    def _add(
        self, token: "Token", blocks: list[SourceBlock], kept: str, added: int = 0
    ) -> None:
        first, last = token.map or (0, 0)
        if blocks:
            self.found.append(Leaf(first, last, tuple(blocks), kept, added))

    def _alone(self, token: "Token") -> None:
        """Make a line of the number of an item that does not open with text."""
        shown, typed = self._mark
        if typed:
            line = MarkdownLine()
            line.number(shown, typed)
            self._add(token, line.blocks(self._like()), typed, line.added)
            self._mark = "", ""

    def _code(self, token: "Token") -> None:
        self._alone(token)
        if token.info.strip() in ("math", "latex math", "katex"):
            self._formula(token)
            return
        lines = [line.strip() for line in token.content.split("\n") if line.strip()]
        blocks = [SourceBlock(line, kind="code") for line in lines]
        self._add(token, blocks, "".join(lines))

    def _formula(self, token: "Token") -> None:
        self._alone(token)
        line = MarkdownLine()
        line.formula(token.content)
        self._add(token, line.blocks(self._like()), token.content, line.added)

    def _html(self, token: "Token") -> None:
        self._alone(token)
        blocks, kept, added = html_leaves(
            token.content, self._like(), self.inline, self.notes
        )
        self._add(token, blocks, kept, added)

    def _cells(self, token: "Token") -> None:
        if token.type == "table_open":
            self._alone(token)
            self._grid, self._row = Grid(), MarkdownLine()
            first, last = token.map or (0, 0)
            self._table = first, last
        elif token.type.startswith("thead"):
            self._in_head = token.nesting > 0
        elif token.type == "tr_open" and self._grid is not None:
            self._grid.row(head=self._in_head)
        elif token.type == "table_close" and self._grid is not None:
            block = self._grid.block()
            table, self._grid = self._row, None
            if block:
                blocks = (block, *table.notes, *table.asides)
                kept = "".join(table.kept)
                self.found.append(Leaf(*self._table, blocks, kept, table.added))

    def _cell(self, line: MarkdownLine) -> None:
        blocks = line.blocks(SourceBlock(""))
        inside = {id(one) for one in (*line.notes, *line.asides)}
        text = next((one for one in blocks if id(one) not in inside), None)
        if self._grid is not None:
            self._grid.cell(text)
        if text or inside:
            self._row.kept += line.kept
            self._row.added += line.added
            self._row.notes += line.notes
            self._row.asides += line.asides


def length_kept(leaf: Leaf) -> int:
    """How many characters of the source a leaf keeps."""
    return visible(leaf.kept)
