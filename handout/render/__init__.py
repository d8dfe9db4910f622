"""Stage 4, render: a Handout and a Pack become the HTML that is printed."""

from handout.model.handout import Handout
from handout.model.pack import Pack
from handout.model.paper import Paper
from handout.render.context import context_for
from handout.render.environment import render_page


def render(
    handout: Handout, pack: Pack, paper: Paper, *, keep_punctuation: bool = False
) -> str:
    """Give one HTML page with its style inside.

    Half-width marks between Han characters are printed full-width unless
    `keep_punctuation`. Raises TemplateError with the file and line of a mistake.
    """
    context = context_for(handout, pack, paper, keep_punctuation=keep_punctuation)
    return render_page(pack, context)
