"""Writes Word's formulas (OMML) in one line."""

from collections.abc import Callable

from handout.read.formulas.parts import (
    ACCENTS,
    FUNCTIONS,
    NOTHING,
    Part,
    accented,
    big,
    enclosed,
    fraction,
    prescripts,
    root,
    row,
    rows_of,
    scripts,
    tokens,
)
from handout.read.formulas.whole import checked
from handout.read.raw.xml import Element

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_GONE = frozenset(_W + name for name in ("del", "moveFrom"))


def linear_of_omml(formula: Element) -> str:
    """A formula in one line; nothing that its text holds is missing."""
    return checked(lambda: _row(formula), lambda: texts_of_omml(formula))


def texts_of_omml(formula: Element) -> list[str]:
    """The pieces of text a formula holds, without what was deleted."""
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


def _row(element: Element | None) -> Part:
    if element is None:
        return NOTHING
    parts: list[Part] = []
    run = ""
    for child in element:
        if child.tag == M + "r":
            text = "".join(texts_of_omml(child))
            if text.strip() in FUNCTIONS:
                parts += [*tokens(run), Part(text.strip(), "function")]
                run = ""
            else:
                # Word cuts a number wherever its type changes.
                run += text
            continue
        parts += tokens(run)
        run = ""
        parts.append(_part(child))
    return row([*parts, *tokens(run)])


def _part(element: Element) -> Part:
    name = str(element.tag).removeprefix(M)
    if element.tag in _GONE or name.endswith("Pr"):
        return NOTHING
    known = _WRITERS.get(name)
    return known(element) if known else _row(element)


def _of(element: Element, name: str) -> Part:
    return _row(element.find(M + name))


def _said(element: Element, group: str, name: str, usual: str) -> str:
    found = element.find(f"{M}{group}/{M}{name}")
    return usual if found is None else str(found.get(M + "val") or "")


def _delimited(element: Element) -> Part:
    opening = _said(element, "dPr", "begChr", "(")
    closing = _said(element, "dPr", "endChr", ")")
    mark = _said(element, "dPr", "sepChr", "|")
    return enclosed(
        [_row(e) for e in element.iterchildren(M + "e")], opening, mark, closing
    )


def _nary(element: Element) -> Part:
    sign = _said(element, "naryPr", "chr", "∫")
    return big(sign, _of(element, "sub"), _of(element, "sup"), _of(element, "e"))


def _accent(element: Element) -> Part:
    sign = _said(element, "accPr", "chr", "\u0302")
    return accented(_of(element, "e"), ACCENTS.get(sign, sign))


def _bar(element: Element) -> Part:
    below = _said(element, "barPr", "pos", "bot") == "bot"
    return accented(_of(element, "e"), "underline" if below else "bar")


def _fraction(element: Element) -> Part:
    above, below = _of(element, "num"), _of(element, "den")
    if _said(element, "fPr", "type", "bar") == "noBar":
        return Part(f"({above.text} ¦ {below.text})")
    return fraction(above, below)


def _group(element: Element) -> Part:
    sign = _said(element, "groupChrPr", "chr", "⏟")
    inner = _of(element, "e")
    # An arrow is a sign of its own, a brace under a term is not.
    return row([Part(sign, "operator"), inner]) if sign in "→←↔⇒⇐⇔" else inner


def _matrix(element: Element) -> Part:
    lines = element.iterchildren(M + "mr")
    return rows_of([_row(e) for e in line.iterchildren(M + "e")] for line in lines)


def _lines(element: Element) -> Part:
    return rows_of([_row(e)] for e in element.iterchildren(M + "e"))


def _function(element: Element) -> Part:
    name = _of(element, "fName")
    return row([Part(name.text, "function"), _of(element, "e")])


def _scripted(below: str, above: str) -> Callable[[Element], Part]:
    def write(element: Element) -> Part:
        low = _of(element, below) if below else NOTHING
        high = _of(element, above) if above else NOTHING
        return scripts(_of(element, "e"), low, high)

    return write


_WRITERS: dict[str, Callable[[Element], Part]] = {
    "f": _fraction,
    "d": _delimited,
    "nary": _nary,
    "acc": _accent,
    "bar": _bar,
    "groupChr": _group,
    "m": _matrix,
    "eqArr": _lines,
    "func": _function,
    "rad": lambda e: root(_of(e, "e"), _of(e, "deg")),
    "sSup": _scripted("", "sup"),
    "sSub": _scripted("sub", ""),
    "sSubSup": _scripted("sub", "sup"),
    "limLow": _scripted("lim", ""),
    "limUpp": _scripted("", "lim"),
    "sPre": lambda e: prescripts(_of(e, "e"), _of(e, "sub"), _of(e, "sup")),
}
