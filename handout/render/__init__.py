"""Stage 4, render: a Handout and a Pack become the HTML that is printed."""

from collections.abc import Mapping

from handout.model.handout import Handout
from handout.model.pack import Pack, Value
from handout.model.paper import Paper
from handout.render.context import context_for
from handout.render.environment import PAGE, render_page
from handout.render.pinyin import mark_up_readings, readings

# What could not be decoded has a mark that no font draws; a box is on paper instead.
_UNKNOWN, _SHOWN_UNKNOWN = "\ufffd", "□"


def render(
    handout: Handout,
    pack: Pack,
    paper: Paper,
    *,
    options: Mapping[str, Value] | None = None,
    keep_punctuation: bool = False,
    page: str = PAGE,
) -> str:
    """One HTML page with its style inside.

    Half-width marks between Han characters are printed full-width unless
    `keep_punctuation`. `page` is the template to start from. `options` are the pack's,
    each with a value; those left out have their default. Raises TemplateError with the
    file and line of a mistake, UsageError for a word without a reading.
    """
    chosen = {option.name: option.default for option in pack.options}
    chosen.update(options or {})
    context = context_for(
        handout, pack, paper, options=chosen, keep_punctuation=keep_punctuation
    )
    html = render_page(pack, context, page).replace(_UNKNOWN, _SHOWN_UNKNOWN)
    given = readings(str(chosen.get("pinyin", "")))
    return mark_up_readings(html, dict(handout.readings) | given)
