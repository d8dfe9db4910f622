"""Prints planned handouts and writes the files: PDF, and the HTML if it is wanted."""

from dataclasses import dataclass
from pathlib import Path

from handout import files
from handout.model.handout import Handout
from handout.model.notice import Notice
from handout.pipeline.editions import Edition, editions
from handout.pipeline.missing_characters import characters_lost
from handout.pipeline.order import Order
from handout.pipeline.planned import Planned
from handout.pipeline.press import Pressed, press
from handout.pipeline.source import Source
from handout.printing import Printed
from handout.printing.pages.fill import Grown


@dataclass(frozen=True, slots=True)
class Made:
    """The files written, the pages in them, and what is worth knowing.

    `said` is what was done to fit the handout to its sheets, "" if nothing was.
    """

    paths: tuple[Path, ...]
    pages: int
    notices: tuple[Notice, ...]
    said: str = ""

    def __add__(self, other: "Made") -> "Made":
        """Both, each notice once."""
        return Made(
            self.paths + other.paths,
            self.pages + other.pages,
            tuple(dict.fromkeys(self.notices + other.notices)),
            self.said or other.said,
        )


def write_files(
    target: Path,
    handouts: tuple[Handout, ...],
    planned: Planned,
    order: Order,
    source: Source,
) -> Made:
    """Print handouts into one file for each version and edition asked for.

    `target` is the path of the results without their suffix. Raises FontError for
    characters no font has, WriteError, TemplateError.
    """
    made = Made((), 0, ())
    for edition in editions(handouts, order.options):
        path = target.with_name(f"{target.name}{edition.suffix}.pdf")
        made += _write_edition(path, edition, planned, order, source)
    return made


def _write_edition(
    path: Path, edition: Edition, planned: Planned, order: Order, source: Source
) -> Made:
    pressed = press(edition.handouts, order, only_answers=edition.only_answers)
    printed = printed_of(pressed, planned)
    attached = ((source.file_name, source.content),)
    return write_printed(path, pressed.html, printed, planned.text, order, attached)


def write_printed(
    path: Path,
    html: tuple[str, ...],
    printed: Printed,
    text: str,
    order: Order,
    sources: tuple[tuple[str, bytes], ...],
) -> Made:
    """Write what was printed of a text; `sources` are names and bytes to attach."""
    pdf = printed.pdf
    if order.options.attach:
        from handout.pipeline.attachment import attach_file

        for name, content in sources:
            pdf = attach_file(pdf, name, content)
    written: tuple[Path, ...] = (files.write_whole(path, pdf),)
    if order.options.html:
        written += _write_html(path, html, printed.grown, order)
    faults = _layout_notices(path, printed, text)
    return Made(written, printed.pages, printed.notices + faults)


def print_for_screen(planned: Planned, order: Order) -> Printed:
    """Print the first edition for a screen, and write nothing."""
    first = next(editions((planned.handout,), order.options))
    return printed_of(press(first.handouts, order, "screen"), planned)


def printed_of(pressed: Pressed, planned: Planned) -> Printed:
    """What was printed. Raises FontError for characters no font has."""
    if pressed.printed is None:
        raise characters_lost(pressed.lost, planned.name, planned.places)
    return pressed.printed


def _layout_notices(path: Path, printed: Printed, text: str) -> tuple[Notice, ...]:
    """What is not as it should be on the pages that were printed."""
    from handout.preflight.rules.laid_out import layout_findings

    return tuple(
        Notice(
            found.rule,
            f"{found.message} ({found.rule})",
            f"{path.name}, page {found.page}",
        )
        for found in layout_findings(printed.layout, text)
    )


def _write_html(
    path: Path,
    html: tuple[str, ...],
    grown: tuple[dict[str, Grown], ...],
    order: Order,
) -> tuple[Path, ...]:
    from handout.pipeline.standalone_html import standalone

    pages = [
        standalone(page, boxes, order.font_dir, order.pack.folders)
        for page, boxes in zip(html, grown, strict=True)
    ]
    if len(pages) == 1:
        return (files.write_whole(path.with_suffix(".html"), pages[0].encode()),)
    return tuple(
        files.write_whole(path.with_suffix(f".{n}.html"), page.encode())
        for n, page in enumerate(pages, 1)
    )
