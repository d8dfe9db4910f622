"""Reads an amount that is a number or a range."""

import re

from handout.errors import UsageError

_AMOUNT = re.compile(r"(?:([0-9]{1,3})\s*[-–~～]\s*)?([0-9]{1,3})")
_MOST_PHRASES = 40


def amount(text: str) -> tuple[int, int]:
    """The least and the most phrases that "8" or "5-10" ask for. Raises UsageError."""
    found = _AMOUNT.fullmatch(text.strip())
    least, most = (int(found[1] or 0), int(found[2])) if found else (1, 0)
    if least > most or most > _MOST_PHRASES:
        raise UsageError(
            f"--phrases is a number up to {_MOST_PHRASES} or a range, not {text[:40]}",
            hint="for instance 8, or 5-10",
        )
    return least, most
