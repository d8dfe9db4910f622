"""Writes what a field of Word draws by itself: EQ, SYMBOL, a check box."""

import re

from handout.read.formulas.parts import (
    NOTHING,
    FormulaPart,
    big,
    enclose,
    fraction,
    root,
    row,
    scripts,
    tokens,
    write_rows,
)
from handout.read.list_labels import write_number
from handout.read.raw.xml import Element
from handout.read.word.names import W
from handout.read.word.styles import is_on
from handout.read.word.symbols import symbol_field

_NAME = re.compile(r"\\([a-zA-Z]+)(-?\d*)")
_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}
_SIGNS = {"su": "∑", "pr": "∏"}
_RINGS = "○〇◯□△◇"
_MOST_DEEP = 20
_LONGEST = 2000


def shown_by_field(instruction: str, begin: Element | None) -> str:
    """What a field without a stored result shows; "" for those that show nothing."""
    words = instruction.split()
    name = words[0].upper() if words else ""
    if name == "EQ":
        return _equation(instruction.strip()[2:][:_LONGEST])
    if name == "SYMBOL":
        return symbol_field(words[1:])
    if name == "MACROBUTTON":
        return " ".join(words[2:])
    if name == "FORMCHECKBOX" and begin is not None:
        return _checkbox(begin)
    return ""


def _checkbox(begin: Element) -> str:
    box = begin.find(f"{W}ffData/{W}checkBox")
    if box is None:
        return "☐"
    ticked = is_on(box, "checked")
    return "☑" if (is_on(box, "default") if ticked is None else ticked) else "☐"


def _equation(text: str) -> str:
    found = _Reader(text).row("", 0)
    return found.text


class _Reader:
    """Reads an EQ field from the left: switches, and arguments in brackets."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def row(self, ends: str, deep: int) -> FormulaPart:
        """Read up to one of these characters, or to the end."""
        parts: list[FormulaPart] = []
        plain = ""
        while self._at < len(self._text) and self._text[self._at] not in ends:
            match = _NAME.match(self._text, self._at)
            if match and deep < _MOST_DEEP:
                parts += tokens(plain)
                plain = ""
                self._at = match.end()
                parts.append(self._switch(match.group(1).lower(), deep))
                continue
            if self._text[self._at] == "\\":
                self._at += 1
            plain += self._text[self._at : self._at + 1]
            self._at += 1
        return row([*parts, *tokens(plain)])

    def _switch(self, name: str, deep: int) -> FormulaPart:
        options: list[str] = []
        brackets: dict[str, str] = {}
        while match := _NAME.match(self._text, self._at):
            self._at = match.end()
            option = match.group(1).lower()
            options.append(option)
            if option in ("bc", "lc", "rc") and self._text[self._at :][:1] == "\\":
                brackets[option] = self._text[self._at + 1 : self._at + 2]
                self._at += 2
        return _draw_switch(name, options, brackets, self._arguments(deep + 1))

    def _arguments(self, deep: int) -> list[FormulaPart]:
        if self._text[self._at :][:1] != "(":
            return []
        self._at += 1
        found = [self.row(",;)", deep)]
        while self._at < len(self._text) and self._text[self._at] in ",;":
            self._at += 1
            found.append(self.row(",;)", deep))
        self._at += 1
        return found


def _draw_switch(
    name: str, options: list[str], brackets: dict[str, str], parts: list[FormulaPart]
) -> FormulaPart:
    first = parts[0] if parts else NOTHING
    second = parts[1] if len(parts) > 1 else NOTHING
    if name == "f":
        return fraction(first, second)
    if name == "r":
        return root(second, first) if second.text else root(first)
    if name == "s":
        low = "do" in options
        return (
            scripts(NOTHING, first, NOTHING)
            if low
            else scripts(NOTHING, NOTHING, first)
        )
    if name == "b":
        opening = brackets.get("lc") or brackets.get("bc") or "("
        closing = brackets.get("rc") or _BRACKETS.get(opening, opening)
        return enclose(parts, opening, ",", closing)
    if name == "i":
        sign = next((_SIGNS[o] for o in options if o in _SIGNS), "∫")
        return big(sign, first, second, parts[2] if len(parts) > 2 else NOTHING)
    if name == "a":
        return write_rows([part] for part in parts)
    if name == "o":
        return _over_one_another(parts)
    return row(parts)


def _over_one_another(parts: list[FormulaPart]) -> FormulaPart:
    """Write characters set over one another: a number in a ring is (21) or ①."""
    texts = [part.text for part in parts if part.text]
    inside = [text for text in texts if text not in _RINGS]
    if len(inside) == len(texts) or not inside:
        return FormulaPart("".join(texts))
    text = "".join(inside)
    ringed = text.isdecimal() and len(text) < 3 and 1 <= int(text) <= 20
    return FormulaPart(write_number(int(text), "circle") if ringed else f"({text})")
