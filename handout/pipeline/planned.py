"""A handout of a source, planned: of an article, or of a file a person edited."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from handout import files
from handout.errors import UsageError
from handout.handout_file import SUFFIX
from handout.model.analysis import Analysis
from handout.model.document import Document
from handout.model.handout import Handout
from handout.model.notice import Notice
from handout.model.options import PlanOptions
from handout.packs.prompts import prompts_of
from handout.pipeline.fit import Amounts, widest_analysis, wished_amounts, with_lines
from handout.pipeline.from_file import handout_of_file
from handout.pipeline.missing_characters import Places, places_in, places_in_file
from handout.pipeline.order import Order
from handout.pipeline.source import STANDARD_INPUT, Source, read_source


@dataclass(frozen=True, slots=True)
class Planned:
    """A handout, and what is known of its source.

    `shorter` gives the handout with other amounts of sentences and phrases; `most` are
    the amounts it has. `name`, `places` and `text` are the source's: to name a place in
    a message, and to compare the printed pages with.
    """

    handout: Handout
    shorter: Callable[[Amounts], Handout]
    most: Amounts
    name: str
    places: Places
    text: str
    notices: tuple[Notice, ...]
    is_edited: bool = False


def plan_source(source: Source, order: Order) -> Planned:
    """Read, analyse and plan. Raises ReadError, UsageError."""
    if source.is_handout_file:
        return _plan_file(source, order)
    from handout.analyse import analyse
    from handout.plan import exercises_not_made

    document, notices = read_source(source, order.options.read)
    analysis = analyse(document, widest_analysis(order.options))
    options = _plan_options(order, document.language)
    shorter = partial(_plan_shorter, document, analysis, options)
    wished = wished_amounts(order.options)
    handout = shorter(wished)
    _check_minutes(handout, order.options.plan.minutes)
    return Planned(
        handout,
        shorter,
        wished,
        document.name,
        places_in(document),
        "\n".join(piece.text for piece in document.pieces()),
        (
            *notices,
            *_edited_beside(source),
            *analysis.notices,
            *exercises_not_made(handout, order.options.plan.exercises),
        ),
    )


def _plan_shorter(
    document: Document, analysis: Analysis, options: PlanOptions, amounts: Amounts
) -> Handout:
    """Plan with these amounts of what was found."""
    from handout.plan import arrange, plan, set_times, shorten

    found = shorten(analysis, sentences=amounts.sentences, phrases=amounts.phrases)
    planned = with_lines(plan(document, found, options), amounts.lines)
    return set_times(arrange(planned, room=options.room))


def _plan_options(order: Order, language: str) -> PlanOptions:
    prompts = prompts_of(language, order.pack.folders, order.options.prompts_file)
    return replace(order.options.plan, with_text=order.with_text, prompts=prompts)


def _plan_file(source: Source, order: Order) -> Planned:
    """What a person edited, or what of it fits."""
    from handout.plan import arrange, cut_section, most_of, only_sections, set_times

    edited = handout_of_file(source, order)
    only = order.options.plan.only
    edited = replace(edited, handout=only_sections(edited.handout, only))
    room = order.options.plan.room
    _check_minutes(edited.handout, order.options.plan.minutes)

    def shorter(amounts: Amounts) -> Handout:
        less = cut_section(
            edited.handout, sentences=amounts.sentences, phrases=amounts.phrases
        )
        return set_times(arrange(with_lines(less, amounts.lines), room=room))

    return Planned(
        set_times(arrange(edited.handout, room=room)),
        shorter,
        Amounts(*most_of(edited.handout)),
        source.name,
        places_in_file(source.content),
        source.content.decode("utf-8", "replace"),
        edited.notices,
        is_edited=True,
    )


def _edited_beside(source: Source) -> tuple[Notice, ...]:
    """Mention a handout file beside the article, which is not what is printed."""
    edited = Path(source.name).with_suffix(SUFFIX)
    if source.name == STANDARD_INPUT or not files.is_file(edited):
        return ()
    message = f"{edited.name} beside it was not used: to print it, make {edited}"
    return (Notice("edited", message, source.name),)


def _check_minutes(handout: Handout, minutes: tuple[int, ...]) -> None:
    """Raise UsageError for minutes that are not those of every section."""
    if len(minutes) not in (0, 1, len(handout.sections)):
        raise UsageError(
            f"gives {len(minutes)} numbers for {len(handout.sections)} sections",
            where="[[minutes]]",
            hint="give one for each section, or one for the whole meeting",
        )
