"""Glyphs become lines, blocks and paragraphs as a reader sees them."""

from dataclasses import replace

from handout.preflight.pages.page import group_lines, lines_of


def texts(lines):
    return [line.text for line in lines]


def test_a_line_is_what_stands_side_by_side(sheet):
    found = sheet("一二三", "四五六")

    assert texts(found.lines) == ["一二三", "四五六"]
    assert [line.number for line in found.lines] == [1, 2]


def test_columns_are_parted_where_the_distance_is_wide(sheet):
    found = sheet("一二三", ("四", {"left": 300.0}))
    beside = sheet(("一二三", {}))

    assert texts(found.lines) == ["一二三", "四"]
    assert len(found.blocks) == 2
    assert len(beside.lines) == 1


def test_a_paragraph_begins_where_a_line_is_indented(sheet):
    (block,) = sheet(
        ("一二三", {"left": 120.0}), "四五六", ("七八", {"left": 120.0})
    ).blocks

    assert [texts(lines) for lines in block.paragraphs()] == [
        ["一二三", "四五六"],
        ["七八"],
    ]


def test_another_size_begins_another_block(sheet):
    found = sheet("一二三", ("四五六", {"size": 14.0}))

    assert len(found.blocks) == 2


def test_the_entries_of_a_list_are_no_lines_of_one_paragraph(sheet):
    # A paragraph tells how far apart lines stand; entries stand further apart.
    glyphs = list(sheet(*["一二三四五"] * 7).glyphs)
    for place in range(4):
        below = sheet("六七").glyphs
        glyphs += [replace(one, baseline=540 - 24 * place) for one in below]

    found = group_lines(lines_of(glyphs))

    assert [len(block.lines) for block in found] == [7, 1, 1, 1, 1]
