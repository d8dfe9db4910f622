"""Pairs the items of two lists: those that stayed, and those that were changed."""

import json
from difflib import SequenceMatcher

from handout.handout_file.writing import Tree

# An item's place in the old list and in the new one; None where it is in one only.
Pairs = list[tuple[int | None, int | None]]


def pair_items(old: Tree, new: Tree) -> Pairs:
    """Pair the items of two lists: the same ones, then those of the same name."""
    pairs: Pairs = []
    for one, other in _blocks(list(map(_same, old)), list(map(_same, new))):
        if len(one) == len(other) and [old[n] for n in one] == [new[n] for n in other]:
            pairs += zip(one, other, strict=True)
            continue
        names = ([_name(old[n]) for n in one], [_name(new[n]) for n in other])
        for few, many in _blocks(*names):
            both = min(len(few), len(many))
            pairs += [(one[a], other[b]) for a, b in zip(few, many, strict=False)]
            pairs += [(one[a], None) for a in few[both:]]
            pairs += [(None, other[b]) for b in many[both:]]
    return pairs


def _blocks(one: list[str], other: list[str]) -> list[tuple[range, range]]:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return [(range(a, b), range(c, d)) for _, a, b, c, d in matcher.get_opcodes()]


def _same(tree: Tree) -> str:
    return json.dumps(tree, ensure_ascii=False, sort_keys=True)


def _name(tree: Tree) -> str:
    """What an item is called: a block's word, a section's title."""
    if not isinstance(tree, dict):
        return "text"
    return str(tree.get("block") or tree.get("title") or tree.get("question") or "")
