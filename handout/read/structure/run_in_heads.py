"""Finds run-in heads: the short sentence that names what its paragraph is about."""

import re

from handout.model.document import Heading
from handout.read.blocks import SourceBlock

# A head is a clause of 3 to 16 characters and a stop; a comma makes it a sentence.
_OPENING = re.compile(
    r"(?P<head>(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*)?"
    r"[^，,。；;：:！!？?\s“”]{3,16})(?P<mark>[。：:])(?=\S)"
)
# 一是首问负责没有落实。 is a sentence that counts, and https: opens an address.
_NO_HEAD = re.compile(
    r"[一二三四五六七八九十]是|[第其][一二三四五六七八九十]|(?:https?|ftp|mailto|www)\b"
)
# After a number the head may be a whole sentence, with commas: （一）……，……。
_NUMBERED_OPENING = re.compile(
    r"(?P<head>(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十\d]{1,3}[、.．])"
    r"\s*(?!\d)[^。；;：:！!？?\n]{3,32})(?P<mark>。)(?=\S)"
)
_NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]")


def find_run_in_heads(
    lines: list[SourceBlock], headings: dict[int, Heading]
) -> dict[int, str]:
    """The run-in heads by their paragraph's place among the lines.

    A head that the format sets in bold is taken as it is. Elsewhere a short opening
    sentence counts only if a sister paragraph of the same section opens alike:
    with the same first or last character, or with a number.
    """
    found: dict[int, str] = {}
    for places in _by_section(lines, headings):
        openings: dict[int, str] = {}
        heads = {place: _bold_head(lines[place]) for place in places}
        items = [n for n in places if heads[n] and lines[n].kind == "item"]
        for place in places:
            block = lines[place]
            # A single list item with a bold opening is stressed; it heads nothing.
            bold = "" if items == [place] else heads[place]
            match = _OPENING.match(block.text) or _NUMBERED_OPENING.match(block.text)
            if bold:
                found[place] = bold
            elif match and not _NO_HEAD.match(match["head"]):
                openings[place] = match["head"]
        found.update(_sisters(openings))
    return found


def _bold_head(block: SourceBlock) -> str:
    """A bold opening that is shorter than its paragraph, without its mark."""
    head = block.run_in.rstrip("。：:.！!？? ")
    rest = block.text[len(head) + 1 :].strip()
    return head if head and rest and block.text.startswith(head) else ""


def _by_section(
    lines: list[SourceBlock], headings: dict[int, Heading]
) -> list[list[int]]:
    groups: list[list[int]] = [[]]
    for place in range(len(lines)):
        if place in headings:
            groups.append([])
        else:
            groups[-1].append(place)
    return groups


def _sisters(openings: dict[int, str]) -> dict[int, str]:
    near = sorted(openings)
    return {
        place: openings[place]
        for here, place in enumerate(near)
        # The next few are enough: sisters are close together, and sections may be long.
        if any(
            _alike(openings[place], openings[other])
            for other in near[max(0, here - 8) : here + 9]
            if other != place
        )
        or _in_a_row(openings, place)
    }


def _in_a_row(openings: dict[int, str], place: int) -> bool:
    """Whether a neighbour opens with the same character and equally long."""
    head = openings[place]
    beside = [openings.get(place - 1, ""), openings.get(place + 1, "")]
    return any(
        other[:1] == head[0] and abs(len(other) - len(head)) <= 2 for other in beside
    )


def _alike(one: str, other: str) -> bool:
    if _NUMBERED.match(one) and _NUMBERED.match(other):
        return True
    same_end = one[-2:] == other[-2:] or (one[0] == other[0] and one[-1] == other[-1])
    return one[:2] == other[:2] or same_end
