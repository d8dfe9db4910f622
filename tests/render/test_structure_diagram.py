"""The picture of the structure fits its sheet, and loses no word."""

import pytest

from handout.model.blocks import Branch, Structure
from handout.model.paper import PAPERS
from handout.render.structure_diagram import picture


def structure(sections, leaves, words="筑牢信仰之基，把稳思想之舵"):
    branches = [
        Branch(n, "", words, tuple(f"强化理论武装{m}" for m in range(leaves)))
        for n in range(1, sections + 1)
    ]
    return Structure("在学思践悟中守初心担使命", tuple(branches))


@pytest.mark.parametrize("paper", PAPERS.values(), ids=list(PAPERS))
def test_everything_is_drawn_inside_the_type_area(paper):
    drawn = picture(structure(4, 3), paper)

    assert drawn is not None
    for x1, y1, x2, y2 in drawn.lines:
        assert min(x1, x2) >= 0
        assert max(x1, x2) <= drawn.width
        assert min(y1, y2) >= 0
        assert max(y1, y2) <= drawn.height
    for label in (*drawn.sections, *drawn.leaves):
        widest = max(len(line) for line in label.lines)
        assert label.x + widest * drawn.size <= drawn.width + 0.01


@pytest.mark.parametrize("paper", PAPERS.values(), ids=list(PAPERS))
@pytest.mark.parametrize("sections", [1, 2])
def test_a_title_of_more_lines_than_sections_is_drawn_whole(sections, paper):
    drawn = picture(structure(sections, 0), paper)

    assert drawn is not None
    _, top, _, height = drawn.box
    assert top >= 0.2
    assert top + height <= drawn.height - 0.2


def test_no_word_is_lost_when_a_label_is_broken():
    words = "这是一个很长很长的标题，要在图里分成好几行才放得下，一个字也不能少"

    drawn = picture(structure(3, 0, words), PAPERS["A5"])

    assert drawn is not None
    assert all("".join(label.lines) == words for label in drawn.sections)


def test_leaves_are_left_out_where_only_the_sections_fit():
    drawn = picture(structure(12, 6), PAPERS["A4"])

    assert drawn is not None
    assert len(drawn.sections) == 12
    assert drawn.leaves == ()


def test_sixty_sections_are_no_picture():
    assert picture(structure(60, 0), PAPERS["A4"]) is None


def test_a_long_number_has_the_room_it_takes():
    plain = picture(structure(3, 0), PAPERS["A4"])
    chapters = Structure(
        "法", tuple(Branch(n, f"第{n}章", "总则和附则", ()) for n in (1, 2, 3))
    )
    drawn = picture(chapters, PAPERS["A4"])

    assert plain is not None
    assert drawn is not None
    assert drawn.indent >= 3 * 0.8 * drawn.size > plain.indent


def test_a_text_without_a_title_has_no_empty_box():
    untitled = Structure("", structure(3, 1).branches)

    drawn = picture(untitled, PAPERS["A4"])

    assert drawn is not None
    assert drawn.title.lines == ()
    assert drawn.box[2] == 0.0
