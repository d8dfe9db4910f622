"""Reads the block under the title, line by line, until the text begins."""

from dataclasses import dataclass
from itertools import pairwise

from handout.read.blocks import SourceBlock
from handout.read.structure.front.bylines import (
    is_office,
    is_pen_name,
    names_people,
)
from handout.read.structure.front.forms import AFTER, part_of
from handout.read.structure.front.pieces import Piece, pieces_of
from handout.read.structure.heading_numbers import heading_number

_MOST, _SHORT, _NEAR, _SHORTEST_OFFICE = 24, 30, 60, 3
_ABSTRACT_HEADS = ("摘要", "内容提要", "内容摘要", "提要", "Abstract", "ABSTRACT")
_KEYWORDS = "keywords"
_STOPS = tuple('。！？；：.!?;:…”’」』"）)')


@dataclass(frozen=True, slots=True)
class Found:
    """The pieces of the line at a place."""

    place: int
    pieces: tuple[Piece, ...]


def read_top(lines: list[SourceBlock], first: int) -> list[Found]:
    """The lines from `first` on that come before the text and are not part of it."""
    found: list[Found] = []
    place = first
    while place < min(first + _MOST, len(lines) - 1):
        heads = _abstract(lines, place)
        if heads:
            found += [_as(lines, n, "abstract") for n in heads]
            place = heads[-1] + 1
            continue
        pieces = _pieces(lines, place, first)
        if not pieces:
            break
        found.append(Found(place, tuple(pieces)))
        place += 1
    return found


def _as(lines: list[SourceBlock], place: int, part: str) -> Found:
    return Found(place, (Piece(part, 0, len(lines[place].text)),))


def _abstract(lines: list[SourceBlock], place: int) -> list[int]:
    """The places of an abstract whose head has its own line."""
    bare = "".join(lines[place].text.split()).strip("【】[]〔〕:：")
    if bare not in _ABSTRACT_HEADS or lines[place].level:
        return []
    for end in range(place + 1, min(place + 5, len(lines))):
        if part_of(lines[end].text, AFTER) == _KEYWORDS:
            return list(range(place, end))
    return [place, place + 1] if place + 2 < len(lines) else []


def _pieces(lines: list[SourceBlock], place: int, first: int) -> list[Piece]:
    block = lines[place]
    if block.fixed or block.kind not in ("text", "quotation"):
        return []
    text = block.text
    if pieces := pieces_of(text):
        return pieces
    part = part_of(text, AFTER)
    if part == "note" and heading_number(text):
        part = ""
    if not part and not block.level and _is_name(lines, place, first):
        part = "byline"
    return [Piece(part, 0, len(text))] if part else []


def _is_name(lines: list[SourceBlock], place: int, first: int) -> bool:
    """Whether a line without a label names the author: by what is around it."""
    text = lines[place].text
    if heading_number(text) or text.endswith(_STOPS[:8]):
        return False
    after = lines[place + 1].text if place + 1 < len(lines) else ""
    before_front = is_front(after)
    lonely = _is_lonely(lines, place)
    if text.isascii():
        return names_people(text) and (before_front or lonely)
    if names_people(text):
        return before_front or lonely or not _has_sisters(lines, place)
    if is_office(text):
        return len(text) >= _SHORTEST_OFFICE and (before_front or lonely)
    # A pen name looks like any word: it counts only under a title the file states.
    return (
        place >= first > 0 and is_pen_name(text, sure=True) and (before_front or lonely)
    )


def is_front(text: str) -> bool:
    """Whether a line is surely not text: a date, a label, an abstract."""
    return bool(pieces_of(text)) or part_of(text, AFTER) not in ("", "note")


def _is_lonely(lines: list[SourceBlock], place: int) -> bool:
    """Whether no later line is short and above a text, as headings are."""
    near = lines[place + 1 : place + _NEAR]
    return not any(
        _is_open(block) and not _is_open(after) for block, after in pairwise(near)
    )


def _is_open(block: SourceBlock) -> bool:
    """Whether a line is short, without an end mark, and of no known form."""
    return (
        len(block.text) <= _SHORT
        and not block.text.endswith(_STOPS)
        and not heading_number(block.text)
        and not block.level
        and not pieces_of(block.text)
    )


def _has_sisters(lines: list[SourceBlock], place: int) -> bool:
    """Whether other lines of the text are as short: then the line belongs to a list."""
    longest = max(4, len(lines[place].text))
    others = [
        block
        for block in lines[place + 1 : place + _NEAR]
        if len(block.text) <= longest and not block.text.endswith(_STOPS)
    ]
    return len(others) > 1
