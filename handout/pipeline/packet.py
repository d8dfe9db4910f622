"""Prints several sources as one packet, whose pages count from first to last."""

from dataclasses import replace
from pathlib import Path

from handout import guard
from handout.errors import UsageError
from handout.model.handout import Handout, PacketPart
from handout.model.options import DEFAULT_PACKS, MakeOptions
from handout.pipeline.editions import Edition, editions
from handout.pipeline.order import Order, order_for
from handout.pipeline.output import Made, printed_of, write_printed
from handout.pipeline.planned import Planned, plan_source
from handout.pipeline.press import press
from handout.pipeline.source import Source
from handout.printing import Printed

# Reading, analysing and planning one source, for each MB of them all.
_LIMITS = guard.Limits(40, 1_000, more_seconds=40, more_megabytes=300)


def make_packet(sources: tuple[Source, ...], out: Path, options: MakeOptions) -> Made:
    """Turn sources into one PDF: a contents page, and each of them as a part.

    Nothing is written unless all can be read. Raises UsageError.
    """
    from handout.plan import packet_of

    if options.sheets:
        raise UsageError(
            "a packet is not fitted to sheets",
            where="[[sheets]]",
            hint="leave it out, or fit each article with --sentences and --phrases",
        )
    order = order_for(options, default_pack=DEFAULT_PACKS["make"])
    planned = tuple(_plan_part(source, order) for source in sources)
    handouts = packet_of(tuple(one.handout for one in planned), options.plan)
    made = Made((), 0, tuple(n for one in planned for n in one.notices))
    for edition in editions(handouts, options):
        path = out / f"{sources[0].stem}-packet{edition.suffix}.pdf"
        html, printed = _print(edition, planned, order)
        text = "\n".join(one.text for one in planned)
        made += write_printed(path, html, printed, text, order, _attachments(sources))
    return made


def _plan_part(source: Source, order: Order) -> Planned:
    """Plan one source; the agenda and the places to sign are the packet's."""
    guard.enter(guard.Stage(source.name, limits=_LIMITS))
    plan = replace(order.options.plan, minutes=(), names=(), around=())
    return plan_source(
        source, replace(order, options=replace(order.options, plan=plan))
    )


def _print(
    edition: Edition, planned: tuple[Planned, ...], order: Order
) -> tuple[tuple[str, ...], Printed]:
    """Print a packet whose pages were counted.

    Answers that turn out to need pages of their own make it longer: once more then.
    """
    handouts, pages = _number_pages(edition, planned, order)
    while True:
        counted = tuple(_with_part(one, pages=pages) for one in handouts)
        pressed = press(counted, order, only_answers=edition.only_answers)
        printed = printed_of(pressed, planned[0])
        if printed.pages == pages:
            return pressed.html, printed
        pages = printed.pages


def _number_pages(
    edition: Edition, planned: tuple[Planned, ...], order: Order
) -> tuple[tuple[Handout, ...], int]:
    """The handouts with their first pages, those of their answers, and all pages."""
    from handout.plan import with_pages

    whose = (planned[0], *planned)
    page, placed = 1, []
    for one, source in zip(edition.handouts, whose, strict=True):
        placed.append(_with_part(one, page=page))
        if not edition.only_answers:
            page += _count(placed[-1], source, order)
    pages = page - 1
    for n, source in enumerate(whose):
        placed[n] = _with_part(placed[n], answers_page=page)
        if placed[n].facilitator and placed[n].has_answers:
            page += _count(placed[n], source, order, only_answers=True)
    answers_too = edition.only_answers or edition.handouts[0].answers == "end"
    return with_pages(tuple(placed)), page - 1 if answers_too else pages


def _count(
    handout: Handout, source: Planned, order: Order, *, only_answers: bool = False
) -> int:
    pressed = press((handout,), order, "count", only_answers=only_answers)
    return printed_of(pressed, source).pages


def _with_part(
    handout: Handout, *, page: int = 0, answers_page: int = 0, pages: int = 0
) -> Handout:
    """The handout with those of the numbers of its part that are given."""
    part = handout.part or PacketPart()
    part = replace(
        part,
        page=page or part.page,
        answers_page=answers_page or part.answers_page,
        pages=pages or part.pages,
    )
    return replace(handout, part=part)


def _attachments(sources: tuple[Source, ...]) -> tuple[tuple[str, bytes], ...]:
    """The files to attach; those of one name are told apart by their place."""
    names = [source.file_name for source in sources]
    return tuple(
        (name if names.count(name) == 1 else f"{n}-{name}", source.content)
        for n, (name, source) in enumerate(zip(names, sources, strict=True), 1)
    )
