"""Marks who speaks in an interview, and which lines ask."""

from dataclasses import replace

from handout.model.document import Paragraph, Section
from handout.read.structure.speech import askers, tags

_ASKS = ("？", "?")


def with_speakers(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The same sections, with the speaker and the questions of an interview marked."""
    paragraphs = [p for section in sections for p in section.all_paragraphs]
    texts = [p.text for p in paragraphs]
    found = tags(texts, interview=True)
    asking = askers(texts, found)
    marked = {
        p.number: replace(
            p,
            speaker=found.get(place, ""),
            asks=found[place] in asking if found.get(place) else _asks(texts, place),
            run_in="" if place in found else p.run_in,
        )
        for place, p in enumerate(paragraphs)
    }
    return tuple(_mark_section(section, marked) for section in sections)


def _asks(texts: list[str], place: int) -> bool:
    """Whether a line without a tag is a question with an answer under it."""
    text = texts[place].rstrip("*_ ")
    after = texts[place + 1] if place + 1 < len(texts) else ""
    return text.endswith(_ASKS) and bool(after) and not after.endswith(_ASKS)


def _mark_section(section: Section, marked: dict[int, Paragraph]) -> Section:
    return replace(
        section,
        paragraphs=tuple(marked[p.number] for p in section.paragraphs),
        sections=tuple(_mark_section(below, marked) for below in section.sections),
    )
