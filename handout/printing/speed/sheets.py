"""Teaches WeasyPrint 70.0 to keep our style sheets as it has read them.

They are the greater part of every page's style, and the same on each sheet of a run and
after each save of a preview. What follows OURS_END in a style is read again.
"""

import logging
import re
from collections.abc import Callable, Iterator
from copy import copy
from functools import wraps
from typing import Any, NamedTuple

from handout.model.pack import OURS_END
from handout.printing.engine.functions import STYLE_SHEET
from handout.printing.engine.hooks import Hook, Lesson
from handout.printing.speed.remembered_values import SOLVED

# These do more than to add rules, or must be first.
_ODD = re.compile(r"@(import|font-face|layer|counter-style|color-profile|namespace)")
_FIRST = re.compile(r"@(import|namespace|charset)")
_MOST = 4


class _Kept(NamedTuple):
    """A style sheet that was read, and what was said of it."""

    sheet: Any
    said: tuple[logging.LogRecord, ...]
    # The values with variables in it: each reports a mistake once.
    pending: tuple[Any, ...]


_kept: dict[tuple[object, ...], _Kept] = {}


def _keeping(stock: Any) -> Callable[..., Any]:
    @wraps(stock)
    def read(*given: Any, **named: Any) -> Any:
        ours, mark, others = (named.get("string") or "").partition(OURS_END)
        if given or not mark or _ODD.search(ours) or _FIRST.search(others):
            return stock(*given, **named)
        place = (ours, named.get("base_url"), named.get("media_type"))
        if place in _kept:
            known = _kept[place]
            _as_new(known)
        else:
            known = _read(stock, {**named, "string": ours})
            if len(_kept) >= _MOST:
                del _kept[next(iter(_kept))]
            _kept[place] = known
        rules = named.get("page_rules")
        rules = [] if rules is None else rules
        rules.extend(known.sheet.page_rules)
        matcher = _copy_matcher(known.sheet.matcher)
        others_too = {"string": others, "matcher": matcher, "page_rules": rules}
        return stock(**{**named, **others_too})

    return read


def _read(stock: Any, named: dict[str, Any]) -> _Kept:
    """Read a style sheet on its own, and note what is said meanwhile."""
    said: list[logging.LogRecord] = []

    class Note(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record)

    note, logger = Note(logging.WARNING), logging.getLogger("weasyprint")
    logger.addHandler(note)
    try:
        sheet = stock(**{**named, "page_rules": [], "layers": []})
    finally:
        logger.removeHandler(note)
    return _Kept(sheet, tuple(said), tuple(_pending(sheet)))


def _as_new(known: _Kept) -> None:
    """Let a sheet that was read before be as one that was just read."""
    for record in known.said:
        logging.getLogger("weasyprint").handle(record)
    for value in known.pending:
        value._reported_error = False
        # What it was with the variables of another page.
        vars(value).pop(SOLVED, None)


def _pending(sheet: Any) -> Iterator[Any]:
    """The values of a sheet that wait for variables."""
    rules = [rule for *_, rule in sheet.page_rules]
    rules += [
        payload[0] for entries in _lists(sheet.matcher) for *_, payload in entries
    ]
    for declarations in rules:
        for _, value, _ in declarations:
            if hasattr(value, "_reported_error"):
                yield value


def _lists(matcher: Any) -> Iterator[list[Any]]:
    for value in vars(matcher).values():
        if isinstance(value, dict):
            yield from value.values()
        elif isinstance(value, list):
            yield value


def _copy_matcher(matcher: Any) -> Any:
    """A matcher that selectors can be added to, and the first stays as it is."""
    made = copy(matcher)
    for name, value in vars(matcher).items():
        if isinstance(value, dict):
            setattr(made, name, {key: one[:] for key, one in value.items()})
        elif isinstance(value, list):
            setattr(made, name, value[:])
    return made


LESSON = Lesson(
    without="style sheets are read again for each page",
    hooks=(Hook(STYLE_SHEET, _keeping),),
)
install, remove = LESSON.install, LESSON.remove
