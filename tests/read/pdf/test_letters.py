"""Letters of PDF pages are whole, upright, and on the page."""

import pytest
from drawn import HIGH, WIDE, column, line, pdf_of

from handout.errors import ReadError
from handout.read.blocks import RawFile, visible
from handout.read.pdf import read_pdf as read_contents

FIRST = [
    "The ferry leaves the landing at six in the morning and",
    "comes back at noon, when the sun is high over the river.",
    "Nobody waits for it then.",
]
SECOND = [
    "In the afternoon the old man sleeps in the bow, and his",
    "hat lies over his eyes until the school bell rings again.",
]
WHOLE = [" ".join(FIRST), " ".join(SECOND)]
TURNED = {0: "1 0 0 1", 1: "0 1 -1 0", 2: "-1 0 0 -1", 3: "0 -1 1 0"}


def read_pdf(content):
    contents = read_contents(RawFile(content, "a.pdf"))
    kept = sum(visible(block.text) for block in contents.blocks)
    assert kept == contents.characters
    return contents, contents.notices


def texts(contents):
    return [block.text for block in contents.blocks if not block.aside]


def asides(contents):
    return [(block.text, block.aside) for block in contents.blocks if block.aside]


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
@pytest.mark.parametrize("origin", [(0, 0), (-50, 120)])
def test_a_page_reads_the_same_however_its_text_is_turned(turns, origin):
    left, bottom = origin
    pieces = ""
    lines = [*enumerate(FIRST), *enumerate(SECOND, len(FIRST) + 2)]
    for number, text in lines:
        # From the page's corner: right along a line, down from line to line.
        along, down = 40, 60 + 14 * number
        x, y = {
            0: (along, HIGH - down),
            1: (down, along),
            2: (WIDE - along, down),
            3: (WIDE - down, HIGH - along),
        }[turns]
        pieces += line(text, left + x, bottom + y, matrix=TURNED[turns])
    box = (left, bottom, left + WIDE, bottom + HIGH)
    document, _ = read_pdf(pdf_of(pieces, rotate=90 * turns % 360, box=box))
    assert texts(document) == WHOLE


def test_text_at_an_angle_is_set_aside():
    mark = line("DRAFT", 120, 200, size=60, matrix="0.7 0.7 -0.7 0.7")
    pages = [column(FIRST, 40, 540) + mark, column(SECOND, 40, 540) + mark]
    document, _ = read_pdf(pdf_of(*pages))
    assert texts(document) == WHOLE
    assert asides(document) == [("DRAFT", "text at an angle to the page's")] * 2


def test_text_outside_the_page_is_set_aside_and_widens_no_line():
    away = line("cut marks and the name of the file", 900, 300)
    document, _ = read_pdf(pdf_of(column(FIRST, 40, 540) + away))
    assert texts(document) == [WHOLE[0]]
    assert asides(document) == [
        ("cut marks and the name of the file", "text outside the page")
    ]


def test_a_stamp_on_most_pages_is_set_aside():
    stamp = line("For internal use", 150, 250, size=20)
    pages = [column([*SECOND, f"Day {n} ends."], 40, 440 - 20 * n) for n in range(4)]
    document, _ = read_pdf(pdf_of(*(page + stamp for page in pages)))
    assert asides(document) == [("For internal use", "the same on most pages")] * 4
    assert len(texts(document)) == 4


def test_copies_of_one_page_are_text():
    document, _ = read_pdf(pdf_of(*[column(FIRST, 40, 440)] * 4))
    assert texts(document) == [WHOLE[0]] * 4


def test_characters_beyond_the_first_plane_are_whole():
    drawn = column(["a b c d e f", "b is a name"], 40, 540)
    content = pdf_of(drawn, unicode={0x61: "𠮷", 0x62: "𝑥", 0x63: "😀"})
    document, _ = read_pdf(content)
    assert texts(document) == ["𠮷 𝑥 😀 d e f", "𝑥 is 𠮷 n𠮷me"]
    assert asides(document) == []


def test_signs_for_radicals_are_the_characters_meant_and_a_notice_says_so():
    content = pdf_of(
        column(["abc abc abc"], 40, 540), unicode={97: "⼀", 98: "⻓", 99: "⽔"}
    )
    document, notices = read_pdf(content)
    assert texts(document) == ["一长水 一长水 一长水"]
    assert [notice.code for notice in notices] == ["radicals"]


def test_letters_that_name_no_characters_are_refused_like_a_scan():
    private = {code: chr(0xE000 + code) for code in range(0x61, 0x7B)}
    with pytest.raises(ReadError) as caught:
        read_pdf(pdf_of(column(FIRST, 40, 540), unicode=private))
    assert "ocrmypdf" in caught.value.hint
