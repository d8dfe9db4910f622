"""What a reader hands to structure.py: pieces of the source, in reading order."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Block:
    """One line or marked block of a source, its text verbatim.

    `level` is 1 to 6 for a heading that the format itself marks, else 0. `run_in`
    is the bold opening of a paragraph, or "". `aside` is the reason why a block is
    no part of the text, or "". `field` names what the format itself says a block
    is: "title", "byline", "date" or "source".
    """

    text: str
    start: int
    line: int
    level: int = 0
    run_in: str = ""
    aside: str = ""
    field: str = ""
