"""One handout or worksheet in the making: what is read, planned, fitted and printed."""

from dataclasses import replace
from pathlib import Path

from handout import files, packs
from handout.errors import UsageError
from handout.model.document import Document
from handout.model.handout import Handout
from handout.model.notice import Notice
from handout.model.options import MakeOptions
from handout.model.pack import Pack, Value
from handout.model.paper import Paper, paper_named
from handout.packs.choices import chosen, pairs
from handout.packs.project import choices_for
from handout.pipeline.editions import Edition, editions
from handout.pipeline.fit import (
    Amounts,
    fitted,
    limits_of,
    no_more_than,
    told,
    with_lines,
)
from handout.pipeline.from_file import ready
from handout.pipeline.missing_characters import (
    Places,
    characters_lost,
    font_folder,
    places_in,
    places_in_file,
)
from handout.pipeline.press import Sheets, Work, press
from handout.printing import Printed
from handout.printing.pages.fill import Grown


class Job:
    """Plans, renders and prints with one pack on one paper."""

    def __init__(self, options: MakeOptions, *, default_pack: str) -> None:
        self.options = options
        self.pack: Pack = packs.find(options.template or default_pack)
        self.paper: Paper = paper_named(options.paper or self.pack.paper)
        self.choices = _choices(self.pack, options)
        self.font_dir = font_folder(options.font_dir)
        self.notices: tuple[Notice, ...] = ()
        self.said = ""
        self.edited: Handout | None = None
        self.name = ""
        self.places: Places = ()
        self.text = ""
        # What is attached to the PDF, if it is asked for: its name, and itself.
        self.source = ("", b"")

    def take(self, document: Document) -> None:
        """Take the document that all is made of."""
        self.document = document
        self.name, self.places = document.name, places_in(document)
        self.text = "\n".join(piece.text for piece in document.pieces())

    def take_file(self, content: bytes, name: str) -> tuple[Notice, ...]:
        """Take a handout file instead of a document. Raises ReadError."""
        with_text = self.options.plan.with_text or self.pack.with_text
        found = ready(content, name, self.options, with_text=with_text)
        self.edited = found.handout
        self.name, self.places = name, places_in_file(content)
        self.text = content.decode("utf-8", "replace")
        return found.notices

    def planned(self, amounts: Amounts | None = None) -> Handout:
        """Plan what the pack prints, of what was read or of what a person edited."""
        from handout.plan.agenda import timed

        lines = amounts.lines if amounts else 0
        handout = self._cut(amounts) if self.edited else self._analysed(amounts)
        _check_minutes(handout, self.options.plan.minutes)
        return timed(with_lines(handout, lines))

    def _cut(self, amounts: Amounts | None) -> Handout:
        """Give what a person edited, or what of it fits."""
        from handout.plan.edited.cut import cut

        assert self.edited
        if not amounts:
            return self.edited
        return cut(self.edited, sentences=amounts.sentences, phrases=amounts.phrases)

    def _analysed(self, amounts: Amounts | None) -> Handout:
        """Analyse what was read, and plan it."""
        from handout.analyse import analyse
        from handout.plan import lacking, plan

        wished = self.options.analyse
        if amounts:
            wished = replace(
                wished,
                summary_sentences=amounts.sentences,
                phrases=amounts.phrases,
            )
        analysis = analyse(self.document, wished)
        self.notices = analysis.notices
        options = self.options.plan
        if self.pack.with_text:
            options = replace(options, with_text=True)
        handout = plan(self.document, analysis, options)
        self.notices += lacking(handout, options.exercises)
        return handout

    def fitted(self) -> Handout:
        """Plan what fills the sheets that were asked for. Raises UsageError."""
        wanted = self.options.analyse
        wished = Amounts(wanted.summary_sentences, wanted.phrases)
        limits = limits_of(self.options.within)
        if self.edited:
            from handout.plan.edited.cut import most_of

            # A person's file holds no more than it says.
            wished = Amounts(*most_of(self.edited))
            limits = no_more_than(limits, wished)
        found = fitted(self._pages, wished, limits, sheets=self.options.sheets)
        self.said = told(wished, found, self.options.sheets)
        self._flow(found.flowing)
        return self.planned(found)

    def _pages(self, amounts: Amounts) -> int:
        self._flow(amounts.flowing)
        first = next(editions((self.planned(amounts),), self.options))
        return self._printed(self._pressed(first, counted=True)).pages

    def _flow(self, flowing: bool) -> None:
        if flowing and "sections" in self.choices:
            self.choices = self.choices | {"sections": "flow"}

    def print_to(
        self, folder: Path, stem: str, handouts: tuple[Handout, ...]
    ) -> tuple[tuple[Path, ...], int, tuple[Notice, ...]]:
        """Print handouts into one file for each version and edition asked for."""
        written: tuple[Path, ...] = ()
        notices: tuple[Notice, ...] = ()
        pages = 0
        for edition in editions(handouts, self.options):
            path = folder / f"{stem}{edition.suffix}.pdf"
            paths, count, more = self._print(path, edition)
            written, pages, notices = written + paths, pages + count, notices + more
        return written, pages, notices

    def _print(
        self, path: Path, edition: Edition
    ) -> tuple[tuple[Path, ...], int, tuple[Notice, ...]]:
        sheets = self._pressed(edition)
        printed = self._printed(sheets)
        pdf = printed.pdf
        if self.options.attach:
            from handout.pipeline.attachment import attached

            pdf = attached(pdf, *self.source)
        written: tuple[Path, ...] = (files.write_whole(path, pdf),)
        if self.options.html:
            written += self._write_html(path, sheets.html, printed.grown)
        return written, printed.pages, printed.notices + self._faults(path, printed)

    def _faults(self, path: Path, printed: Printed) -> tuple[Notice, ...]:
        """Say what is not as it should be on the pages that were printed."""
        from handout.preflight.rules.laid_out import layout_findings

        return tuple(
            Notice(
                found.rule,
                f"{found.message} ({found.rule})",
                f"{path.name}, page {found.page}",
            )
            for found in layout_findings(printed.layout, self.text)
        )

    def printed(self, handout: Handout) -> Printed:
        """Print a handout's first edition for a screen, and keep it from the disk."""
        first = next(editions((handout,), self.options))
        return self._printed(self._pressed(first, light=True))

    def _pressed(
        self, edition: Edition, *, counted: bool = False, light: bool = False
    ) -> Sheets:
        work = Work(
            edition.handouts,
            self.pack,
            self.paper,
            tuple(self.choices.items()),
            self.options.keep_punctuation,
            self.font_dir,
            counted=counted,
            light=light,
            only_answers=edition.only_answers,
        )
        return press(work)

    def _printed(self, sheets: Sheets) -> Printed:
        """Give what was printed. Raises FontError for characters no font has."""
        if sheets.printed is None:
            raise characters_lost(sheets.lost, self.name, self.places)
        return sheets.printed

    def _write_html(
        self, path: Path, html: tuple[str, ...], grown: tuple[dict[str, Grown], ...]
    ) -> tuple[Path, ...]:
        from handout.pipeline.standalone_html import standalone

        pages = [
            standalone(page, boxes, self.font_dir, self.pack.folders)
            for page, boxes in zip(html, grown, strict=True)
        ]
        if len(pages) == 1:
            return (files.write_whole(path.with_suffix(".html"), pages[0].encode()),)
        return tuple(
            files.write_whole(path.with_suffix(f".{n}.html"), page.encode())
            for n, page in enumerate(pages, 1)
        )


def _choices(pack: Pack, options: MakeOptions) -> dict[str, Value]:
    """Give a value for every option of a pack. Raises UsageError."""
    given = pairs(options.choices)
    if options.project is None:
        return chosen(pack, given)
    values, places = choices_for(pack, options.project)
    by_project = {name: at for name, at in places.items() if name not in given}
    return chosen(pack, values | given, by_project)


def _check_minutes(handout: Handout, minutes: tuple[int, ...]) -> None:
    """Raise UsageError for minutes that are not those of every section."""
    if len(minutes) not in (0, 1, len(handout.sections)):
        raise UsageError(
            f"gives {len(minutes)} numbers for {len(handout.sections)} sections",
            where="--minutes",
            hint="give one for each section, or one for the whole meeting",
        )
