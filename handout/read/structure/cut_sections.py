"""Cuts a text as the user asks: not at all, at a depth, or at certain titles."""

from dataclasses import dataclass, replace

from handout.errors import ReadError
from handout.model.document import Heading
from handout.read.blocks import SourceBlock
from handout.read.structure.heading_numbers import heading_number

NONE = "none"
DEPTHS = ("1", "2", "3")
_BY_HAND = "said by a correction"
_EMPTY = "a heading over sections that are cut below it"


@dataclass(frozen=True, slots=True)
class Cut:
    """The headings that cut a text, and the lines that no longer do, with a reason."""

    headings: dict[int, Heading]
    set_aside: dict[int, str]


def cut_sections(
    lines: list[SourceBlock], headings: dict[int, Heading], wish: str, *, name: str
) -> Cut:
    """Keep the headings that are asked for: "" for all, as they were found.

    What a correction says is a heading stays one. Raises ReadError for a title that
    is not a line of the text.
    """
    if wish == NONE:
        kept = {n: h for n, h in headings.items() if h.reason == _BY_HAND}
        return Cut(kept, {})
    if wish in DEPTHS:
        return _at_depth(headings, int(wish))
    if wish:
        return Cut(_by_titles(lines, wish, name), {})
    return Cut(headings, {})


def _at_depth(headings: dict[int, Heading], depth: int) -> Cut:
    """Raise headings to a depth; one without text under it is dropped."""
    lifted, set_aside = {}, {}
    for place, heading in headings.items():
        below = headings.get(place + 1)
        if below and heading.level < below.level <= depth:
            set_aside[place] = _EMPTY
        else:
            level = max(1, heading.level - depth + 1)
            lifted[place] = replace(heading, level=level)
    return Cut(lifted, set_aside)


def _by_titles(lines: list[SourceBlock], wish: str, name: str) -> dict[int, Heading]:
    """The lines with these titles, in the order of the text."""
    found = {}
    for title in (part.strip() for part in wish.replace("，", ",").split(",")):
        place = _place_of(lines, title) if title else -1
        if title and place < 0:
            raise ReadError(
                f"no line of the text is “{title[:40]}”",
                where=name,
                hint="give titles as they are in the text, none, or a depth of 1 to 3",
            )
        if title:
            block = lines[place]
            number = heading_number(block.text)
            mark = number.mark if number and number.mark != block.text else ""
            words = block.text[len(mark) :]
            found[place] = Heading(
                mark, words, 1, block.start, block.line, "said by --sections", 1.0
            )
    return dict(sorted(found.items()))


def _place_of(lines: list[SourceBlock], title: str) -> int:
    """The place of a line by its words, with or without its number; -1 if none fits."""
    wanted = "".join(title.split())
    for place, block in enumerate(lines):
        number = heading_number(block.text)
        bare = block.text[len(number.mark) :] if number else block.text
        if wanted in ("".join(block.text.split()), "".join(bare.split())):
            return place
    return -1
