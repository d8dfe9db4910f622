"""Joins the parts of a formula in one line, with brackets where they are needed."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_RAISED = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_MAY_RAISE = re.compile(r"[0-9n+\-−=()]+$|i$")
_MAY_LOWER = re.compile(r"[0-9+\-−=()]+$")
_PRIMES = re.compile(r"['′″‴*†°∗∘]+$")
# Weak ones leave a fraction beside them readable, strong ones end a product.
_WEAK = "×·⋅∙∗*"
_STRONG = "+-−±∓=<>≤≥≠≈∼≡∝→←↔⇒⇔↦,;:，；：∈∉∋⊂⊆⊃⊇∪∩∧∨∖|∣‖÷/∕…⋯"
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|\s+|.", re.DOTALL)
# 1,2 or 3–5, as note marks are listed.
_LISTED = re.compile(r"\d+(?:[,，、;–-]\s*\d+)+$")
_BRACKETS = "[［〔（【〈"
_ORDINAL = re.compile(r"(?:st|nd|rd|th|er|re|e|ème|o|a|ª|º)$", re.IGNORECASE)
_FUNCTION_NAMES = (
    "sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh log ln lg exp lim max "
    "min sup inf det dim ker gcd deg arg mod Pr"
)
FUNCTIONS = frozenset(_FUNCTION_NAMES.split())


@dataclass(frozen=True, slots=True)
class FormulaPart:
    """A piece of a formula in one line.

    `kind` is "atom" (nothing beside it can change its meaning), "number", "operator",
    "fraction", "root", "function", "product" or "sum".
    """

    text: str
    kind: str = "atom"

    @property
    def is_weak(self) -> bool:
        """Whether a part next to this one needs no brackets."""
        return self.kind == "operator"


NOTHING = FormulaPart("")


def plain(text: str) -> str:
    """Letters without their slant: 𝑥 is x; invisible signs are dropped."""
    if text.isascii():
        return text
    return "".join(_plain(character) for character in text)


def _plain(character: str) -> str:
    if "\U0001d400" <= character <= "\U0001d7ff" or character == "ℎ":
        return unicodedata.normalize("NFKC", character)
    return "" if character in "\u2061\u2062\u2063\u2064\u200b\u2060" else character


def tokens(text: str) -> list[FormulaPart]:
    """Split a formula's piece of text into numbers, letters and signs."""
    return [_token(found) for found in _TOKEN.findall(plain(text)) if found.strip()]


def _token(text: str) -> FormulaPart:
    if text[0].isdecimal():
        return FormulaPart(text, "number")
    if text in FUNCTIONS:
        return FormulaPart(text, "function")
    if text in _WEAK or text in _STRONG:
        return FormulaPart(text, "operator")
    return FormulaPart(text, "product" if text.isalpha() and len(text) > 1 else "atom")


def row(parts: Iterable[FormulaPart]) -> FormulaPart:
    """Join parts that follow one another."""
    kept = [part for part in parts if part.text]
    if len(kept) == 1:
        return kept[0]
    text = ""
    for place, part in enumerate(kept):
        before = kept[place - 1] if place else None
        after = kept[place + 1] if place + 1 < len(kept) else None
        text += _gap(before, part) + _bracket_beside(before, part, after)
    strong = any(p.kind == "operator" and p.text not in _WEAK for p in kept)
    kind = "sum" if strong or any(p.kind == "sum" for p in kept) else "product"
    return FormulaPart(text, kind if kept else "atom")


def _bracket_beside(
    before: FormulaPart | None, part: FormulaPart, after: FormulaPart | None
) -> str:
    """Bracket a fraction or a root that a neighbour would change."""
    left = before is None or before.is_weak or before.text[-1] in "([{"
    right = after is None or after.is_weak or after.text[0] in ")]}"
    divided = before is not None and before.text in ("÷", "/", "∕")
    if part.kind == "fraction" and (not right or divided):
        return f"({part.text})"
    if part.kind == "fraction" and not left:
        mixed = before is not None and before.kind == "number" and part.text[0] in _ONES
        return part.text if mixed else f"({part.text})"
    if part.kind == "root" and not right and "(" not in part.text:
        mark, _, under = part.text.partition("√")
        return f"{mark}√({under})"
    return part.text


_ONES = "0123456789"


def _gap(before: FormulaPart | None, part: FormulaPart) -> str:
    if before is None:
        return ""
    last, first = before.text[-1], part.text[0]
    if last.isdecimal() and first.isdecimal() and part.kind in ("number", "fraction"):
        return " "
    apart = before.kind == "function" or part.kind == "function"
    return " " if apart and last.isalnum() and first.isalnum() else ""


def bracket_kinds(part: FormulaPart, *kinds: str) -> str:
    """Bracket a part of one of these kinds."""
    return f"({part.text})" if part.kind in kinds else part.text


def fraction(above: FormulaPart, below: FormulaPart) -> FormulaPart:
    """Write a fraction as 1/2, (a+b)/(2c)."""
    # sin x/x would be the sine of x/x.
    spaced = " " in above.text and above.kind == "product"
    over = bracket_kinds(above, "sum", "fraction", *(["product"] if spaced else []))
    under = bracket_kinds(below, "sum", "fraction", "product", "function")
    return FormulaPart(f"{over}/{under}", "fraction")


def root(under: FormulaPart, degree: FormulaPart = NOTHING) -> FormulaPart:
    """Write a root as √2, √(a+b), ³√(x)."""
    mark = degree.text.translate(_RAISED)
    if degree.text and not _MAY_RAISE.match(degree.text):
        return FormulaPart(f"root({degree.text}, {under.text})")
    single = under.kind == "number" or len(under.text) == 1
    return FormulaPart(f"{mark}√{under.text if single else f'({under.text})'}", "root")


def scripts(
    base: FormulaPart, below: FormulaPart = NOTHING, above: FormulaPart = NOTHING
) -> FormulaPart:
    """Write x₁², x_i, e^(a+b)."""
    text = bracket_kinds(base, "sum", "fraction", "product", "root")
    if base.kind == "product" and base.text.isalpha() and not above.text:
        text = base.text
    text += _script(below, "_", _LOWERED, _MAY_LOWER)
    text += _script(above, "^", _RAISED, _MAY_RAISE)
    kind = base.kind if base.kind in ("function", "operator") else "atom"
    return FormulaPart(text, kind)


def _script(
    part: FormulaPart, mark: str, table: dict[int, int], exact: re.Pattern[str]
) -> str:
    text = part.text
    if not text:
        return ""
    if exact.match(text):
        return text.translate(table)
    if mark == "^" and _PRIMES.match(text):
        return text.replace("∘", "°")
    alone = len(text) == 1 or part.kind == "number"
    return f"{mark}{text}" if alone else f"{mark}({text})"


def prescripts(
    base: FormulaPart, below: FormulaPart, above: FormulaPart
) -> FormulaPart:
    """Write scripts in front of their base: ¹⁴₆C."""
    front = _script(above, "^", _RAISED, _MAY_RAISE)
    front += _script(below, "_", _LOWERED, _MAY_LOWER)
    return FormulaPart(front + bracket_kinds(base, "sum", "fraction"))


def enclose(
    parts: Sequence[FormulaPart], opening: str, mark: str, closing: str
) -> FormulaPart:
    """Put parts in a pair of brackets."""
    return FormulaPart(f"{opening}{mark.join(p.text for p in parts)}{closing}")


def big(
    sign: str, below: FormulaPart, above: FormulaPart, body: FormulaPart
) -> FormulaPart:
    """Write ∑_(i=1)ⁿ x_i: a sign with its bounds, and what it applies to."""
    head = scripts(FormulaPart(sign, "operator"), below, above)
    gap = " " if body.text and (below.text or above.text) else ""
    return FormulaPart(f"{head.text}{gap}{bracket_kinds(body, 'sum')}", "product")


def write_accent(base: FormulaPart, name: str) -> FormulaPart:
    """Write an accent by its name: bar(x), vec(AB)."""
    return FormulaPart(f"{name}({base.text})") if name else base


ACCENTS = {
    "^": "hat", "ˆ": "hat", "\u0302": "hat", "~": "tilde", "\u0303": "tilde",
    "˜": "tilde", "¯": "bar", "\u0304": "bar", "\u0305": "bar", "‾": "bar",
    "ˉ": "bar", "→": "vec", "\u20d7": "vec", "˙": "dot",
    "\u0307": "dot", "¨": "ddot", "\u0308": "ddot", "_": "underline",
}  # fmt: skip


def write_rows(rows: Iterable[Sequence[FormulaPart]]) -> FormulaPart:
    """Write a matrix or the lines of a system: a, b; c, d."""
    lines = [
        ", ".join(cell.text.rstrip(",，") for cell in line if cell.text)
        for line in rows
    ]
    return FormulaPart("; ".join(line for line in lines if line), "sum")


def raised_or_lowered(text: str, *, up: bool, before: str = "") -> tuple[str, bool]:
    """Write a superscript or subscript of running text so that it cannot be misread.

    `before` is the text in front of it. The second value is true if the letters stay as
    they are, to be set smaller (1st); else they become ², ₂ or ^(x+1).
    """
    table, exact = (_RAISED, _MAY_RAISE) if up else (_LOWERED, _MAY_LOWER)
    if exact.match(text) or (_LISTED.match(text) and exact.match(text[0])):
        return text.translate(table), False
    if text[0] in _BRACKETS or _ORDINAL.match(text) or _PRIMES.match(text):
        return text, True
    mixed = any(c.isdecimal() or c in _STRONG + _WEAK for c in text)
    if not mixed and not before[-1:].isdecimal():
        return text, True
    alone = len(text) == 1
    return f"{'^' if up else '_'}{text if alone else f'({text})'}", False
