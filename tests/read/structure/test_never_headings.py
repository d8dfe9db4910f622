import pytest

from handout.read import read

BODY = "这一段写的是旧码头上的事，船来船往，日子过得很慢，也没有人着急。"


def headings(*lines):
    document, _ = read("\n".join(lines).encode(), name="a.txt")
    return [s.heading.text for s in document.walk() if s.heading]


@pytest.mark.parametrize(
    ("opening", "closing"),
    ["“”", "「」", "『』", "‘’", '""', "''", "«»"],
)
@pytest.mark.parametrize("stop", ["。", "!", "？", "…", ""])
def test_speech_in_any_marks_is_not_a_heading(opening, closing, stop):
    said = [
        f"{opening}{words}{stop}{closing}" for words in ("走吧", "再等一会儿", "船来了")
    ]
    lines = ["旧码头", *(line for one in said for line in (one, BODY))]

    assert headings(*lines) == []


@pytest.mark.parametrize(
    "line",
    [
        "“你先走，我还要等一个人",
        "——你看见那盏灯了吗",
        '阿秀道:"我不去。"',
        "“不等了”，他说",
        "《渡口》里写道",
        "“Wait,” she said",
        "《你要去哪里？》",
    ],
)
def test_speech_unclosed_with_a_dash_or_with_its_speaker_is_not_a_heading(line):
    assert headings("旧码头", line, BODY, line + "吗", BODY, BODY) == []


def test_a_heading_may_name_something_in_quotation_marks():
    lines = ["三件事", "一、“三个一”从哪里来", BODY * 2, "二、什么是“慢”", BODY * 2]

    assert headings(*lines) == ["一、“三个一”从哪里来", "二、什么是“慢”"]


def test_the_lines_of_a_poem_are_not_headings():
    verses = ["水把灯影摇碎", "一片一片", "送到船的另一边", "没有人说话", "只有橹声"]

    assert headings("夜渡", "辛禾", *verses, *reversed(verses)) == []


def test_questions_and_speakers_of_an_interview_are_not_headings_but_are_marked():
    asked = ["您为什么留下来？", "最难的是什么？", "以后呢？"]
    lines = [x for q in asked for x in (f"问：{q}", f"答：{BODY}")]

    document, _ = read("\n".join(["守码头的人", *lines]).encode(), name="a.txt")

    assert [s.heading for s in document.sections] == [None]
    assert [p.speaker for p in document.paragraphs] == ["问", "答"] * 3
    assert [p.asks for p in document.paragraphs] == [True, False] * 3


def test_the_label_lines_of_minutes_are_not_headings():
    lines = ["理事会会议纪要", "时间：2027年3月4日", "地点：三楼", "出席：卢静、江平"]
    lines += ["一、预算", BODY * 2, "决定事项：本月底以前公布", "二、人事", BODY * 2]

    assert headings(*lines) == ["一、预算", "二、人事"]


def test_a_lone_line_that_is_little_like_a_heading_is_text():
    assert headings("旧码头", BODY, "他没有回头", BODY, BODY) == []
