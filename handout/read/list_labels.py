"""Writes out the numbers a format counts by itself: those of lists and headings.

The reader of the page sees them, and the text refers to them ("see 3."): each is put
before its line as it was shown, and counted as part of the file's text.
"""

from collections.abc import Callable

from handout.model.chinese import roman

_HAN = "〇一二三四五六七八九"
_HAN_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_HAN_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_LEGAL_UNITS, _LEGAL_TEN_THOUSAND = ("", "拾", "佰", "仟"), {"贰": "万", "貳": "萬"}
_UNITS = ("", "十", "百", "千")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
# Numbers drawn as one character, by the first of each series.
_DRAWN = {
    "circle": (
        (1, "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
        (21, "㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟"),
        (36, "㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"),
    ),
    "parenthesised": ((1, "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),),
    "full-stop": ((1, "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),),
    "circled-han": ((1, "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),),
    "stems": ((1, _STEMS),),
    "branches": ((1, _BRANCHES),),
}  # fmt: skip
_CARDINALS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth",
    "eight": "eighth", "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
# Longer than any printed number; an untrusted file may hold a megabyte.
_LONGEST = 60
_BULLETS = ("disc", "circle", "square", "disclosure-open", "disclosure-closed", "none")
_STYLES = {
    "1": "decimal",
    "a": "lower-latin",
    "A": "upper-latin",
    "i": "lower-roman",
    "I": "upper-roman",
    "lower-alpha": "lower-latin",
    "upper-alpha": "upper-latin",
    "cjk-ideographic": "han",
    "cjk-decimal": "decimal",
    "simp-chinese-informal": "han",
    "trad-chinese-informal": "han",
    "cjk-heavenly-stem": "stems",
    "cjk-earthly-branch": "branches",
    "simp-chinese-formal": "han-legal",
    "trad-chinese-formal": "han-legal-traditional",
}
# Marks that need no space before what they number; after others comes a space.
_CLOSE = tuple("、）．。：")


def closed_up(label: str) -> str:
    """A label with the space before its text, if it needs one."""
    return label if not label or label.endswith(_CLOSE) else label + " "


def style_named(name: str) -> str:
    """The style for a kind of number; "" for a bullet and for no mark."""
    name = name.strip()
    known = _STYLES.get(name) or _STYLES.get(name.lower()) or name.lower()
    return "" if known in _BULLETS else known


def page_label(number: int, style: str) -> str:
    """Write the number of a list on a web page, with what a browser puts after it."""
    return closed_up(write_number(number, style) + ("、" if style == "han" else "."))


def shorten_label(label: str) -> str:
    """A label cut to what fits on a line."""
    return label[:_LONGEST]


def write_number(number: int, style: str, *, doubled: bool = False) -> str:
    """Write a number in a style: decimal, lower-latin, upper-roman, han, circle, stems.

    After z comes aa, then bb if `doubled`, else ab. What a style cannot write is
    decimal.
    """
    for first, drawn in _DRAWN.get(style, ()):
        if first <= number < first + len(drawn):
            return drawn[number - first]
    if style in ("lower-latin", "upper-latin") and number > 0:
        letters = _repeat_letter(number) if doubled else _count_in_letters(number)
        return letters if style == "lower-latin" else letters.upper()
    write = _WRITERS.get(style)
    return (write(number) if write and 0 <= number < 100_000 else "") or str(number)


def _repeat_letter(number: int) -> str:
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * min(times + 1, 9)


def _count_in_letters(number: int) -> str:
    letters = ""
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("a") + letter) + letters
    return letters


def _han(number: int) -> str:
    if number == 0:
        return _HAN[0]
    text = _in_units(number, "零" + _HAN[1:], _UNITS, "万")
    return text.removeprefix("一") if text.startswith("一十") else text


def _legal(digits: str) -> Callable[[int], str]:
    ten_thousand = _LEGAL_TEN_THOUSAND[digits[2]]
    return lambda n: _in_units(n, digits, _LEGAL_UNITS, ten_thousand) or digits[0]


def _in_units(
    number: int, digits: str, units: tuple[str, ...], ten_thousand: str
) -> str:
    """Write a number with 十, 百, 千 or their legal forms, 零 for empty places."""
    high, low = divmod(number, 10_000)
    if high:
        rest = _in_units(low, digits, units, ten_thousand)
        gap = digits[0] if rest and low < 1000 else ""
        return digits[high] + ten_thousand + gap + rest
    text = ""
    places = f"{low:d}"
    for at, digit in enumerate(places):
        if digit != "0":
            text += digits[int(digit)] + units[len(places) - 1 - at]
        elif text and not text.endswith(digits[0]):
            text += digits[0]
    return text.rstrip(digits[0])


def _digits(number: int) -> str:
    return "".join(_HAN[int(digit)] for digit in str(number))


def _pair(number: int) -> str:
    if number < 1:
        return ""
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12]


def _ordinal(number: int) -> str:
    teens = 10 <= number % 100 <= 20
    ends = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if teens else ends.get(number % 10, 'th')}"


def _cardinal(number: int) -> str:
    if number < 20:
        return _CARDINALS.split()[number].capitalize()
    tens, ones = divmod(number, 10)
    if tens > 9:
        return ""
    return (
        _TENS.split()[tens] + (f"-{_CARDINALS.split()[ones]}" if ones else "")
    ).capitalize()


def _ordinal_text(number: int) -> str:
    words = _cardinal(number).lower()
    front, mark, last = words.rpartition("-")
    if not last:
        return ""
    usual = f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"
    return (front + mark + _ORDINALS.get(last, usual)).capitalize()


def _roman(number: int) -> str:
    return roman(number) if 0 < number < 4000 else ""


_WRITERS: dict[str, Callable[[int], str]] = {
    "lower-roman": lambda n: _roman(n).lower(),
    "upper-roman": _roman,
    "han": _han,
    "han-digits": _digits,
    "han-legal": _legal(_HAN_LEGAL),
    "han-legal-traditional": _legal(_HAN_LEGAL_TRADITIONAL),
    "stems-branches": _pair,
    "full-width": lambda n: str(n).translate(_FULL_WIDTH),
    "decimal-leading-zero": lambda n: f"{n:02d}",
    "dashed": lambda n: f"- {n} -",
    "ordinal": _ordinal,
    "cardinal": _cardinal,
    "ordinal-text": _ordinal_text,
}
