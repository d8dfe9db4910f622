"""What a table knows beside its text: which rows are its head, which cells span."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CellSpan:
    """A cell of a table that reaches over more rows or columns than its own."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """What a table is beside its text: the rows of its head, the cells that span."""

    heads: int = 0
    spans: tuple[CellSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its text, and where that begins in its paragraph's text."""

    text: str
    start: int
    rows: int = 1
    columns: int = 1
    column: int = 0
    head: bool = False


def cells_by_row(
    rows: tuple[tuple[str, ...], ...], table: Table
) -> tuple[tuple[Cell, ...], ...]:
    """The cells of a table, row by row, without what a spanning cell covers."""
    spans = {(span.row, span.column): span for span in table.spans}
    covered = {
        (span.row + down, span.column + right)
        for span in table.spans
        for down in range(span.rows)
        for right in range(span.columns)
    } - spans.keys()
    start = 0
    found = []
    for at, row in enumerate(rows):
        line = []
        for column, text in enumerate(row):
            if (at, column) not in covered:
                span = spans.get((at, column), CellSpan(at, column))
                head = at < table.heads
                line.append(Cell(text, start, span.rows, span.columns, column, head))
            start += len(text) + 1
        found.append(tuple(line))
    return tuple(found)
