"""What the check of a printed file found, and what it was asked to look for."""

from dataclasses import dataclass

from handout.preflight.rule_list import NOTES


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: the rule's id, page and line from 1, or 0 for none.

    `place` is where on the page it begins, in mm from its left and its top edge.
    """

    rule: str
    page: int
    line: int
    message: str
    hint: str = ""
    place: tuple[float, float] | None = None

    @property
    def is_note(self) -> bool:
        """Whether this is worth knowing, but perhaps nothing to mend."""
        return self.rule in NOTES

    def __str__(self) -> str:
        place = f"page {self.page}" if self.page else "the file"
        place += f", line {self.line}" if self.line else ""
        return f"{self.rule}  {place}: {self.message}" + (
            f" ({self.hint})" if self.hint else ""
        )


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in a file, and which rules could not be checked, and why."""

    pages: int
    findings: tuple[Finding, ...]
    not_checked: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What to measure against: lengths in mm, sizes in points.

    `sheets` is how many sheets of paper the file should take, printed on both sides, or
    with `booklet` four pages a sheet; 0 asks for nothing. `strict` forbids —— and ……
    at line start too (L2). `glyphs` compares drawn outlines with our fonts (F4, F5),
    which takes most of the time. `source` are the paragraphs that sentences should be
    in, ¶1 first; where there are none, `no_source` may say why.
    """

    name: str = ""
    sheets: int = 0
    booklet: bool = False
    strict: bool = False
    glyphs: bool = True
    margin: float = 5.0
    least_size: float = 7.5
    widest_gap: float = 0.25
    most_pages: int = 2000
    source: tuple[str, ...] = ()
    no_source: str = ""
