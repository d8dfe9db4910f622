"""Sheets made of text, and pages printed to be checked."""

from collections.abc import Callable

import pytest

from handout.preflight.pages.page import Glyph, Sheet, group_lines, lines_of

SIZE = 10.0
LEADING = 18.0


def glyphs(
    text: str, left: float, baseline: float, *, gap: float = 0.0, size: float = SIZE
) -> list[Glyph]:
    """Set a text in full-width characters; marks side by side share 1.5 em."""
    found: list[Glyph] = []
    x = left
    for i, char in enumerate(text):
        if i and text[i - 1] in "，。！”’）、" and char in "，。”’）、“‘（":
            x -= size / 2
        found.append(Glyph(char, x, x + size, x + 1, x + size - 1, baseline, size, "F"))
        x += size * (1 + gap)
    return found


@pytest.fixture(scope="session")
def sheet() -> Callable[..., Sheet]:
    """Make a sheet out of lines, each a text or a text with what glyphs() takes."""

    def make(*texts: str | tuple[str, dict[str, float]], ink: bool = True) -> Sheet:
        found: list[Glyph] = []
        for number, given in enumerate(texts):
            text, how = given if isinstance(given, tuple) else (given, {})
            left = how.pop("left", 100.0)
            found += glyphs(text, left, 700 - LEADING * number, **how)
        lines = lines_of(found)
        box = (100.0, 100.0, 500.0, 700.0) if ink else None
        return Sheet(1, 595, 842, tuple(found), box, 100.0, lines, group_lines(lines))

    return make
