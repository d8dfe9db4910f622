"""The values of heading numbers: 12, 一千零三, IV, ③, 壹, Seven, the 3 of 2.3."""

import unicodedata

from handout.model.chinese import NUMERALS, numeral_value, roman_value

HAN_DIGITS = NUMERALS + "廿卅壹贰叁肆伍陆柒捌玖拾"
_WRITTEN = str.maketrans("壹贰叁肆伍陆柒捌玖拾上中下", "一二三四五六七八九十一二三")
_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
)
_NAMED = {word: value for value, word in enumerate(_WORDS.split(), 1)}
_LONGEST = 9


def value_of(digits: str) -> int:
    """The value of a number of any kind; 0 if it is not a number."""
    last = digits.replace("．", ".").rsplit(".", 1)[-1].lower()
    if not last or len(last) > _LONGEST:
        return 0
    if last.isdecimal():
        return int(last)
    if set(last) <= set("ivxlc"):
        return roman_value(last)
    if last in _NAMED:
        return _NAMED[last]
    return _one_sign(last) if len(last) == 1 else _han(last)


def _one_sign(sign: str) -> int:
    """The value of 十, ③, Ⅳ, ㈤ or b."""
    if sign.isascii():
        return ord(sign) - ord("a") + 1 if sign.isalpha() else 0
    return _han(sign) or int(unicodedata.numeric(sign, 0))


def _han(digits: str) -> int:
    plain = digits.replace("廿", "二十").replace("卅", "三十").translate(_WRITTEN)
    return numeral_value(plain) if set(plain) <= set(NUMERALS) else 0
