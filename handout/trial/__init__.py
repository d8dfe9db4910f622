"""Prints hard handouts with a pack on several sheets, and says what came out wrong."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn

from handout import guard
from handout.errors import HandoutError
from handout.model.handout import Handout
from handout.model.pack import Pack
from handout.model.paper import paper_named
from handout.pipeline import Order
from handout.pipeline.press import press_here
from handout.preflight import CheckOptions, findings_in
from handout.printing.fonts import with_code_point
from handout.render.limits import TEMPLATE
from handout.trial.hard_handouts import LONG, stress
from handout.trial.unused import unused_parts

_PAPERS = ("A4", "A5", "A3")
# Trials that are done at once wait in the memory of one machine.
_MOST_PROCESSES = 4


@dataclass(frozen=True, slots=True)
class Trial:
    """A handout printed with a pack on a sheet, and what is wrong with it."""

    handout: str
    paper: str
    pages: int
    faults: tuple[str, ...]


def trial_names() -> tuple[str, ...]:
    """The names of the hard handouts."""
    return tuple(name for name, _ in stress())


def trials(pack: Pack, only: tuple[str, ...] = (), *, jobs: int = 0) -> Iterator[Trial]:
    """Try a pack with each hard handout (or `only` some) on its own sheet and others.

    One process per core, unless `jobs` says how many. Raises TemplateError where the
    pack cannot be rendered at all.
    """
    wanted = _planned_trials(pack, only)
    processes = min(jobs or os.cpu_count() or 1, _MOST_PROCESSES, len(wanted))
    pieces = [(pack, *one) for one in wanted]
    if not guard.can_fork:
        yield from map(_try_handout, pieces)
        return
    with guard.Pool(processes) as pool:
        yield from pool.map(TEMPLATE, _try_handout, pieces, _give_up)


def _give_up(_piece: object, error: HandoutError) -> NoReturn:
    """Try nothing more: what is wrong with one handout is wrong with the pack."""
    raise error


def idle(pack: Pack) -> tuple[str, ...]:
    """A line for what of the pack nothing uses, or what is out of date."""
    return tuple(unused_parts(pack))


def count(pack: Pack, only: tuple[str, ...] = ()) -> int:
    """How many trials there are."""
    return len(_planned_trials(pack, only))


def _planned_trials(
    pack: Pack, only: tuple[str, ...]
) -> list[tuple[str, Handout, str]]:
    return [
        (name, handout, paper)
        for name, handout in stress()
        if not only or name in only
        for paper in _papers(pack, name)
    ]


def _papers(pack: Pack, name: str) -> tuple[str, ...]:
    """Try a pack's own sheet first; many pages are tried on that alone."""
    if name in LONG:
        return (pack.paper,)
    return tuple(dict.fromkeys((pack.paper, *_PAPERS)))


def _try_handout(piece: tuple[Pack, str, Handout, str]) -> Trial:
    pack, name, handout, paper = piece
    choices = tuple((option.name, option.default) for option in pack.options)
    order = Order(pack, paper_named(paper), choices)
    sheets = press_here((handout,), order, "trial")
    if sheets.printed is None:
        lost = ", ".join(map(with_code_point, sheets.lost))
        return Trial(name, paper, 0, (f"no font has {lost}",))
    printed = sheets.printed
    faults = [str(notice) for notice in printed.notices]
    # Fonts are ours, and their glyphs are compared when they are built.
    for finding in findings_in(printed.pdf, CheckOptions(glyphs=False)):
        # A last page, or a last sheet's front and back, may end where its text ends.
        last = finding.rule == "K3" and finding.page >= printed.pages - 1
        if not (finding.is_note or last):
            faults.append(str(finding))
    return Trial(name, paper, printed.pages, tuple(dict.fromkeys(faults)))
