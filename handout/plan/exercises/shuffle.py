"""Shuffles exercises: the same seed gives the same order on every machine."""

import re
from dataclasses import replace
from hashlib import sha256
from itertools import count
from math import factorial

from handout.model.blocks import Block
from handout.model.exercises import Choice, ChoiceItem, Matching, Ordering
from handout.model.handout import Handout

# Options that speak of the others (以上都对, A and B) allow no order but their own.
_SPEAKS_OF_OTHERS = re.compile(
    r"以上|上述|(?:all|none|both|either|neither) of"
    r"|[A-F] ?(?:[和与與及、&]|and) ?[A-F]\b",
    re.IGNORECASE,
)
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def shuffle_exercises(
    handout: Handout, *, seed: int, version: str = "", place: int = 0
) -> Handout:
    """One version of a handout: its exercises in an order of their own.

    `place` counts the versions from 0. No order is the right one, and no two versions
    have the same, as far as the number of items allows.
    """
    sections = tuple(
        replace(s, blocks=_blocks(s.blocks, f"{seed}/{s.place}", place))
        for s in handout.sections
    )
    return replace(
        handout,
        front=_blocks(handout.front, f"{seed}/front", place),
        sections=sections,
        closing=_blocks(handout.closing, f"{seed}/closing", place),
        seed=seed,
        version=version,
    )


def permutation(size: int, key: str, place: int) -> tuple[int, ...]:
    """The order at `place` among those that a key gives, each but once.

    Where there are two or more items it is never their own order.
    """
    if size < 2:
        return tuple(range(size))
    place %= factorial(size) - 1
    seen = {tuple(range(size))}
    for attempt in count():
        order = _by_hash(size, f"{key}/{attempt}")
        if order not in seen:
            if len(seen) > place:
                return order
            seen.add(order)
    raise AssertionError("count() has no end")


def _by_hash(size: int, key: str) -> tuple[int, ...]:
    hashes = [sha256(f"{key}/{n}".encode()).digest() for n in range(size)]
    return tuple(sorted(range(size), key=lambda n: hashes[n]))


def _blocks(blocks: tuple[Block, ...], key: str, place: int) -> tuple[Block, ...]:
    return tuple(_block(block, f"{key}/{n}", place) for n, block in enumerate(blocks))


def _block(block: Block, key: str, place: int) -> Block:
    if isinstance(block, Matching) and not block.order:
        return replace(block, order=permutation(len(block.pairs), key, place))
    if isinstance(block, Ordering) and not block.order:
        return replace(block, order=permutation(len(block.items), key, place))
    if isinstance(block, Choice):
        items = (_choice(i, f"{key}/{n}", place) for n, i in enumerate(block.items))
        return replace(block, items=tuple(items))
    return block


def _choice(item: ChoiceItem, key: str, place: int) -> ChoiceItem:
    """Shuffle the options; the letters of the right ones follow."""
    spoken_of = any(_SPEAKS_OF_OTHERS.match(option) for option in item.options)
    if spoken_of or len(item.options) > len(_LETTERS):
        return item
    order = permutation(len(item.options), key, place)
    places = {_LETTERS[old]: _LETTERS[new] for new, old in enumerate(order)}
    answer = "".join(sorted(places.get(letter, letter) for letter in item.answer))
    options = tuple(item.options[old] for old in order)
    return replace(item, options=options, answer=answer)
