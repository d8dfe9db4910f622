"""Web archives that are nested like no browser nests them."""

import pytest

from handout.errors import ReadError
from handout.read import read


@pytest.mark.parametrize("kind", ["multipart/mixed; boundary=b", "message/rfc822"])
def test_parts_nested_without_end_are_refused_in_one_sentence(kind):
    head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b0\r\n\r\n"
    parts = "".join(
        f"--b{n}\r\nContent-Type: {kind}{n + 1 if 'boundary' in kind else ''}\r\n\r\n"
        for n in range(3000)
    )
    with pytest.raises(ReadError):
        read((head + parts).encode(), name="a.mhtml")
