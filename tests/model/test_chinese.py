"""One idea of Han characters and of numerals, for every stage."""

import pytest

from handout.model.chinese import (
    HAN_CHARACTER,
    numeral,
    numeral_value,
    roman,
    roman_value,
)


@pytest.mark.parametrize("character", "字々〇㐀𠮷豈")
def test_rare_and_compatible_characters_are_han(character):
    assert HAN_CHARACTER.match(character)


@pytest.mark.parametrize("character", "aあ，　1ｱ한")
def test_marks_kana_and_letters_are_not_han(character):
    assert not HAN_CHARACTER.match(character)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("一百零五", 105),
        ("两百", 200),
        ("一千零一", 1001),
        ("二〇二六", 2026),
        ("三万二千", 32000),
    ],
)
def test_a_numeral_has_its_value(text, value):
    assert numeral_value(text) == value


@pytest.mark.parametrize("number", range(0, 10_000, 7))
def test_what_is_written_is_read_back(number):
    assert numeral_value(numeral(number)) == number
    assert number == 0 or number >= 4000 or roman_value(roman(number)) == number
