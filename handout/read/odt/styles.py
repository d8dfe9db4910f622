"""Reads what the styles of an OpenDocument text say about bold, size and quotation."""

from dataclasses import dataclass

from handout.read.odt.names import FO, STYLE, T
from handout.read.raw.xml import Element

_FIELDS = {"Title": "title", "Author": "byline", "Date": "date"}
_QUOTED = ("Quotations", "Quotation", "Quote", "Block_20_Text", "Intense_20_Quote")
_MOST_STYLES_DEEP = 20


@dataclass(frozen=True, slots=True)
class OdtStyle:
    """What a style says about its text; the size in points, 0 if not set."""

    field: str = ""
    bold: bool = False
    em: bool = False
    quoted: bool = False
    hidden: bool = False
    script: str = ""
    size: float = 0.0


def odt_styles(*roots: Element) -> dict[str, OdtStyle]:
    """Every style by name, with what it inherits from its parent."""
    found = {
        style.get(STYLE + "name", ""): style
        for root in reversed(roots)
        if root is not None
        for style in root.iter(STYLE + "style")
    }
    return {name: _style(name, found, 0) for name in found}


def _style(name: str, found: dict[str, Element], depth: int) -> OdtStyle:
    element = found[name]
    above = element.get(STYLE + "parent-style-name", "")
    parent = OdtStyle()
    if above in found and above != name and depth < _MOST_STYLES_DEEP:
        parent = _style(above, found, depth + 1)
    said = element.find(STYLE + "text-properties")
    own = dict(said.items()) if said is not None else {}
    weight, slant = own.get(FO + "font-weight"), own.get(FO + "font-style")
    dotted = own.get(STYLE + "text-emphasize", "none") != "none"
    return OdtStyle(
        field=_FIELDS.get(name, parent.field),
        bold=parent.bold if weight is None else weight in ("bold", "700", "800", "900"),
        em=dotted or (parent.em if slant is None else slant == "italic"),
        quoted=parent.quoted or name in _QUOTED,
        hidden=_is_hidden(own, parent),
        script=_script(own.get(STYLE + "text-position"), parent.script),
        size=_points(own.get(FO + "font-size") or "") or parent.size,
    )


def _is_hidden(own: dict[str, str], parent: OdtStyle) -> bool:
    shown = own.get(T + "display")
    return parent.hidden if shown is None else shown == "none"


def _script(position: str | None, parent: str) -> str:
    """Read text-position: "super 58%", "sub", "33% 58%", "-33% 58%", "0% 100%"."""
    if not position:
        return parent
    where = position.split()[0]
    if where in ("super", "sub"):
        return "sup" if where == "super" else "sub"
    if where.startswith("-") and where.strip("-0.%"):
        return "sub"
    return "sup" if where.strip("0.%") else ""


def _points(size: str) -> float:
    points = size.removesuffix("pt")
    known = size.endswith("pt") and points.replace(".", "", 1).isdecimal()
    return float(points) if known else 0.0
