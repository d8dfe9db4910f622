"""Reads which sections to print: a list of numbers and ranges."""

import re

from handout.errors import UsageError

_PART = re.compile(r"([0-9]{1,3})(?:\s*[-–~～—]\s*([0-9]{1,3}))?")


def places(text: str) -> tuple[int, ...]:
    """The places that "1,3-5" names: 1, 3, 4 and 5. Raises UsageError."""
    found: set[int] = set()
    for part in re.split(r"[,，、]", text) if text.strip() else ():
        match = _PART.fullmatch(part.strip())
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if not 1 <= first <= last:
            raise UsageError(
                f"is a list of sections, not {text[:40]}",
                where="--only",
                hint="give numbers and ranges, such as 1,3-5",
            )
        found |= set(range(first, last + 1))
    return tuple(sorted(found))
