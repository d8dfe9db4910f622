"""Applies the options of a command to an edited handout: they win over its file."""

from dataclasses import fields, replace

from handout.model.blocks import Block
from handout.model.handout import Handout, HandoutSection
from handout.model.meeting import Discussion, Meeting, SignIn
from handout.model.options import PlanOptions
from handout.plan.agenda import with_meeting


def apply_options(handout: Handout, options: PlanOptions, language: str) -> Handout:
    """The handout with what the options say: they win over the file."""
    said = {one.name: getattr(options.meeting, one.name) for one in fields(Meeting)}
    given = {name: value for name, value in said.items() if value}
    handout = replace(
        handout,
        meeting=replace(handout.meeting, **given),
        language=language or handout.language,
    )
    has = {block.kind for block in handout.front}
    wished = replace(options, names=() if "sign_in" in has else options.names)
    planned = with_meeting(replace(handout, front=(), closing=()), wished)
    told = planned.sections if options.minutes or given.get("groups") else ()
    return replace(
        handout,
        meeting=planned.meeting,
        sections=_with_told(handout.sections, told),
        front=_with_names(handout.front, options.names)
        + tuple(block for block in planned.front if block.kind not in has),
    )


def _with_told(
    sections: tuple[HandoutSection, ...], told: tuple[HandoutSection, ...]
) -> tuple[HandoutSection, ...]:
    """Set the minutes of sections and the groups of discussions as the options say."""
    changed = []
    for section, other in zip(sections, told, strict=bool(told)):
        talk = next((b for b in other.blocks[len(section.blocks) :]), None)
        own = any(isinstance(block, Discussion) for block in section.blocks)
        groups = talk.groups if isinstance(talk, Discussion) else ()
        blocks = tuple(
            replace(block, groups=groups or block.groups)
            if isinstance(block, Discussion)
            else block
            for block in section.blocks
        )
        blocks += (talk,) if talk and not own else ()
        minutes = other.minutes or section.minutes
        changed.append(replace(section, minutes=minutes, blocks=blocks))
    return tuple(changed) or sections


def _with_names(front: tuple[Block, ...], names: tuple[str, ...]) -> tuple[Block, ...]:
    return tuple(
        replace(block, names=names) if names and isinstance(block, SignIn) else block
        for block in front
    )
