"""Weighs untrusted drawings (SVG) before anything tries to draw them."""

from handout.errors import ReadError
from handout.read.raw.xml import Element, parse_xml

_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_MOST_STEPS = 20_000
_MOST_BYTES = 5_000_000
_MOST_TEXT = 50_000
# A pattern of tiny tiles is drawn once for each tile.
_SMALLEST_TILE = 0.5
_MOST_DEEP = 100


def is_too_heavy(content: bytes) -> bool:
    """Whether a drawing takes more steps than a page needs, with <use> expanded."""
    if len(content) > _MOST_BYTES:
        return True
    try:
        root = parse_xml(content, "")
    except ReadError:
        # It will not be drawn.
        return False
    named = {e.get("id"): e for e in root.iter("{*}*") if e.get("id")}
    if sum(len(text) for text in root.itertext()) > _MOST_TEXT:
        return True
    if any(_is_tiny(e) for e in root.iter() if isinstance(e.tag, str)):
        return True
    return _steps(root, named, {}, 0) > _MOST_STEPS


def _is_tiny(element: Element) -> bool:
    if element.tag.rpartition("}")[2] != "pattern":
        return False
    return any(
        _size(element.get(side)) < _SMALLEST_TILE for side in ("width", "height")
    )


def _size(text: str | None) -> float:
    try:
        return float((text or "1").strip().removesuffix("px").removesuffix("%"))
    except ValueError:
        return 1.0


def _steps(
    element: Element, named: dict[str, Element], known: dict[Element, int], deep: int
) -> int:
    """Count elements as often as they are drawn; circular references are endless."""
    if element in known:
        return known[element]
    if deep > _MOST_DEEP:
        return _MOST_STEPS + 1
    # Until it is counted it is heavy: coming back here would loop for ever.
    known[element] = _MOST_STEPS + 1
    total = 1
    for child in element:
        if isinstance(child.tag, str):
            total += _steps(child, named, known, deep + 1)
    if str(element.tag).rpartition("}")[2] == "use":
        address = next((element.get(h) for h in _HREFS if element.get(h)), "") or ""
        target = named.get(address.removeprefix("#"))
        if target is not None:
            total += _steps(target, named, known, deep + 1)
    known[element] = min(total, _MOST_STEPS + 1)
    return known[element]
