"""Knows what the styles of an OpenDocument text say of bold, size and quotation."""

from dataclasses import dataclass

from handout.read.raw.xml import Element

_S = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_FIELDS = {"Title": "title", "Author": "byline", "Date": "date"}
_QUOTED = ("Quotations", "Quotation", "Quote", "Block_20_Text", "Intense_20_Quote")
_MOST_STYLES_DEEP = 20


@dataclass(frozen=True, slots=True)
class OdtStyle:
    """What a style says of its text; the size in points, 0 if unsaid."""

    field: str = ""
    bold: bool = False
    italic: bool = False
    quoted: bool = False
    size: float = 0.0


def odt_styles(*roots: Element) -> dict[str, OdtStyle]:
    """Give every style by name, with what it takes from its parent."""
    found = {
        style.get(_S + "name", ""): style
        for root in reversed(roots)
        if root is not None
        for style in root.iter(_S + "style")
    }
    return {name: _taken(name, found, 0) for name in found}


def _taken(name: str, found: dict[str, Element], depth: int) -> OdtStyle:
    element = found[name]
    parent = element.get(_S + "parent-style-name", "")
    style = OdtStyle()
    if parent in found and parent != name and depth < _MOST_STYLES_DEEP:
        style = _taken(parent, found, depth + 1)
    said = element.find(_S + "text-properties")
    weight = said.get(_FO + "font-weight") if said is not None else None
    slant = said.get(_FO + "font-style") if said is not None else None
    size = (said.get(_FO + "font-size") or "") if said is not None else ""
    points = size.removesuffix("pt")
    known = size.endswith("pt") and points.replace(".", "", 1).isdecimal()
    return OdtStyle(
        field=_FIELDS.get(name, style.field),
        bold=style.bold if weight is None else weight in ("bold", "700", "800", "900"),
        italic=style.italic if slant is None else slant == "italic",
        quoted=style.quoted or name in _QUOTED,
        size=float(points) if known else style.size,
    )
