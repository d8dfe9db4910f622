"""By how much each place of a line shrinks or grows: the orders of A5 and A6."""

from typing import Any

from handout.printing.lines.places import (
    ANYWHERE,
    AT_NEED,
    BETWEEN,
    SPACE,
    WELL,
    LinePlace,
    growing,
    line_text,
    shrinking,
)

# A6, in ems, in this order: a space, about ¼ em, grows to ½; a gap of ¼ to ⅓; every
# place by a little; spaces and gaps once more. Then all places share what is left.
_GROWTHS = (
    {SPACE: 0.25},
    {BETWEEN: 1 / 12},
    {SPACE: 0.1, BETWEEN: 0.1, ANYWHERE: 0.1},
    {SPACE: 0.25, BETWEEN: 1 / 6},
)
# In ems a place. A line that would be looser still stays short: a long word follows.
_LOOSE, _LOOSEST = 0.5, 1.0
# Lengths are sums of floats; in px.
HAIR = 0.01

Amount = tuple[LinePlace, float]


def amounts_of(boxes: list[Any], slack: float, *, full: bool) -> list[Amount] | None:
    """Decide by how many px each place grows or shrinks; None if it cannot be done."""
    if slack < -HAIR:
        return squeeze_line(boxes, -slack)
    if not full or slack < HAIR:
        return []
    text = line_text(boxes)
    return _share_out(growing(boxes, text, WELL), slack, _LOOSE) or _share_out(
        growing(boxes, text, AT_NEED), slack, _LOOSEST
    )


def _share_out(
    places: list[LinePlace], slack: float, loosest: float
) -> list[Amount] | None:
    """Share out the room that is left: spaces, then gaps, then every place (A6).

    Nothing is shared out when a place would get more than `loosest`, in ems, nor where
    there is nothing but spaces: WeasyPrint stretches those itself.
    """
    if all(place.kind == SPACE for place in places):
        return None
    grown = dict.fromkeys((SPACE, BETWEEN, ANYWHERE), 0.0)
    for growth in _GROWTHS:
        wanted = sum(growth.get(place.kind, 0.0) * place.em for place in places)
        if wanted and slack:
            part = min(1.0, slack / wanted)
            slack -= part * wanted
            for kind, most in growth.items():
                grown[kind] += part * most
    share = slack / len(places)
    if share > loosest * max(place.em for place in places):
        return None
    return [(place, share + grown[place.kind] * place.em) for place in places]


def squeeze_line(boxes: list[Any], excess: float) -> list[Amount] | None:
    """Take so many px out of a line, in the order of A5; None if it has not as much."""
    taken: list[Amount] = []
    places = shrinking(boxes, line_text(boxes))
    for kind in sorted({place.kind for place in places}):
        turn = [place for place in places if place.kind == kind]
        most = sum(place.most for place in turn)
        part = min(1.0, excess / most)
        taken += [(place, -part * place.most) for place in turn]
        excess -= part * most
        if excess < HAIR:
            return taken
    return None


def space_growth(boxes: list[Any], slack: float) -> float | None:
    """By how many ems each space grows where WeasyPrint fills a line by itself.

    It does where there is nothing but spaces to stretch; else None.
    """
    places = growing(boxes, line_text(boxes), AT_NEED)
    if not places or any(place.kind != SPACE for place in places):
        return None
    return slack / sum(place.em for place in places)


def growth_of(amounts: list[Amount]) -> tuple[float, float]:
    """What a place between two Han was given, in ems, and what all were.

    Less than nothing where marks were squeezed: what the one gave that gave most.
    """
    if not amounts:
        return 0.0, 0.0
    ems = [(amount / place.em, place.kind) for place, amount in amounts]
    mean = sum(em for em, _ in ems) / len(ems)
    if mean < 0:
        return min(em for em, _ in ems), mean
    return max((em for em, kind in ems if kind == ANYWHERE), default=0.0), mean
