"""Stage 5, print: HTML becomes a PDF, with Chinese lines and pages that are full."""

from dataclasses import dataclass
from pathlib import Path

from handout.model.notice import Notice
from handout.printing.fill import Grown


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF, its pages, what is worth knowing, and the boxes that grew, by id.

    One dict a page of HTML: with these heights any other engine prints the same.
    """

    pdf: bytes
    pages: int
    notices: tuple[Notice, ...]
    grown: tuple[dict[str, Grown], ...]


def print_pdf(
    pages: tuple[str, ...],
    *,
    folders: tuple[Path, ...],
    font_dir: Path | None = None,
    whole_sheets: bool = False,
) -> Printed:
    """Print one or more HTML pages into one PDF; each starts on a page of its own.

    `folders` are the pack's: nothing is loaded from elsewhere, nor from the network.
    With `whole_sheets` each ends on the back of a sheet, a page of lines to write on
    taking the place of a blank one. Raises FontError if a character has no glyph,
    SetupError if a library is missing.
    """
    from handout.printing.weasy import as_pdf, lay_out

    laid = [lay_out(html, folders, font_dir) for html in pages]
    if whole_sheets:
        laid = [
            one if one.pages % 2 == 0 else lay_out(with_back(html), folders, font_dir)
            for one, html in zip(laid, pages, strict=True)
        ]
    grown = tuple(one.grown for one in laid)
    pdf, more = as_pdf(laid)
    notices = dict.fromkeys([*(n for one in laid for n in one.notices), *more])
    return Printed(pdf, sum(x.pages for x in laid), tuple(notices), grown)


def with_back(html: str) -> str:
    """Let the page show what it has for the back of a last sheet."""
    return html.replace('<body class="', '<body class="with-back ', 1)
