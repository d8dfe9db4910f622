"""The papers of a meeting that are needed once: sign-in sheet, agenda, group sheets."""

from dataclasses import replace

from handout.errors import UsageError
from handout.model.handout import Handout
from handout.model.meeting import Agenda, Discussion, SignIn

PAPERS = ("sign-in", "agenda", "groups")
# Places on a sign-in sheet without names.
_PLACES = 40


def papers_of(handout: Handout, paper: str) -> tuple[Handout, ...]:
    """One of the PAPERS of a handout; a group sheet for each group.

    Raises UsageError where the handout lacks what the paper is made of.
    """
    bare = replace(handout, front=(), sections=(), closing=(), text=())
    if paper == "groups":
        return tuple(_for_group(bare, handout, name) for name in _groups(handout))
    kind = SignIn if paper == "sign-in" else Agenda
    blocks = tuple(block for block in handout.front if isinstance(block, kind))
    if not blocks and paper == "agenda":
        raise UsageError(
            "there is no agenda without minutes",
            where="[[minutes]]",
            hint="give the minutes of the whole meeting, or of each section",
        )
    return (replace(bare, front=blocks or (SignIn(blank=_PLACES),)),)


def _groups(handout: Handout) -> tuple[str, ...]:
    if not handout.meeting.groups:
        raise UsageError(
            "there are no groups",
            where="[[groups]]",
            hint="give their number, or their names with commas",
        )
    return handout.meeting.groups


def _for_group(bare: Handout, handout: Handout, name: str) -> Handout:
    """The questions to talk about, with a box for what this group says."""
    sections = []
    for section in handout.sections:
        blocks = tuple(
            replace(block, groups=(name,))
            for block in section.blocks
            if isinstance(block, Discussion)
        )
        sections.append(replace(section, blocks=blocks, shares_page=True))
    return replace(bare, sections=tuple(sections))
