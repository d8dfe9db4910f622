"""Cuts a paragraph of the article into runs: emphasis, key phrases, notes, powers."""

import re
from itertools import pairwise

from handout.model.document import Paragraph
from handout.model.handout import TextRun

Spans = list[tuple[int, int]]
_Styles = list[tuple[int, int, str]]
# x_i and e^(a+b), as a formula in one line has them.
_SCRIPT = re.compile(r"[_^](?:\([^()]*\)|[^\s()])")
_SCRIPTS = ("sup", "sub")


def runs_of(
    paragraph: Paragraph, marks: Spans, start: int = 0, end: int | None = None
) -> tuple[TextRun, ...]:
    """Cut a stretch of the text wherever a mark or an emphasis begins or ends."""
    end = len(paragraph.text) if end is None else end
    styles = _styles(paragraph)
    notes = {note.at: "" for note in paragraph.marks if start <= note.at <= end}
    for note in paragraph.marks:
        if note.at in notes:
            notes[note.at] += note.text
    edges = {start, end, *notes, *(x for mark in marks for x in mark)}
    edges |= {x for first, last, _ in styles for x in (first, last)}
    ordered = sorted(x for x in edges if start <= x <= end)
    runs = [*_note(notes, start)]
    for first, last in pairwise(ordered):
        style = next((k for a, b, k in styles if a <= first and last <= b), "")
        marked = any(a <= first and last <= b for a, b in marks)
        runs.append(
            TextRun(_drop_sign(paragraph.text[first:last], style), style, marked)
        )
        runs += _note(notes, last)
    return tuple(runs)


def _note(notes: dict[int, str], at: int) -> list[TextRun]:
    text = notes.get(at, "")
    return [TextRun(text.strip("[]［］〔〕()（）"), "note")] if text else []


def _styles(paragraph: Paragraph) -> _Styles:
    """What is set in which style; what is raised or lowered comes first."""
    length = len(paragraph.text)
    found = [(e.start, min(e.end, length), e.kind) for e in paragraph.emphasis]
    scripts = [one for one in found if one[2] in _SCRIPTS]
    for first, last, kind in found:
        if kind == "formula":
            scripts += [
                (m.start(), m.end(), "sup" if m.group()[0] == "^" else "sub")
                for m in _SCRIPT.finditer(paragraph.text, first, last)
            ]
    styles = [*scripts, *(one for one in found if one[2] not in _SCRIPTS)]
    if paragraph.run_in:
        head = (0, len(paragraph.run_in) + 1, "run-in")
        styles = [head, *(s for s in styles if s[0] >= head[1])]
    return styles


def _drop_sign(text: str, style: str) -> str:
    """Leave out the sign that says in one line what the page shows by place."""
    if style not in _SCRIPTS or text[:1] not in ("^", "_"):
        return text
    text = text[1:]
    return text[1:-1] if text[:1] == "(" and text[-1:] == ")" else text
