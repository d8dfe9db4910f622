"""One handout or worksheet in the making: what is read, planned, fitted and printed."""

from dataclasses import replace
from pathlib import Path

from handout import files, packs
from handout.drafting import ready
from handout.errors import FontError, UsageError
from handout.fit import Amounts, fitted, limits_of, no_more_than, told, with_lines
from handout.model.document import Document, Paragraph
from handout.model.handout import Handout
from handout.model.notice import Notice
from handout.model.options import MakeOptions
from handout.model.pack import Pack
from handout.model.paper import Paper, paper_named
from handout.packs.choices import chosen, pairs
from handout.press import Sheets, Work, press
from handout.printing import Printed
from handout.printing.fill import Grown

# What to call a place, and the text that stands there.
Places = tuple[tuple[str, str], ...]


class Job:
    """Plans, renders and prints with one pack on one paper."""

    def __init__(self, options: MakeOptions, *, default_pack: str) -> None:
        self.options = options
        self.pack: Pack = packs.find(options.template or default_pack)
        self.paper: Paper = paper_named(options.paper or self.pack.paper)
        self.choices = chosen(self.pack, pairs(options.choices))
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
        from handout.plan.edited import cut

        assert self.edited
        if not amounts:
            return self.edited
        return cut(self.edited, sentences=amounts.sentences, phrases=amounts.phrases)

    def _analysed(self, amounts: Amounts | None) -> Handout:
        """Analyse what was read, and plan it."""
        from handout.analyse import analyse
        from handout.plan import plan

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
        return plan(self.document, analysis, options)

    def fitted(self) -> Handout:
        """Plan what fills the sheets that were asked for. Raises UsageError."""
        wanted = self.options.analyse
        wished = Amounts(wanted.summary_sentences, wanted.phrases)
        limits = limits_of(self.options.within)
        if self.edited:
            from handout.plan.edited import most_of

            # A person's file holds no more than it says.
            wished = Amounts(*most_of(self.edited))
            limits = no_more_than(limits, wished)
        found = fitted(self._pages, wished, limits, sheets=self.options.sheets)
        self.said = told(wished, found, self.options.sheets)
        self._flow(found.flowing)
        return self.planned(found)

    def _pages(self, amounts: Amounts) -> int:
        self._flow(amounts.flowing)
        return self._printed(
            self._pressed((self.planned(amounts),), counted=True)
        ).pages

    def _flow(self, flowing: bool) -> None:
        if flowing and "sections" in self.choices:
            self.choices = self.choices | {"sections": "flow"}

    def print_to(
        self, path: Path, handouts: tuple[Handout, ...]
    ) -> tuple[tuple[Path, ...], int, tuple[Notice, ...]]:
        """Print handouts into one file, each from a new sheet on."""
        sheets = self._pressed(handouts)
        printed = self._printed(sheets)
        pdf = printed.pdf
        if self.options.attach:
            from handout.printing.attach import attached

            pdf = attached(pdf, *self.source)
        written: tuple[Path, ...] = (files.write_whole(path, pdf),)
        if self.options.html:
            written += self._write_html(path, sheets.html, printed.grown)
        return written, printed.pages, printed.notices + self._faults(path, printed)

    def _faults(self, path: Path, printed: Printed) -> tuple[Notice, ...]:
        """Say what is not as it should be on the pages that were printed."""
        from handout.check.layout_rules import layout_findings

        return tuple(
            Notice(
                found.rule,
                f"{found.message} ({found.rule})",
                f"{path.name}, page {found.page}",
            )
            for found in layout_findings(printed.layout, self.text)
        )

    def _pressed(
        self, handouts: tuple[Handout, ...], *, counted: bool = False
    ) -> Sheets:
        work = Work(
            handouts,
            self.pack,
            self.paper,
            tuple(self.choices.items()),
            self.options.keep_punctuation,
            self.font_dir,
            counted=counted,
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
        from handout.printing.export import standalone

        pages = [
            standalone(page, boxes, self.font_dir)
            for page, boxes in zip(html, grown, strict=True)
        ]
        if len(pages) == 1:
            return (files.write_whole(path.with_suffix(".html"), pages[0].encode()),)
        return tuple(
            files.write_whole(path.with_suffix(f".{n}.html"), page.encode())
            for n, page in enumerate(pages, 1)
        )


def _check_minutes(handout: Handout, minutes: tuple[int, ...]) -> None:
    """Raise UsageError for minutes that are not those of every section."""
    if len(minutes) not in (0, 1, len(handout.sections)):
        raise UsageError(
            f"gives {len(minutes)} numbers for {len(handout.sections)} sections",
            where="--minutes",
            hint="give one for each section, or one for the whole meeting",
        )


def font_folder(given: str) -> Path | None:
    """Give the user's font folder, or None. Raises FontError if it is not there."""
    if given and not Path(given).is_dir():
        raise FontError(
            "there is no such folder",
            where=given,
            hint="give --font-dir a folder with .ttf, .otf or .ttc files",
        )
    return Path(given) if given else None


def check_characters(document: Document, font_dir: Path | None) -> None:
    """Raise FontError for characters of the document that no font has."""
    from handout.printing.fonts import lacking

    places = places_in(document)
    if lost := lacking("".join(text for _, text in places), font_dir):
        raise characters_lost(tuple(lost), document.name, places)


def places_in(document: Document) -> Places:
    """Give the pieces of a document by their ¶, or by their line."""
    return tuple(
        (f"¶{piece.number}", piece.text)
        if isinstance(piece, Paragraph)
        else (f"line {piece.line}", piece.text)
        for piece in document.pieces()
    )


def places_in_file(content: bytes) -> Places:
    """Give the lines of a handout file."""
    lines = content.decode("utf-8", "replace").splitlines()
    return tuple((f"line {number}", line) for number, line in enumerate(lines, 1))


def characters_lost(lost: tuple[str, ...], name: str, places: Places) -> FontError:
    """Say which characters no font has, and in which ¶ or line they stand."""
    from handout.printing.fonts import described

    found = [place for place, text in places if set(lost) & set(text)]
    named = ", ".join(described(c) for c in lost[:8]) + (" …" if len(lost) > 8 else "")
    shown = ", ".join(found[:5]) + (" …" if len(found) > 5 else "")
    return FontError(
        f"no font has {named}",
        where=", ".join(filter(None, (name, shown))),
        hint="give a folder with a font that has it (--font-dir FOLDER), or write it "
        "otherwise in the source",
    )
