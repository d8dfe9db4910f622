"""Brings a person's handout file up to date with its source: three ways at once.

What the program made (by the record), what the person made of it, and what the program
makes now. What a person has changed stays; what nobody has changed is made again.
"""

from dataclasses import dataclass, fields, replace

from handout.handout_file.merging.blocks import MergedBlocks, merged_blocks
from handout.handout_file.merging.fingerprints import HEAD, PARTS, block_marks, mark_of
from handout.handout_file.merging.sections import paired_sections, place_sections
from handout.handout_file.shape.file_keys import FileEntry, MadeKeys, MadeSection
from handout.handout_file.shape.short_forms import Span
from handout.model.draft import Draft, Mark
from handout.model.handout import HandoutSection
from handout.model.meeting import Meeting
from handout.model.notice import Notice

# What is made whatever the options are; other kinds stay where they are not asked for.
_UNASKED = {"summary", "overview", "structure", "keyphrases", "reflection", "closing"}


@dataclass(frozen=True, slots=True)
class Merged:
    """The draft brought up to date, and what came and went."""

    draft: Draft
    notices: tuple[Notice, ...]


def merge_drafts(mine: Draft, fresh: Draft) -> Merged:
    """The person's draft with what is new in a fresh one."""
    own, new = FileEntry.of(mine), FileEntry.of(fresh)
    kinds = {block.kind for section in new.sections for block in section.blocks}
    kinds |= _UNASKED
    adds = bool(own.made.head)
    front = merged_blocks(own.front, own.made.front, new.front, kinds, adds=adds)
    closing = merged_blocks(
        own.closing, own.made.closing, new.closing, kinds, adds=adds
    )
    sections, made, notices = _sections(own, new, kinds)
    base = {mark.name: mark.value for mark in own.made.head}
    head = {
        name: getattr(new, name)
        for name in HEAD
        if mark_of(name, getattr(own, name)).value == base.get(name)
    }
    entry = replace(
        own,
        **head,
        document=new.document or own.document,
        length=new.length,
        meeting=_meeting(own.meeting, new.meeting),
        front=front.blocks,
        sections=sections,
        closing=closing.blocks,
        made=MadeKeys(new.made.head, front.marks, made, closing.marks),
    )
    return Merged(entry.value(), notices)


def _meeting(mine: Meeting, said: Meeting) -> Meeting:
    """The meeting of the file, with what was said again."""
    values = {field.name: getattr(said, field.name) for field in fields(Meeting)}
    return replace(mine, **{name: value for name, value in values.items() if value})


def _sections(
    own: FileEntry, new: FileEntry, kinds: set[str]
) -> tuple[tuple[HandoutSection, ...], tuple[MadeSection, ...], tuple[Notice, ...]]:
    pairs = paired_sections(own, new)
    kept: list[tuple[HandoutSection, int | None]] = []
    made = dict(enumerate(new.made.sections))
    taken_out: set[int] = set()
    notices: list[Notice] = []
    for place, section in enumerate(own.sections):
        base, fresh = pairs.base_of(place), pairs.fresh_of(place)
        if fresh is not None:
            found, marks = _section(section, base, new.sections[fresh], kinds)
            made[fresh] = replace(made[fresh], marks=marks)
            kept.append((found, fresh))
        elif base is None:
            kept.append((section, None))
        elif _is_edited(section, base):
            kept.append((section, None))
            notices.append(_update_notice(section, "not in the source any more; kept"))
        else:
            taken_out.add(place)
            notices.append(
                _update_notice(section, "not in the source any more; taken out")
            )
    known = set(pairs.in_source.values())
    came = [n for n in range(len(new.sections)) if n not in known]
    notices += [
        _update_notice(new.sections[n], "new in the source; added") for n in came
    ]
    sections = place_sections(kept, [(new.sections[n], n) for n in came])
    return sections, (*made.values(), *pairs.lost_records(taken_out)), tuple(notices)


def _update_notice(section: HandoutSection, what: str) -> Notice:
    name = section.title or "a section without a title"
    return Notice("update", f"“{name[:40]}”: {what}")


def _is_edited(section: HandoutSection, base: MadeSection) -> bool:
    """Say whether a person has changed anything of a section."""
    parts = (mark_of(name, getattr(section, name)) for name in PARTS)
    flags = section.drop or any(b.pin or b.redo or b.drop for b in section.blocks)
    now = (*parts, *block_marks(section.blocks))
    return flags or now != base.marks


def _section(
    mine: HandoutSection,
    base: MadeSection | None,
    fresh: HandoutSection,
    kinds: set[str],
) -> tuple[HandoutSection, tuple[Mark, ...]]:
    """Merge one section, and return what to remember of it."""
    marks = base.marks if base else ()
    values = {mark.name: mark.value for mark in marks if mark.name in PARTS}
    parts = {
        name: getattr(fresh, name)
        for name in PARTS
        if mark_of(name, getattr(mine, name)).value == values.get(name)
    }
    was = base.paragraphs if base else Span()
    if (mine.first, mine.last) == (was.start, was.end):
        parts |= {"first": fresh.first, "last": fresh.last}
    before = tuple(mark for mark in marks if mark.name not in PARTS)
    found: MergedBlocks = merged_blocks(
        mine.blocks, before, fresh.blocks, kinds, adds=bool(base and base.marks)
    )
    section = replace(
        mine, **parts, minutes=fresh.minutes or mine.minutes, blocks=found.blocks
    )
    told = tuple(mark_of(name, getattr(fresh, name)) for name in PARTS)
    return section, (*told, *found.marks)
