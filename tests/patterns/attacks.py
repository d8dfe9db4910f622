"""Texts that make a pattern backtrack: a start, many repeats, a wrong end."""

import re
from collections.abc import Iterable, Iterator
from itertools import product
from re import _constants as sre
from re import _parser as parser
from typing import Any

# Characters of each class that patterns ask for.
_POOL = ' a1\n-."一Az。<_:/'
_CATEGORIES = {
    sre.CATEGORY_DIGIT: r"\d",
    sre.CATEGORY_NOT_DIGIT: r"\D",
    sre.CATEGORY_SPACE: r"\s",
    sre.CATEGORY_NOT_SPACE: r"\S",
    sre.CATEGORY_WORD: r"\w",
    sre.CATEGORY_NOT_WORD: r"\W",
}
_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
# A repeat with fewer turns is as good as a constant.
_MANY = 20
_WRONG = "\x00"


def attacks(pattern: "re.Pattern[Any]") -> list[tuple[str, str, str]]:
    """Beginnings, texts to repeat and ends; none for a pattern without a repeat."""
    tree = parser.parse(pattern.pattern, pattern.flags)
    repeats = list(_repeats(tree, ""))
    bodies = _once(body for _, inside in repeats for body in inside)
    letters = _once(_letters(tree))[:14]
    wholes = [whole for whole in _sequences(tree)[:3] if whole]
    pumps = _once(
        [
            *bodies,
            *letters,
            *(a + b for a, b in product(bodies[:5], letters[:5]) if a != b),
            *wholes,
            *(whole[:-1] for whole in wholes if whole[1:]),
            *(start + body for start, inside in repeats for body in inside[:2]),
        ]
    )
    starts = _once(["", *(start for start, _ in repeats)])
    if not repeats:
        return []
    return list(product(starts[:6], pumps[:50], ("", "\n" + _WRONG)))


def _once(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))


def _repeats(items: Any, start: str) -> Iterator[tuple[str, list[str]]]:
    """Each long repeat: a text that leads to it, and what one turn may match."""
    for operation, value in items:
        if operation in _REPEATS and value[1] >= _MANY:
            yield start, [one for one in _samples(operation, value) if one]
        for child in _children(operation, value):
            yield from _repeats(child, start)
        start += (_samples(operation, value) or [""])[0]


def _letters(items: Any) -> Iterator[str]:
    """Every kind of character that the pattern speaks of."""
    for operation, value in items:
        if operation in (sre.LITERAL, sre.NOT_LITERAL, sre.IN, sre.ANY):
            yield from _samples(operation, value)
        for child in _children(operation, value):
            yield from _letters(child)


def _children(operation: Any, value: Any) -> list[Any]:
    if operation in _REPEATS:
        return [value[2]]
    if operation is sre.SUBPATTERN:
        return [value[3]]
    if operation is sre.ATOMIC_GROUP:
        return [value]
    if operation in (sre.ASSERT, sre.ASSERT_NOT, sre.BRANCH):
        return list(value[1]) if operation is sre.BRANCH else [value[1]]
    return []


def _sequences(items: Any) -> list[str]:
    """A few texts that match all items, one after the other."""
    found = [""]
    for operation, value in items:
        ways = _samples(operation, value) or [""]
        count = max(len(found), min(len(ways), 4))
        found = [found[n % len(found)] + ways[n % len(ways)] for n in range(count)]
    return _once(found)[:5]


def _samples(operation: Any, value: Any) -> list[str]:
    """A few texts that one item matches."""
    if operation is sre.LITERAL:
        return [chr(value)]
    if operation is sre.NOT_LITERAL:
        return [c for c in _POOL if ord(c) != value][:3]
    if operation is sre.ANY:
        return ["a", " ", "一"]
    if operation is sre.IN:
        return _of_class(value)
    if operation in _REPEATS:
        least, _, body = value
        ways = [way * max(least, 1) for way in _sequences(body)][:4]
        return [*ways, ""] if least == 0 else ways
    inside = _children(operation, value)
    if operation is sre.BRANCH:
        return [way for one in inside for way in _sequences(one)[:2]][:8]
    if operation in (sre.SUBPATTERN, sre.ATOMIC_GROUP):
        return _sequences(inside[0])
    return [""]


def _of_class(items: list[tuple[Any, Any]]) -> list[str]:
    if items[0][0] is sre.NEGATE:
        outside = [c for c in _POOL if not any(_has(one, c) for one in items[1:])]
        return outside[:5] or ["\u3000"]
    found: list[str] = []
    for one in items[:12]:
        operation, value = one
        if operation is sre.LITERAL:
            found.append(chr(value))
        elif operation is sre.RANGE:
            found.append(chr(value[0]))
        else:
            found += [c for c in _POOL if _has(one, c)][:3]
    return found[:6] or ["a"]


def _has(one: tuple[Any, Any], character: str) -> bool:
    operation, value = one
    if operation is sre.LITERAL:
        return ord(character) == value
    if operation is sre.RANGE:
        return bool(value[0] <= ord(character) <= value[1])
    return bool(re.match(_CATEGORIES[value], character))
