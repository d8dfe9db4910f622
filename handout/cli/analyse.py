"""handout analyse: the summaries and key phrases of a document, or of thousands."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from handout import pipeline, records
from handout.cli import show
from handout.cli.groups import spread_groups
from handout.cli.guarded import work_on
from handout.cli.source import Choosing, JsonOption, Reading, StrictOption
from handout.errors import ReadError
from handout.model.analysis import Analysis
from handout.model.document import Document
from handout.model.notice import Notice
from handout.model.options import AnalyseOptions, ReadOptions
from handout.pipeline import Source, read_source


@spread_groups
def analyse(
    source: Annotated[
        str, typer.Argument(metavar="[SOURCE]", help="A file, or - for standard input.")
    ] = "-",
    *,
    as_json: JsonOption = False,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain", help="Explain why each sentence and phrase was chosen."
        ),
    ] = False,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="JSON Lines: one record in, one result out.")
    ] = False,
    jobs: Annotated[
        int, typer.Option(min=1, metavar="N", help="Parallel processes, with --jsonl.")
    ] = 1,
    summary_chars: Annotated[
        int | None,
        typer.Option(
            min=1,
            metavar="N",
            help="Longest summary in characters, in place of --sentences.",
            rich_help_panel="Sentences and phrases",
        ),
    ] = None,
    choosing: Choosing,
    reading: Reading,
    strict: StrictOption = False,
) -> None:
    """Show the summaries and key phrases of a document."""
    with show.errors_shown():
        said = choosing.options()
        options = replace(said, summary_chars=summary_chars or 0, explain=explain)
        if jsonl:
            language = reading.language
            for answer in pipeline.analyse_lines(
                _lines(source), options, language=language, jobs=jobs
            ):
                show.result(answer)
            return
        given = Source.open(source), reading.options(), options
        document, analysis, found = work_on(source, _analysis_of, *given)
        if as_json:
            record = records.analysis_record(document, analysis, found, whole=True)
            show.record(record)
        else:
            for line in _analysis_lines(document, analysis):
                show.result(line)
    show.notices(found + analysis.notices, strict=strict)


def _analysis_of(
    source: Source, reading: ReadOptions, options: AnalyseOptions
) -> tuple[Document, Analysis, tuple[Notice, ...]]:
    """What was read, what was found in it, and what is worth knowing."""
    from handout.analyse import analyse as analyse_document

    document, found = read_source(source, reading)
    return document, analyse_document(document, options), found


def _lines(source: str) -> Iterator[str]:
    """The records as they come; what is not UTF-8 becomes a bad record."""
    if source == "-":
        yield from (line.decode("utf-8", "replace") for line in sys.stdin.buffer)
        return
    try:
        with Path(source).open("rb") as file:
            yield from (line.decode("utf-8", "replace") for line in file)
    except OSError as error:
        raise ReadError(
            f"cannot be read ({error.strerror or error})",
            where=source,
            hint="give a file of JSON records, one per line",
        ) from error


def _analysis_lines(document: Document, analysis: Analysis) -> Iterator[str]:
    reasons = dict(analysis.reasons)
    yield from (f"{s.text} 〔¶{s.paragraph}〕" for s in analysis.overview)
    for section, part in zip(document.sections, analysis.sections, strict=True):
        yield from ("", section.heading.text if section.heading else "(introduction)")
        for sentence in part.summary:
            yield f"  {sentence.text} 〔¶{sentence.paragraph}〕"
            yield from _reason_lines(reasons.get(sentence.text, ()))
        for phrase in part.keyphrases:
            yield f"  · {phrase.text} ×{phrase.count} ¶{phrase.paragraph}"
            yield from _reason_lines(reasons.get(phrase.text, ()))


def _reason_lines(reasons: tuple[tuple[str, float], ...]) -> Iterator[str]:
    if reasons:
        yield "      " + ", ".join(
            f"{name} {value:+.2f}" for name, value in reasons[:6]
        )
