"""Gathers the tables of data of an OpenDocument text."""

from handout.numbers import whole_number
from handout.read.blocks import SourceBlock, visible
from handout.read.odt.names import TABLE
from handout.read.odt.parts import is_odt_data_table
from handout.read.raw.limits import Budget
from handout.read.raw.xml import Element
from handout.read.runs import SourceRun
from handout.read.tables import MOST_COLUMNS, Grid


class Tables:
    """The open table of data, if there is one; `cell` gathers its open cell."""

    def __init__(self, budget: Budget) -> None:
        self.cell: SourceRun | None = None
        self.written = 0
        self._grid: Grid | None = None
        self._budget = budget

    @property
    def is_open(self) -> bool:
        """Whether a table of data is being gathered."""
        return self._grid is not None

    def enter(self, element: Element, *, in_paragraph: bool) -> None:
        """Take a table, row or cell that begins."""
        name = element.tag.removeprefix(TABLE)
        if name == "table":
            if self._grid is None and not in_paragraph and is_odt_data_table(element):
                self._grid = Grid()
        elif self._grid is not None and name == "table-row":
            above = element.getparent()
            self._grid.row(head=above.tag == TABLE + "table-header-rows")
        elif self._grid is not None and name == "table-cell":
            self.cell = SourceRun()

    def cover(self, element: Element) -> None:
        """Skip a cell that another one covers."""
        if self._grid is not None:
            self._grid.skip(_times(element))

    def leave(self, element: Element) -> SourceBlock | None:
        """Take what ends; return the table as one block when it is complete."""
        if self._grid is None:
            return None
        if element.tag == TABLE + "table-cell" and self.cell is not None:
            run, self.cell = self.cell, None
            block = run.block(SourceBlock("", kind="table"))
            self.written += run.added
            self._put(self._grid, element, block)
        elif element.tag == TABLE + "table":
            done, self._grid = self._grid.block(), None
            return done
        return None

    def _put(self, grid: Grid, cell: Element, block: SourceBlock | None) -> None:
        """Put a cell into its column, as often as it is repeated."""
        columns = whole_number(cell.get(TABLE + "number-columns-spanned")) or 1
        rows = whole_number(cell.get(TABLE + "number-rows-spanned")) or 1
        for time in range(min(_times(cell), MOST_COLUMNS)):
            self._budget.step()
            grid.place(block, columns=columns, rows=rows)
            if block and time:
                self.written += visible(block.text)


def _times(cell: Element) -> int:
    return whole_number(cell.get(TABLE + "number-columns-repeated")) or 1
