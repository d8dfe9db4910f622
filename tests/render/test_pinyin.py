"""A word that a person gives a reading for has it, once in each part of a handout."""

import pytest

from handout.errors import UsageError
from handout.render.pinyin import mark_up_readings, readings

RUBY = "<ruby>觊<rt>jì</rt>觎<rt>yú</rt></ruby>"


def test_words_and_readings_are_split():
    assert readings("觊觎=jì yú; 谶=chèn；扼腕 = è wàn\n") == {
        "觊觎": "jì yú",
        "谶": "chèn",
        "扼腕": "è wàn",
    }
    assert readings("") == {}


def test_a_word_without_a_reading_is_told():
    with pytest.raises(UsageError) as raised:
        readings("觊觎")

    assert "觊觎 gives no reading" in str(raised.value)


def test_the_first_of_each_part_gets_its_reading():
    html = "<article><p>觊觎，觊觎</p></article><article><b>觊觎</b></article>"

    found = mark_up_readings(html, {"觊觎": "jì yú"})

    assert found == (
        f"<article><p>{RUBY}，觊觎</p></article><article><b>{RUBY}</b></article>"
    )


def test_what_is_no_text_of_the_page_stays_as_it_is():
    html = (
        "<head><title>觊觎</title><style>觊觎</style></head><body data-title='觊觎'>"
        f"<svg><text>觊觎</text></svg>{RUBY}"
    )

    assert mark_up_readings(html, {"觊觎": "jì yú", "觊": "jì"}) == html


def test_readings_that_do_not_pair_stand_over_the_whole_word_and_are_escaped():
    found = mark_up_readings("<p>扼腕", {"扼腕": "<b>è"})

    assert found == "<p><ruby>扼腕<rt>&lt;b&gt;è</rt></ruby>"


def test_the_longer_of_two_words_is_taken():
    found = mark_up_readings("<p>觊觎之心", {"觊": "x", "觊觎": "jì yú"})

    assert found == f"<p>{RUBY}之心"
