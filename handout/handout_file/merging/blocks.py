"""Merges the blocks of one place: the person's, the recorded and the fresh ones."""

from collections import defaultdict
from dataclasses import dataclass, replace

from handout.handout_file.merging.fingerprints import mark_of
from handout.model.blocks import Block
from handout.model.draft import Mark


@dataclass(frozen=True, slots=True)
class MergedBlocks:
    """The blocks, and the marks of what the program made of them."""

    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a person's block comes from: the `nth` of its kind in the record."""

    nth: int
    edited: bool


def merged_blocks(
    mine: tuple[Block, ...],
    base: tuple[Mark, ...],
    fresh: tuple[Block, ...],
    kinds: set[str],
    *,
    adds: bool = True,
) -> MergedBlocks:
    """The person's blocks, those that nobody has changed made again.

    `kinds` are the kinds that the program makes now: one of another kind was made by
    an option that is not given now, and stays. With `adds`, what is new comes in.
    """
    origins = origins_of(mine, base)
    news = _by_kind(fresh)
    found: list[tuple[Block, int | None]] = []
    lost: set[tuple[str, int]] = set()
    for block, origin in zip(mine, origins, strict=True):
        new = _fresh_of(block, origin, news)
        stays = origin is None or (not block.redo and (block.pin or origin.edited))
        if new is not None and not stays:
            place, made = new
            kept = replace(made, pin=block.pin, drop=block.drop, redo=False)
            found.append((kept, place))
        elif stays or block.redo or block.kind not in kinds:
            found.append((block, new[0] if new else None))
        elif origin:
            lost.add((block.kind, origin.nth))
    if adds:
        _add(found, mine, base, fresh)
    marks = _marks(mine, origins, _without(base, lost), fresh)
    return MergedBlocks(tuple(block for block, _ in found), marks)


def _by_kind(blocks: tuple[Block, ...]) -> dict[str, list[tuple[int, Block]]]:
    found: dict[str, list[tuple[int, Block]]] = defaultdict(list)
    for place, block in enumerate(blocks):
        found[block.kind].append((place, block))
    return found


def _fresh_of(
    block: Block, origin: Origin | None, news: dict[str, list[tuple[int, Block]]]
) -> tuple[int, Block] | None:
    """The fresh block that stands for a person's, and its place."""
    if origin is None:
        return None
    return next(iter(news[block.kind][origin.nth : origin.nth + 1]), None)


def origins_of(mine: tuple[Block, ...], base: tuple[Mark, ...]) -> list[Origin | None]:
    """Find the record of each block: the same mark first, then the same kind."""
    left: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for mark in base:
        left[mark.name].append((len(left[mark.name]), mark.value))
    found: list[Origin | None] = [None] * len(mine)
    for exact in (True, False):
        for place, block in enumerate(mine):
            value = mark_of(block.kind, block).value
            for one in left[block.kind] if found[place] is None else ():
                if not exact or one[1] == value:
                    found[place] = Origin(one[0], edited=one[1] != value)
                    left[block.kind].remove(one)
                    break
    return found


def _add(
    found: list[tuple[Block, int | None]],
    mine: tuple[Block, ...],
    base: tuple[Mark, ...],
    fresh: tuple[Block, ...],
) -> None:
    """Put in what is new: neither in the record nor, of its kind, the person's own."""
    recorded = [mark.name for mark in base]
    has = [block.kind for block in mine]
    seen: dict[str, int] = defaultdict(int)
    for place, block in enumerate(fresh):
        nth = seen[block.kind]
        seen[block.kind] += 1
        if nth < max(recorded.count(block.kind), has.count(block.kind)):
            continue
        before = [n for n, (_, p) in enumerate(found) if p is not None and p < place]
        found.insert(before[-1] + 1 if before else 0, (block, place))


def _marks(
    mine: tuple[Block, ...],
    origins: list[Origin | None],
    base: tuple[Mark, ...],
    fresh: tuple[Block, ...],
) -> tuple[Mark, ...]:
    """What to remember: fresh marks, and old ones of what was left as it is."""
    pinned = {
        (block.kind, origin.nth)
        for block, origin in zip(mine, origins, strict=True)
        if origin and block.pin and not block.redo and not origin.edited
    }
    old = _number_marks(base)
    new = _number_marks(tuple(mark_of(block.kind, block) for block in fresh))
    kept = {key: mark for key, mark in old.items() if key in pinned or key not in new}
    return tuple((new | kept).values())


def _without(base: tuple[Mark, ...], lost: set[tuple[str, int]]) -> tuple[Mark, ...]:
    """Forget what the source has no more, so that it may come back with it."""
    kept = (mark for key, mark in _number_marks(base).items() if key not in lost)
    return tuple(kept)


def _number_marks(marks: tuple[Mark, ...]) -> dict[tuple[str, int], Mark]:
    found: dict[tuple[str, int], Mark] = {}
    for mark in marks:
        nth = sum(name == mark.name for name, _ in found)
        found[mark.name, nth] = mark
    return found
