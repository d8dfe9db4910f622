"""Sets the levels of headings by the kinds of number that open them."""

from bisect import bisect_left

from handout.read.blocks import SourceBlock
from handout.read.structure.heading_numbers import Number, heading_number
from handout.read.structure.numbered_lines import LOOSE

# A volume holds chapters and a chapter sections, whichever comes first.
_NESTED = ("part", "chapter", "section")
_ARABIC = ("number", "plain number", "decimal")
Key = tuple[str, int]


def levels_of(
    lines: list[SourceBlock], numbers: dict[int, Number], plain: set[int]
) -> dict[int, int]:
    """The levels of numbered and plain headings, by the order in which kinds open."""
    bare = [n for n in sorted(plain) if heading_number(lines[n].text) is None]
    by_kind = _by_kind([numbers[place] for place in sorted(numbers)])
    found = {}
    for place in sorted({*numbers, *plain}):
        number = numbers.get(place) or heading_number(lines[place].text)
        # Among numbered headings a plain one ranks with the highest.
        level = by_kind.get(_key(number), 1) if number else 1
        if number and level == 1 and _is_under(bare, numbers, place, number):
            level = 2
        found[place] = level
    return found


def _key(number: Number) -> Key:
    """The rank of a number: decimals belong to the plain numbers above them."""
    arabic = number.kind in _ARABIC and number.depth > 1
    return ("decimal", number.depth) if arabic else (number.kind, 1)


def _by_kind(numbers: list[Number]) -> dict[Key, int]:
    order = list(dict.fromkeys(_key(number) for number in numbers))
    nested = [key for kind in _NESTED for key in order if key[0] == kind]
    nest = iter(nested)
    order = [next(nest) if key in nested else key for key in order]
    levels = {key: level for level, key in enumerate(order, 1)}
    arabic = [key for key in order if key[0] in _ARABIC]
    deep = any(key[0] == "decimal" for key in arabic)
    whole = [key for key in arabic if key[0] != "decimal"]
    if deep and whole:
        top = min(levels[key] for key in whole)
        levels |= {key: top + key[1] - 1 for key in arabic if key[0] == "decimal"}
    elif deep:
        first = min(key[1] for key in arabic)
        top = min(levels[key] for key in arabic)
        levels |= {key: top + key[1] - first for key in arabic}
    return levels


def _is_under(
    bare: list[int], numbers: dict[int, Number], place: int, number: Number
) -> bool:
    """Whether a loose number counts steps under one unnumbered heading."""
    if number.kind not in LOOSE or not bare or place < bare[0]:
        return False
    here = bisect_left(bare, place)
    after = bare[here] if here < len(bare) else max([*numbers, place]) + 1
    same = [n for n, other in numbers.items() if other.kind == number.kind]
    run = [numbers[n].value for n in same if bare[here - 1] < n < after]
    return 1 in run and len(run) > 1
