"""Reads what surrounds a text: title, author, date, source, and what is set aside."""

from dataclasses import dataclass, field

from handout.model.document import Aside, Line
from handout.read.blocks import SourceBlock
from handout.read.structure.front.contents_list import contents_lines
from handout.read.structure.front.end import read_end
from handout.read.structure.front.forms import BEFORE, PARTS, part_of
from handout.read.structure.front.pieces import Piece, pieces_of
from handout.read.structure.front.strays import aside_reason
from handout.read.structure.front.title import find_title
from handout.read.structure.front.top import Found, read_top
from handout.read.structure.heading_numbers import heading_number

_FIELDS = ("byline", "date", "source")
# What is near an end of the text can be a field even if it is alone.
_NEAR = 6
_BETWEEN = "a mark between two things of a line"
_COUNTER = "a stray number, such as a page number or a counter"
# What says something about the author or the time where nothing else does.
_INSTEAD = {"byline": "author", "date": "written"}


@dataclass
class FrontParts:
    """What surrounds the text, and the lines of the text."""

    fields: dict[str, Line] = field(default_factory=dict)
    asides: list[Aside] = field(default_factory=list)
    lines: list[SourceBlock] = field(default_factory=list)

    def add(self, block: SourceBlock, pieces: tuple[Piece, ...]) -> None:
        """Put the pieces of a line where they belong; the first one fills its field."""
        for piece in pieces:
            text = block.text[piece.start : piece.end]
            start = block.start + piece.start
            if piece.part in _FIELDS and piece.part not in self.fields:
                self.fields[piece.part] = Line(text, start, block.line)
                continue
            reason = PARTS.get(piece.part, _COUNTER if piece.part else _BETWEEN)
            part = piece.part if piece.part in PARTS else ""
            self.asides.append(Aside(text, reason, start, block.line, part))


def read_front(
    lines: list[SourceBlock],
    fields: dict[str, Line],
    *,
    title: str | None = None,
    inside: dict[str, str],
) -> FrontParts:
    """Divide the lines of a document into its front, its asides and its text.

    `fields` are known already; a `title` passed in is not searched for. `inside`
    is what the file says about itself.
    """
    front = FrontParts(dict(fields))
    found, first = _title_and_over(lines, front, title, inside.get("title", ""))
    known = _known_author(lines, inside)
    found += known
    top = {one.place for one in found}
    found += [one for one in read_top(lines, first) if one.place not in top]
    top = {one.place for one in found}
    last = max((*top, first - 1))
    found += [one for one in read_end(lines, last) if one.place > last]
    for one in found:
        if one.place not in _title_places(one):
            front.add(lines[one.place], one.pieces)
    taken = {one.place for one in found}
    _set_aside_rest(lines, front, taken)
    _fill_from_notes(front)
    return front


def field_of(text: str) -> str:
    """Whether a line is the byline, the date or the source; "" if none of them."""
    found = pieces_of(text)
    alone = len(found) == 1 and found[0].part in _FIELDS
    return found[0].part if alone else ""


def _title_places(one: Found) -> tuple[int, ...]:
    """A found line without pieces is the title, which is in its place already."""
    return () if one.pieces else (one.place,)


def _title_and_over(
    lines: list[SourceBlock], front: FrontParts, given: str | None, inside: str
) -> tuple[list[Found], int]:
    """Put the title among the fields; return its lines and where the rest begins."""
    if given is not None:
        return _given_title(lines, front, given.strip())
    if "title" in front.fields:
        return [], 0
    places, over = find_title(lines, numbered=_opens_with_number(lines))
    found = [Found(place, _over(lines[place])) for place in over]
    if places:
        blocks = [lines[place] for place in places]
        text = "".join(block.text for block in blocks)
        front.fields["title"] = Line(text, blocks[0].start, blocks[0].line)
        found += [Found(place, ()) for place in places]
    elif inside:
        front.fields["title"] = Line(inside, 0, 0)
    return found, max((*places, *over), default=-1) + 1


def _given_title(
    lines: list[SourceBlock], front: FrontParts, given: str
) -> tuple[list[Found], int]:
    for place, block in enumerate(lines[:3]):
        if block.text == given:
            front.fields["title"] = Line(block.text, block.start, block.line)
            return [Found(place, ())], place + 1
    if given and "title" not in front.fields:
        front.fields["title"] = Line(given, 0, 0)
    return [], 0


def _opens_with_number(lines: list[SourceBlock]) -> bool:
    """Whether the first line has a number that others of the text have too."""
    number = heading_number(lines[0].text) if lines else None
    if not number:
        return False
    if number.kind not in ("part", "chapter"):
        return True
    others = (heading_number(block.text) for block in lines[1:])
    return any(other and other.kind == number.kind for other in others)


def _over(block: SourceBlock) -> tuple[Piece, ...]:
    """The pieces of a line above the title; a line of unknown form is a kicker."""
    if part := part_of(block.text, BEFORE):
        return (Piece(part, 0, len(block.text)),)
    if found := pieces_of(block.text):
        return tuple(found)
    stray = aside_reason(block)
    return (Piece("stray" if stray else "kicker", 0, len(block.text)),)


def _known_author(lines: list[SourceBlock], inside: dict[str, str]) -> list[Found]:
    """A name under the title that the file states as its author's."""
    known = inside.get("byline")
    return [
        Found(place, (Piece("byline", 0, len(block.text)),))
        for place, block in enumerate(lines[:_NEAR])
        if known and block.text == known and not block.fixed
    ]


def _set_aside_rest(
    lines: list[SourceBlock], front: FrontParts, taken: set[int]
) -> None:
    """Take out of the remaining lines what is not part of the text."""
    listed = contents_lines(lines)
    title = front.fields["title"].text if "title" in front.fields else ""
    for place, block in enumerate(lines):
        if place in taken:
            continue
        reason = "the table of contents" if place in listed else aside_reason(block)
        if block.text == title and place < 3:
            reason = "the title again"
        at_an_end = place < _NEAR or place >= len(lines) - _NEAR
        part = field_of(block.text) if at_an_end and not block.level else ""
        if block.fixed:
            front.lines.append(block)
        elif part and part not in front.fields:
            front.add(block, (Piece(part, 0, len(block.text)),))
        elif reason:
            front.asides.append(Aside(block.text, reason, block.start, block.line))
        else:
            front.lines.append(block)


def _fill_from_notes(front: FrontParts) -> None:
    """Take the author from a note on the author if no other line names one."""
    for name, part in _INSTEAD.items():
        notes = [aside for aside in front.asides if aside.part == part]
        if notes and name not in front.fields:
            note = notes[0]
            front.fields[name] = Line(note.text, note.start, note.line)
            front.asides.remove(note)
