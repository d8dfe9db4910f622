"""What is on printed pages, as far as only the pages' maker knows it."""

from dataclasses import dataclass
from typing import Literal

# What pages are laid out for: a file; their number alone; a screen, for which a larger
# PDF is written sooner; or a trial, whose boxes are measured too.
Purpose = Literal["file", "count", "screen", "trial"]


@dataclass(frozen=True, slots=True)
class PrintedBox:
    """A box to write in: its page, place and size, and the prompt before it.

    Lengths are mm from the page's left and top edge. `least` is the height the template
    asks for. `prompt_page` is 0 where nothing is said before the box.
    """

    page: int
    left: float
    top: float
    width: float
    height: float
    least: float = 0.0
    prompt: str = ""
    prompt_page: int = 0


@dataclass(frozen=True, slots=True)
class PrintedOverlap:
    """Text that is printed over something else, and its place in mm.

    `what` is "text", "box" (one to write in) or "picture"; `other` has the words of a
    text.
    """

    text: str
    what: str
    other: str = ""
    left: float = 0.0
    top: float = 0.0


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page: its texts line by line, with the size of the smallest, and its boxes.

    `filled` is how far down its content reaches, of 1. `margin` is the white beside its
    ink, in mm, where it is least. `opening` and `ending` are the headings that the page
    begins and ends with, "" for none; `rows` are rows of tables that go on on the next
    page. `is_last` says that a handout ends here. `overlaps` is what lies over another
    thing. `is_gap` says that CSS left the page blank before a spread.
    """

    number: int
    lines: tuple[tuple[str, float], ...]
    filled: float
    margin: float
    opening: str = ""
    ending: str = ""
    rows: tuple[str, ...] = ()
    boxes: tuple[PrintedBox, ...] = ()
    is_last: bool = False
    overlaps: tuple[PrintedOverlap, ...] = ()
    is_gap: bool = False
