"""Tables of the article on paper."""

from handout.model.document import Paragraph
from handout.model.table import CellSpan, Table
from handout.plan.text_tables import column_widths, table_rows


def table(text, **facts):
    return Paragraph(1, text, 0, 1, kind="table", table=Table(**facts))


def said(rows):
    return [["".join(run.text for run in cell.runs) for cell in row] for row in rows]


def test_every_cell_is_on_paper_and_what_is_covered_is_none():
    one = table(
        "站\t年\t\n\t计\t实\n东\t1\t2",
        spans=(CellSpan(0, 0, 2, 1), CellSpan(0, 1, 1, 2)),
    )
    assert said(table_rows(one, [])) == [["站", "年"], ["计", "实"], ["东", "1", "2"]]


def test_a_column_of_figures_is_one_below_its_head_and_beside_blanks():
    one = table("站\t数\t注\n东\t1,200.5\t好\n西\t—\t3", heads=1)
    rows = table_rows(one, [])
    assert [[cell.number for cell in row] for row in rows] == [[False, True, False]] * 3


def test_a_table_without_a_head_has_figures_too():
    rows = table_rows(table("东\t+3%\n西\t（5）"), [])
    assert [cell.number for cell in rows[0]] == [False, True]


def test_a_key_phrase_is_marked_in_its_cell():
    one = table("甲乙\t丙丁")
    (row,) = table_rows(one, [(3, 5)])
    assert [[run.marked for run in cell.runs] for cell in row] == [[False], [True]]


def test_wide_text_gets_the_wide_column_and_all_is_shared_out():
    widths = column_widths(table("序\t说明\n1\t" + "很长的说明" * 5))
    assert widths[1] > 3 * widths[0]
    assert 99 < sum(widths) < 101
