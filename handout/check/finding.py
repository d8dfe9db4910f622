"""What the check of a printed file found, and what it was asked to look for."""

from dataclasses import dataclass

# Rules that only say something: no finding to mend.
NOTES = frozenset({"F3"})


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: the rule's id, page and line from 1, or 0 for none."""

    rule: str
    page: int
    line: int
    message: str
    hint: str = ""

    @property
    def is_note(self) -> bool:
        """Whether this is worth knowing, but nothing to mend."""
        return self.rule in NOTES

    def __str__(self) -> str:
        place = f"page {self.page}" if self.page else "the file"
        place += f", line {self.line}" if self.line else ""
        return f"{self.rule}  {place}: {self.message}" + (
            f" ({self.hint})" if self.hint else ""
        )


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What to measure against: lengths in mm, sizes in points.

    `sheets` is how many sheets of paper the file should take, printed on both sides;
    0 asks for nothing. `strict` forbids —— and …… at line start too (L2). `glyphs`
    compares drawn outlines with our fonts (F4, F5), which takes most of the time.
    """

    name: str = ""
    sheets: int = 0
    strict: bool = False
    glyphs: bool = True
    margin: float = 5.0
    least_size: float = 7.5
    widest_gap: float = 0.25
    most_pages: int = 2000
