"""Handouts that are hard on a pack: much, little, long, rare, other languages."""

from collections.abc import Iterator
from dataclasses import dataclass

from handout.model.blocks import (
    Block,
    Branch,
    Closing,
    Excerpt,
    KeyPhrases,
    Marked,
    Overview,
    PhraseRow,
    Prompt,
    Quote,
    Reflection,
    Room,
    Structure,
    Summary,
)
from handout.model.handout import (
    Handout,
    HandoutSection,
    TextParagraph,
    TextRun,
    TextSection,
)
from handout.model.meeting import Meeting

_CHINESE = "学习要联系实际，不能只读书本；读书是学习，使用也是学习。"
_ENGLISH = "Reading is learning, and using what was read is learning too."
_TRADITIONAL = "學習要聯繫實際，不能只讀書本；讀書是學習，使用也是學習。"


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a handout is made of."""

    sections: int = 2
    title: str = "联系实际"
    sentences: int = 3
    phrases: int = 6
    phrase: str = "联系实际"
    quote: str = _CHINESE
    language: str = "zh-CN"


_KINDS = {
    "one section": _Kind(sections=1),
    "sixty sections": _Kind(sections=60),
    "a heading of 40 characters": _Kind(title="坚持理论联系实际的优良学风" * 3 + "吗"),
    "no summary": _Kind(sentences=0),
    "no phrases": _Kind(phrases=0),
    "forty phrases": _Kind(sections=1, phrases=40),
    "a quotation of 300 characters": _Kind(quote=_CHINESE * 11),
    "rare characters": _Kind(phrase="㐂䶮龘靐", title="㐂䶮龘靐齉爩"),
    "a long Latin word": _Kind(phrase="Donaudampfschifffahrtselektrizitätenhaupt"),
    "English": _Kind(
        language="en", title="Why it matters", phrase="learning", quote=_ENGLISH
    ),
    "Traditional": _Kind(language="zh-TW", phrase="聯繫實際", quote=_TRADITIONAL),
}

# So many pages that one sheet has to do.
LONG = frozenset({"sixty sections"})


def stress() -> Iterator[tuple[str, Handout]]:
    """Each hard handout with its name."""
    for name, kind in _KINDS.items():
        yield name, _handout(kind)


def _handout(kind: _Kind) -> Handout:
    sections = tuple(_section(kind, n) for n in range(1, kind.sections + 1))
    branches = tuple(Branch(s.place, "", s.title, (kind.phrase,)) for s in sections)
    sentences = tuple(_sentences(kind, kind.sections)[:6])
    front: tuple[Block, ...] = (Structure(kind.title, branches),)
    text = TextParagraph(1, "text", 0, (TextRun(kind.quote * 3),))
    return Handout(
        title=kind.title,
        byline="",
        date="",
        source="",
        language=kind.language,
        characters=3000,
        words=500,
        paragraphs=kind.sections,
        meeting=Meeting(),
        front=(Overview(sentences), *front) if sentences else front,
        sections=sections,
        closing=(Closing((Prompt(kind.quote),)),),
        text=tuple(TextSection(1, s.title, (text,)) for s in sections),
    )


def _sentences(kind: _Kind, count: int) -> list[Excerpt]:
    return [Excerpt(kind.quote[:80], n) for n in range(1, count + 1)]


def _section(kind: _Kind, place: int) -> HandoutSection:
    blocks: list[Block] = []
    if kind.sentences:
        blocks.append(Summary(tuple(_sentences(kind, kind.sentences))))
    if kind.phrases:
        quote = Quote(Marked(kind.quote, ((0, 4),)), place, cut_after=True)
        row = PhraseRow((kind.phrase,), (2,), quote)
        blocks.append(KeyPhrases((row,) * kind.phrases))
    rooms = (Room(3, share=2), Room(4, share=3))
    blocks.append(Reflection(tuple(Prompt(kind.quote, room) for room in rooms)))
    return HandoutSection(place, "", kind.title, place, place, tuple(blocks))
