"""Renders handouts and prints them: here, or in the process that stands ready."""

from dataclasses import dataclass, replace
from functools import partial

from handout import guard
from handout.errors import TemplateError
from handout.model.handout import Handout
from handout.model.printed import Purpose
from handout.pipeline.order import Order
from handout.printing import Printed, print_pdf, worker
from handout.render.limits import TEMPLATE

# Pages with our packs, and with a stranger's, for each MB of what is laid out.
_LAYOUT = guard.Limits(40, 900, more_seconds=60, more_megabytes=1_500)
_PACK_LAYOUT = guard.Limits(20, 900, more_seconds=60, more_megabytes=1_500)
# What each handout after the first adds: its pages are kept until all are laid out.
_MORE_SECONDS, _MORE_MEGABYTES = 2, 40
PAGE, ANSWERS, CONTENTS = "page.html.j2", "answers.html.j2", "packet.html.j2"


@dataclass(frozen=True, slots=True)
class Pressed:
    """The HTML of each handout and the PDF of all.

    `lost` are the characters that no font has; where there are any, nothing is
    printed.
    """

    html: tuple[str, ...]
    printed: Printed | None
    lost: tuple[str, ...] = ()


def press(
    handouts: tuple[Handout, ...],
    order: Order,
    purpose: Purpose = "file",
    *,
    only_answers: bool = False,
) -> Pressed:
    """Render and print, in the process that has WeasyPrint ready, if there is one.

    With `only_answers` it prints the pages of answers alone. Raises TemplateError,
    FontError or SetupError.
    """
    work = partial(press_here, handouts, order, purpose, only_answers=only_answers)
    if not worker.needs_printer():
        return work()
    pressed: Pressed = worker.ask_printer(TEMPLATE, order.font_dir, work)
    return pressed


def press_here(
    handouts: tuple[Handout, ...],
    order: Order,
    purpose: Purpose = "file",
    *,
    only_answers: bool = False,
) -> Pressed:
    """Render and print in this process."""
    from handout.packs.fonts import faces_of, points_in
    from handout.packs.layout_mistakes import layout_mistakes_explained
    from handout.packs.lint import check_templates
    from handout.packs.style_notices import style_notices
    from handout.printing.fonts import uncovered_characters

    pack = order.pack
    check_templates(pack)
    more = points_in(faces_of(pack))
    answers = _answers(handouts, order)
    html = answers if only_answers else _render(handouts, order, PAGE)
    behind = () if only_answers else answers
    if lost := uncovered_characters("".join(html + behind), order.font_dir, more):
        return Pressed(html, None, tuple(lost))
    guard.enter(_layout(order, len(handouts)))
    with layout_mistakes_explained(pack):
        printed = print_pdf(
            html,
            folders=pack.folders,
            font_dir=order.font_dir,
            whole_sheets=pack.whole_sheets and not only_answers,
            purpose=purpose,
            behind=behind,
            behind_always=any(one.answers == "end" for one in handouts),
        )
    notices = style_notices(printed.notices, pack, html + behind)
    return Pressed(html, replace(printed, notices=notices))


def _layout(order: Order, count: int) -> guard.Stage:
    """The laying out of pages: what a pack or a text asks for is to blame."""
    from handout.packs.places import is_ours

    if all(map(is_ours, order.pack.folders)):
        limits = _for_many(_LAYOUT, count)
        return guard.Stage("the layout of the pages", limits=limits)
    hint = "take out of the pack what makes its pages large or many"
    where = f"the layout with the pack {order.pack.name}"
    limits = _for_many(_PACK_LAYOUT, count)
    return guard.Stage(where, TemplateError, limits, hint)


def _for_many(limits: guard.Limits, count: int) -> guard.Limits:
    """The limits for so many handouts in one PDF."""
    return replace(
        limits,
        seconds=limits.seconds + _MORE_SECONDS * (count - 1),
        megabytes=limits.megabytes + _MORE_MEGABYTES * (count - 1),
    )


def _answers(handouts: tuple[Handout, ...], order: Order) -> tuple[str, ...]:
    """The pages of answers of handouts that have any; participants get none."""
    shown = [one for one in handouts if one.facilitator and one.has_answers]
    return _render(tuple(map(_at_its_answers, shown)), order, ANSWERS)


def _at_its_answers(handout: Handout) -> Handout:
    """In a packet, a part whose pages count from those of its answers."""
    if handout.part is None:
        return handout
    part = replace(handout.part, page=handout.part.answers_page, anchor="")
    return replace(handout, part=part)


def _render(handouts: tuple[Handout, ...], order: Order, page: str) -> tuple[str, ...]:
    from handout.render import render

    return tuple(
        render(
            handout,
            order.pack,
            order.paper,
            options=dict(order.choices),
            keep_punctuation=order.options.keep_punctuation,
            page=CONTENTS if handout.contents else page,
        )
        for handout in handouts
    )
