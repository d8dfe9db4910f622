"""A section with what was found in it: what every block builder is given."""

from dataclasses import dataclass

from handout.model.analysis import Analysis, SectionAnalysis
from handout.model.blocks import Excerpt
from handout.model.document import Document, Section

# A shorter introduction is in the overview alone and gets no pages of its own.
_LONG_INTRODUCTION = 3


@dataclass(frozen=True, slots=True)
class Part:
    """One section to print: `place` counts from 1, `number` is as typed or "".

    An opening before the first heading has the place 0.

    `to_order` is what an ordering exercise will ask for: nothing else may say it.
    """

    section: Section
    found: SectionAnalysis
    language: str
    place: int
    number: str
    to_order: tuple[Excerpt, ...] = ()

    @property
    def title(self) -> str:
        """The words of the heading, or ""."""
        return self.section.heading.title if self.section.heading else ""

    @property
    def heads(self) -> tuple[str, ...]:
        """What the section falls into, as far as the sheet may say it."""
        return () if self.to_order else self.all_heads

    @property
    def all_heads(self) -> tuple[str, ...]:
        """What the section falls into: sub-headings, else run-in heads."""
        below = [s.heading.title for s in self.section.sections if s.heading]
        run_in = [p.run_in for p in self.section.all_paragraphs if p.run_in]
        return tuple(below or run_in)


def parts_of(document: Document, analysis: Analysis) -> tuple[Part, ...]:
    """The sections to print; a short introduction is left to the overview."""
    pairs = list(zip(document.sections, analysis.sections, strict=True))
    if len(pairs) > 1 and _is_short_introduction(pairs[0][0]):
        del pairs[0]
    first = 0 if len(pairs) > 1 and pairs[0][0].heading is None else 1
    return tuple(
        Part(section, found, document.language, place, _number(section))
        for place, (section, found) in enumerate(pairs, first)
        if section.all_paragraphs or section.heading
    )


def _is_short_introduction(section: Section) -> bool:
    return section.heading is None and len(section.paragraphs) < _LONG_INTRODUCTION


def _number(section: Section) -> str:
    return section.heading.mark.strip(" 、．.:：　") if section.heading else ""
