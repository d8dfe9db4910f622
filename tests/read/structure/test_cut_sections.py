import pytest

from handout.errors import ReadError
from handout.read import read
from handout.read.corrections import load_corrections

BODY = (
    "这一段是这个标题下面的正文，它足够长，有逗号，也有句号，说的是一件很平常的事情。"
)
TEXT = "\n".join(
    [
        "一份文件",
        "一、由来",
        "（一）起因",
        BODY,
        "（二）经过",
        BODY,
        "二、打算",
        BODY,
        "（一）人手",
        BODY,
        "（二）时间",
        BODY,
    ]
)


def parsed(**known):
    return read(TEXT.encode(), name="a.txt", **known)[0]


def titles(document):
    return [s.heading.title if s.heading else "" for s in document.sections]


def test_a_text_is_cut_at_its_highest_headings():
    assert titles(parsed()) == ["由来", "打算"]
    assert titles(parsed(sections="1")) == ["由来", "打算"]


def test_a_text_is_cut_at_a_depth_and_an_empty_heading_is_set_aside():
    document = parsed(sections="2")

    assert titles(document) == ["起因", "经过", "打算", "人手", "时间"]
    assert [a.text for a in document.asides] == ["一、由来"]
    assert document.characters == document.placed + document.set_aside


def test_a_text_is_not_cut_where_that_is_wished():
    document = parsed(sections="none")

    assert titles(document) == [""]
    assert "一、由来" in [p.text for p in document.paragraphs]


@pytest.mark.parametrize("wish", ["打算", "二、打算", "经过，打算", "打算,经过"])
def test_a_text_is_cut_at_given_titles_with_or_without_their_numbers(wish):
    wanted = ["", "经过", "打算"] if "经过" in wish else ["", "打算"]

    assert titles(parsed(sections=wish)) == wanted


def test_a_title_that_is_not_in_the_text_is_an_error():
    with pytest.raises(ReadError) as error:
        parsed(sections="结语")

    assert "no line of the text is “结语”" in str(error.value)


def test_the_file_beside_the_source_can_say_that_there_are_no_headings():
    assert titles(parsed(corrections=load_corrections("headings: none"))) == [""]
    only = load_corrections(
        "headings: none\ncorrections:\n- {line: 二、打算, is: heading}"
    )
    assert titles(parsed(corrections=only)) == ["", "打算"]
    assert titles(parsed(corrections=load_corrections("headings: [经过, 打算]"))) == [
        "",
        "经过",
        "打算",
    ]


def test_an_option_wins_over_the_file_beside_the_source():
    said = load_corrections("headings: none")

    assert titles(parsed(sections="1", corrections=said)) == ["由来", "打算"]


def test_wishes_for_headings_that_make_no_sense_are_an_error():
    with pytest.raises(ReadError):
        load_corrections("headings: {a: 1}")


def test_a_long_text_without_headings_says_so():
    text = "\n".join(["旧码头", *[f"{BODY}{BODY}{BODY}{n}。" for n in range(20)]])

    _, notices = read(text.encode(), name="a.txt")
    _, wished = read(text.encode(), name="a.txt", sections="none")

    assert [notice.code for notice in notices] == ["headings"]
    assert wished == ()
