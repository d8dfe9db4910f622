"""Builds the summary block: the section's sentences, in source order."""

from handout.model.analysis import Sentence
from handout.model.blocks import Excerpt, Summary
from handout.plan.section_input import Part

# Half a page: a "sentence" without an end for longer than this sums nothing up.
_LONGEST = 600
# How many sentences sum up a section of so many at most: a summary is shorter.
_FEW = ((1, 3), (2, 6))


def summary(part: Part) -> Summary | None:
    """The chosen sentences; None where the section has none."""
    said = len(part.found.sentences)
    most = next((n for n, size in _FEW if said <= size), said)
    chosen = sorted(part.found.summary, key=lambda s: s.rank)[: most or None]
    sentences = excerpts(tuple(s for s in part.found.summary if s in chosen))
    return Summary(sentences) if sentences else None


def excerpts(sentences: tuple[Sentence, ...]) -> tuple[Excerpt, ...]:
    """The sentences as they are printed; what is too long has lost its marks."""
    return tuple(
        Excerpt(s.text, s.paragraph) for s in sentences if len(s.text) <= _LONGEST
    )
