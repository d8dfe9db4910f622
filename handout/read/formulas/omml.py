"""Writes Word's formulas (OMML) in one line."""

from collections.abc import Callable

from handout.read.formulas.parts import (
    ACCENTS,
    FUNCTIONS,
    NOTHING,
    FormulaPart,
    big,
    enclose,
    fraction,
    prescripts,
    root,
    row,
    scripts,
    tokens,
    write_accent,
    write_rows,
)
from handout.read.formulas.whole import complete_line
from handout.read.raw.xml import Element

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_GONE = frozenset(_W + name for name in ("del", "moveFrom"))


def linear_of_omml(formula: Element) -> str:
    """A formula in one line that keeps all of its text."""
    return complete_line(lambda: _row(formula), lambda: texts_of_omml(formula))


def texts_of_omml(formula: Element) -> list[str]:
    """The pieces of text in a formula, without what was deleted."""
    found: list[str] = []
    waiting = [formula]
    while waiting:
        element = waiting.pop()
        if element.tag in _GONE:
            continue
        if element.tag in (M + "t", _W + "t"):
            found.append(element.text or "")
        waiting.extend(reversed(element))
    return found


def _row(element: Element | None) -> FormulaPart:
    if element is None:
        return NOTHING
    parts: list[FormulaPart] = []
    run = ""
    for child in element:
        if child.tag == M + "r":
            text = "".join(texts_of_omml(child))
            if text.strip() in FUNCTIONS:
                parts += [*tokens(run), FormulaPart(text.strip(), "function")]
                run = ""
            else:
                # Word splits a number wherever its type changes.
                run += text
            continue
        parts += tokens(run)
        run = ""
        parts.append(_part(child))
    return row([*parts, *tokens(run)])


def _part(element: Element) -> FormulaPart:
    name = str(element.tag).removeprefix(M)
    if element.tag in _GONE or name.endswith("Pr"):
        return NOTHING
    known = _WRITERS.get(name)
    return known(element) if known else _row(element)


def _child_row(element: Element, name: str) -> FormulaPart:
    return _row(element.find(M + name))


def _property(element: Element, group: str, name: str, usual: str) -> str:
    found = element.find(f"{M}{group}/{M}{name}")
    return usual if found is None else str(found.get(M + "val") or "")


def _delimiters(element: Element) -> FormulaPart:
    opening = _property(element, "dPr", "begChr", "(")
    closing = _property(element, "dPr", "endChr", ")")
    mark = _property(element, "dPr", "sepChr", "|")
    return enclose(
        [_row(e) for e in element.iterchildren(M + "e")], opening, mark, closing
    )


def _nary(element: Element) -> FormulaPart:
    sign = _property(element, "naryPr", "chr", "∫")
    return big(
        sign,
        _child_row(element, "sub"),
        _child_row(element, "sup"),
        _child_row(element, "e"),
    )


def _accent(element: Element) -> FormulaPart:
    sign = _property(element, "accPr", "chr", "\u0302")
    return write_accent(_child_row(element, "e"), ACCENTS.get(sign, sign))


def _bar(element: Element) -> FormulaPart:
    below = _property(element, "barPr", "pos", "bot") == "bot"
    return write_accent(_child_row(element, "e"), "underline" if below else "bar")


def _fraction(element: Element) -> FormulaPart:
    above, below = _child_row(element, "num"), _child_row(element, "den")
    if _property(element, "fPr", "type", "bar") == "noBar":
        return FormulaPart(f"({above.text} ¦ {below.text})")
    return fraction(above, below)


def _group(element: Element) -> FormulaPart:
    sign = _property(element, "groupChrPr", "chr", "⏟")
    inner = _child_row(element, "e")
    # An arrow is a sign in itself; a brace under a term is not.
    return row([FormulaPart(sign, "operator"), inner]) if sign in "→←↔⇒⇐⇔" else inner


def _matrix(element: Element) -> FormulaPart:
    lines = element.iterchildren(M + "mr")
    return write_rows([_row(e) for e in line.iterchildren(M + "e")] for line in lines)


def _lines(element: Element) -> FormulaPart:
    return write_rows([_row(e)] for e in element.iterchildren(M + "e"))


def _function(element: Element) -> FormulaPart:
    name = _child_row(element, "fName")
    return row([FormulaPart(name.text, "function"), _child_row(element, "e")])


def _script_writer(below: str, above: str) -> Callable[[Element], FormulaPart]:
    def write(element: Element) -> FormulaPart:
        low = _child_row(element, below) if below else NOTHING
        high = _child_row(element, above) if above else NOTHING
        return scripts(_child_row(element, "e"), low, high)

    return write


_WRITERS: dict[str, Callable[[Element], FormulaPart]] = {
    "f": _fraction,
    "d": _delimiters,
    "nary": _nary,
    "acc": _accent,
    "bar": _bar,
    "groupChr": _group,
    "m": _matrix,
    "eqArr": _lines,
    "func": _function,
    "rad": lambda e: root(_child_row(e, "e"), _child_row(e, "deg")),
    "sSup": _script_writer("", "sup"),
    "sSub": _script_writer("sub", ""),
    "sSubSup": _script_writer("sub", "sup"),
    "limLow": _script_writer("lim", ""),
    "limUpp": _script_writer("", "lim"),
    "sPre": lambda e: prescripts(
        _child_row(e, "e"), _child_row(e, "sub"), _child_row(e, "sup")
    ),
}
