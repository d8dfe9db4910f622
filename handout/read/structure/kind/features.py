"""Features of a text that point to a kind; each says in words what it found."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from handout.read.structure.kind.traits import Traits


@dataclass(frozen=True, slots=True)
class Evidence:
    """One feature: `seen` says in words what was found, or "" if nothing was."""

    kind: str
    weight: float
    seen: Callable[[Traits], str]


def title_with(pattern: str) -> Callable[[Traits], str]:
    """A feature: the title has one of these words."""
    found = re.compile(pattern, re.IGNORECASE)

    def describe(t: Traits) -> str:
        match = found.search(t.title)
        return f"the title says “{match.group()}”" if match else ""

    return describe


def opens(
    pattern: str, least: int, words: str, *, within: int = 0
) -> Callable[[Traits], str]:
    """A feature: at least so many lines match the pattern."""

    def describe(t: Traits) -> str:
        found = t.lines_like(pattern, within=within)
        return f"{len(found)} {words}" if len(found) >= least else ""

    return describe


def dense(pattern: str, least: float, words: str) -> Callable[[Traits], str]:
    """A feature: the words come more often than this in 1,000 characters."""

    def describe(t: Traits) -> str:
        often = t.per_thousand(pattern)
        return f"{words} {often:.0f} times in 1,000 characters" if often > least else ""

    return describe


def speech(t: Traits) -> str:
    """A feature: lines open with a quotation mark."""
    return f"{t.speech:.0%} of the lines are speech" if t.speech > 0.25 else ""


def narration(t: Traits) -> str:
    """A feature: people act, and speak."""
    often = t.per_thousand(r"[他她]|老[\u4e00-\u9fff]|\b(?:he|she|his|her)\b")
    said = t.per_thousand(
        r"[说說道问問答喊叫](?:[：:，。]|道)|[”」』][^“「『]{1,8}[说說道]"
    )
    said += t.per_thousand(r"[”\"]\s?\w+ said|said \w+|asked \w+")
    return "people act and speak" if often > 12 and said > 2 else ""


def verse(t: Traits) -> str:
    """A feature: short lines without an end mark, or all of one length."""
    if len(t.lines) < 4 or t.longest > (40 if t.is_han else 90):
        return ""
    regular = _regular(t)
    if t.open_lines > 0.7 or regular:
        return f"{len(t.lines)} short lines" + (" of equal length" if regular else "")
    return ""


def _regular(t: Traits) -> bool:
    """Whether lines are of equal length, as those of old verse are."""
    body = [x for x in t.lines if x != t.title and re.search(r"[，。！？,.;；]$", x)]
    widths = {len(part) for x in body for part in re.split(r"[，。！？；]", x) if part}
    return len(body) >= 2 and len(widths) == 1 and widths <= {4, 5, 6, 7}


def meeting(t: Traits) -> str:
    """A feature: the labels at the head of minutes."""
    return f"labels {' '.join(t.labels)}" if len(t.labels) >= 3 else ""


_ASKERS = re.compile(
    r"(?:本?[报刊]?記?记?者|问|問|答|Q|A|Interviewer|主持人|编者|编辑|采访者|访问者|訪者|提问|读者)"
    r"\d?$"
)


def dialogue(t: Traits) -> str:
    """A feature: two or three speakers say most of the lines, and one of them asks."""
    often = [(who, n) for who, n in t.speakers.most_common(4) if n > 1]
    many = sum(n for _, n in often)
    if many < 4 or many < 0.4 * len(t.lines):
        return ""
    asks = any(_ASKERS.match(who) for who, _ in often)
    asked = len(t.lines_like(r".*[？?]$"))
    if not asks and asked < many / 4:
        return ""
    return f"{many} lines have a speaker: {'、'.join(who for who, _ in often)}"


def asked_lines(t: Traits) -> str:
    """A feature: every other line is a question, as in Q and A without names."""
    asked = t.lines_like(r".{4,80}[？?][*_]*$")
    far = len(asked) >= 4 and len(asked) > 0.3 * len(t.lines)
    return f"{len(asked)} lines are questions" if far else ""


def first_person(t: Traits) -> str:
    """A feature: the author says I."""
    often = t.per_thousand(
        r"我(?!国|們|们|县|市|省|区|校|院|局|公司|军|党)|\bI\b|\bmy\b"
    )
    return "the author speaks of himself" if often > 5 and t.speech < 0.3 else ""
