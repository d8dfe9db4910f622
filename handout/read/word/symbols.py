"""The characters of Symbol and Wingdings, which Word stores only by position."""

from handout.numbers import whole_number
from handout.read.raw.xml import Element
from handout.read.word.names import W

_GREEK = dict(
    zip(
        [*range(0x41, 0x5B), *range(0x61, 0x7B)],
        "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιφκλμνοπθρστυπωξψζ",
        strict=True,
    )
)
_SYMBOL = _GREEK | {
    0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2D: "−", 0x40: "≅", 0x5C: "∴", 0x5E: "⊥",
    0x7E: "∼", 0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑",
    0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×",
    0xB5: "∝", 0xB6: "∂", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈",
    0xBC: "…", 0xC4: "⊗", 0xC5: "⊕", 0xC6: "∅", 0xC7: "∩", 0xC8: "∪", 0xC9: "⊃",
    0xCA: "⊇", 0xCC: "⊂", 0xCD: "⊆", 0xCE: "∈", 0xCF: "∉", 0xD0: "∠", 0xD1: "∇",
    0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD5: "∏", 0xD6: "√", 0xD7: "·", 0xD8: "¬",
    0xD9: "∧", 0xDA: "∨", 0xDB: "⇔", 0xDC: "⇐", 0xDD: "⇑", 0xDE: "⇒", 0xDF: "⇓",
    0xE1: "⟨", 0xE5: "∑", 0xF1: "⟩", 0xF2: "∫",
}  # fmt: skip
_WINGDINGS = {
    0x21: "✎", 0x22: "✂", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x3F: "✍", 0x45: "☜",
    0x46: "☞", 0x47: "☝", 0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6D: "○", 0x6E: "■",
    0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒", 0x73: "◆", 0x74: "◆", 0x75: "◆",
    0x76: "❖", 0x77: "◆", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "☐",
    0xAA: "✦", 0xAB: "★", 0xAC: "✶", 0xB6: "☆", 0xD8: "➢", 0xDF: "←", 0xE0: "→",
    0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xEF: "⇐", 0xF0: "⇒", 0xF1: "⇑", 0xF2: "⇓",
    0xF3: "⇔", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
} | {
    **{0x81 + n: chr(ord("①") + n) for n in range(10)},
    **{0x8C + n: chr(ord("❶") + n) for n in range(10)},
}  # fmt: skip
_WINGDINGS_2 = {
    0x2A: "☐", 0x30: "☐", 0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒",
    0x54: "☒", 0x96: "·", 0x97: "●", 0x98: "●", 0xA0: "■", 0xA2: "■", 0xA3: "☐",
    0xAE: "◆", 0xB1: "◆",
} | {0x6A + n: chr(ord("①") + n) for n in range(10)}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}
UNKNOWN = "\ufffd"


def symbol_of(element: Element) -> str:
    """The character of a w:sym; U+FFFD if its font is unknown."""
    try:
        code = int(str(element.get(W + "char") or ""), 16)
    except ValueError:
        return UNKNOWN
    return character(code, str(element.get(W + "font") or ""))


def character(code: int, font: str) -> str:
    """The character at a position of a symbol font."""
    table = _FONTS.get(font.strip().lower())
    private = 0xF000 <= code <= 0xF0FF
    if table is None and not private and 0x20 < code < 0xD800:
        return chr(code)
    place = code & 0xFF if private else code
    found = (table or {}).get(place)
    if found is None and table is _SYMBOL and 0x20 < place < 0x7F:
        return chr(place)
    return found or UNKNOWN


def respell_symbols(text: str, font: str | None) -> str:
    """Text set in a symbol font, as the characters that it shows."""
    if not font or font.strip().lower() not in _FONTS:
        return text
    return "".join(c if c.isspace() else character(ord(c), font) for c in text)


def symbol_field(words: list[str]) -> str:
    """What a field such as SYMBOL 254, in Wingdings, shows."""
    code = whole_number(words[0] if words else "")
    if code is None:
        return ""
    lower = [word.lower() for word in words]
    at = lower.index("\\f") + 1 if "\\f" in lower else len(words)
    font = " ".join(words[at:]).strip('"').split('"')[0].split(" \\")[0]
    return character(code, font)
