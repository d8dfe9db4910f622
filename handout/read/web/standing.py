"""Tracks where in a page the walk is: what the open elements make of a line."""

from handout.read.blocks import SourceBlock
from handout.read.raw.xml import Element
from handout.read.web.notes import NOTES

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_QUOTED = frozenset(("quotations", "block-text", "quote", "msoquote"))
_BOLD = ("bold", "700", "800", "900")
_EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"


class PagePosition:
    """The block elements that are open, from the outermost, each with its role."""

    def __init__(self) -> None:
        self._open: list[tuple[str, str]] = []

    def enter(self, element: Element, tag: str, notes: dict[str, bool]) -> None:
        """Take a block element that begins."""
        self._open.append((tag, _role(element, notes)))

    def leave(self) -> None:
        """Take a block element that ends."""
        self._open.pop()

    @property
    def is_preformatted(self) -> bool:
        """Whether line ends of the source are kept."""
        return any(tag == "pre" for tag, _ in self._open)

    def in_heading(self, *, without_last: bool) -> bool:
        """Whether a heading is open; `without_last` ignores the innermost element."""
        opened = self._open[:-1] if without_last else self._open
        return any(tag in _HEADINGS for tag, _ in opened)

    def like(self) -> SourceBlock:
        """An empty block with the traits of a line that comes here."""
        tags = [tag for tag, _ in self._open]
        roles = {role for _, role in self._open}
        level = next((int(t[1]) for t in reversed(tags) if t in _HEADINGS), 0)
        kind = "text"
        if "footnote" in roles:
            kind = "footnote"
        elif "pre" in tags:
            kind = "code"
        elif "li" in tags and not level:
            kind = "item"
        elif ("blockquote" in tags or "quotation" in roles) and not level:
            kind = "quotation"
        depth = sum(tag in ("ul", "ol") for tag in tags) if kind == "item" else 0
        # LibreOffice puts headers and footers into the page.
        edge = "a page head or foot" if "edge" in roles else ""
        name = "title" if "title" in roles else ""
        return SourceBlock(
            "", level=level, kind=kind, depth=depth, aside=edge, field=name
        )


def _role(element: Element, notes: dict[str, bool]) -> str:
    if element.tag == "div" and element.get("title") in ("header", "footer"):
        return "edge"
    # This is how pandoc and LibreOffice mark the title of a whole document.
    classes = (element.get("class") or "").lower().split()
    if element.tag == "h1" and "title" in classes:
        return "title"
    if element.tag == "p" and not _QUOTED.isdisjoint(classes):
        return "quotation"
    if element.get("id") in notes or _opens_with_note(element, notes):
        return "footnote"
    marks = [element.get(name) or "" for name in ("class", "role", "type", "id")]
    marks.append(element.get(_EPUB_TYPE) or "")
    marks.append(element.get("epub:type") or "")
    text = " ".join(marks).lower()
    return "footnote" if any(note in text for note in NOTES) else ""


def _opens_with_note(element: Element, notes: dict[str, bool]) -> bool:
    """Whether a paragraph opens with the anchor that a mark in the text leads to."""
    if not notes or element.tag not in ("p", "li", "dd", "div") or len(element) == 0:
        return False
    first = element[0]
    if (element.text or "").strip() or not isinstance(first.tag, str):
        return False
    return first.get("id") in notes or first.get("name") in notes


def is_bold(element: Element, tag: str) -> bool:
    """Whether an element sets its text in bold, by its name or its style."""
    if tag in ("b", "strong"):
        return True
    style = element.get("style")
    if not style or tag not in ("span", "font", "a", "p"):
        return False
    weight = style.replace(" ", "").lower().partition("font-weight:")[2]
    return bool(weight.startswith(_BOLD))


def reading_in(ruby: Element) -> tuple[str, str] | None:
    """A word with a reading above it, and the reading."""
    reading = " ".join("".join(one.itertext()).strip() for one in ruby.iter("rt"))
    texts = ruby.xpath(".//text()[not(ancestor::rt or ancestor::rp or ancestor::rtc)]")
    word = "".join("".join(texts).split())
    return (word, reading.strip()) if word and reading.strip() else None


def reading_mark(element: Element) -> str:
    """Why an element is set aside if it holds the reading of a character (<ruby>)."""
    is_reading = str(element.tag).lower() in ("rt", "rp", "rtc")
    return "the reading of a character" if is_reading else ""
