"""The rules of boxes to write in, read from what is drawn: K7 and K8 of any PDF."""

import re
from collections.abc import Iterator

from handout.model.units import POINTS_PER_MM
from handout.preflight.finding import Finding
from handout.preflight.pages.page import FURNITURE, Sheet
from handout.preflight.rules.pages import ends_in_text

# Only a question is surely a prompt.
_PROMPT = re.compile(r"[？?]$")
# A line of handwriting, in mm; so far under a question is its box, in points.
_LINE, _UNDER = 6.0, 30.0


def parted_findings(above: Sheet, below: Sheet) -> Iterator[Finding]:
    """K7: a question ends a page, and the next one begins with a box."""
    if not ends_in_text(above) or not _PROMPT.search(above.body[-1].text):
        return
    text = below.body[0].baseline if below.body else FURNITURE
    top = below.height - FURNITURE / 2
    if any(box.bottom > text and box.top < top for box in below.boxes):
        hint = "keep them together"
        yield above.at(above.body[-1], "K7", "a prompt is parted from its box", hint)


def low_findings(sheet: Sheet) -> Iterator[Finding]:
    """K8: a box under a question that no line of handwriting fits in."""
    for box in sheet.boxes:
        high = (box.top - box.bottom) / POINTS_PER_MM
        asked = [
            line
            for line in sheet.body
            if 0 < line.baseline - box.top < _UNDER
            and line.left < box.right
            and line.right > box.left
        ]
        if asked and high < _LINE and _PROMPT.search(asked[-1].text):
            text = f"the box under it is {high:.1f} mm high"
            yield sheet.at(asked[-1], "K8", text, f"leave {_LINE:g} mm at least")
