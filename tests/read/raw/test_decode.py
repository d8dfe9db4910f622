"""Bytes become text, and a guess shows."""

import codecs

import pytest

from handout.errors import ReadError
from handout.read.raw.decode import decode

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


TRADITIONAL = "讀書會的第一次聚會在河邊舉行,大家都說這是一個好的開始。" * 3


@pytest.mark.parametrize(
    ("encoding", "said"),
    [("gb18030", "GB18030"), ("big5", "Big5"), ("utf-16-le", "UTF-16")],
)
def test_traditional_text_is_told_from_simplified_by_its_frequent_words(encoding, said):
    text, notices = decode(TRADITIONAL.encode(encoding), name="a.txt")
    assert text == TRADITIONAL
    assert said in notices[0].message
    assert "--encoding" in notices[0].message


def test_other_encodings_are_left_to_charset_normalizer():
    korean = "이것은 한국어 문장입니다. 도서관에서 책을 읽었습니다. " * 9
    text, notices = decode(korean.encode("euc_kr"), name="a.txt")
    assert text == korean
    assert notices


def test_the_encoding_the_user_names_is_obeyed():
    content = TRADITIONAL.encode("big5")
    assert decode(content, name="a.txt", encoding="big5") == (TRADITIONAL, ())


@pytest.mark.parametrize("encoding", ["no-such", "zip", "utf-8", "rot13", "hex"])
def test_an_encoding_that_does_not_fit_is_refused(encoding):
    with pytest.raises(ReadError, match=f"cannot be decoded as {encoding}"):
        decode(TRADITIONAL.encode("big5"), name="a.txt", encoding=encoding)


def test_utf8_that_is_cut_off_in_a_character_is_read_and_said():
    text, notices = decode(TEXT.encode()[:-1], name="a.txt")
    assert text == TEXT[:-1]
    assert "complete" in notices[0].message


@pytest.mark.parametrize(
    "text",
    [
        "He said “hello” – and left…\nThe café’s closed on Sundays, they say.",
        "Café crème. Où est-il? Voilà.\nDéjà vu, naïve façade, et tout cela.",
    ],
)
def test_english_and_french_of_windows_are_read_as_such(text):
    decoded, notices = decode(text.encode("cp1252"), name="a.txt")
    assert decoded == text
    assert "Windows-1252" in str(notices[0])


@pytest.mark.parametrize("said", ["utf-8", "gb2312", "big5", "iso-8859-1", "nonsense"])
@pytest.mark.parametrize("real", ["gb18030", "utf-8", "utf-16"])
def test_what_a_page_says_of_its_encoding_is_heard_but_not_obeyed(said, real):
    text = f"<meta charset={said}>去年春天，我们几个人商量着办一个读书会。" * 3
    decoded, notices = decode(text.encode(real), name="a.html", hinted=said)
    assert decoded == text
    wrong = real == "gb18030" and said != "gb2312"
    assert bool(notices) == wrong


def test_four_byte_characters_of_gb18030_are_read():
    text = "镕䶮𠮷㐂㭎这些字很少见，在我们的名单里都有，一个也不能少。" * 3
    assert decode(text.encode("gb18030"), name="a.txt")[0] == text
