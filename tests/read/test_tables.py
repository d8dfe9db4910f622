"""A table's cells come into their columns, whatever the format calls them."""

import same_files as same
from accounts import placed, set_aside
from hypothesis import given, settings
from hypothesis import strategies as st

from handout.read import read
from handout.read.blocks import SourceBlock
from handout.read.tables import Grid, are_lengths_of_data

LONG = "这一段是正文，有好几句话，比标题长得多，也以句号结束。" * 2


def texts(block):
    return [row.split("\t") for row in block.text.split("\n")]


def filled(*rows):
    grid = Grid()
    for row in rows:
        grid.row()
        for cell in row:
            grid.cell(SourceBlock(cell) if cell else None)
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
    grid.cell(SourceBlock("甲"), rows=3)
    grid.cell(SourceBlock("乙"))
    grid.row()
    grid.cell(SourceBlock("丙"))
    block = grid.block()
    assert texts(block) == [["甲", "乙"], ["", "丙"]]
    (span,) = block.table.spans
    assert (span.rows, span.columns) == (2, 1)


def test_a_span_wider_than_the_table_ends_with_the_table():
    grid = Grid()
    grid.row()
    grid.cell(SourceBlock("题"), columns=99)
    grid.row()
    grid.cell(SourceBlock("甲"))
    grid.cell(SourceBlock("乙"))
    block = grid.block()
    assert texts(block) == [["题", ""], ["甲", "乙"]]
    assert block.table.spans[0].columns == 2


def test_years_may_name_columns_of_figures():
    assert filled(
        ("站", "2023", "2024"), ("东", "1", "2"), ("西", "3", "4")
    ).table.heads


def test_names_under_a_name_that_spans_are_of_the_head_too():
    grid = Grid()
    for row in (("站", "年"), ("", "计", "实"), ("东", "1", "2"), ("西", "3", "4")):
        grid.row()
        for cell in row:
            columns = 2 if cell == "年" else 1
            grid.cell(SourceBlock(cell) if cell else None, columns=columns)
    assert grid.block().table.heads == 2


def test_one_long_cell_among_short_ones_leaves_a_table_a_table():
    assert are_lengths_of_data([[2, 3], [2, 600], [4, 30]])
    assert not are_lengths_of_data([[300, 500], [2, 600], [400, 30]])
    assert not are_lengths_of_data([[5, 600], [5, 6]])
    assert not are_lengths_of_data([[5], [5], [6]])


@st.composite
def tables(draw):
    """Rows of (text, rows, columns), None where a cell is covered, all at random."""
    tall, wide = draw(st.integers(2, 4)), draw(st.integers(2, 4))
    free = {(row, column) for row in range(tall) for column in range(wide)}
    rows = [[None] * wide for _ in range(tall)]
    for row in range(tall):
        for column in range(wide):
            if (row, column) not in free:
                continue
            # The last row and column stay single, so that none is covered as a whole.
            down = draw(st.integers(1, max(1, tall - 1 - row)))
            right = draw(st.integers(1, max(1, wide - 1 - column)))
            taken = {
                (r, c)
                for r in range(row, row + down)
                for c in range(column, column + right)
            }
            if not taken <= free:
                taken, down, right = {(row, column)}, 1, 1
            free -= taken
            text = f"格{row}{column}"
            rows[row][column] = (text, down, right)
    return rows


@settings(max_examples=40, deadline=None)
@given(tables(), st.sampled_from(same.FORMATS))
def test_any_table_keeps_its_cells_and_spans_in_any_format(rows, suffix):
    body = same.para(suffix, LONG) + same.table(suffix, rows) + same.para(suffix, LONG)
    document, _ = read(same.written(suffix, body), name=f"a.{suffix}")
    assert document.characters == placed(document) + set_aside(document)
    (found,) = [p for p in document.paragraphs if p.kind == "table"]
    assert [[(c.text, c.rows, c.columns) for c in row] for row in found.cells] == [
        [cell for cell in row if cell] for row in rows
    ]
    assert found.rows == tuple(
        tuple(cell[0] if cell else "" for cell in row) for row in rows
    )
