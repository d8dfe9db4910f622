"""The keys of the whole file, and what of a handout they are."""

from dataclasses import dataclass, field, replace

from handout.handout_file.shape.entries import FOLLOWED
from handout.handout_file.shape.short_forms import Span
from handout.model.blocks import Block, Branch, Structure
from handout.model.draft import Draft, Mark, Record, SectionMarks
from handout.model.handout import Handout, HandoutSection, has_opening
from handout.model.meeting import Meeting

VERSION = 1


@dataclass(frozen=True, slots=True)
class Length:
    """How long the article is."""

    characters: int = 0
    words: int = 0
    paragraphs: int = 0


@dataclass(frozen=True, slots=True)
class MadeSection:
    """The marks of a section, and its ¶ numbers."""

    paragraphs: Span
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class MadeKeys:
    """The record of what the program made."""

    head: tuple[Mark, ...] = ()
    front: tuple[Mark, ...] = ()
    sections: tuple[MadeSection, ...] = ()
    closing: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class FileEntry:
    """The whole file."""

    handout: int
    title: str = ""
    subtitle: str = ""
    byline: str = ""
    date: str = ""
    source: str = ""
    around: tuple[str, ...] = ()
    language: str = "zh-CN"
    kind: str = ""
    document: str = ""
    length: Length = field(default_factory=Length)
    seed: int = 1
    meeting: Meeting = field(default_factory=Meeting)
    front: tuple[Block, ...] = ()
    sections: tuple[HandoutSection, ...] = ()
    closing: tuple[Block, ...] = ()
    made: MadeKeys = field(default_factory=MadeKeys)

    @classmethod
    def of(cls, draft: Draft) -> "FileEntry":
        """Write a draft; what follows from the rest is left out."""
        handout = draft.handout
        told = _section_structure(handout)
        opening = has_opening(handout.sections)
        sections = tuple(
            replace(
                section,
                place=0 if section.place == n - opening else section.place,
                blocks=_shorten_structures(section.blocks, told),
            )
            for n, section in enumerate(handout.sections, 1)
        )
        record = draft.record
        made = tuple(
            MadeSection(Span(s.first, s.last), s.marks) for s in record.sections
        )
        return cls(
            handout=VERSION,
            title=handout.title,
            subtitle=handout.subtitle,
            byline=handout.byline,
            date=handout.date,
            source=handout.source,
            around=handout.around,
            language=handout.language,
            kind=handout.kind,
            document=draft.document,
            length=Length(handout.characters, handout.words, handout.paragraphs),
            seed=handout.seed,
            meeting=handout.meeting,
            front=_shorten_structures(handout.front, told),
            sections=sections,
            closing=_shorten_structures(handout.closing, told),
            made=MadeKeys(record.head, record.front, made, record.closing),
        )

    def value(self) -> Draft:
        """Read a draft."""
        opening = has_opening(self.sections)
        sections = tuple(
            replace(section, place=section.place or n - opening)
            for n, section in enumerate(self.sections, 1)
        )
        handout = Handout(
            title=self.title,
            subtitle=self.subtitle,
            byline=self.byline,
            date=self.date,
            source=self.source,
            around=self.around,
            language=self.language,
            characters=self.length.characters,
            words=self.length.words,
            paragraphs=self.length.paragraphs,
            meeting=self.meeting,
            front=self.front,
            sections=sections,
            closing=self.closing,
            seed=self.seed,
            kind=self.kind,
        )
        made = tuple(
            SectionMarks(s.paragraphs.start, s.paragraphs.end, s.marks)
            for s in self.made.sections
        )
        record = Record(self.made.head, self.made.front, self.made.closing, made)
        return Draft(_lengthen_structures(handout), self.document, record)


def _section_structure(handout: Handout) -> Structure:
    """The structure that the sections have."""
    branches = (
        Branch(section.place, section.number, section.title, section.heads)
        for section in handout.sections
        if section.title and not section.drop
    )
    return Structure(handout.title, tuple(branches))


def _shorten_structures(
    blocks: tuple[Block, ...], told: Structure
) -> tuple[Block, ...]:
    return tuple(
        replace(
            block,
            title=FOLLOWED.title if block.title == told.title else block.title,
            branches=FOLLOWED.branches
            if block.branches == told.branches
            else block.branches,
        )
        if isinstance(block, Structure)
        else block
        for block in blocks
    )


def _lengthen_structures(handout: Handout) -> Handout:
    """Let every structure that follows the sections have their words."""
    told = _section_structure(handout)
    return replace(
        handout,
        front=_fill_structures(handout.front, told),
        closing=_fill_structures(handout.closing, told),
        sections=tuple(
            replace(section, blocks=_fill_structures(section.blocks, told))
            for section in handout.sections
        ),
    )


def _fill_structures(blocks: tuple[Block, ...], told: Structure) -> tuple[Block, ...]:
    return tuple(
        replace(
            block,
            title=told.title if block.title == FOLLOWED.title else block.title,
            branches=told.branches
            if block.branches == FOLLOWED.branches
            else block.branches,
        )
        if isinstance(block, Structure)
        else block
        for block in blocks
    )
