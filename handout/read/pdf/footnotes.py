"""Separates footnotes of PDF pages from the text, and joins marks to their lines."""

import re
from dataclasses import replace

from handout.read.list_labels import closed_up
from handout.read.pdf.line import PageLine
from handout.read.pdf.page import Page

_NUMBER = re.compile(r"\s*(\d{1,3}|[*†‡①-⑩])[\s.、)）]*(?=[^\s\d.])")
_BACK = re.compile(r"(?<!\s)\s*+\u21a9[\ufe0e\ufe0f]?+\s*+$")
_LIST_MARK = re.compile(
    r"\s*(?:[•·●○■□▪◆◦‣–-]|[（(]?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)）、])\s*$"
)
_PAGE_NUMBER = re.compile(r"[\W_]*\d{1,4}[\W_]*$")
_SMALLER = 0.93
_LOWER_HALF = 0.4


def with_ruled_notes(page: Page) -> list[PageLine]:
    """Mark what is under a short rule at the foot of a page as footnotes."""
    for left, top, right, _ in page.rules:
        short = 0.1 * page.width < right - left < 0.45 * page.width
        if not short or top < page.height * _LOWER_HALF:
            continue
        under = [line for line in page.lines if line.top > top - 2]
        first = min(under, key=lambda line: line.top, default=None)
        beside = any(x.left > right and x.top < top < x.bottom for x in page.lines)
        if first and opens_note(first) and first.left < right and not beside:
            return [
                replace(line, kind="footnote")
                if line in under and not _PAGE_NUMBER.match(line.text)
                else line
                for line in page.lines
            ]
    return page.lines


def with_list_marks(lines: list[PageLine]) -> list[PageLine]:
    """Put list marks before the lines beside them; some are drawn last."""
    marks = [line for line in lines if _LIST_MARK.match(line.text)]
    beside = {id(mark): _beside(mark, lines) for mark in marks}
    found = []
    for line in lines:
        own = next((m for m in marks if beside[id(m)] is line), None)
        if own is not None:
            mark = closed_up(own.text.strip())
            bare = mark + line.bare.strip() if line.bare else ""
            text = mark + line.text.strip()
            line = replace(line, text=text, bare=bare, left=own.left)
        if beside.get(id(line)) is None:
            found.append(line)
    return found


def _beside(mark: PageLine, lines: list[PageLine]) -> PageLine | None:
    """The line that begins to the right of a mark, at its height."""
    near = [
        line
        for line in lines
        if line is not mark
        and abs(line.bottom - mark.bottom) < mark.size * 0.5
        and -1 < line.left - mark.right < mark.size * 3
        and not _LIST_MARK.match(line.text)
    ]
    return min(near, key=lambda line: line.left, default=None)


def mark_notes(pages: list[list[PageLine]], body: float) -> list[list[PageLine]]:
    """Mark the footnotes among the lines; take their marks out of the text."""
    marked = [_mark_page_notes(page, body) for page in pages]
    known = {
        match.group(1)
        for page in marked
        for line in page
        if line.kind == "footnote" and (match := _NUMBER.match(line.text))
    }
    return [[_without_marks(line, known) for line in page] for page in marked]


def _without_marks(line: PageLine, known: set[str]) -> PageLine:
    if line.kind != "text" or not line.marks or not known.issuperset(line.marks):
        return replace(line, marks=()) if line.marks else line
    return replace(line, text=line.bare)


def _mark_page_notes(page: list[PageLine], body: float) -> list[PageLine]:
    """Find the notes: small type at the foot of a page, or lines that link back."""
    low = _foot(page, body)
    return [
        replace(line, kind="footnote")
        if line.kind == "text" and (line in low or _BACK.search(line.text))
        else line
        for line in page
    ]


def _foot(page: list[PageLine], body: float) -> list[PageLine]:
    """The lines in small type that end a page, from the first numbered one on."""
    lowest = sorted(
        (line for line in page if line.kind == "text"), key=lambda line: line.top
    )
    small: list[PageLine] = []
    while lowest and lowest[-1].size < body * _SMALLER:
        small.insert(0, lowest.pop())
    numbered = [n for n, line in enumerate(small) if _NUMBER.match(line.text)]
    if not numbered or small[numbered[0]].share < _LOWER_HALF or not lowest:
        return []
    return small[numbered[0] :]


def note_text(text: str) -> tuple[str, str, str]:
    """Split a note into its number, its text, and the sign that links back."""
    back = _BACK.search(text)
    kept = text[: back.start()] if back else text
    number = _NUMBER.match(kept)
    begin = number.end() if number else 0
    return kept[:begin].strip(), kept[begin:].strip(), text[len(kept) :].strip()


def opens_note(line: PageLine) -> bool:
    """Whether a line begins a new note."""
    return bool(_NUMBER.match(line.text))
