"""A file's note on its boxes is read if it is ours, and nothing else is believed."""

import pytest

from handout.model.printed import PrintedBox, PrintedPage
from handout.preflight.pages.our_note import carried_in
from handout.printing.report.page_record import note_of


def test_what_is_written_is_read_again():
    box = PrintedBox(3, 20.0, 50.0, 140.0, 34.0, 34.0, "你（怎么）看？", 2)
    page = PrintedPage(3, (), 0.5, 17.0, rows=("一行",), boxes=(box,))

    found = carried_in(note_of((page,)).encode())

    assert found.boxes == (box,)
    assert found.rows == ((3, "一行"),)


@pytest.mark.parametrize(
    "note",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff",
        b'{"boxes": 1, "rows": []}',
        b'{"boxes": [[1]], "rows": []}',
        b'{"boxes": [["a", 1, 1, 1, 1, 1, 1, 1]], "rows": []}',
        b'{"boxes": [[1e999, 1, 1, 1, 1, 1, 1, 1]], "rows": []}',
        b'{"boxes": [], "rows": [[]]}',
        b"[" * 100_000,
    ],
)
def test_what_is_no_note_of_ours_is_taken_for_nothing(note):
    assert carried_in(note) is None
