"""Writes TeX formulas of Markdown and web pages in one line."""

import re

from handout.read.formulas import tex_signs as signs
from handout.read.formulas.parts import (
    NOTHING,
    FormulaPart,
    fraction,
    root,
    row,
    scripts,
    tokens,
    write_accent,
    write_rows,
)

_TOKEN = re.compile(r"\\[a-zA-Z]+\*?|\\.|\d+(?:[.,]\d+)*|[{}^_&]|%[^\n]*|\s+|.", re.S)
_FRACTIONS = ("frac", "dfrac", "tfrac", "cfrac")
_MOST_DEEP = 60
_ENDS = ("}", "]", "\\end", "&", "\\\\")
_MATRICES = ("matrix", "pmatrix", "bmatrix", "vmatrix", "Vmatrix", "array")


class _NotReadError(ValueError):
    """The formula is not TeX that is understood here."""


def linear_of_tex(source: str) -> str:
    """A formula in one line; unchanged if it is not TeX that is understood here."""
    try:
        reader = _Reader(_TOKEN.findall(source))
        found = reader.lines(end="")
    except (_NotReadError, RecursionError):
        return " ".join(source.split())
    return found.text or " ".join(source.split())


class _Reader:
    """Reads tokens from the left; each method leaves what it does not take."""

    def __init__(self, found: list[str]) -> None:
        kept = [t for t in found if t[0] != "%"]
        self._tokens = kept
        self._at = 0
        self._depth = 0

    def _next(self) -> str:
        while self._at < len(self._tokens) and self._tokens[self._at].isspace():
            self._at += 1
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _take(self, wanted: str = "") -> str:
        token = self._next()
        if not token or (wanted and token != wanted):
            raise _NotReadError
        self._at += 1
        return token

    def lines(self, end: str, *, cells: bool = False) -> FormulaPart:
        """Read rows up to a token; `cells` keeps the cells of a row apart."""
        found: list[list[FormulaPart]] = [[]]
        while True:
            found[-1].append(self._row())
            token = self._next()
            if token == "&":
                self._take()
            elif token == "\\\\":
                self._take()
                found.append([])
            elif token == end:
                break
            else:
                raise _NotReadError
        if len(found) == 1 and not cells:
            return row(found[0])
        return write_rows(line if cells else [row(line)] for line in found)

    def _row(self) -> FormulaPart:
        self._depth += 1
        if self._depth > _MOST_DEEP:
            raise _NotReadError
        parts: list[FormulaPart] = []
        while (token := self._next()) and token not in _ENDS:
            if token in ("^", "_"):
                parts.append(self._scripts(parts.pop() if parts else NOTHING))
            else:
                parts.append(self._one())
        if token == "]":
            # A bracket that closes nothing is a sign, as in [0,1].
            self._take()
            parts.append(FormulaPart("]"))
            rest = self._row()
            parts += [rest]
        self._depth -= 1
        return row(_drop_empty(parts))

    def _scripts(self, base: FormulaPart) -> FormulaPart:
        found = {"_": NOTHING, "^": NOTHING}
        while (mark := self._next()) in ("^", "_", "'"):
            self._take()
            if mark == "'":
                found["^"] = FormulaPart(found["^"].text + "′")
            else:
                found[mark] = self._argument()
        return scripts(base, found["_"], found["^"])

    def _argument(self) -> FormulaPart:
        token = self._next()
        if token and token[0].isdecimal():
            # x^23 is x²3: TeX takes one character.
            self._tokens[self._at : self._at + 1] = [
                token[0],
                *([token[1:]] * (len(token) > 1)),
            ]
        return self._one()

    def _one(self) -> FormulaPart:
        token = self._take()
        if token == "{":
            inner = self.lines("}")
            self._take("}")
            return inner
        if token == "'":
            return FormulaPart("′")
        if token[0] == "\\":
            return self._command(token[1:])
        return row(tokens(token))

    def _command(self, name: str) -> FormulaPart:
        name = name.rstrip("*") or name
        if name in signs.LETTERS:
            return FormulaPart(signs.LETTERS[name])
        if name in signs.OPERATORS:
            return FormulaPart(signs.OPERATORS[name], "operator")
        if name in signs.BIG:
            return FormulaPart(signs.BIG[name], "function")
        if name in signs.FUNCTIONS:
            return FormulaPart(name, "function")
        return self._construct(name)

    def _construct(self, name: str) -> FormulaPart:
        if name in _FRACTIONS:
            above = self._argument()
            return fraction(above, self._argument())
        if name == "sqrt":
            return self._root()
        if name in ("binom", "dbinom", "tbinom"):
            above, below = self._argument(), self._argument()
            return FormulaPart(f"C({above.text}, {below.text})")
        if name in signs.ACCENTED:
            return write_accent(self._argument(), signs.ACCENTED[name])
        if name == "begin":
            return self._environment()
        if name in ("overset", "stackrel", "underset"):
            other, base = self._argument(), self._argument()
            low, high = (other, NOTHING) if name == "underset" else (NOTHING, other)
            return scripts(base, low, high)
        return self._word_command(name)

    def _root(self) -> FormulaPart:
        degree = NOTHING
        if self._next() == "[":
            self._take()
            piece = self._raw("]")
            degree = row(tokens(piece))
        return root(self._argument(), degree)

    def _word_command(self, name: str) -> FormulaPart:
        if name in signs.WORDS and self._next() == "{":
            words = " ".join(self._braced_text().split())
            apart = words.isascii() and len(words) > 1 and name != "mathrm"
            return FormulaPart(words, "function" if apart else "atom")
        if name in signs.SILENT:
            if name in ("left", "right", "middle") and self._next() == ".":
                self._take()
            return NOTHING
        if name in signs.UNSEEN:
            self._braced_text()
            return NOTHING
        if name in signs.SHOWN:
            return self._argument()
        # An escaped sign is that sign; an unknown command stays as written.
        return FormulaPart(
            "‖" if name == "|" else name if len(name) == 1 else f"\\{name} "
        )

    def _environment(self) -> FormulaPart:
        name = self._braced_text()
        if name in ("array", "tabular") and self._next() == "{":
            self._braced_text()
        key = name.rstrip("*")
        inner = self.lines("\\end", cells=key == "cases" or key in _MATRICES)
        self._take("\\end")
        if self._braced_text() != name:
            raise _NotReadError
        opening = {"pmatrix": "(", "bmatrix": "[", "vmatrix": "|", "cases": "{"}
        closing = {"pmatrix": ")", "bmatrix": "]", "vmatrix": "|", "cases": "}"}
        text = f"{opening.get(key, '')}{inner.text}{closing.get(key, '')}"
        return FormulaPart(text, "atom" if key in opening else "sum")

    def _braced_text(self) -> str:
        self._take("{")
        return self._raw("}")

    def _raw(self, end: str) -> str:
        """Take the text up to the closing bracket, counting the braces inside."""
        found = ""
        deep = 0
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            if token == end and not deep:
                return found
            deep += (token == "{") - (token == "}")
            found += token
        raise _NotReadError


def _drop_empty(parts: list[FormulaPart]) -> list[FormulaPart]:
    return [part for part in parts if part.text]
