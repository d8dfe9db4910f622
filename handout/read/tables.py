"""Gathers the cells of a table in their columns, for every format."""

import re
from dataclasses import dataclass, field, replace

from handout.model.document import Emphasis
from handout.model.table import CellSpan, Table
from handout.read.blocks import SourceBlock

# Wider than any paper; an untrusted file may ask for a million.
MOST_COLUMNS = 200
_MOST_HEAD_ROWS = 4
_LONGEST_CELL, _LONGEST_CELL_OF_MANY, _SHORT_CELL, _MOSTLY = 200, 1000, 40, 0.6
_FEW_ROWS = 3
_LONGEST_NAME = 20
_FIGURE = re.compile(r"[+\-−±≈]?\d[\d,.，．]*[%％‰]?$")
_YEAR = re.compile(r"(?:19|20)\d\d$")


@dataclass(slots=True)
class _Cell:
    row: int
    block: SourceBlock | None
    columns: int
    head: bool
    rows: int = 1


@dataclass(slots=True)
class _Row:
    head: bool
    cells: dict[int, _Cell] = field(default_factory=dict)


def are_lengths_of_data(rows: list[list[int]]) -> bool:
    """Whether cells of these lengths hold data, rather than lay out a page.

    A single long cell does not rule out a table whose other cells are short.
    """
    lengths = [length for row in rows for length in row]
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return False
    short = sum(length <= _SHORT_CELL for length in lengths)
    mostly = len(rows) > 2 and short >= len(lengths) * _MOSTLY
    return max(lengths) <= (_LONGEST_CELL_OF_MANY if mostly else _LONGEST_CELL)


class Grid:
    """The cells of one table, each at its row and column.

    Call `row` for each row, then `skip`, `cell` or `cover` from left to right; `cell`
    skips the columns that a cell above reaches into.
    """

    def __init__(self) -> None:
        self._rows: list[_Row] = []
        self._column = 0
        # By column: how many more rows the cell above reaches into, and that cell.
        self._reaching: dict[int, tuple[int, _Cell]] = {}
        self._reached: set[int] = set()
        self._last: dict[int, _Cell] = {}

    def row(self, *, head: bool = False) -> None:
        """Begin a row; `head` says that the file marks it as the table's head."""
        self._rows.append(_Row(head))
        self._column = 0
        self._reached = set(self._reaching)
        for cell in {id(c): c for _, c in self._reaching.values()}.values():
            cell.rows += 1
        self._reaching = {
            column: (more - 1, cell)
            for column, (more, cell) in self._reaching.items()
            if more > 1
        }

    def skip(self, columns: int) -> None:
        """Leave columns empty."""
        self._column = min(self._column + max(0, columns), MOST_COLUMNS)

    def cell(
        self,
        block: SourceBlock | None,
        *,
        columns: int = 1,
        rows: int = 1,
        head: bool = False,
    ) -> None:
        """Put a cell in the next free column; a spanning one covers others."""
        while self._column in self._reached:
            self._column += 1
        wide = max(1, min(columns, MOST_COLUMNS - self._column))
        if self._column < MOST_COLUMNS or block:
            cell = _Cell(len(self._rows) - 1, block, wide, head)
            self._rows[-1].cells[self._column] = cell
            self._last[self._column] = cell
            if rows > 1:
                for column in range(self._column, self._column + wide):
                    self._reaching[column] = (rows - 1, cell)
        self._column += wide

    def place(
        self, block: SourceBlock | None, *, columns: int = 1, rows: int = 1
    ) -> None:
        """Put a cell in the next column; `skip` follows for the columns it covers."""
        before = self._column
        self._reached = set()
        self.cell(block, columns=columns, rows=rows)
        self._column = before + 1

    def cover(self, columns: int = 1) -> None:
        """Extend the cell above down over this row's next columns."""
        above = self._last.get(self._column)
        if above is None or above.row + above.rows != len(self._rows) - 1:
            self.cell(None, columns=columns)
            return
        above.rows += 1
        self._column += max(1, min(columns, MOST_COLUMNS))

    def block(self, like: SourceBlock | None = None) -> SourceBlock | None:
        """The whole table as one block, or None if nothing is in it."""
        filled = [
            place
            for place, row in enumerate(self._rows)
            if any(cell.block for cell in row.cells.values())
        ]
        if not filled:
            return None
        cells = (cell for row in self._rows for cell in row.cells.values())
        if any(cell.rows > 1 for cell in cells):
            filled = list(range(filled[0], filled[-1] + 1))
        return _write_rows(
            [self._rows[place] for place in filled], like or SourceBlock("")
        )


def _write_rows(rows: list[_Row], like: SourceBlock) -> SourceBlock:
    """Write one line for each row, with a tab between two columns."""
    wide = 1 + max(max(row.cells, default=0) for row in rows)
    pieces: list[str] = []
    emphasis: list[Emphasis] = []
    spans: list[CellSpan] = []
    length = 0
    for at, row in enumerate(rows):
        for column in range(wide):
            cell = row.cells.get(column)
            block = cell.block if cell else None
            pieces.append("\t" if column else "\n" if at else "")
            length += len(pieces[-1])
            if block:
                emphasis += _shift_spans(block.emphasis, length)
                pieces.append(block.text)
                length += len(block.text)
            if cell:
                spans += _span(cell, at, column, len(rows), wide)
    return replace(
        like,
        text="".join(pieces),
        kind="table",
        emphasis=tuple(emphasis),
        table=Table(_heads(rows), tuple(spans)),
    )


def _heads(rows: list[_Row]) -> int:
    """How many rows at the top are the head: marked as such, or of column names."""
    marked = 0
    for row in rows:
        cells = row.cells.values()
        if not row.head and not (cells and all(cell.head for cell in cells)):
            break
        marked += 1
    if not marked and len(rows) >= _FEW_ROWS and _is_of_names(rows[0]):
        marked = 1
    under = len(rows) > _FEW_ROWS and any(c.columns > 1 for c in rows[0].cells.values())
    if marked == 1 and under and _is_of_names(rows[1]):
        # What is under a spanning head names that head's columns.
        marked = 2
    if marked:
        tall = max((cell.rows for cell in rows[0].cells.values()), default=1)
        marked = max(marked, min(tall, _MOST_HEAD_ROWS))
    return marked if marked < len(rows) else 0


def _is_of_names(row: _Row) -> bool:
    """Whether the cells of a row look like names of columns."""
    texts = [c.block.text if c.block else "" for c in row.cells.values()]
    named = [text for text in texts if text]
    return (
        len(named) >= max(2, len(texts) - 1)
        and all(len(text) <= _LONGEST_NAME for text in named)
        and not _FIGURE.match(named[0])
        and all(_YEAR.match(text) or not _FIGURE.match(text) for text in named)
    )


def _shift_spans(spans: tuple[Emphasis, ...], by: int) -> list[Emphasis]:
    return [replace(one, start=one.start + by, end=one.end + by) for one in spans]


def _span(cell: _Cell, row: int, column: int, rows: int, wide: int) -> list[CellSpan]:
    tall, broad = min(cell.rows, rows - row), min(cell.columns, wide - column)
    return [CellSpan(row, column, tall, broad)] if tall > 1 or broad > 1 else []
