"""Stage 5, print: HTML becomes a PDF, with Chinese lines and pages that are full."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from handout.model.notice import Notice
from handout.model.printed import PrintedPage, Purpose
from handout.printing.pages.fill import Grown

if TYPE_CHECKING:
    from handout.printing.lay_out import Laid

# The pages of a sheet, printed on both sides.
_SHEET = 2


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF, its pages, what is worth knowing, and the boxes that grew, by id.

    One dict a page of HTML: with these heights any other engine prints the same.
    `layout` says what is on each page.
    """

    pdf: bytes
    pages: int
    notices: tuple[Notice, ...]
    grown: tuple[dict[str, Grown], ...]
    layout: tuple[PrintedPage, ...] = ()


def print_pdf(
    pages: tuple[str, ...],
    *,
    folders: tuple[Path, ...],
    font_dir: Path | None = None,
    whole_sheets: bool = False,
    purpose: Purpose = "file",
    behind: tuple[str, ...] = (),
    behind_always: bool = False,
) -> Printed:
    """Print one or more HTML pages into one PDF; each starts on a page of its own.

    `folders` are the pack's: nothing is loaded from elsewhere, nor from the network.
    With `whole_sheets` each ends on the back of a sheet, a page of lines to write on
    taking the place of a blank one. For a "trial" the notices also report what runs
    over its box, is too low to write in, or too pale for a copier. To "count" leaves
    the PDF empty; one for a "screen" is larger, and comes without a `layout`. `behind`
    are pages that come last, where something that should be drawn over the others does
    not fit there, or always.
    Raises FontError if a character has no glyph, SetupError if a library is missing.
    """
    from handout.printing.lay_out import as_pdf, draw_additions, lay_out
    from handout.printing.report.page_record import note_of, pages_of

    lay = partial(lay_out, folders=folders, font_dir=font_dir)
    laid = [
        _on_whole_sheets(html, lay) if whole_sheets else lay(html) for html in pages
    ]
    grown = tuple(one.grown for one in laid)
    layout: tuple[PrintedPage, ...] = ()
    for one in laid if purpose in ("file", "trial") else ():
        layout += pages_of(one.document, len(layout) + 1)
    draw = partial(draw_additions, folders=folders, font_dir=font_dir)
    if purpose == "count":
        return Printed(b"", sum(one.pages for one in laid), (), grown)
    left_out = sum(map(draw, laid))
    if behind and (left_out or behind_always):
        last = [lay(html) for html in behind]
        left_out += sum(map(draw, last))
        laid += last
    pdf, more = as_pdf(laid, note_of(layout), light=purpose == "screen")
    notices = [*(n for one in laid for n in one.notices), *more]
    if purpose == "trial":
        notices += [fault for one in laid for fault in one.faults()]
    if left_out:
        notices.append(_left_out_notice(left_out, bool(behind)))
    count = sum(one.pages for one in laid)
    return Printed(pdf, count, tuple(dict.fromkeys(notices)), grown, layout)


def _left_out_notice(left_out: int, behind: bool) -> Notice:
    """Say how much does not fit where it belongs, and where it is printed instead."""
    place = "are on the pages of answers at the end" if behind else "are left out"
    message = f"{left_out} answers or hints do not fit where they belong and {place}"
    return Notice("answers", message)


def _on_whole_sheets(html: str, lay: Callable[[str], "Laid"]) -> "Laid":
    """Lay a page out on both sides of as few sheets as it can do with.

    Where more than one sheet is wanted, the class "flowing" lets the page's style do
    without forced breaks, unless it takes more pages; the class "with-back" shows what
    is on a last back.
    """
    laid = lay(html)
    if laid.pages > _SHEET:
        flowing = _with_class(html, "flowing")
        flowed = lay(flowing)
        # Forced breaks that save no page leave pages half empty.
        if flowed.pages <= laid.pages:
            html, laid = flowing, flowed
    return laid if laid.pages % 2 == 0 else lay(_with_class(html, "with-back"))


def _with_class(html: str, name: str) -> str:
    return html.replace('<body class="', f'<body class="{name} ', 1)
