"""Builds the summary block: the section's sentences, in source order."""

from handout.model.analysis import Sentence
from handout.model.handout import Summary
from handout.plan.part import Part

# Half a page: a "sentence" without an end for longer than this sums nothing up.
_LONGEST = 600


def summary(part: Part) -> Summary | None:
    """Give the chosen sentences; None where the section has none."""
    sentences = fit_to_print(part.found.summary)
    return Summary(sentences) if sentences else None


def fit_to_print(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """Leave out what is too long for a summary: text whose marks are lost."""
    return tuple(s for s in sentences if len(s.text) <= _LONGEST)
