"""Keeps only the sections that a user wishes to print."""

from dataclasses import replace

from handout.errors import UsageError
from handout.model.handout import Handout, TextSection


def only_sections(handout: Handout, only: tuple[int, ...]) -> Handout:
    """The handout with some of its sections and their text; () keeps them all.

    Raises UsageError for a section that there is not.
    """
    if not only:
        return handout
    known = {section.place: section for section in handout.sections}
    missing = [place for place in only if place not in known]
    if missing:
        raise UsageError(
            f"there is no section {missing[0]}: the text has {len(known)}",
            where="--only",
            hint=f"give numbers from 1 to {max(known, default=0)}, such as 1,3-5",
        )
    sections = tuple(s for s in handout.sections if s.place in only)
    numbers = {n for s in sections for n in range(s.first, s.last + 1)}
    text = tuple(s for s in handout.text if _is_in(s, numbers))
    return replace(handout, sections=sections, text=text)


def _is_in(section: TextSection, numbers: set[int]) -> bool:
    return any(paragraph.number in numbers for paragraph in section.paragraphs)
