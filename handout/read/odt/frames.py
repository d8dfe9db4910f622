"""Reads the contents of frames in an OpenDocument text: formulas and pictures."""

from mimetypes import guess_type

from handout.errors import ReadError
from handout.model.document import Picture
from handout.read.formulas import linear_of_mathml
from handout.read.odt.names import DRAW, HREF, MATH, SVG
from handout.read.raw.archive import Container
from handout.read.raw.xml import Element


def formula_of(element: Element, container: Container) -> str:
    """The formula that an element is, contains or names, in one line, or ""."""
    found = element if element.tag == MATH else next(element.iter(MATH), None)
    if found is None:
        folder = str(element.get(HREF) or "").removeprefix("./").rstrip("/")
        entry = f"{folder}/content.xml"
        if not folder or entry not in container:
            return ""
        try:
            root = container.xml_of(entry)
        except ReadError:
            # Its picture is shown instead.
            return ""
        found = root if root.tag == MATH else None
    return "" if found is None else linear_of_mathml(found)


def picture_of(image: Element, container: Container, after: int) -> Picture | None:
    """The picture that a frame shows; None for one that only shows a formula."""
    entry = str(image.get(HREF) or "").removeprefix("./")
    frame = image.getparent()
    beside = frame.iterchildren(DRAW + "object")
    if entry not in container or any(formula_of(one, container) for one in beside):
        return None
    alt = str(frame.findtext(SVG + "desc") or frame.findtext(SVG + "title") or "")
    media_type = guess_type(entry)[0] or "application/octet-stream"
    return Picture(container.picture_of(entry), media_type, alt, after)
