"""Finds what kind of text a document is, by features that a reader can check."""

from handout.read.structure.kind.evidence import EVIDENCE
from handout.read.structure.kind.traits import traits_of

# One strong feature, or two that agree, and a lead over the next kind.
_ENOUGH, _LEAD = 3.0, 1.0


def text_kind(lines: list[str], *, title: str = "") -> tuple[str, tuple[str, ...]]:
    """The kind of a text and the evidence for it in words; ("", ()) if unsure."""
    traits = traits_of(lines, title)
    scores = dict.fromkeys((one.kind for one in EVIDENCE), 0.0)
    reasons: dict[str, list[str]] = {kind: [] for kind in scores}
    for one in EVIDENCE:
        if seen := one.seen(traits):
            scores[one.kind] += one.weight
            if one.weight > 0:
                reasons[one.kind].append(seen)
    best, second, *_ = sorted(scores, key=lambda kind: -scores[kind])
    if scores[best] < _ENOUGH or scores[best] - scores[second] < _LEAD:
        return "", ()
    return best, tuple(reasons[best])
