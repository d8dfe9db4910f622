import pytest

from handout.model.document import Aside, Document, Line, Paragraph, Section
from handout.plan.front_lines import as_printed, lines_around, subtitle_of


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


def document(*labels):
    text = Paragraph(1, "正文。", 90, 9)
    return Document(
        "a.txt", "zh-CN", 3, sections=(Section(None, (text,)),), asides=labels
    )


def test_a_subtitle_is_printed_with_its_dash():
    found = document(Aside("——以北岭  社区为例", "the subtitle", 5, 2, "subtitle"))

    assert subtitle_of(found) == "——以北岭 社区为例"
    assert subtitle_of(document()) == ""


def test_what_a_reader_expects_before_the_text_is_printed_in_its_order():
    found = document(
        Aside("摘要：社区协商。", "the abstract", 20, 4, "abstract"),
        Aside("各位同事：", "how the readers are addressed", 30, 5, "salutation"),
        Aside("关键词：协商", "the keywords", 40, 6, "keywords"),
        Aside("12", "a stray number", 50, 7),
    )

    assert lines_around(found) == ("摘要：社区协商。", "关键词：协商")


def test_what_follows_the_text_is_not_printed_before_it():
    found = document(Aside("出席：林小满", "who took part", 99, 12, "people"))

    assert lines_around(found) == ()
