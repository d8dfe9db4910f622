"""How much paper a text gets: prompts, room and pages in proportion to its length."""

import re
from dataclasses import dataclass

from handout.model.chinese import HAN_CHARACTER
from handout.plan.section_input import Part

ROOMS = ("generous", "usual", "tight")

_WORD = re.compile(r"[A-Za-z]+")
# A word of English says as much as this many characters.
_PER_WORD = 1.7
# The size from which a section has one question more.
_ONE, _TWO, _THREE = 40, 300, 550
# With many sections each has fewer: nobody answers forty questions.
_FEW_SECTIONS, _MANY_SECTIONS = 7, 20
_SHORT_TEXT, _LONG_TEXT = 1200, 2400


@dataclass(frozen=True, slots=True)
class Share:
    """How many questions a section has, and the lines and share of each one's box."""

    rooms: tuple[tuple[int, float], ...]

    @property
    def prompts(self) -> int:
        """How many questions there are."""
        return len(self.rooms)


def size_of(text: str) -> float:
    """The length of a text in characters; a word of English counts for a few."""
    return len(HAN_CHARACTER.findall(text)) + _PER_WORD * len(_WORD.findall(text))


def size_of_part(part: Part) -> float:
    """The length of a section."""
    return sum(size_of(paragraph.text) for paragraph in part.section.all_paragraphs)


def shares_of(
    parts: tuple[Part, ...], *, room: str = "usual", prompts: int | None = None
) -> tuple[Share, ...]:
    """What each section gets; `prompts` is the most a section has, if somebody said."""
    return tuple(_share(part, len(parts), room, prompts) for part in parts)


def _share(part: Part, sections: int, room: str, prompts: int | None) -> Share:
    size = size_of_part(part)
    count = sum(size >= step for step in (_ONE, _TWO, _THREE))
    if sections > _FEW_SECTIONS:
        count = min(count, 2 if sections <= _MANY_SECTIONS else 1)
    if sections == 1:
        count = max(1, count)
    elif part.section.heading is None and count:
        # An opening leads to what is asked about in the sections.
        count -= 1
    if room != "usual":
        count += 1 if room == "generous" else -1
        count = min(3, max(1 if size >= _ONE else 0, count))
    if prompts is not None:
        count = prompts
    rooms = _rooms(size, room)
    return Share(tuple(rooms[min(n, 2)] for n in range(count)))


def _rooms(size: float, room: str) -> tuple[tuple[int, float], ...]:
    """Lines and share of the first box, the second, and those behind."""
    lines = (3, 4, 4) if size >= _THREE else (3, 3, 3) if size >= _TWO else (2, 2, 2)
    more = {"generous": 2, "usual": 0, "tight": -1}[room]
    least = 2
    rows = [max(least, count + more) for count in lines]
    return tuple(zip(rows, (2.0, 3.0, 3.0), strict=True))


def closing_of(parts: tuple[Part, ...], room: str) -> Share:
    """The questions about the whole: one for a short text, three for a long one."""
    size = sum(map(size_of_part, parts))
    count = 1 + (size >= _SHORT_TEXT) + (size >= _LONG_TEXT)
    count = {"generous": 3, "usual": count, "tight": 1}[room]
    lines = 2 if count == 1 and room != "generous" else 3
    return Share(tuple(zip((lines,) * count, (2.0, 1.0, 2.0), strict=False)))
