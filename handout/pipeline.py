"""Joins the five stages: read, analyse, plan, render, print."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from handout import files, packs
from handout.errors import FontError
from handout.model.analysis import Analysis
from handout.model.document import Document, Paragraph
from handout.model.handout import Handout
from handout.model.notice import Notice
from handout.model.options import AnalyseOptions, MakeOptions, ReadOptions
from handout.model.pack import Pack
from handout.model.paper import Paper, paper_named
from handout.packs.choices import chosen, pairs
from handout.press import Work, press
from handout.printing.fill import Grown

# A reader's own word on what is a heading: FILE.outline.yaml beside FILE.
SIDECAR = ".outline.yaml"


@dataclass(frozen=True, slots=True)
class Made:
    """The files written, the pages in them, and what is worth knowing."""

    paths: tuple[Path, ...]
    pages: int
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """What to make a handout of: the bytes, and the name to call it by.

    `corrections` is the text of the sidecar FILE.outline.yaml, "" if there is none.
    """

    content: bytes
    name: str
    corrections: str = ""

    @property
    def stem(self) -> str:
        """The name that results are called by, without folder and suffix."""
        return files.safe_name(Path(self.name).stem if self.name != "-" else "handout")


def read(
    source: Source, options: ReadOptions | None = None
) -> tuple[Document, tuple[Notice, ...]]:
    """Read a source. Raises ReadError."""
    from handout.read import read as read_

    known = options or ReadOptions()
    corrections: tuple[Any, ...] = ()
    if source.corrections:
        from handout.read.corrections import loads

        corrections = loads(source.corrections, name=f"{source.name}{SIDECAR}")
    return read_(
        source.content,
        name=source.name,
        encoding=known.encoding,
        language=known.language,
        corrections=corrections,
    )


def analyse(document: Document, options: MakeOptions) -> Analysis:
    """Find the sentences and phrases worth printing."""
    from handout.analyse import analyse as analyse_

    return analyse_(document, options.analyse)


def make(source: Source, out: Path, options: MakeOptions) -> Made:
    """Turn one source into one printable handout in the folder `out`."""
    job = _Job(options, default_pack="meeting")
    handout, notices = job.plan(source)
    path = out / f"{source.stem}.pdf"
    written, pages, more = job.print_to(path, (handout,))
    return Made(written, pages, notices + more)


def worksheets(
    source: Source, out: Path, options: MakeOptions, *, one_file: bool = False
) -> Made:
    """Turn one source into a worksheet for each section, or all in one file."""
    from handout.plan import worksheets as split

    job = _Job(options, default_pack="worksheet")
    handout, notices = job.plan(source)
    sheets = split(handout)
    if one_file:
        path = out / f"{source.stem}-worksheets.pdf"
        written, pages, more = job.print_to(path, sheets)
        return Made(written, pages, notices + more)
    paths: tuple[Path, ...] = ()
    pages = 0
    for sheet in sheets:
        written, count, more = job.print_to(out / _sheet_name(source, sheet), (sheet,))
        paths, pages, notices = paths + written, pages + count, notices + more
    return Made(paths, pages, tuple(dict.fromkeys(notices)))


def _sheet_name(source: Source, sheet: Handout) -> str:
    section = sheet.sections[0]
    title = files.safe_name(section.title, fallback="")[:40]
    return f"{source.stem}-{section.place:02d}{title and '-'}{title}.pdf"


class _Job:
    """Plans, renders and prints with one pack on one paper."""

    def __init__(self, options: MakeOptions, *, default_pack: str) -> None:
        self.options = options
        self.pack: Pack = packs.find(options.template or default_pack)
        self.paper: Paper = paper_named(options.paper or self.pack.paper)
        self.choices = chosen(self.pack, pairs(options.choices))
        self.font_dir = font_folder(options.font_dir)

    def plan(self, source: Source) -> tuple[Handout, tuple[Notice, ...]]:
        """Read and analyse a source, and plan what of it the pack prints."""
        from handout.plan import plan

        self.document, notices = read(source, self.options.read)
        analysis = analyse(self.document, self.options)
        options = self.options.plan
        if self.pack.with_text:
            options = replace(options, with_text=True)
        return plan(self.document, analysis, options), notices + analysis.notices

    def print_to(
        self, path: Path, handouts: tuple[Handout, ...]
    ) -> tuple[tuple[Path, ...], int, tuple[Notice, ...]]:
        """Print handouts into one file, each from a new sheet on."""
        work = Work(
            handouts,
            self.pack,
            self.paper,
            tuple(self.choices.items()),
            self.options.keep_punctuation,
            self.font_dir,
        )
        sheets = press(work)
        if sheets.printed is None:
            raise characters_lost(sheets.lost, self.document)
        printed = sheets.printed
        written: tuple[Path, ...] = (files.write_whole(path, printed.pdf),)
        if self.options.html:
            written += self._write_html(path, sheets.html, printed.grown)
        return written, printed.pages, printed.notices

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

    text = "".join(piece.text for piece in document.pieces())
    if lost := lacking(text, font_dir):
        raise characters_lost(tuple(lost), document)


def characters_lost(lost: tuple[str, ...], document: Document) -> FontError:
    """Say which characters no font has, and in which ¶ they stand."""
    from handout.printing.fonts import described

    places = [
        f"¶{piece.number}" if isinstance(piece, Paragraph) else f"line {piece.line}"
        for piece in document.pieces()
        if set(lost) & set(piece.text)
    ]
    named = ", ".join(described(c) for c in lost[:8]) + (" …" if len(lost) > 8 else "")
    shown = ", ".join(places[:5]) + (" …" if len(places) > 5 else "")
    return FontError(
        f"no font has {named}",
        where=", ".join(filter(None, (document.name, shown))),
        hint="give a folder with a font that has it (--font-dir FOLDER), or write it "
        "otherwise in the source",
    )


def analyse_lines(
    lines: Iterable[str], options: AnalyseOptions, *, jobs: int
) -> Iterator[str]:
    """Answer JSON records, a line each, as `handout analyse --jsonl` does."""
    from handout.analyse.bulk import analyse_lines as answer

    return answer(lines, options, read_record, jobs=jobs)


def read_record(title: str, text: str) -> Document:
    """Read the text of one record, whose title stands beside it."""
    from handout.read import read as read_

    content = text.encode("utf-8", "surrogatepass")
    return read_(content, name="record.txt", title=title)[0]
