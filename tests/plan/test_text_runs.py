"""Runs of the article: what is raised, what is tied to a note."""

from handout.model.document import Emphasis, NoteMark, Paragraph
from handout.plan.text_runs import runs_of


def cut(text, *emphasis, marks=()):
    paragraph = Paragraph(1, text, 0, 1, emphasis=emphasis, marks=marks)
    return [(run.text, run.style) for run in runs_of(paragraph, [])]


def test_the_scripts_of_a_formula_are_set_as_scripts():
    assert cut(
        "设x_i为e^(a+b)。", Emphasis(1, 4, "formula"), Emphasis(5, 12, "formula")
    ) == [
        ("设", ""),
        ("x", "formula"),
        ("i", "sub"),
        ("为", ""),
        ("e", "formula"),
        ("a+b", "sup"),
        ("。", ""),
    ]


def test_raised_letters_are_raised():
    assert cut("第1st个", Emphasis(2, 4, "sup")) == [
        ("第1", ""),
        ("st", "sup"),
        ("个", ""),
    ]


def test_the_number_of_a_note_comes_where_it_belongs():
    assert cut("水位高。", marks=(NoteMark(2, "[1]"),)) == [
        ("水位", ""),
        ("1", "note"),
        ("高。", ""),
    ]


def test_a_note_begins_and_a_text_ends_with_a_number():
    assert cut("注", marks=(NoteMark(0, "1"),)) == [("1", "note"), ("注", "")]
    assert cut("文", marks=(NoteMark(1, "2"),)) == [("文", ""), ("2", "note")]
