"""Builds the matching: phrases, and the sentences they were taken out of."""

import re
from collections.abc import Iterator

from handout.model.exercises import Matching, Pair
from handout.plan.exercises.material import Material, Said

_YEAR = re.compile(r"(?:公元前?|前)?\d{3,4} ?年")
_YEAR = re.compile(r"(?:公元前?|前)?\d{3,4} ?年")
_FEWEST, _MOST, _MOST_IF_SHARED = 3, 5, 4


def matching(material: Material) -> Matching | None:
    """Up to five pairs that can be put together in one way only."""
    text = "\n".join(p.text for p in material.part.section.all_paragraphs)
    chosen: list[Said] = []
    for said in (*_dated_events(material), *material.askable()):
        if len(chosen) == (_MOST_IF_SHARED if material.shared else _MOST):
            break
        if said.phrase not in material.hidden and _goes_with(said, chosen, text):
            chosen.append(said)
    chosen.sort(key=lambda said: said.place)
    pairs = (
        Pair(s.phrase, s.passage, s.paragraph, s.cut_before, s.cut_after)
        for s in chosen
    )
    return Matching(pairs=tuple(pairs)) if len(chosen) >= _FEWEST else None


def _dated_events(material: Material) -> tuple[Said, ...]:
    """Years and what happened in them, in a lesson; () for fewer than three."""
    if material.kind != "lesson":
        return ()
    found: dict[str, Said] = {}
    for sentence in material.sentences:
        years = _YEAR.findall(sentence.text)
        if len(years) == 1 and (said := material.said_of(years[0], sentence)):
            found.setdefault(years[0], said)
    return tuple(found.values()) if len(found) >= _FEWEST else ()


def fits(phrase: str, gap: Said, text: str) -> bool:
    """Whether a phrase could fill the gap of another one's passage.

    It could if the passage says it anyhow, or if the text has it elsewhere between
    the same characters, or after or before the same two.
    """
    if phrase in gap.passage.text:
        return True
    ((start, end),) = gap.passage.marks
    before, after = gap.passage.text[:start], gap.passage.text[end:]
    return any(
        _alike(before[-2:], left[-2:])
        or _alike(after[:2], right[:2])
        or (before[-1:] == left[-1:] and after[:1] == right[:1])
        for left, right in _around(phrase, text)
    )


def _goes_with(said: Said, chosen: list[Said], text: str) -> bool:
    return not any(
        said.overlaps(other)
        or said.phrase in other.phrase
        or other.phrase in said.phrase
        or fits(said.phrase, other, text)
        or fits(other.phrase, said, text)
        for other in chosen
    )


def _alike(one: str, other: str) -> bool:
    return one == other and len(one) == 2 and one.strip() == one


def _around(phrase: str, text: str) -> Iterator[tuple[str, str]]:
    """Two characters before and after each place where the text has a phrase."""
    at = text.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        yield text[max(0, at - 2) : at], text[end : end + 2]
        at = text.find(phrase, end)
