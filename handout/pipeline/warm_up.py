"""Loads what printing needs, and renders a small handout that nobody sees.

A first handout is slower than the next: WeasyPrint is loaded, templates are compiled.
The process that stands ready does that while it waits; to print the small handout as
well would take longer than it saves.
"""

from handout import packs
from handout.errors import HandoutError
from handout.model.blocks import (
    Branch,
    Excerpt,
    KeyPhrases,
    Marked,
    Overview,
    PhraseRow,
    Prompt,
    Quote,
    Reflection,
    Structure,
    Summary,
)
from handout.model.handout import Handout, HandoutSection
from handout.model.meeting import Meeting
from handout.model.paper import paper_named
from handout.printing.engine.load import load_weasyprint
from handout.printing.fonts import uncovered_characters
from handout.render import render

_SENTENCES = (Excerpt("学习，“思考”与实践。", 1),)
_ROW = PhraseRow(("思考",), (1,), Quote(Marked("“思考”与实践", ((1, 3),)), 1))
_SECTION = HandoutSection(
    place=1,
    number="",
    title="题",
    first=1,
    last=2,
    blocks=(
        Summary(_SENTENCES),
        KeyPhrases((_ROW,)),
        Reflection((Prompt("想一想？"),)),
    ),
)
SMALL = Handout(
    title="题",
    byline="",
    date="",
    source="",
    language="zh-CN",
    characters=10,
    words=1,
    paragraphs=1,
    meeting=Meeting(),
    front=(
        Overview(_SENTENCES),
        Structure("题", (Branch(1, "", "一", ("叶",)), Branch(2, "", "二", ()))),
    ),
    sections=(_SECTION,),
    closing=(),
)


def warm_up(name: str) -> None:
    """Make the next handout with this pack print sooner; a wrong name is left to it."""
    load_weasyprint(None)
    try:
        pack = packs.find(name)
        uncovered_characters(render(SMALL, pack, paper_named(pack.paper)))
    except HandoutError:
        # Whoever asks for this pack sees what is wrong with it.
        return
