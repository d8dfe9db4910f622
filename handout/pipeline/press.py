"""Renders handouts and prints them: here, or in the process that stands ready."""

from dataclasses import dataclass, replace
from pathlib import Path

from handout.model.handout import Handout
from handout.model.pack import Pack, Value
from handout.model.paper import Paper
from handout.printing import Printed, print_pdf
from handout.printing import worker as ahead

PAGE, ANSWERS = "page.html.j2", "answers.html.j2"


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be printed, with which pack, on which paper.

    `measured` asks for notices of what runs over its box, is too low, or too pale.
    With `counted` the pages are only laid out and counted, and no PDF is written; with
    `light` it is written for a screen, large and sooner.
    With `only_answers` it is the pages of answers alone.
    """

    handouts: tuple[Handout, ...]
    pack: Pack
    paper: Paper
    choices: tuple[tuple[str, Value], ...]
    keep_punctuation: bool = False
    font_dir: Path | None = None
    measured: bool = False
    counted: bool = False
    light: bool = False
    only_answers: bool = False


@dataclass(frozen=True, slots=True)
class Sheets:
    """The HTML of each handout and the PDF of all.

    `lost` are the characters that no font has; where there are any, nothing is
    printed.
    """

    html: tuple[str, ...]
    printed: Printed | None
    lost: tuple[str, ...] = ()


def press(work: Work) -> Sheets:
    """Render and print. Raises TemplateError, FontError or SetupError."""
    # fontconfig has read its settings in the other process: ours alone.
    if ahead.ready() and work.font_dir is None:
        try:
            sheets: Sheets = ahead.ask(press_here, work)
        except ahead.Gone:
            ahead.stop()
        else:
            return sheets
    return press_here(work)


def press_here(work: Work) -> Sheets:
    """Render and print in this process."""
    from handout.packs.fonts import faces_of, points_in
    from handout.packs.lint import check_templates
    from handout.packs.style_notices import style_notices
    from handout.printing.fonts import lacking

    check_templates(work.pack)
    more = points_in(faces_of(work.pack))
    answers = _answers(work)
    html = answers if work.only_answers else _html(work, work.handouts, PAGE)
    behind = () if work.only_answers else answers
    if lost := lacking("".join(html + behind), work.font_dir, more):
        return Sheets(html, None, tuple(lost))
    printed = print_pdf(
        html,
        folders=work.pack.folders,
        font_dir=work.font_dir,
        whole_sheets=work.pack.whole_sheets and not work.only_answers,
        measured=work.measured,
        counted=work.counted,
        light=work.light,
        behind=behind,
        behind_always=any(one.answers == "end" for one in work.handouts),
    )
    notices = style_notices(printed.notices, work.pack, html + behind)
    return Sheets(html, replace(printed, notices=notices))


def _answers(work: Work) -> tuple[str, ...]:
    """Give the pages of answers of handouts that have any; a reader gets none."""
    shown = [one for one in work.handouts if one.facilitator and one.has_answers]
    return _html(work, tuple(shown), ANSWERS)


def _html(work: Work, handouts: tuple[Handout, ...], page: str) -> tuple[str, ...]:
    from handout.render import render

    return tuple(
        render(
            handout,
            work.pack,
            work.paper,
            options=dict(work.choices),
            keep_punctuation=work.keep_punctuation,
            page=page,
        )
        for handout in handouts
    )
