"""Glyphs become lines, blocks and paragraphs as a reader sees them."""


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
