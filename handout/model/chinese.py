"""What a Han character is, and what Chinese numerals are worth: once for all stages."""

import re

# Unified ideographs with their extensions, compatibility ideographs, 々, 〆 and 〇, for
# a character class of a regular expression.
HAN = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
HAN_CHARACTER = re.compile(f"[{HAN}]")
# Numerals as headings count, with the financial and the zero's two forms.
NUMERALS = "零〇一二三四五六七八九十百千万两"

_DIGITS = "零一二三四五六七八九"
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1_000, "万": 10_000}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1_000}
_ROMAN_STEPS = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def numeral_value(text: str) -> int:
    """The value of a numeral: 十二 is 12, 二〇二六 is 2026, 一千零一 is 1001."""
    if not set(text) & set(_UNITS):
        return int("".join(str(_VALUES[digit]) for digit in text))
    total = block = digit = 0
    for sign in text:
        if sign in _VALUES:
            digit = _VALUES[sign]
        elif sign == "万":
            total += (block + digit) * _UNITS[sign]
            block = digit = 0
        else:
            # 十 alone is ten.
            block += (digit or 1) * _UNITS[sign]
            digit = 0
    return total + block + digit


def numeral(number: int) -> str:
    """A number of 0 to 9999 as Chinese counts: 十二, 三十四, 一百零五."""
    if number < 10:
        return _DIGITS[number]
    text, zero = "", False
    for sign, worth in (("千", 1_000), ("百", 100), ("十", 10)):
        digit, number = divmod(number, worth)
        if digit:
            text += "零" * zero + _DIGITS[digit] + sign
        zero = bool(text) and not digit and bool(number)
    text += "零" * zero + (_DIGITS[number] if number else "")
    return text.removeprefix("一") if text.startswith("一十") else text


def roman_value(text: str) -> int:
    """The value of a Roman numeral: XIV is 14."""
    values = [_ROMAN[letter] for letter in text.upper()]
    following = [*values[1:], 0]
    return sum(
        -one if one < after else one
        for one, after in zip(values, following, strict=True)
    )


def roman(number: int) -> str:
    """A number as a Roman numeral: 14 is XIV."""
    text = ""
    for worth, letters in _ROMAN_STEPS:
        count, number = divmod(number, worth)
        text += letters * count
    return text
