"""Builds the cloze: passages of the source with a whole key phrase left blank."""

from handout.model.exercises import Cloze, ClozeItem
from handout.plan.exercises.material import Material, Said

_FEWEST, _MOST = 2, 5
_MOST_OF_A_PARAGRAPH = 2


def cloze(material: Material) -> Cloze | None:
    """Up to five passages, one blank each; None where fewer than two are good.

    No passage says what another one leaves blank.
    """
    chosen: list[Said] = []
    for said in material.askable():
        if len(chosen) == _MOST:
            break
        if _goes_with(said, chosen):
            chosen.append(said)
    chosen.sort(key=lambda said: said.place)
    items = (
        ClozeItem(said.passage, said.paragraph, said.cut_before, said.cut_after)
        for said in chosen
    )
    return Cloze(items=tuple(items)) if len(chosen) >= _FEWEST else None


def _goes_with(said: Said, chosen: list[Said]) -> bool:
    beside = [other for other in chosen if other.paragraph == said.paragraph]
    return len(beside) < _MOST_OF_A_PARAGRAPH and not any(
        said.overlaps(other)
        or said.phrase in other.passage.text
        or other.phrase in said.passage.text
        for other in chosen
    )
