"""Recognises the notes of a page: marks in the text, notes and links back."""

import re

from handout.read.raw.xml import Element

NOTES = ("footnote", "endnote", "doc-endnotes", "doc-footnote", "rearnote")
# The names that EPUB, pandoc, LibreOffice and Word use.
_NOTE_MARKS = (
    *("noteref", "footnote-ref", "footnoteanchor", "footnoteanc", "endnoteanc"),
    "msofootnotereference",
)
_WAYS_BACK = ("backlink", "footnote-back", "footnotesym", "endnotesym")
_MARK = re.compile(r"[\[［〔(（]?\s*(?:\d{1,3}|[*†‡§¶①-⑳㉑-㊿a-z])\s*[\]］〕)）]?$")
MARK, WAY_BACK = "the mark of a footnote", "a link back to the text"


def note_targets(root: Element) -> dict[str, bool]:
    """The ids of notes that raised links of a page lead to."""
    found: dict[str, bool] = {}
    for link in root.iter("a"):
        address = link.get("href") or ""
        if address.startswith("#") and is_raised_link(link):
            found[address[1:]] = True
    # If the note links back, its own target is the mark in the text.
    marks = {
        here
        for link in root.iter("a")
        if (link.get("href") or "").startswith("#") and is_raised_link(link)
        for here in (link.get("id"), link.get("name"), _id_above(link))
        if here
    }
    return {key: True for key in found if key not in marks}


def _id_above(link: Element) -> str:
    above = link.getparent()
    return str(above.get("id") or "") if above is not None else ""


def is_raised_link(link: Element) -> bool:
    """Whether a link is a short mark above its line, such as ¹."""
    raised = link.getparent() is not None and link.getparent().tag == "sup"
    raised = raised or next(link.iterchildren("sup"), None) is not None
    return raised and bool(_MARK.match("".join(link.itertext()).strip()))


def note_mark(element: Element | None, targets: dict[str, bool]) -> str:
    """Whether an element is only the mark of a note, or the way back; "" if neither."""
    while element is not None and str(element.tag).lower() in ("sup", "span", "a"):
        marks = (
            f"{element.get('role')} {element.get('class')} {element.get('epub:type')}"
        ).lower()
        if any(name in marks for name in _NOTE_MARKS):
            return MARK
        if any(name in marks for name in _WAYS_BACK):
            return WAY_BACK
        if element.tag == "a" and (element.get("href") or "")[1:] in targets:
            return MARK
        element = element.getparent()
    return ""


def note_in_picture(element: Element) -> str:
    """The note that a picture holds in its `alt`, as in some e-books."""
    classes = f"{element.get('class')} {element.get('zy-footnote')}".lower()
    said = "footnote" in classes or "noteref" in classes
    note = (element.get("zy-footnote") or element.get("alt") or "").strip()
    return note if said and len(note) > 1 and not _MARK.match(note) else ""
