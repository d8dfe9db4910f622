"""Stage 3, plan: decides what will be on paper, block by block."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import PurePath

from handout.model.analysis import Analysis
from handout.model.blocks import Block, Overview, Summary
from handout.model.document import Document
from handout.model.handout import Handout, HandoutSection
from handout.model.options import PlanOptions
from handout.model.prompts import Prompts
from handout.plan.agenda import set_times, with_meeting
from handout.plan.edited import looked_up, renumber_quotes, with_text, without_dropped
from handout.plan.edited.cut import cut_section, most_of
from handout.plan.edited.overrides import apply_options
from handout.plan.exercises import exercises, exercises_not_made
from handout.plan.exercises.ordering import kept_back
from handout.plan.exercises.shuffle import shuffle_exercises
from handout.plan.front_and_closing import closing, front
from handout.plan.front_lines import as_printed, lines_around, subtitle_of
from handout.plan.keyphrases import keyphrases
from handout.plan.only import only_sections
from handout.plan.packet import packet_of, with_pages
from handout.plan.pages import arrange
from handout.plan.papers import PAPERS, papers_of
from handout.plan.prompts import built_in, words_not_asked
from handout.plan.proportion import shares_of
from handout.plan.reflection import reflections
from handout.plan.section_input import Part, parts_of
from handout.plan.shorter_analysis import shorten
from handout.plan.summary import summary
from handout.plan.text import text_of, text_sections

__all__ = [
    "PAPERS",
    "apply_options",
    "arrange",
    "cut_section",
    "exercises_not_made",
    "looked_up",
    "most_of",
    "only_sections",
    "packet_of",
    "papers_of",
    "plan",
    "renumber_quotes",
    "set_times",
    "shorten",
    "shuffle_exercises",
    "split_worksheets",
    "with_pages",
    "with_text",
    "without_dropped",
]

# One block kind, one line; the order is the order on paper.
BLOCKS: dict[str, Callable[[Part], Block | None]] = {
    "summary": summary,
    "keyphrases": keyphrases,
}


def plan(document: Document, analysis: Analysis, options: PlanOptions) -> Handout:
    """Build the handout of a whole document."""
    parts = parts_of(document, analysis)
    if "ordering" in options.exercises:
        parts = tuple(kept_back(part) for part in parts)
    prompts = options.prompts or built_in(document.language)
    handout = Handout(
        title=document.title.text if document.title else _name_of(document),
        byline=as_printed(document.byline),
        date=as_printed(document.date),
        source=as_printed(document.source),
        language=document.language,
        characters=sum(len(p.text) for p in document.paragraphs),
        words=sum(len(p.text.split()) for p in document.paragraphs),
        paragraphs=len(document.paragraphs),
        meeting=options.meeting,
        front=front(document, analysis, parts, options),
        sections=_sections(document, parts, options, prompts),
        closing=closing(document, parts, options, prompts),
        text=text_sections(document, analysis) if options.with_text else (),
        readings=document.readings,
        kind=document.kind,
        subtitle=subtitle_of(document),
        around=lines_around(document),
    )
    return with_meeting(only_sections(handout, options.only), options)


def _name_of(document: Document) -> str:
    """Call a document without a title by its file's name, if that has words."""
    name = PurePath(document.name).stem
    return name if re.search(r"[^\W\d_]{2}", name) else ""


def split_worksheets(handout: Handout) -> tuple[Handout, ...]:
    """Split a handout into one for each section, without front and closing."""
    return tuple(
        replace(
            handout,
            front=(),
            sections=(_summed_up(section, handout),),
            closing=(),
            text=text_of(handout.text, section),
        )
        for section in handout.sections
    )


def _summed_up(section: HandoutSection, handout: Handout) -> HandoutSection:
    """A section with the overview as its summary, where it was left to the overview."""
    overview = [b for b in handout.front if isinstance(b, Overview)]
    if len(handout.sections) > 1 or not overview or _has_summary(section):
        return section
    return replace(section, blocks=(Summary(overview[0].sentences), *section.blocks))


def _has_summary(section: HandoutSection) -> bool:
    return any(isinstance(block, Summary) for block in section.blocks)


def _sections(
    document: Document, parts: tuple[Part, ...], options: PlanOptions, prompts: Prompts
) -> tuple[HandoutSection, ...]:
    shares = shares_of(parts, room=options.room, prompts=options.prompts_in_section)
    not_asked = words_not_asked(document)
    asked = reflections(parts, shares, prompts, document.kind, not_asked)
    wanted = options
    if len(parts) == 1 and "overview" not in options.without:
        # The overview says the same.
        wanted = replace(options, without=(*options.without, "summary"))
    return tuple(
        _section(
            part,
            reflection,
            wanted,
            partial(
                exercises, prompts=prompts, kind=document.kind, not_asked=not_asked
            ),
        )
        for part, reflection in zip(parts, asked, strict=True)
    )


def _section(
    part: Part,
    reflection: Block | None,
    options: PlanOptions,
    made_of: Callable[..., tuple[Block, ...]],
) -> HandoutSection:
    built = [build(part) for build in BLOCKS.values()]
    kept = (*built, reflection)
    blocks = tuple(b for b in kept if b and b.kind not in options.without)
    heading = part.section.heading
    paragraphs = part.section.all_paragraphs
    return HandoutSection(
        place=part.place,
        number=part.number,
        title=heading.title if heading else "",
        first=paragraphs[0].number if paragraphs else 0,
        last=paragraphs[-1].number if paragraphs else 0,
        blocks=blocks + made_of(part, blocks, options.exercises),
        heads=part.heads,
    )
