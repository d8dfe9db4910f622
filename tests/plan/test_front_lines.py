import pytest

from handout.model.document import Line
from handout.plan.front_lines import as_printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("（2027年3月2日）", "2027年3月2日"),
        ("□ 邵青禾", "邵青禾"),
        ("（作者：阮平）", "作者：阮平"),
        ("（宋）林观澜", "（宋）林观澜"),
        ("鲁志刚（区民政局局长）", "鲁志刚（区民政局局长）"),
        ("——摘自《田野》", "摘自《田野》"),
        ("By Ines Calder", "By Ines Calder"),
    ],
)
def test_brackets_and_ornaments_around_a_whole_line_are_not_printed(typed, printed):
    assert as_printed(Line(typed, 0, 1)) == printed


def test_what_a_document_lacks_is_not_printed():
    assert as_printed(None) == ""
