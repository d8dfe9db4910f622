"""Prints hard handouts with a pack, and says what came out wrong."""

from collections.abc import Iterator

from handout.check import CheckOptions, check
from handout.model.handout import Handout
from handout.model.pack import Pack
from handout.model.paper import Paper, paper_named
from handout.packs.stress import stress
from handout.printing import print_pdf
from handout.printing.fonts import described, lacking
from handout.render import render

# On other sheets than its own a pack is tried with this handout alone.
_ORDINARY = "one section"
_PAPERS = ("A5", "A3")
# Read back from a PDF, lines set ragged look like justified ones that fell short.
_UNSURE = {"A4"}


def faults(pack: Pack) -> Iterator[str]:
    """Give a line for each thing that is wrong: handout, sheet, and what.

    Raises TemplateError where the pack cannot be rendered at all.
    """
    own = paper_named(pack.paper)
    for name, handout in stress():
        yield from _faults(name, handout, pack, own)
        if name == _ORDINARY:
            for other in _PAPERS:
                yield from _faults(name, handout, pack, paper_named(other))


def _faults(name: str, handout: Handout, pack: Pack, paper: Paper) -> Iterator[str]:
    where = f"{name}, {paper.name}"
    html = render(handout, pack, paper)
    if lost := lacking(html):
        yield f"{where}: no font has {', '.join(map(described, lost))}"
        return
    printed = print_pdf((html,), folders=pack.folders, whole_sheets=pack.whole_sheets)
    yield from dict.fromkeys(f"{where}: {notice}" for notice in printed.notices)
    # Fonts are ours, and their glyphs are compared when they are built.
    for finding in check(printed.pdf, CheckOptions(glyphs=False)):
        # A last page, or a last sheet's front and back, may end where its text ends.
        last = finding.rule == "K3" and finding.page >= printed.pages - 1
        if not (finding.is_note or last or finding.rule in _UNSURE):
            yield f"{where}: {finding}"
