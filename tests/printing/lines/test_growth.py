"""Lines of words alone are filled by WeasyPrint, and judged by their spaces."""

from handout.printing import print_pdf

WORDS = "Reading is learning, and using what was read is learning too. " * 4


def notices(tmp_path, ems):
    style = f"p{{width:{ems}em;text-align:justify;font:10pt 'Handout Serif'}}"
    html = f"<!doctype html><html lang=en><style>{style}</style><p>{WORDS}"
    return [str(one) for one in print_pdf((html,), folders=(tmp_path,)).notices]


def test_words_that_fill_their_line_are_not_told(tmp_path):
    assert notices(tmp_path, 30) == []


def test_words_far_apart_in_a_narrow_column_are_told(tmp_path):
    assert any("loose or short" in one for one in notices(tmp_path, 7))
