"""Tables of Word: every cell in its column, with what is inside it."""

import pytest
from docx_files import LONG, cell, para, read_docx, row, table, texts, val

NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
PNG = b"\x89PNG"


def the_table(body, **parts):
    document = read_docx(body + para(LONG), **parts)
    return next(p for p in document.paragraphs if p.kind == "table")


def control(inner):
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def test_a_cell_over_two_columns_keeps_the_next_one_in_place():
    found = the_table(
        table(
            row("项目", cell("上午", properties=val("gridSpan", 2)), "备注"),
            row("人数", "3", "4", "无"),
        )
    )
    assert found.rows == (("项目", "上午", "", "备注"), ("人数", "3", "4", "无"))
    assert [[c.columns for c in line] for line in found.cells] == [[1, 2, 1], [1] * 4]


def test_a_cell_over_two_rows_is_one_cell_of_two_rows():
    begins, goes_on = val("vMerge", "restart"), "<w:vMerge/>"
    found = the_table(
        table(
            row("时段", "科目"),
            row(cell("上午", properties=begins), "语文"),
            row(cell(properties=goes_on), "数学"),
        )
    )
    assert found.rows[2] == ("", "数学")
    assert found.cells[1][0].rows == 2
    assert [c.text for c in found.cells[2]] == ["数学"]


def test_text_in_a_cell_that_is_covered_is_not_lost():
    found = the_table(
        table(
            row(cell("上", properties=val("vMerge", "restart")), "1"),
            row(cell("下", properties="<w:vMerge/>"), "2"),
        )
    )
    assert found.rows == (("上", "1"), ("下", "2"))


def test_a_row_that_begins_further_right_keeps_its_columns():
    found = the_table(
        table(row("甲", "乙", "丙"), row("二", "三", properties=val("gridBefore", 1)))
    )
    assert found.rows[1] == ("", "二", "三")


@pytest.mark.parametrize(
    "rows",
    [
        [row("甲", control(cell("乙"))), row("丙", "丁")],
        [row("甲", "乙"), control(row("丙", "丁"))],
        [row("甲", cell(control(para("乙")))), row("丙", "丁")],
    ],
)
def test_content_controls_around_cells_rows_and_text_change_nothing(rows):
    assert the_table(table(*rows)).rows == (("甲", "乙"), ("丙", "丁"))


def test_a_first_cell_without_text_keeps_its_column():
    found = the_table(table(row("", "计划"), row("东区", "11"), row("", "")))
    assert found.rows == (("", "计划"), ("东区", "11"))


def test_lines_and_paragraphs_of_a_cell_do_not_run_together():
    broken = para("<w:r><w:t>12</w:t><w:br/><w:t>34</w:t></w:r>")
    found = the_table(table(row("甲", broken.join(["<w:tc>", "</w:tc>"])),
                            row("乙", cell("56", "78"))))  # fmt: skip
    assert found.rows == (("甲", "12; 34"), ("乙", "56; 78"))


def test_automatic_numbers_in_cells_are_written_and_a_list_after_counts_on():
    body = table(
        row(cell(para(properties=NUMBERED)), "水泵"),
        row(cell(para(properties=NUMBERED)), "水带"),
    )
    document = read_docx(
        body + para("接着数", properties=NUMBERED) + para(LONG), numbering=NUMBERING
    )
    assert document.paragraphs[0].rows == (("1.", "水泵"), ("2.", "水带"))
    assert "3. 接着数" in texts(document)


def test_a_picture_in_a_cell_is_kept():
    picture = '<w:p><w:r><w:drawing><a:blip r:embed="p"/></w:drawing></w:r></w:p>'
    document = read_docx(
        table(row("图", f"<w:tc>{picture}</w:tc>"), row("乙", "丙")) + para(LONG),
        relations=[("p", "image", "media/a.png")],
        **{"word/media/a.png": PNG},
    )
    assert [p.content for p in document.pictures] == [PNG]


def test_a_row_marked_as_head_is_the_head():
    marked = "<w:tblHeader/>"
    found = the_table(table(row("1", "2", properties=marked), row("3", "4")))
    assert found.table.heads == 1
    assert all(one.head for one in found.cells[0])


def test_emphasis_in_a_cell_is_kept_by_place():
    strong = "<w:r><w:rPr><w:b/></w:rPr><w:t>要紧</w:t></w:r>"
    found = the_table(table(row("甲", cell(para("很", strong))), row("乙", "丙")))
    (one,) = found.emphasis
    assert found.text[one.start : one.end] == "要紧"
