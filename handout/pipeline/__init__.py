"""Joins the five stages: read, analyse, plan, render, print."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from handout import files
from handout.errors import ReadError
from handout.handout_file import SUFFIX, is_draft
from handout.model.analysis import Analysis
from handout.model.document import Document
from handout.model.handout import Handout
from handout.model.notice import Notice
from handout.model.options import AnalyseOptions, MakeOptions, ReadOptions
from handout.pipeline.from_file import SIDECAR, refuse_draft
from handout.pipeline.job import Job

if TYPE_CHECKING:
    from handout.preflight import CheckOptions, Report


@dataclass(frozen=True, slots=True)
class Made:
    """The files written, the pages in them, and what is worth knowing.

    `said` is what was done to fit the handout to its sheets, "" if nothing was.
    """

    paths: tuple[Path, ...]
    pages: int
    notices: tuple[Notice, ...]
    said: str = ""


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
        if self.name == "-":
            return "handout"
        return files.safe_name(Path(self.name).stem.removesuffix(".handout"))

    @property
    def file_name(self) -> str:
        """The name without its folder, which may tell what is nobody's business."""
        return Path(self.name).name if self.name != "-" else "source"


def read(
    source: Source, options: ReadOptions | None = None
) -> tuple[Document, tuple[Notice, ...]]:
    """Read a source. Raises ReadError."""
    from handout.read import read as read_

    refuse_draft(source.content, source.name)
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


def take(job: Job, source: Source) -> tuple[Notice, ...]:
    """Give a job what it works on: a document, or a handout file."""
    job.source = (source.file_name, source.content)
    if is_draft(source.content, source.name):
        return job.take_file(source.content, source.name)
    document, notices = read(source, job.options.read)
    job.take(document)
    edited = Path(source.name).with_suffix(SUFFIX)
    if source.name != "-" and edited.is_file():
        message = f"{edited.name} beside it was not used: to print it, make {edited}"
        notices += (Notice("edited", message, source.name),)
    return notices


def make(source: Source, out: Path, options: MakeOptions) -> Made:
    """Turn one source into one printable handout in the folder `out`."""
    job = Job(options, default_pack="meeting")
    notices = take(job, source)
    handout = job.fitted() if options.sheets else job.planned()
    written, pages, more = job.print_to(out, source.stem, (handout,))
    return Made(written, pages, notices + job.notices + more, job.said)


def worksheets(
    source: Source, out: Path, options: MakeOptions, *, one_file: bool = False
) -> Made:
    """Turn one source into a worksheet for each section, or all in one file."""
    from handout.plan import worksheets as split

    job = Job(options, default_pack="worksheet")
    notices = take(job, source)
    sheets = split(job.planned())
    notices += job.notices
    if one_file:
        written, pages, more = job.print_to(out, f"{source.stem}-worksheets", sheets)
        return Made(written, pages, notices + more)
    paths: tuple[Path, ...] = ()
    pages = 0
    for sheet in sheets:
        written, count, more = job.print_to(out, _sheet_name(source, sheet), (sheet,))
        paths, pages, notices = paths + written, pages + count, notices + more
    return Made(paths, pages, tuple(dict.fromkeys(notices)))


def names(path: Path) -> tuple[str, ...]:
    """Read a list of names. Raises ReadError."""
    from handout.pipeline.name_list import read_names

    return read_names(files.load(path), name=str(path))


def check(
    pdf: bytes,
    options: "CheckOptions",
    source: Source | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> "Report":
    """Check what was printed, against its source too if there is one.

    The source is the one that is given, else a file attached to the PDF that can be
    read. Raises ReadError.
    """
    from handout.preflight.in_own_process import examine_guarded
    from handout.preflight.pages.attached import attached_to

    if source is not None:
        return examine_guarded(pdf, _with_source(options, source), progress)
    for name, content in attached_to(pdf, options.name):
        try:
            options = _with_source(options, Source(content, name))
            break
        except ReadError as error:
            options = replace(options, no_source=f"the attached file: {error}")
    return examine_guarded(pdf, options, progress)


def _with_source(options: "CheckOptions", source: Source) -> "CheckOptions":
    document, _ = read(source)
    return replace(options, source=tuple(one.text for one in document.paragraphs))


def _sheet_name(source: Source, sheet: Handout) -> str:
    section = sheet.sections[0]
    title = files.safe_name(section.title, fallback="")[:40]
    return f"{source.stem}-{section.place:02d}{title and '-'}{title}"


def analyse_lines(
    lines: Iterable[str], options: AnalyseOptions, *, language: str = "", jobs: int
) -> Iterator[str]:
    """Answer JSON records, a line each, as `handout analyse --jsonl` does."""
    from handout.analyse.bulk import Record
    from handout.analyse.bulk import analyse_lines as answer
    from handout.read.structure.language import language_of
    from handout.records import analysis_record, as_text

    how = Record(read_record, language_of, analysis_record, language)
    answers = answer(lines, options, how, jobs=jobs)
    return map(as_text, answers)


def read_record(title: str, text: str, language: str = "") -> Document:
    """Read the text of one record, whose title stands beside it."""
    from handout.read import read as read_

    content = text.encode("utf-8", "surrogatepass")
    return read_(content, name="record.txt", title=title, language=language)[0]
