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
    with pytest.raises(ReadError, match="is not text"):
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
def test_traditional_text_is_distinguished_from_simplified_by_its_frequent_words(
    encoding, said
):
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


LINES = [
    "雨从昨夜一直下到清晨。",
    "老周推开门，看见院里的桂花落了一地。",
    "他拿起扫帚。",
]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5"])
@pytest.mark.parametrize("asked", [True, False])
def test_one_wrong_byte_costs_one_character_and_is_named(encoding, asked):
    lines = LINES if encoding != "big5" else [TRADITIONAL, "他走過橋去。", TRADITIONAL]
    sound = [line.encode(encoding) for line in lines]
    sound[1] = sound[1][:4] + b"\xff" + sound[1][4:]
    text, notices = decode(
        b"\n".join(sound), name="a.txt", encoding=encoding if asked else ""
    )
    first, middle, last = text.split("\n")
    assert (first, last) == (lines[0], lines[2])
    assert "\ufffd" in middle
    assert middle.replace("\ufffd", "")[-4:] == lines[1][-4:]
    assert "line 2" in notices[-1].message
    assert "ff" in notices[-1].message


def test_a_byte_that_is_missing_does_not_shift_the_characters_after_it():
    line = "老周推开门看见院里的桂花落了一地便拿扫帚慢慢扫成一堆"
    content = f"{line}\n{line}\n".encode("gb18030")
    text, notices = decode(content[:9] + content[10:], name="a.txt")
    assert text.split("\n")[0].replace("\ufffd", "") == line[:4] + line[5:]
    assert "line 1" in notices[-1].message


def test_what_a_file_declares_holds_though_a_byte_is_wrong():
    content = "".join(LINES).encode("gb2312")
    text, notices = decode(content[:7] + content[8:], name="a.html", hinted="gb2312")
    assert text.endswith("他拿起扫帚。")
    assert [n.message.split(",")[0] for n in notices] == [
        "has bytes that are not characters in GB18030"
    ]


def test_declared_japanese_is_read_as_declared_with_a_wrong_byte():
    japanese = "これは日本語の文章です。図書館で本を読みました。" * 3
    content = japanese.encode("euc_jp")
    text, _ = decode(content[:21] + content[22:], name="a.html", hinted="euc-jp")
    assert "図書館で本を読みました。" in text


def test_two_characters_of_gbk_are_chinese():
    assert decode("测试".encode("gbk"), name="a.txt")[0] == "测试"


def test_the_larger_sister_of_the_encoding_asked_for_is_taken():
    text, notices = decode("朱镕基和喆".encode("gbk"), name="a.txt", encoding="gb2312")
    assert (text, notices) == ("朱镕基和喆", ())


def test_utf8_with_stray_bytes_and_a_byte_order_mark_is_read():
    content = codecs.BOM_UTF8 + TEXT.encode() + b"\x80\xfe" + TEXT.encode()
    text, notices = decode(content, name="a.txt")
    assert text == TEXT + "\ufffd\ufffd" + TEXT
    assert "line 2 (byte 80), line 2 (byte fe)" in notices[0].message


def test_many_faults_in_one_long_line_end_soon():
    line = ("的一是不了在人有我他" * 400).encode("gb18030")
    content = b"".join(line + b"\xff" for _ in range(100))
    text, notices = decode(content, name="a.txt")
    assert text.count("\ufffd") == 100
    assert "and 97 more" in notices[-1].message


def test_one_wrong_byte_deep_in_a_long_line_costs_that_place_alone():
    line = "　　讀書會的第一次聚會在河邊舉行，老人把桌子擦了三遍，水缸早已滿了。" * 4
    content = line.encode("big5")
    at = len(content) - 21
    text, notices = decode(content[:at] + b"\xff" + content[at:], name="a.txt")
    assert text.count("\ufffd") == 1
    assert text.startswith(line[:-16])
    assert text.endswith(line[-6:])
    assert "line 1" in notices[-1].message
