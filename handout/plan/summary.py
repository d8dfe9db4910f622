"""Builds the summary block: the section's sentences, in source order."""

from handout.model.handout import Summary
from handout.plan.part import Part


def summary(part: Part) -> Summary | None:
    """Give the chosen sentences; None where the section has none."""
    return Summary(part.found.summary) if part.found.summary else None
