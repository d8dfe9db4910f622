"""Writes MathML, of pages, e-books and OpenDocument, in one line."""

from collections.abc import Callable

from handout.read.formulas.parts import (
    ACCENTS,
    NOTHING,
    FormulaPart,
    big,
    enclose,
    fraction,
    plain,
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

_BIG = frozenset("∑∏∐∫∬∭∮⋃⋂⋁⋀")
_APART = ("annotation", "annotation-xml", "maligngroup", "malignmark", "mphantom")


def linear_of_mathml(formula: Element) -> str:
    """A formula in one line, without its annotations for programs."""
    return complete_line(lambda: _row(formula), lambda: texts_of_mathml(formula))


def texts_of_mathml(formula: Element) -> list[str]:
    """The pieces of text that a formula shows."""
    found: list[str] = []
    waiting = [(formula, True)]
    while waiting:
        element, opens = waiting.pop()
        if not opens:
            found.append(element.tail or "")
            continue
        if not isinstance(element.tag, str) or _name(element) in _APART:
            continue
        found.append(element.text or "")
        for child in reversed(element):
            waiting += [(child, False), (child, True)]
    return [text for text in found if text.strip()]


def _name(element: Element) -> str:
    tag = str(element.tag)
    return tag.rpartition("}")[2].rpartition(":")[2].lower()


def _children(element: Element) -> list[Element]:
    return [
        child
        for child in element
        if isinstance(child.tag, str) and _name(child) not in _APART
    ]


def _row(element: Element) -> FormulaPart:
    parts: list[FormulaPart] = tokens(element.text or "")
    for child in _children(element):
        parts.append(_part(child))
        parts += tokens(child.tail or "")
    return row(_join_sums(parts))


def _join_sums(parts: list[FormulaPart]) -> list[FormulaPart]:
    """Put a space between a summation sign and what it applies to."""
    done: list[FormulaPart] = []
    for part in parts:
        sign = done[-1].text if done else ""
        after_sign = sign[:1] in _BIG and len(sign) > 1 and " " not in sign
        if sign and after_sign and part.kind != "operator":
            done[-1] = FormulaPart(f"{done[-1].text} {part.text}", "product")
        else:
            done.append(part)
    return done


def _part(element: Element) -> FormulaPart:
    known = _WRITERS.get(_name(element))
    return known(element) if known else _row(element)


def _nth(element: Element, place: int) -> FormulaPart:
    children = _children(element)
    if place >= len(children) or _name(children[place]) in ("none", "mprescripts"):
        return NOTHING
    return _part(children[place])


def _leaf(element: Element) -> FormulaPart:
    text = plain(" ".join("".join(str(t) for t in element.itertext()).split()))
    kinds = {"mn": "number", "mtext": "atom", "ms": "atom"}
    if _name(element) in kinds and text:
        return FormulaPart(text, kinds[_name(element)])
    return row(tokens(text))


def _fraction(element: Element) -> FormulaPart:
    above, below = _nth(element, 0), _nth(element, 1)
    thick = (element.get("linethickness") or "1").strip()
    if thick[:1] == "0" and not thick.strip("0.pxemt"):
        return FormulaPart(f"({above.text} ¦ {below.text})")
    return fraction(above, below)


def _stack_writer(below: int, above: int) -> Callable[[Element], FormulaPart]:
    """A writer of what is below and above: the bounds of a sum, or an accent."""

    def write(element: Element) -> FormulaPart:
        base = _nth(element, 0)
        low = _nth(element, below) if below else NOTHING
        high = _nth(element, above) if above else NOTHING
        if high.text in ACCENTS and not low.text:
            return write_accent(base, ACCENTS[high.text])
        if low.text in ("_", "¯", "‾", "\u0332", "̲") and not high.text:
            return write_accent(base, "underline")
        if base.text in _BIG:
            return big(base.text, low, high, NOTHING)
        if low.text in ("⏟", "︸") or high.text in ("⏞", "︷"):
            return base
        return scripts(base, low, high)

    return write


def _fences(element: Element) -> FormulaPart:
    opening = element.get("open", "(")
    closing = element.get("close", ")")
    mark = "".join(element.get("separators", ",").split())[:1]
    return enclose([_part(e) for e in _children(element)], opening, mark, closing)


def _table(element: Element) -> FormulaPart:
    lines = [e for e in _children(element) if _name(e) in ("mtr", "mlabeledtr")]
    return write_rows([_row(cell) for cell in _children(line)] for line in lines)


def _multi(element: Element) -> FormulaPart:
    """Write a base with many scripts, some of them before it."""
    children = _children(element)
    names = [_name(child) for child in children]
    cut = names.index("mprescripts") if "mprescripts" in names else len(children)
    base = _nth(element, 0)
    for place in range(1, cut, 2):
        high = _nth(element, place + 1) if place + 1 < cut else NOTHING
        base = scripts(base, _nth(element, place), high)
    for place in range(cut + 1, len(children), 2):
        base = prescripts(base, _nth(element, place), _nth(element, place + 1))
    return base


def _enclosure(element: Element) -> FormulaPart:
    if "radical" in (element.get("notation") or ""):
        return root(_row(element))
    return _row(element)


def _script_writer(below: int, above: int) -> Callable[[Element], FormulaPart]:
    def write(element: Element) -> FormulaPart:
        low = _nth(element, below) if below else NOTHING
        high = _nth(element, above) if above else NOTHING
        return scripts(_nth(element, 0), low, high)

    return write


_WRITERS: dict[str, Callable[[Element], FormulaPart]] = {
    **dict.fromkeys(("mi", "mn", "mo", "mtext", "ms"), _leaf),
    "mfrac": _fraction,
    "msqrt": lambda e: root(_row(e)),
    "mroot": lambda e: root(_nth(e, 0), _nth(e, 1)),
    "msub": _script_writer(1, 0),
    "msup": _script_writer(0, 1),
    "msubsup": _script_writer(1, 2),
    "munder": _stack_writer(1, 0),
    "mover": _stack_writer(0, 1),
    "munderover": _stack_writer(1, 2),
    "mfenced": _fences,
    "mtable": _table,
    "mmultiscripts": _multi,
    "menclose": _enclosure,
}
