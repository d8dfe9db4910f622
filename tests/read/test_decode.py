"""Bytes become text, and a guess shows."""

import codecs

import pytest

from handout.errors import ReadError
from handout.read.decode import decode

TEXT = "守初心,担使命。\n第二行也是中文,没有别的字。"


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
    ],
)
def test_marked_text_is_decoded_without_a_notice(content):
    assert decode(content, name="a.txt") == (TEXT, ())


def test_gb18030_is_recognised_and_said():
    text, notices = decode(TEXT.encode("gb18030"), name="a.txt")
    assert text == TEXT
    assert [n.code for n in notices] == ["encoding"]
    assert "GB18030" in str(notices[0])


def test_random_bytes_are_no_text():
    with pytest.raises(ReadError, match="no text"):
        decode(bytes(range(255, 0, -1)) * 40, name="a.txt")


def test_a_file_of_more_than_ten_megabytes_is_refused_with_a_way_out():
    with pytest.raises(ReadError) as caught:
        decode(b"a" * 10_000_001, name="a.txt")
    assert "split" in caught.value.hint
