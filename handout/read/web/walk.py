"""Walks an HTML tree: every visible character comes into a block, in reading order."""

from collections.abc import Callable
from typing import Any

from handout.model.document import Picture
from handout.read.blocks import Block, visible
from handout.read.raw.limits import Budget
from handout.read.raw.xml import Element, walked
from handout.read.runs import Run
from handout.read.web.lists import PageLists
from handout.read.web.tables import SKIPPED, is_data, line_in

_BLOCK_NAMES = (
    "address article aside blockquote body br caption center dd details dialog "
    "div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header "
    "hgroup hr html legend li main menu nav ol p pre section summary table "
    "tbody td tfoot th thead tr ul option"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_STRONG = frozenset(("b", "strong"))
_EM = frozenset(("em", "i", "dfn"))
_NAMES = {"u": "proper", "cite": "book"}
_NOTES = ("footnote", "endnote", "doc-endnotes", "doc-footnote", "rearnote")
# As EPUB, pandoc, LibreOffice and Word name them.
_NOTE_MARKS = (
    *("noteref", "footnote-ref", "footnoteanchor", "footnoteanc", "endnoteanc"),
    "msofootnotereference",
)
_WAYS_BACK = ("backlink", "footnote-back", "footnotesym", "endnotesym")
_QUOTED = frozenset(("quotations", "block-text", "quote", "msoquote"))

Resolver = Callable[[str], tuple[bytes, str] | None]
Found = tuple[Block, Element]


class Walk:
    """One walk through a tree: the blocks with their elements, and the pictures.

    `counted` is how many characters the numbers of lists take, which stand nowhere
    in the page's own text.
    """

    def __init__(self, budget: Budget, resolve: Resolver) -> None:
        self.found: list[Found] = []
        self.pictures: list[Picture] = []
        self.readings: list[tuple[str, str]] = []
        self._budget = budget
        self._resolve = resolve
        self._run = Run()
        self.counted = 0
        self._lists = PageLists()
        self._open: list[tuple[str, str]] = []
        self._strong = self._em = 0
        self._names: list[str] = []

    def through(self, root: Element) -> None:
        """Take every element under the root, and the text between them."""
        for event, element, walker in walked(root):
            self._budget.step()
            if event == "start":
                self._enter(element, walker)
            elif event == "end":
                self._leave(element)
            if event != "start" and element is not root:
                self._add(element.tail or "", element.getparent())
        self._flush(root)

    def _enter(self, element: Element, walker: Any) -> None:
        tag = str(element.tag).lower()
        if tag in SKIPPED or _is_hidden(element):
            self._flush(element)
            walker.skip_subtree()
            return
        if tag in _BLOCKS:
            self._flush(element.getparent())
            self._open.append((tag, _role(element)))
            self._lists.enter(element, tag)
        if tag == "table" and is_data(element):
            self._table(element)
            walker.skip_subtree()
            return
        self._strong += tag in _STRONG
        self._em += tag in _EM
        if tag in _NAMES:
            self._names.append(_NAMES[tag])
        if tag == "img":
            self._picture(element)
        if tag == "ruby" and (reading := _reading_in(element)):
            self.readings.append(reading)
        self._add(element.text or "", element)

    def _leave(self, element: Element) -> None:
        tag = str(element.tag).lower()
        if tag in SKIPPED or _is_hidden(element):
            return
        if tag in _BLOCKS:
            self._flush(element)
            self._open.pop()
            self._lists.leave(tag)
        self._strong -= tag in _STRONG
        self._em -= tag in _EM
        if tag in _NAMES:
            self._names.pop()

    def _add(self, text: str, within: Element | None) -> None:
        if not text or within is None:
            return
        if any(tag == "pre" for tag, _ in self._open):
            for number, line in enumerate(text.split("\n")):
                if number:
                    self._flush(within)
                self._put(line)
        elif reason := _reading(within) or _note_mark(within):
            if text.strip():
                self.found.append((Block(text.strip(), aside=reason), within))
        else:
            self._put(text, strong=self._strong > 0, em=self._em > 0)

    def _put(self, text: str, *, strong: bool = False, em: bool = False) -> None:
        """Add text to the open line, behind the number of its list item."""
        if text.strip() and (label := self._lists.take()):
            like = self._like()
            if like.kind == "item" or like.level:
                self._run.label(label)
                self.counted += visible(label)
        name = self._names[-1] if self._names else ""
        self._run.add(text, strong=strong, em=em, name=name)

    def _flush(self, element: Element | None) -> None:
        run, self._run = self._run, Run()
        block = run.block(self._like())
        if block and element is not None:
            self.found.append((block, element))

    def _like(self) -> Block:
        tags = [tag for tag, _ in self._open]
        roles = {role for _, role in self._open}
        level = next((int(t[1]) for t in reversed(tags) if t[1:].isdigit()), 0)
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
        # LibreOffice puts the head and foot of its pages into the page.
        edge = "a page head or foot" if "edge" in roles else ""
        name = "title" if "title" in roles else ""
        return Block("", level=level, kind=kind, depth=depth, aside=edge, field=name)

    def _table(self, table: Element) -> None:
        rows = []
        for row in table.iter("tr"):
            cells = []
            for cell in row.iterchildren("td", "th"):
                self._budget.step()
                cells.append(line_in(cell))
            rows.append("\t".join(cells))
        text = "\n".join(row for row in rows if row.strip())
        for caption in table.iterchildren("caption"):
            if text_of_caption := line_in(caption):
                self.found.append((Block(text_of_caption), caption))
        if text.strip():
            self.found.append((Block(text.strip("\n"), kind="table"), table))

    def _picture(self, element: Element) -> None:
        held = self._resolve(element.get("src") or "")
        if held:
            content, media_type = held
            alt = (element.get("alt") or "").strip()
            self.pictures.append(Picture(content, media_type, alt, len(self.found)))


def _is_hidden(element: Element) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style


def _role(element: Element) -> str:
    if element.tag == "div" and element.get("title") in ("header", "footer"):
        return "edge"
    # So pandoc and LibreOffice mark the title of a whole document.
    classes = (element.get("class") or "").lower().split()
    if element.tag == "h1" and "title" in classes:
        return "title"
    if element.tag == "p" and not _QUOTED.isdisjoint(classes):
        return "quotation"
    marks = [element.get(name) or "" for name in ("class", "role", "type", "id")]
    marks.append(element.get("{http://www.idpf.org/2007/ops}type") or "")
    marks.append(element.get("epub:type") or "")
    text = " ".join(marks).lower()
    return "footnote" if any(note in text for note in _NOTES) else ""


def _reading(element: Element) -> str:
    """Say whether an element tells how a character is read (<ruby>)."""
    is_reading = str(element.tag).lower() in ("rt", "rp", "rtc")
    return "the reading of a character" if is_reading else ""


def _reading_in(ruby: Element) -> tuple[str, str] | None:
    """Give a word that has its reading over it, and the reading."""
    reading = " ".join("".join(one.itertext()).strip() for one in ruby.iter("rt"))
    texts = ruby.xpath(".//text()[not(ancestor::rt or ancestor::rp or ancestor::rtc)]")
    word = "".join("".join(texts).split())
    return (word, reading.strip()) if word and reading.strip() else None


def _note_mark(element: Element) -> str:
    """Say whether an element is only the number of a footnote, or the way back."""
    while element is not None and str(element.tag).lower() in ("sup", "span", "a"):
        marks = (
            f"{element.get('role')} {element.get('class')} {element.get('epub:type')}"
        )
        marks = marks.lower()
        if any(name in marks for name in _NOTE_MARKS):
            return "the mark of a footnote"
        if any(name in marks for name in _WAYS_BACK):
            return "a link back to the text"
        element = element.getparent()
    return ""
