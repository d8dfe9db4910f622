"""Writes out the numbers a format counts by itself: those of lists and headings.

Whoever reads the page sees them, and the text speaks of them ("see 3."): each is put
before its line as it was shown, and counted as a part of the file's text.
"""

_HAN = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
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
}
# Marks that stand close to what they number; after others comes a space.
_CLOSE = tuple("、）．。：")


def closed_up(label: str) -> str:
    """Give a label with the space that parts it from its text, if it needs one."""
    return label if not label or label.endswith(_CLOSE) else label + " "


def style_named(name: str) -> str:
    """Give our name for a kind of number; "" for a bullet and for no mark at all."""
    name = name.strip()
    known = _STYLES.get(name) or _STYLES.get(name.lower()) or name.lower()
    return "" if known in _BULLETS else known


def page_label(number: int, style: str) -> str:
    """Write the number of a list on a web page, with what a browser puts after it."""
    return closed_up(written(number, style) + ("、" if style == "han" else "."))


def written(number: int, style: str, *, doubled: bool = False) -> str:
    """Write a number in a style: decimal, lower-latin, upper-roman, han, circle, stems.

    After z comes aa, then bb if `doubled`, else ab. What cannot be written so is
    decimal.
    """
    if style in ("lower-latin", "upper-latin") and number > 0:
        letters = _doubled(number) if doubled else _counted(number)
        return letters if style == "lower-latin" else letters.upper()
    if style in ("lower-roman", "upper-roman") and 0 < number < 4000:
        return _roman(number).lower() if style == "lower-roman" else _roman(number)
    if style == "circle" and 1 <= number <= 20:
        return chr(ord("①") + number - 1)
    if style == "stems" and 1 <= number <= 10:
        return _STEMS[number - 1]
    if style == "han" and 0 < number < 1000:
        return _han(number)
    if style == "decimal-leading-zero":
        return f"{number:02d}"
    return str(number)


def _doubled(number: int) -> str:
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * min(times + 1, 9)


def _counted(number: int) -> str:
    letters = ""
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("a") + letter) + letters
    return letters


def _han(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_HAN[hundreds]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else _HAN[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (_HAN[ones] if ones else "")


def _roman(number: int) -> str:
    text = ""
    steps = (
        *[(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")],
        *[(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")],
    )
    for size, letters in steps:
        text += letters * (number // size)
        number %= size
    return text
