"""What is shown: nothing that a terminal would obey, and nobody need listen."""

import pytest

from handout.cli import show
from handout.errors import ReadError


def test_an_error_keeps_to_its_line_and_moves_no_cursor(capsys):
    show.report_error(ReadError("does not know \x1b[2Jx", where="a\nhandout: fine.txt"))

    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "\\x1b[2Jx" in said
    assert "a\\nhandout" in said


@pytest.mark.parametrize("mark", ["\x07", "\x00", "\x9b", "\u202e", "\ud800"])
def test_a_result_keeps_its_lines_and_loses_what_a_terminal_obeys(mark, capsys):
    show.result(f"first\tline\nsecond {mark}")

    said = capsys.readouterr().out
    assert said.startswith("first\tline\nsecond \\")
    assert mark not in said


def test_a_forged_line_a_turned_one_and_a_separator_are_shown_as_escapes():
    shown = show.harmless("\nhandout: fake\r\u200e\u2028\u2029")
    assert shown == r"\nhandout: fake\r\u200e\u2028\u2029"


def test_a_long_message_keeps_its_beginning_and_its_end():
    shown = show.harmless("begin " + "x" * 50_000 + " end")
    assert len(shown) < 2_100
    assert shown.startswith("begin xx")
    assert shown.endswith("xx end")


def test_the_address_of_a_picture_inside_a_page_is_cut():
    text = f"Failed to load image at 'data:image/png;base64,{'A' * 5_000}': no"
    assert show.harmless(text) == (
        "Failed to load image at 'data:image/png;base64…': no"
    )
