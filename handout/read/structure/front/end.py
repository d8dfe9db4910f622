"""Reads the lines after a text: signature and date, attachments, copy recipients."""

import re

from handout.read.blocks import SourceBlock
from handout.read.structure.front.bylines import is_office, names_people
from handout.read.structure.front.dates import DATE
from handout.read.structure.front.forms import END, part_of
from handout.read.structure.front.pieces import Piece, pieces_of
from handout.read.structure.front.strays import aside_reason
from handout.read.structure.front.top import Found

_MOST, _LONGEST = 40, 140
_ATTACHED = re.compile(r"附\s*[件表录]\s*[\d一二三四五六七八九十]{0,3}\s*[：:]")
_ENTRY = re.compile(r"\d{1,2}\s*[.．、]\s*\S.{0,60}$|[（(]\d{1,2}[）)].{1,60}$")
_WRITTEN = re.compile(
    rf"[（(]?\s*(?:(?:{DATE}|(?:19|20)\d\d年?[春夏秋冬初末]?[\d.]*)\s*[，,]?\s*)?"
    rf"(?:夜|晨|午后|深夜)?\s*(?:初稿|改定|定稿|修改|写于|作于|草于|记于|改于|草成"
    rf"|完稿|急就|寫於|于|於|written in)"
    rf"[^。！？]{{0,24}}(?:{DATE})?\s*[）)]?$"
)


def read_end(lines: list[SourceBlock], first: int) -> list[Found]:
    """The lines at the end, from the last back to where the text ends."""
    attached = _attachments(lines, first)
    found: list[Found] = []
    dated = False
    for place in range(len(lines) - 1, max(first, len(lines) - _MOST), -1):
        block = lines[place]
        if block.fixed or block.level or block.kind not in ("text", "item"):
            break
        if aside_reason(block):
            continue
        pieces = [Piece("attachment", 0, len(block.text))] * (place in attached)
        pieces = pieces or _pieces(lines, place, dated=dated)
        if not pieces:
            break
        dated = any(piece.part == "date" for piece in pieces) or (
            dated and pieces[0].part == "byline"
        )
        found.append(Found(place, tuple(pieces)))
    return found


def _pieces(lines: list[SourceBlock], place: int, *, dated: bool) -> list[Piece]:
    text = lines[place].text
    whole = len(text)
    if (
        whole <= _LONGEST
        and _WRITTEN.match(text)
        and re.search(r"\d|[一二三四五六七八九〇]|[于於]", text)
    ):
        return [Piece("written", 0, whole)]
    if pieces := pieces_of(text):
        return pieces
    if part := part_of(text, END):
        return [Piece(part, 0, whole)]
    signed = dated or _is_dated_above(lines, place)
    if signed and whole <= 40 and (is_office(text) or names_people(text)):
        return [Piece("byline", 0, whole)]
    return []


def _is_dated_above(lines: list[SourceBlock], place: int) -> bool:
    """Whether the line above closes a letter, or is a date."""
    if place < 1:
        return False
    above = lines[place - 1].text
    pieces = pieces_of(above)
    return part_of(above, END) == "closing" or [p.part for p in pieces] == ["date"]


def _attachments(lines: list[SourceBlock], first: int) -> set[int]:
    """The places of a list of attachments: 附件：1. … and what continues it."""
    for place in range(max(first, 0, len(lines) - _MOST), len(lines)):
        if len(lines[place].text) <= 120 and _ATTACHED.match(lines[place].text):
            last = place
            while last + 1 < len(lines) and _ENTRY.match(lines[last + 1].text):
                last += 1
            return set(range(place, last + 1))
    return set()
