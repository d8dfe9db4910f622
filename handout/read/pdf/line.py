"""A line of a PDF page, with its place and type."""

from dataclasses import dataclass

# Left edge, right edge and text of a piece of a line.
Part = tuple[float, float, str]


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of a page in points from its top left; `share` is its height from 0.

    `parts` are its pieces between wide gaps and rules. `marks` are the numbers of
    footnotes that may be in it, `bare` is its text without them. `kind` is "text",
    "footnote", "table" (its text has one line per row) or "picture".
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool
    share: float
    parts: tuple[Part, ...] = ()
    marks: tuple[str, ...] = ()
    bare: str = ""
    kind: str = "text"
