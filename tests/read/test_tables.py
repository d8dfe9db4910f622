"""A table's cells come into their columns, whatever the format calls them."""

from handout.read.blocks import Block
from handout.read.tables import Grid


def texts(block):
    return [row.split("\t") for row in block.text.split("\n")]


def filled(*rows):
    grid = Grid()
    for row in rows:
        grid.row()
        for cell in row:
            grid.cell(Block(cell) if cell else None)
    return grid.block()


def test_an_empty_table_is_none():
    assert filled(("", ""), ("", "")) is None


def test_names_of_columns_over_figures_are_a_head():
    assert filled(("月", "数"), ("一", "1"), ("二", "2")).table.heads == 1


def test_a_table_that_opens_with_figures_has_no_head():
    assert filled(("1", "2"), ("3", "4"), ("5", "6")).table.heads == 0


def test_a_cell_reaches_down_through_the_next_rows():
    grid = Grid()
    grid.row()
    grid.cell(Block("甲"), rows=3)
    grid.cell(Block("乙"))
    grid.row()
    grid.cell(Block("丙"))
    block = grid.block()
    assert texts(block) == [["甲", "乙"], ["", "丙"]]
    (span,) = block.table.spans
    assert (span.rows, span.columns) == (2, 1)


def test_a_span_wider_than_the_table_ends_with_the_table():
    grid = Grid()
    grid.row()
    grid.cell(Block("题"), columns=99)
    grid.row()
    grid.cell(Block("甲"))
    grid.cell(Block("乙"))
    block = grid.block()
    assert texts(block) == [["题", ""], ["甲", "乙"]]
    assert block.table.spans[0].columns == 2


def test_years_may_name_columns_of_figures():
    assert filled(
        ("站", "2023", "2024"), ("东", "1", "2"), ("西", "3", "4")
    ).table.heads
