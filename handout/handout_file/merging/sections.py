"""Finds which section of a file is which of the record, and which of the source now."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from handout.handout_file.merging.fingerprints import PARTS, block_marks, mark_of
from handout.handout_file.shape.file_keys import FileEntry, MadeSection
from handout.handout_file.shape.short_forms import Span
from handout.model.draft import Mark
from handout.model.handout import HandoutSection

# What identifies a section, and how much each counts.
_SAME_TITLE = 4.0
_SAME_BLOCK = 3.0
_SAME_HEADS = 2.0
_SAME_PARAGRAPHS = 2.0
_LIKE_TITLE = 2.0
_LIKE = 0.6
_ENOUGH = 2.0


@dataclass(frozen=True, slots=True)
class SectionPairs:
    """Which record each section of a file has, and which fresh section each record.

    Sections, records and fresh sections are given by their places, from 0.
    """

    records: tuple[MadeSection, ...]
    in_record: dict[int, int]
    in_source: dict[int, int]

    def base_of(self, place: int) -> MadeSection | None:
        """The record of a section of the file; None for the person's own."""
        base = self.in_record.get(place)
        return None if base is None else self.records[base]

    def fresh_of(self, place: int) -> int | None:
        """The fresh section that a section of the file is now."""
        base = self.in_record.get(place)
        return None if base is None else self.in_source.get(base)

    def lost_records(self, taken_out: set[int]) -> tuple[MadeSection, ...]:
        """The records that the source has no more, but for those taken out."""
        left = {self.in_record[place] for place in taken_out} | set(self.in_source)
        return tuple(
            record
            for n, record in enumerate(self.records)
            if n not in left and record.marks
        )


def paired_sections(own: FileEntry, new: FileEntry) -> SectionPairs:
    """Pair the sections of a file with the record, and the record with the source."""
    records = own.made.sections or tuple(map(_bare, own.sections))
    in_record = _match_pairs(
        [[_against(one, record) for record in records] for one in own.sections]
    )
    titles = {base: own.sections[place].title for place, base in in_record.items()}
    in_source = _match_pairs(
        [
            [
                _again(record, made, titles.get(n, ""), section.title)
                for made, section in zip(new.made.sections, new.sections, strict=True)
            ]
            for n, record in enumerate(records)
        ]
    )
    return SectionPairs(records, in_record, in_source)


def _bare(section: HandoutSection) -> MadeSection:
    """What stands for a record where there is none."""
    return MadeSection(Span(section.first, section.last))


def _against(section: HandoutSection, record: MadeSection) -> float:
    """Say how surely a section of the file is the one of a record."""
    parts = tuple(mark_of(name, getattr(section, name)) for name in PARTS)
    score = _alike((*parts, *block_marks(section.blocks)), record.marks)
    span = Span(section.first, section.last)
    return score + _SAME_PARAGRAPHS * (span == record.paragraphs != Span())


def _again(record: MadeSection, made: MadeSection, was: str, now: str) -> float:
    """Say how surely a recorded section is the one that the source has now."""
    score = _alike(record.marks, made.marks)
    if was and was == now:
        return score + _SAME_TITLE
    like = SequenceMatcher(None, was, now, autojunk=False).ratio() if was else 0
    return score + _LIKE_TITLE * (like >= _LIKE)


def _alike(one: tuple[Mark, ...], other: tuple[Mark, ...]) -> float:
    """Weigh the marks that two have in common; empty titles and heads tell nothing."""
    same = {mark for mark in one if mark in other and mark.value not in _NOTHING}
    weights = {"title": _SAME_TITLE, "heads": _SAME_HEADS, "number": 0.0}
    return sum(weights.get(mark.name, _SAME_BLOCK) for mark in same)


_NOTHING = {mark_of("", "").value, mark_of("", ()).value}


def _match_pairs(scores: list[list[float]]) -> dict[int, int]:
    """Pair rows with columns, the surest first; nearer ones before others."""
    every = [
        (-score, abs(row - column), row, column)
        for row, line in enumerate(scores)
        for column, score in enumerate(line)
        if score >= _ENOUGH
    ]
    found: dict[int, int] = {}
    for _, _, row, column in sorted(every):
        if row not in found and column not in found.values():
            found[row] = column
    return found


def place_sections(
    kept: list[tuple[HandoutSection, int | None]],
    came: list[tuple[HandoutSection, int]],
) -> tuple[HandoutSection, ...]:
    """Put new sections after those that they follow in the source."""
    order = list(kept)
    for section, place in came:
        before = [n for n, (_, p) in enumerate(order) if p is not None and p < place]
        nearest = max(before, key=lambda n: order[n][1] or 0, default=-1)
        order.insert(nearest + 1, (section, place))
    return tuple(section for section, _ in order)
