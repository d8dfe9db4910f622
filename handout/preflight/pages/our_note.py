"""Reads what our own PDFs carry for their check: boxes, their prompts, rows that go on.

A file may come from anybody: what is not as we write it is taken for nothing.
"""

import json
from dataclasses import dataclass
from typing import Any

from handout.model.printed import PrintedBox

_MOST = 20_000


@dataclass(frozen=True, slots=True)
class Carried:
    """The boxes of a file, and the rows of tables that are on two pages.

    `gaps` are the pages that were left for a spread to begin on a left page.
    """

    boxes: tuple[PrintedBox, ...]
    rows: tuple[tuple[int, str], ...]
    gaps: frozenset[int] = frozenset()


def carried_in(note: bytes) -> Carried | None:
    """Read a note; None if it is not ours."""
    try:
        found = json.loads(note)
        boxes = tuple(map(_box, found["boxes"][:_MOST]))
        rows = tuple((int(page), str(text)) for page, text in found["rows"][:_MOST])
        gaps = frozenset(int(page) for page in found.get("gaps", [])[:_MOST])
    except (ValueError, TypeError, KeyError, RecursionError, OverflowError):
        return None
    return Carried(boxes, rows, gaps)


def _box(given: Any) -> PrintedBox:
    page, left, top, width, height, least, prompt_page, prompt = given
    return PrintedBox(
        int(page),
        float(left),
        float(top),
        float(width),
        float(height),
        float(least),
        str(prompt)[:40],
        int(prompt_page),
    )
