"""Fits a handout to a number of sheets: how much of each thing fills them exactly.

Knows neither documents nor paper: it asks how many pages some amounts would print.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from handout.errors import UsageError
from handout.model.blocks import Room
from handout.model.handout import Handout
from handout.model.options import AnalyseOptions, MakeOptions
from handout.model.tree import map_tree

Pages = Callable[["Amounts"], int]

# What is given up first, and given back last where it need not go.
_ORDER = ("sentences", "phrases", "lines")
# What the boxes of a section have by themselves.
OWN_LINES = 4


@dataclass(frozen=True, slots=True)
class Amounts:
    """How much is printed, for each section: the most sentences and phrases.

    `lines` is the room of a box: up to four it lowers those that have more, above it
    raises those that have less, 0 leaves every box its own. With `flowing` a section
    does not start on a page of its own.
    """

    sentences: int
    phrases: int
    lines: int = 0
    flowing: bool = False


@dataclass(frozen=True, slots=True)
class FitLimits:
    """The least and the most of each amount."""

    sentences: tuple[int, int] = (1, 6)
    phrases: tuple[int, int] = (3, 12)
    lines: tuple[int, int] = (2, 10)


def find_amounts(
    pages_of: Pages, wished: Amounts, limits: FitLimits, *, sheets: int
) -> Amounts:
    """The amounts nearest to the wished ones that print on `sheets` sheets.

    A sheet has two pages; a last page may stay blank. Summaries are changed first,
    then tables, then boxes; sections give up their own pages last. Raises UsageError,
    with the nearest number of sheets that can be had.
    """
    search = _Search(pages_of, limits, sheets)
    counted = search.sheets_of(wished)
    if counted == sheets:
        return wished
    found = search.more(wished) if counted < sheets else search.less(wished)
    if counted > sheets and found is None:
        found = search.less(replace(wished, flowing=True))
    if found is None:
        raise _impossible(sheets, search.nearest())
    return found


class _Search:
    """Remembers what was counted: to count is to lay the handout out."""

    def __init__(self, pages_of: Pages, limits: FitLimits, sheets: int) -> None:
        self._pages_of = pages_of
        self._limits = limits
        self._sheets = sheets
        self._known: dict[Amounts, int] = {}

    def sheets_of(self, amounts: Amounts) -> int:
        """Count sheets, two pages each."""
        if amounts not in self._known:
            self._known[amounts] = (self._pages_of(amounts) + 1) // 2
        return self._known[amounts]

    def nearest(self) -> int:
        """The number of sheets seen that is nearest to the wished one."""
        return min(self._known.values(), key=lambda n: (abs(n - self._sheets), n))

    def less(self, wished: Amounts) -> Amounts | None:
        """Take away in order until it fits, then give back what need not go."""
        amounts = wished
        for name in _ORDER:
            if self.sheets_of(amounts) <= self._sheets:
                break
            amounts = self._most_that_fits(amounts, name, _start(wished, name))
        for name in _ORDER:
            if self.sheets_of(amounts) <= self._sheets:
                amounts = self._most_that_fits(amounts, name, _start(wished, name))
        return amounts if self.sheets_of(amounts) == self._sheets else None

    def _most_that_fits(self, amounts: Amounts, name: str, wished: int) -> Amounts:
        """The most of one thing, up to the wished, that fits; else the least."""
        low = min(getattr(self._limits, name)[0], wished)
        high = wished
        best = _with(amounts, name, low)
        while low <= high:
            middle = (low + high) // 2
            tried = _with(amounts, name, middle)
            if self.sheets_of(tried) <= self._sheets:
                best, low = tried, middle + 1
            else:
                high = middle - 1
        return best

    def more(self, wished: Amounts) -> Amounts | None:
        """Add in order until the sheets are full; None where the limits are too low."""
        amounts = wished
        for name in _ORDER:
            start = _start(amounts, name) + 1
            for value in range(start, getattr(self._limits, name)[1] + 1):
                tried = _with(amounts, name, value)
                if self.sheets_of(tried) == self._sheets:
                    return tried
                if self.sheets_of(tried) > self._sheets:
                    break
                amounts = tried
        return None


def _start(wished: Amounts, name: str) -> int:
    """What an amount starts from; boxes of their own room have OWN_LINES."""
    return int(getattr(wished, name)) or OWN_LINES


def _with(amounts: Amounts, name: str, value: int) -> Amounts:
    changes: dict[str, Any] = {name: value}
    return replace(amounts, **changes)


def _impossible(sheets: int, nearest: int) -> UsageError:
    return UsageError(
        f"cannot be done with {_amount(sheets, 'sheet')}; the nearest that can is "
        f"{nearest}",
        where="[[sheets]]",
        hint="give that number, or wider limits, such as [[within]] lines=1-8",
    )


def limits_of(given: tuple[str, ...]) -> FitLimits:
    """Read limits given as NAME=LOW-HIGH. Raises UsageError."""
    limits = FitLimits()
    for one in given:
        found = re.fullmatch(r"(\w+)=(\d{1,2})-(\d{1,2})", one.replace(" ", ""))
        if not found or found[1] not in _ORDER or int(found[2]) > int(found[3]):
            raise UsageError(
                f"cannot read {one!r} as limits",
                where="[[within]]",
                hint=f"give NAME=LOW-HIGH, NAME being one of {', '.join(_ORDER)}",
            )
        limits = replace(limits, **{found[1]: (int(found[2]), int(found[3]))})
    return limits


def wished_amounts(options: MakeOptions) -> Amounts:
    """The amounts a user asks for, before anything is fitted."""
    return Amounts(options.analyse.summary_sentences, options.analyse.phrases)


def widest_analysis(options: MakeOptions) -> AnalyseOptions:
    """What to analyse for: with `sheets`, the most that fitting may come to."""
    wished = options.analyse
    if not options.sheets:
        return wished
    limits = limits_of(options.within)
    return replace(
        wished,
        summary_sentences=max(wished.summary_sentences, limits.sentences[1]),
        phrases=max(wished.phrases, limits.phrases[1]),
    )


def no_more_than(limits: FitLimits, most: Amounts) -> FitLimits:
    """The limits within which nothing is added but room."""
    return replace(
        limits,
        sentences=(min(limits.sentences[0], most.sentences), most.sentences),
        phrases=(min(limits.phrases[0], most.phrases), most.phrases),
    )


def with_lines(handout: Handout, lines: int) -> Handout:
    """Set the room of every box ruled in lines: lower or higher, see Amounts."""
    if not lines:
        return handout
    pick = min if lines <= OWN_LINES else max

    def change(value: Any) -> Any:
        # A room whose height is given in mm stays.
        if isinstance(value, Room) and not value.mm:
            return replace(value, lines=pick(value.lines, lines))
        return value

    sections, closing = map_tree((handout.sections, handout.closing), change)
    return replace(handout, sections=sections, closing=closing)


def fit_message(wished: Amounts, found: Amounts, sheets: int) -> str:
    """Say what was done to fit."""
    changes = []
    if found.sentences != wished.sentences:
        changes.append(_amount(found.sentences, "summary sentence", wished.sentences))
    if found.phrases != wished.phrases:
        changes.append(_amount(found.phrases, "key phrase", wished.phrases))
    if found.lines not in (0, OWN_LINES):
        changes.append(f"boxes of {_amount(found.lines, 'line')}")
    if found.flowing:
        changes.append("sections follow one another")
    what = "; ".join(changes) or "nothing had to change"
    return f"fitted to {_amount(sheets, 'sheet')}, printed on both sides: {what}"


def _amount(count: int, thing: str, before: int = 0) -> str:
    """Say how many there are, and for how many that were wished."""
    many = "" if count == 1 else "s"
    return f"{count} {thing}{many}" + (f" for {before}" if before else "")
