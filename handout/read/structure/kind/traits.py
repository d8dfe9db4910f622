"""What can be counted in a text of any kind: lines, speech, labels, words."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from handout.model.chinese import HAN_CHARACTER

# Characters: what a text is shows in its first pages.
_ENOUGH = 40_000
_ENDS = tuple('。！？!?.…；;”’」』"）)')
_SPEECH = re.compile(r"\s*(?:[“「『\"‘'«]|——)")
_TAG = re.compile(
    r"(?P<who>[^\s：:，。、？！“「（(]{1,8}|[A-Z][\w.’]*(?: [A-Z][\w.’]*){0,3})"
    r"(?:[（(][^）)]{1,12}[）)])?[：:]\s*\S"
)
_LABELS = re.compile(
    r"(?:会议)?(?:时间|地点|日期|主题|议题|主持人?|出席(?:人员)?|参[会加]人员|列席(?:人员)?"
    r"|缺席|请假|记录人?|與會人員|出席人員|主席|紀錄|時間|地點"
    r"|Present|Attendees|Apologies|Absent|Chair|Minutes taken by|Secretary"
    r"|Time|Date|Place|Venue|Location)\s*[：:]"
)
_FRONT = 20
# Enough to recognise a kind; a long novel has twenty thousand lines.
_MOST = 2000


@dataclass(frozen=True)
class Traits:
    """The lines of a text without its empty ones, and its title."""

    lines: tuple[str, ...]
    title: str

    @cached_property
    def text(self) -> str:
        """All lines in one, as far as they are needed to know the kind."""
        return "\n".join(self.lines)[:_ENOUGH]

    @cached_property
    def size(self) -> int:
        """How long the text is: Han characters, or words for other scripts."""
        return max(1, len(HAN_CHARACTER.findall(self.text)) + len(self.text.split()))

    @cached_property
    def is_han(self) -> bool:
        """Whether the text is Chinese for the most part."""
        return len(HAN_CHARACTER.findall(self.text)) * 3 > len(self.text)

    def per_thousand(self, pattern: str) -> float:
        """How often a pattern is in 1,000 characters or words."""
        return 1000 * len(re.findall(pattern, self.text)) / self.size

    def lines_like(self, pattern: str, *, within: int = 0) -> list[str]:
        """The lines that match a pattern, among all or the first few."""
        found = self.lines[:within] if within else self.lines
        return [line for line in found if re.match(pattern, line)]

    @cached_property
    def speech(self) -> float:
        """The share of lines that open with a quotation mark or a dash."""
        return sum(bool(_SPEECH.match(x)) for x in self.lines) / len(self.lines)

    @cached_property
    def open_lines(self) -> float:
        """The share of lines that are short and have no end mark, as in verse."""
        longest = 22 if self.is_han else 60
        short = [x for x in self.lines if len(x) <= longest]
        return sum(not x.endswith(_ENDS) for x in short) / len(self.lines)

    @cached_property
    def longest(self) -> int:
        """The length of the longest line."""
        return max(map(len, self.lines))

    @cached_property
    def median(self) -> int:
        """The length of the line in the middle."""
        return sorted(map(len, self.lines))[len(self.lines) // 2]

    @cached_property
    def labels(self) -> list[str]:
        """The label lines at the head of minutes: 时间：, 主持：, Present: …."""
        front = self.lines[:_FRONT]
        return [m.group() for line in front if (m := _LABELS.match(line))]

    @cached_property
    def speakers(self) -> Counter[str]:
        """Who opens lines as a speaker's tag does, and how often: 记者：…."""
        found = (_TAG.match(line) for line in self.lines if not _LABELS.match(line))
        return Counter(m["who"].strip("*_ ") for m in found if m)


def traits_of(lines: list[str], title: str) -> Traits:
    """The traits of a text; an empty text has one empty line."""
    seen = (line.strip() for line in lines[:_MOST] if line.strip())
    return Traits(tuple(seen) or ("",), title)
