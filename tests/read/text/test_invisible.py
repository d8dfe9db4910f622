"""Characters that show nothing are set aside, but where they shape a word."""

import pytest

from handout.read import read
from handout.read.text.invisible import split_printable

NOTHING = "\u200b\u200c\u200d\u2060\ufeff\u00ad"


@pytest.mark.parametrize("character", NOTHING)
def test_a_character_without_width_hides_no_number(character):
    text = "".join(
        f"{character}{number}{character}、{head}\n这里是{character}正文，说的是{head}的事情。\n"
        f"{character}\n"
        for number, head in (("一", "目标"), ("二", "措施"), ("三", "人员"))
    )
    document, _ = read(text.encode(), name="a.txt")
    heads = [s.heading.text for s in document.walk() if s.heading]
    assert heads == ["一、目标", "二、措施", "三、人员"]
    assert len(document.paragraphs) == 3
    assert document.placed + document.set_aside == document.characters


@pytest.mark.parametrize("text", ["می‌خواهم", "👨‍👩‍👧", "क्‍ष"])
def test_a_joiner_that_shapes_a_word_or_a_picture_stays(text):
    assert split_printable(text) == (text, "")


def test_stress_survives_a_soft_hyphen():
    page = "<body><h1>题</h1><p><b>要\u00ad点。</b>正文在这里，共有几句。</p></body>"
    document, _ = read(page.encode(), name="a.html")
    paragraph = document.paragraphs[0]
    assert paragraph.text == "要点。正文在这里，共有几句。"
    assert paragraph.run_in == "要点"
