"""Plans a packet, several handouts printed as one: its contents page and its parts."""

from dataclasses import replace

from handout.errors import UsageError
from handout.model.blocks import Block, Closing, Prompt, Room
from handout.model.chinese import numeral
from handout.model.handout import ContentsLine, Handout, HandoutSection, PacketPart
from handout.model.meeting import Agenda, SignIn
from handout.model.options import PlanOptions
from handout.plan.agenda import set_times, with_meeting

# What a packet is called without a title, and what its closing asks.
_TITLES = {"zh-CN": "阅读材料", "zh-TW": "閱讀材料", "en": "Readings"}
_QUESTIONS = {
    "zh-CN": (
        "读完这几篇，我最大的收获是：",
        "这几篇有什么相通之处，又有什么不同？",
        "接下来我要做的一件事：",
    ),
    "zh-TW": (
        "讀完這幾篇，我最大的收穫是：",
        "這幾篇有什麼相通之處，又有什麼不同？",
        "接下來我要做的一件事：",
    ),
    "en": (
        "What I take from these texts:",
        "What do these texts have in common, and where do they differ?",
        "One thing I will do next:",
    ),
}
_LINES, _MOST_LINES = 4, 12
# A word of an English text takes as long to read as about two Chinese characters.
_CHARACTERS_A_WORD = 2


def packet_of(
    handouts: tuple[Handout, ...], options: PlanOptions
) -> tuple[Handout, ...]:
    """The contents page with the agenda, then each handout as a part of the packet.

    The last part ends with the closing of them all. Raises UsageError for minutes that
    are not those of every part.
    """
    language = handouts[0].language
    parts = [
        _as_part(one, place, _label(place, language), options)
        for place, one in enumerate(handouts, 1)
    ]
    if Closing.kind not in options.without:
        parts[-1] = replace(parts[-1], closing=(_closing(parts[-1].language),))
    return (_contents_page(parts, options), *parts)


def with_pages(packet: tuple[Handout, ...]) -> tuple[Handout, ...]:
    """The packet with the first page of each part on its contents page."""
    contents, *parts = packet
    lines = tuple(
        replace(line, page=part.part.page if part.part else 0)
        for line, part in zip(contents.contents, parts, strict=True)
    )
    return (replace(contents, contents=lines), *parts)


def _label(number: int, language: str) -> str:
    return numeral(number) if language.startswith("zh") else str(number)


def _as_part(handout: Handout, place: int, label: str, options: PlanOptions) -> Handout:
    """A handout without what the packet has once: agenda, places to sign, closing."""
    return replace(
        handout,
        front=tuple(b for b in handout.front if not isinstance(b, Agenda | SignIn)),
        closing=(),
        meeting=replace(options.meeting, groups=handout.meeting.groups),
        part=PacketPart(label, f"part-{place}"),
    )


def _contents_page(parts: list[Handout], options: PlanOptions) -> Handout:
    """The first page: what is in the packet, who signs, and what comes when."""
    if len(options.minutes) not in (0, 1, len(parts)):
        raise UsageError(
            f"gives {len(options.minutes)} numbers for {len(parts)} articles",
            where="[[minutes]]",
            hint="give one for each article, or one for the whole meeting",
        )
    language = parts[0].language
    page = Handout(
        title=options.meeting.title or _TITLES.get(language, _TITLES["zh-CN"]),
        byline="",
        date="",
        source="",
        language=language,
        characters=sum(part.characters for part in parts),
        words=sum(part.words for part in parts),
        paragraphs=sum(part.paragraphs for part in parts),
        meeting=options.meeting,
        front=(),
        sections=tuple(map(_as_item, parts)),
        closing=(),
        part=PacketPart(),
        contents=tuple(map(_contents_line, parts)),
    )
    return replace(set_times(with_meeting(page, options)), sections=())


def _contents_line(part: Handout) -> ContentsLine:
    place = part.part or PacketPart()
    return ContentsLine(place.label, place.anchor, part.title, part.byline)


def _as_item(part: Handout) -> HandoutSection:
    """A part as the agenda sees it: its minutes follow its length."""
    label = part.part.label if part.part else ""
    chinese = part.language.startswith("zh")
    length = part.characters if chinese else part.words * _CHARACTERS_A_WORD
    # With its label, two articles of one name are two items.
    title = f"{label}　{part.title}" if part.title else label
    return HandoutSection(1, "", title, 1, max(1, length), ())


def _closing(language: str) -> Block:
    asked = _QUESTIONS.get(language, _QUESTIONS["zh-CN"])
    room = Room(_LINES, most=_MOST_LINES)
    return Closing(tuple(Prompt(text, room) for text in asked))
