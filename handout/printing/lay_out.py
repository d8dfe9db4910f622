"""Lays HTML out on pages and writes them as a PDF; WeasyPrint's log becomes notices."""

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handout.errors import FontError
from handout.model.notice import Notice
from handout.printing.engine.fetcher import fetcher
from handout.printing.engine.load import load_weasyprint
from handout.printing.lines import (
    chinese_lines,
    headings,
    kaiming,
    last_space,
    paragraph,
)
from handout.printing.lines.loose_lines import uneven_lines
from handout.printing.lines.ruby import set_readings
from handout.printing.pages import fill, grid, overlay
from handout.printing.speed import min_width, quick_styles, remembered_values, sheets

LESSONS = (
    chinese_lines,
    kaiming,
    paragraph,
    last_space,
    headings,
    min_width,
    grid,
    fill,
    quick_styles,
    remembered_values,
    sheets,
)


@dataclass(frozen=True, slots=True)
class Laid:
    """A document laid out on pages, before it becomes a PDF.

    `additions` were taken out of the parsed page `root`, to be drawn over the pages.
    """

    document: Any
    notices: tuple[Notice, ...]
    additions: tuple[overlay.Addition, ...] = ()
    root: Any = None

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self.document.pages)

    @property
    def grown(self) -> dict[str, fill.Grown]:
        """The boxes that grew, by element id."""
        found: dict[str, fill.Grown] = {}
        for page in self.document.pages:
            found |= fill.grown_on(page._page_box)
        return found

    def faults(self) -> Iterator[Notice]:
        """Measure the pages: what runs over, is too low to write in, or too pale."""
        from handout.printing.report.faults import faults_on

        for number, page in enumerate(self.document.pages, 1):
            yield from faults_on(page._page_box, number)


def lay_out(html: str, folders: tuple[Path, ...], font_dir: Path | None) -> Laid:
    """Lay HTML out on pages, with Chinese lines and filled boxes.

    `folders` are the pack's, the only places a picture may come from. Raises FontError
    if a character has no glyph, SetupError if a system library is missing.
    """
    weasyprint = load_weasyprint(font_dir)
    notices = [*_teach()]
    with _log_lines() as lines:
        parsed = weasyprint.HTML(
            string=html,
            base_url=folders[0].as_uri() + "/",
            url_fetcher=fetcher(folders),
        )
        root = parsed.etree_element
        additions = overlay.take_out(root)
        chinese_lines.add_hints(root)
        set_readings(root)
        document = parsed.render()
        for page in document.pages:
            page.bookmarks = [
                (level, chinese_lines.without_hints(label), *rest)
                for level, label, *rest in page.bookmarks
            ]
    notices += _notices(lines)
    notices += uneven_lines(page._page_box for page in document.pages)
    return Laid(document, tuple(notices), additions, root)


def draw_additions(laid: Laid, folders: tuple[Path, ...], font_dir: Path | None) -> int:
    """Draw over the pages what was taken out of them; return how much does not fit."""
    if not laid.additions:
        return 0

    def render(html: str) -> Any:
        return lay_out(html, folders, font_dir).document

    return overlay.draw_over(laid.document.pages, laid.additions, laid.root, render)


def as_pdf(
    laid: list[Laid], note: str = "", *, light: bool = False
) -> tuple[bytes, tuple[Notice, ...]]:
    """Write the pages of one or more documents as one PDF; return it with notices.

    `note` goes into the file too, for its check. With `light` nothing is compressed.
    Raises FontError if a character has no glyph.
    """
    first = laid[0].document
    pages = [page for one in laid for page in one.document.pages]
    with _log_lines() as lines:
        pdf = bytes(
            first.copy(pages).write_pdf(finisher=_noting(note), uncompressed_pdf=light)
        )
    for line in lines:
        if ".notdef" in line:
            raise FontError(
                f"a character has no glyph ({line})",
                hint="give a folder with a font that has it: [[font_dir]] FOLDER",
            )
    return pdf, tuple(_notices(lines))


def _noting(note: str) -> Callable[[Any, Any], None]:
    """What writes a note into a PDF, where programs keep what is their own."""
    text = re.sub(rb"([\\()])", rb"\\\1", note.encode("utf-8", "surrogatepass"))

    def finish(_document: Any, pdf: Any) -> None:
        # The same day always: the same source gives the same bytes.
        kept = b"/LastModified (D:20000101000000Z) /Private (" + text + b")"
        pdf.catalog["PieceInfo"] = b"<< /Handout << " + kept + b" >> >>"

    return finish


def _teach() -> Iterator[Notice]:
    """Teach WeasyPrint what it lacks; a notice where this version cannot learn."""
    for module in LESSONS:
        if missing := module.install():
            yield Notice("weasyprint", missing)


@contextmanager
def _log_lines() -> Iterator[list[str]]:
    """Collect what WeasyPrint says while it works."""
    lines: list[str] = []

    class Collect(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(record.getMessage())

    logger = logging.getLogger("weasyprint")
    before, propagate, level = logger.handlers[:], logger.propagate, logger.level
    logger.handlers, logger.propagate = [Collect(logging.WARNING)], False
    logger.setLevel(logging.WARNING)
    try:
        yield lines
    finally:
        logger.handlers, logger.propagate = before, propagate
        logger.setLevel(level)


def _notices(lines: list[str]) -> list[Notice]:
    return [Notice("print", line) for line in dict.fromkeys(lines)]
