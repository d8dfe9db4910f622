"""Builds the summary block: the section's sentences, in source order."""

from handout.model.analysis import Sentence
from handout.model.blocks import Excerpt, Summary
from handout.plan.section_input import Part

# Half a page: a "sentence" without an end for longer than this sums nothing up.
_LONGEST = 600


def summary(part: Part) -> Summary | None:
    """Give the chosen sentences; None where the section has none."""
    sentences = excerpts(part.found.summary)
    return Summary(sentences) if sentences else None


def excerpts(sentences: tuple[Sentence, ...]) -> tuple[Excerpt, ...]:
    """Give sentences as they are printed; what is too long has lost its marks."""
    return tuple(
        Excerpt(s.text, s.paragraph) for s in sentences if len(s.text) <= _LONGEST
    )
