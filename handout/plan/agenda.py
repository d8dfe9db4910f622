"""Plans the meeting: what comes when, who signs, and room for what groups say."""

import re
from dataclasses import replace

from handout.model.blocks import Block, Room
from handout.model.handout import Handout, HandoutSection
from handout.model.meeting import Agenda, AgendaItem, Discussion, Meeting, SignIn
from handout.model.options import PlanOptions
from handout.model.prompts import Prompts
from handout.numbers import whole_number
from handout.plan.prompts import built_in, heading_to_ask

_TIME = re.compile(
    r"(?:(?P<half>上午|早上|中午|下午|晚上|[ap]\.?m\.?)\s*+)?"
    r"(?P<hour>[01]?\d|2[0-4])\s*+"
    r"(?:[:：](?P<minute>[0-5]\d)|(?:时|時|点钟|点|點)(?P<half_hour>半)?"
    r"(?:(?P<minute_zh>[0-5]?\d)分?)?)\s*+(?P<after>[ap]\.?m\.?)?",
    re.IGNORECASE,
)
# What the agenda calls what has no heading, and what is around the sections.
_WORDS = {
    "zh-CN": {"opening": "导语", "welcome": "开场", "break": "休息", "closing": "总结"},
    "zh-TW": {"opening": "導語", "welcome": "開場", "break": "休息", "closing": "總結"},
    "en": {
        "opening": "Introduction",
        "welcome": "Welcome",
        "break": "Break",
        "closing": "Closing",
    },
}
_LATER = ("下午", "晚上", "p")
_DAY = 24 * 60
_MOST_GROUPS = 20
# A step of the agenda in minutes, where a whole time is shared out.
_STEP = 5
# A line takes a group about four minutes to agree on.
_MINUTES_A_LINE = 4
_FEWEST_LINES, _UNTOLD_LINES, _MOST_LINES = 2, 3, 10


def minutes_of(sections: tuple[HandoutSection, ...], total: int) -> tuple[int, ...]:
    """Share `total` minutes out by the length of sections, in steps of five.

    The sum is `total`; each section gets a step at least, if there is enough.
    """
    if not sections:
        return ()
    weights = [max(1, one.last - one.first + 1) for one in sections]
    steps, rest = divmod(total, _STEP)
    ideal = [steps * weight / sum(weights) for weight in weights]
    given = [max(1, int(share)) if steps >= len(sections) else 0 for share in ideal]
    while sum(given) > steps:
        most = max(range(len(given)), key=lambda n: given[n] - ideal[n])
        given[most] -= 1
    while sum(given) < steps:
        least = max(range(len(given)), key=lambda n: (ideal[n] - given[n], -n))
        given[least] += 1
    minutes = [_STEP * count for count in given]
    minutes[-1] += rest
    return tuple(minutes)


def with_meeting(handout: Handout, options: PlanOptions) -> Handout:
    """Add minutes and discussions to sections, and meeting blocks to the front."""
    told = options.minutes
    prompts = options.prompts or built_in(handout.language)
    handout = _with_groups(handout, prompts)
    rest = sum(minutes for _, minutes in options.around)
    shared = told
    if len(told) == 1:
        shared = minutes_of(handout.sections, max(_STEP, told[0] - rest))
    discuss = options.discuss or bool(options.meeting.groups)
    questions = _questions(handout, prompts) if discuss else ()
    sections = []
    for n, section in enumerate(handout.sections):
        minutes = shared[n] if n < len(shared) else 0
        blocks = section.blocks
        if discuss:
            blocks = (*blocks, _discussion(questions[n], handout, minutes))
        sections.append(replace(section, minutes=minutes, blocks=blocks))
    words = _WORDS.get(handout.language, _WORDS["zh-CN"])
    front = (*handout.front, *_meeting_blocks(sections, options, words))
    return replace(handout, sections=tuple(sections), front=front)


def _with_groups(handout: Handout, prompts: Prompts) -> Handout:
    """Name the groups where only their number was given."""
    groups = handout.meeting.groups
    said = whole_number(groups[0]) if len(groups) == 1 else None
    if said is None:
        return handout
    count = min(said, _MOST_GROUPS)
    names = tuple(prompts.group.format(n) for n in range(1, count + 1))
    return replace(handout, meeting=replace(handout.meeting, groups=names))


def _meeting_blocks(
    sections: list[HandoutSection], options: PlanOptions, words: dict[str, str]
) -> tuple[Block, ...]:
    """The agenda, if minutes are known, and places to sign, if names are."""
    blocks: list[Block] = []
    if options.minutes and any(section.title for section in sections):
        blocks.append(Agenda(_items(sections, options, words)))
    if options.names:
        blocks.append(SignIn(options.names))
    return tuple(blocks)


def _items(
    sections: list[HandoutSection], options: PlanOptions, words: dict[str, str]
) -> tuple[AgendaItem, ...]:
    """The sections in order, with welcome, break and closing where they are wished."""
    around = dict(options.around)
    items = [AgendaItem(one.title or words["opening"]) for one in sections]
    if minutes := around.get("break"):
        passed, half = 0, sum(one.minutes for one in sections) / 2
        place = 0
        while place < len(sections) - 1 and passed < half:
            passed += sections[place].minutes
            place += 1
        items.insert(place, AgendaItem(words["break"], minutes))
    if minutes := around.get("welcome"):
        items.insert(0, AgendaItem(words["welcome"], minutes))
    if minutes := around.get("closing"):
        items.append(AgendaItem(words["closing"], minutes))
    return tuple(items)


def _questions(handout: Handout, prompts: Prompts) -> tuple[str, ...]:
    """A question to talk about for each section, none again while others are left."""
    known = prompts.of(handout.kind)
    patterns = known.discuss
    here = known.section if len(handout.sections) > 1 else known.whole
    used: list[str] = []
    asked: list[str] = []
    for section in handout.sections:
        title = heading_to_ask(section.title)
        fit = [p for p in patterns if title or "{title}" not in p]
        least = min(fit, key=used.count)
        used.append(least)
        text = least.format(here=here, title=title)
        asked.append(text[:1].upper() + text[1:])
    return tuple(asked)


def _discussion(question: str, handout: Handout, minutes: int) -> Discussion:
    """The question to talk about, with a box for each group."""
    lines = minutes // _MINUTES_A_LINE if minutes else _UNTOLD_LINES
    # Each group has a box, and the groups share the time.
    lines //= max(1, len(handout.meeting.groups))
    room = Room(min(_MOST_LINES, max(_FEWEST_LINES, lines)))
    return Discussion(question, minutes, handout.meeting.groups, room)


def set_times(handout: Handout) -> Handout:
    """Set the agenda's times of day, counted from the meeting's time.

    An item without minutes of its own has those of the section it names. Without a
    time, or after an item without minutes, no time of day is given.
    """
    known = {section.title: section.minutes for section in handout.sections}
    words = _WORDS.get(handout.language, _WORDS["zh-CN"])
    known[words["opening"]] = known.pop("", 0)
    front = tuple(
        _with_times(block, handout.meeting, known)
        if isinstance(block, Agenda)
        else block
        for block in handout.front
    )
    return handout if front == handout.front else replace(handout, front=front)


def _with_times(agenda: Agenda, meeting: Meeting, known: dict[str, int]) -> Agenda:
    at = start_of(meeting.time)
    items = []
    for item in agenda.items:
        minutes = item.minutes or known.get(item.title, 0)
        end = at + minutes if at is not None and minutes else None
        items.append(replace(item, minutes=minutes, start=_clock(at), end=_clock(end)))
        at = end
    return replace(agenda, items=tuple(items))


def start_of(time: str) -> int | None:
    """The first time of day in the words of a person, in minutes; None if none.

    "周五 9:00", "下午2点半", "14:30—16:00", "2 pm" and the like.
    """
    found = _TIME.search(time)
    if not found:
        return _plain_hour(time)
    hour = int(found["hour"])
    half_hour = 30 if found["half_hour"] else 0
    minute = int(found["minute"] or found["minute_zh"] or half_hour)
    half = (found["half"] or found["after"] or "").lower()
    if half.startswith(_LATER) and hour < 12:
        hour += 12
    return (hour * 60 + minute) % _DAY


def _plain_hour(time: str) -> int | None:
    """Read an hour with am or pm alone: 2 pm."""
    found = re.search(r"\b(1[0-2]|[1-9])\s*([ap])\.?m\b", time, re.IGNORECASE)
    if not found:
        return None
    return (int(found[1]) % 12 + (12 if found[2].lower() == "p" else 0)) * 60


def _clock(at: int | None) -> str:
    return "" if at is None else f"{at // 60 % 24}:{at % 60:02d}"
