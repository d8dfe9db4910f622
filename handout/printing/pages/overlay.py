"""Draws what only the person who leads sees over finished pages: nothing moves for it.

A template marks an element with `data-over`. It is taken out before the page is laid
out, so that both editions have the same lines and pages, and is drawn afterwards: in
the element that held it (`data-over="box"`), however much that has grown; in the outer
margin beside it ("margin"); on every page ("page"). `data-align` is "top", "middle" or
"bottom". What is too long is tried in smaller type, and at last `data-otherwise`
replaces it: text never leaves its box.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

from handout.printing.engine.boxes import walk
from handout.printing.engine.types import Box
from handout.printing.pages.regions import Region, region_of, regions_of_pages

_MARK = "data-over"
_SIZES = (1.0, 0.9, 0.8, 0.7)
# What stands for an answer that does not fit says little: it may be small.
_SMALL = (0.8, 0.65)
_HAIR = 0.05
_STYLE = """
@page over { size: %gpx %gpx; margin: 0 }
.over-page { page: over; position: relative; break-before: page; height: 1px }
.over-page:first-child { break-before: auto }
.over-place { position: absolute }
"""

Render = Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class Addition:
    """An element that was taken out, and the element that held it.

    `where` is "box", "margin" or "page", `align` "top", "middle" or "bottom";
    `otherwise` replaces it where it does not fit, "" for nothing.
    """

    element: Any
    holder: Any
    where: str
    align: str
    otherwise: str


@dataclass(frozen=True, slots=True)
class _Try:
    """One way to draw an addition, and its HTML; `whole` if all of it is there."""

    name: str
    html: str
    whole: bool


def take_out(root: ElementTree.Element) -> tuple[Addition, ...]:
    """Take the marked elements out of a parsed page, and return them in order."""
    found: list[Addition] = []
    for holder in list(root.iter()):
        before = None
        for child in list(holder):
            if child.get(_MARK) is None:
                before = child
                continue
            _join(holder, before, child.tail or "")
            child.tail = None
            holder.remove(child)
            names = (_MARK, "data-align", "data-otherwise")
            where, align, otherwise = (child.attrib.pop(n, "") for n in names)
            found.append(Addition(child, holder, where, align, otherwise))
    return tuple(found)


def _join(holder: Any, before: Any, tail: str) -> None:
    """Move the text behind a removed element to what precedes it."""
    if before is None:
        holder.text = (holder.text or "") + tail or None
    else:
        before.tail = (before.tail or "") + tail or None


def draw_over(
    pages: list[Any],
    additions: tuple[Addition, ...],
    root: ElementTree.Element,
    render: Render,
) -> int:
    """Draw the additions on laid-out pages; return how many do not fit as they are."""
    places = _places(pages, additions)
    if not places:
        return 0
    tries = {region.name: _tries(addition, region) for addition, region in places}
    drawn = render(_html(root, places, tries))
    found = {
        box.element.get("id"): box
        for page in drawn.pages
        for box in walk(page._page_box)
        if box.element is not None and box.element.get("class") == "over-place"
    }
    left_out = 0
    lowest: dict[int, float] = {}
    for addition, region in places:
        best = next(
            (t for t in tries[region.name] if _fits(found[t.name], region)), None
        )
        left_out += not (best and best.whole)
        if best:
            box = found[best.name]
            _move(box, region, addition.align, lowest)
            page_box = pages[region.page]._page_box
            page_box.children = (*page_box.children, box)
    return left_out


def _places(
    pages: list[Any], additions: tuple[Addition, ...]
) -> list[tuple[Addition, Region]]:
    """Each addition with its region; one for every page has as many."""
    boxes = {
        id(box.element): (number, box)
        for number in reversed(range(len(pages)))
        for box in reversed(list(walk(pages[number]._page_box)))
        if box.element is not None
    }
    found: list[tuple[Addition, Region]] = []
    for place, addition in enumerate(additions):
        name = f"over-{place}"
        if addition.where == "page":
            found += [(addition, r) for r in regions_of_pages(pages, name)]
        elif id(addition.holder) in boxes:
            number, box = boxes[id(addition.holder)]
            page_box = pages[number]._page_box
            region = region_of(addition.where, box, page_box, name, number)
            found.append((addition, region))
    return found


def _tries(addition: Addition, region: Region) -> list[_Try]:
    """The ways to draw an addition, the one to like best first."""
    html = ElementTree.tostring(addition.element, "unicode", method="html")
    ways = [(size, "", html, True) for size in _SIZES]
    if region.row:
        ways.insert(0, (1.0, f"--row: {region.row:.3f}px", html, True))
    if addition.otherwise:
        other = ElementTree.Element(addition.element.tag, addition.element.attrib)
        other.text = addition.otherwise
        html = ElementTree.tostring(other, "unicode", method="html")
        ways += [(size, "", html, False) for size in _SMALL]
    tries = []
    for number, (size, style, piece, whole) in enumerate(ways):
        name = f"{region.name}-{number}"
        ruled = " class='over-ruled'" if style else ""
        tries.append(
            _Try(
                name,
                f'<div class="over-place" id="{name}" style="left: {region.x:.3f}px; '
                f"top: {region.y:.3f}px; width: {region.width:.3f}px; "
                f'font-size: calc(var(--size) * {size}); {style}">'
                f"<div{ruled}>{piece}</div></div>",
                whole,
            )
        )
    return tries


def _html(
    root: ElementTree.Element,
    places: list[tuple[Addition, Region]],
    tries: dict[str, list[_Try]],
) -> str:
    """The page that all ways to draw are laid out on, with the pack's style."""
    html = ElementTree.Element("html", root.attrib)
    head = ElementTree.SubElement(html, "head")
    for style in root.iter("style"):
        ElementTree.SubElement(head, "style").text = style.text
    size = max(region.page_size for _, region in places)
    ElementTree.SubElement(head, "style").text = _STYLE % (size[0], 2 * size[1])
    found = root.find("body")
    body = ElementTree.SubElement(
        html, "body", found.attrib if found is not None else {}
    )
    body.text = "@"
    by_page: dict[int, list[str]] = {}
    for _, region in places:
        by_page.setdefault(region.page, []).extend(t.html for t in tries[region.name])
    sections = (
        f'<section class="over-page">{"".join(pieces)}</section>'
        for pieces in by_page.values()
    )
    page = ElementTree.tostring(html, "unicode", method="html")
    return "<!DOCTYPE html>" + page.replace(">@<", f">{''.join(sections)}<", 1)


def _fits(box: Box, region: Region) -> bool:
    """Say whether a box is no higher than its region, and no text in it is wider."""
    right = region.x + region.width + _HAIR
    inside = all(
        one.position_x + one.width <= right for one in walk(box) if hasattr(one, "text")
    )
    return inside and box.height <= region.height + _HAIR


def _move(box: Box, region: Region, align: str, lowest: dict[int, float]) -> None:
    """Put a box where it belongs in its region; notes in a margin form a column."""
    spare = region.height - box.height
    down = {"middle": spare / 2, "bottom": spare}.get(align, 0.0)
    if region.in_margin:
        down = max(down, lowest.get(region.page, 0.0) - region.y)
        lowest[region.page] = region.y + down + box.height
    box.translate(0, down)
