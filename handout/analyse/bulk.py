"""Analyses records by the thousand: one in, one out, and a bad one stops nothing."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from math import isfinite
from typing import Any, NamedTuple

from handout import guard
from handout.analyse import analyse
from handout.errors import HandoutError
from handout.model.analysis import Analysis
from handout.model.document import Document, Line, Paragraph, Section
from handout.model.options import AnalyseOptions

Answer = dict[str, Any]
# What one record may take, and more for each MB of it.
_RECORD = guard.Stage("the record", limits=guard.Limits(20, 800, 40, 300))
LANGUAGES = ("zh-CN", "zh-TW", "en")


class RecordFunctions(NamedTuple):
    """How a record is read and answered: plain functions, for other processes too.

    `read` makes a document of a title, a text with headings and its language;
    `language_of` finds the language of a text; `describe` makes plain values of an
    analysis. `language` is that of all records which name none; "" finds it for each.
    """

    read: Callable[[str, str, str], Document]
    language_of: Callable[[str], str]
    describe: Callable[[Document, Analysis], Mapping[str, Any]]
    language: str = ""


def answer_lines(
    lines: Iterable[str],
    options: AnalyseOptions,
    how: RecordFunctions,
    *,
    jobs: int = 1,
) -> Iterator[Answer]:
    """Answer each line, a JSON record, with a record, in order and as they come.

    With several `jobs`, as many processes share the work; only a few lines are held.
    """
    answer = partial(answer_line, options=options, how=how)
    given = (line for line in lines if line.strip())
    if not guard.can_fork or (jobs <= 1 and not guard.is_started()):
        yield from map(answer, given)
        return
    with guard.Pool(jobs) as pool:
        yield from pool.map(_RECORD, answer, given, _answer_failure)


def _answer_failure(line: str, error: HandoutError) -> Answer:
    """Answer a record whose analysis ended its process."""
    return {"id": _record(line)[0].get("id"), "error": str(error)}


def answer_line(line: str, *, options: AnalyseOptions, how: RecordFunctions) -> Answer:
    """Answer one record: its analysis, or its id and what is wrong with it."""
    record, fault = _record(line)
    answer: Answer = {"id": record.get("id")}
    if fault:
        answer["error"] = fault
    else:
        try:
            answer = _answer(record, options, how)
        except HandoutError as error:
            answer["error"] = str(error)
    return answer


def _refuse(word: str) -> float:
    raise ValueError(f"{word} is not a number of JSON")


def _finite(digits: str) -> float:
    """Read a number; one so large that JSON could not say it again is refused."""
    number = float(digits)
    return number if isfinite(number) else _refuse(digits[:40])


def _record(line: str) -> tuple[dict[str, Any], str]:
    """A line's record, and what is wrong with it."""
    try:
        record = json.loads(line, parse_constant=_refuse, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        return {}, f"not JSON: {error}"
    if not isinstance(record, dict):
        return {}, "a record must be a JSON object"
    if not isinstance(record.get("text"), str):
        return record, 'a record needs "text", a string'
    if not isinstance(record.get("title") or "", str):
        return record, '"title" must be a string'
    if (record.get("language") or "") not in ("", *LANGUAGES):
        return record, f'"language" must be {", ".join(LANGUAGES)} or left out'
    return record, ""


def _answer(record: Answer, options: AnalyseOptions, how: RecordFunctions) -> Answer:
    title, text = record.get("title") or "", record["text"]
    language = record.get("language") or how.language
    if record.get("headings", True):
        document = how.read(title, text, language)
    else:
        language = language or how.language_of(f"{title}\n{text}")
        document = one_section(title, text, language)
    described = how.describe(document, analyse(document, options))
    return {"id": record.get("id"), **described, "title": title}


def one_section(title: str, text: str, language: str = "zh-CN") -> Document:
    """Make a document of one section, every line that is not blank a paragraph."""
    paragraphs: list[Paragraph] = []
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        body = line.strip()
        if body:
            at = start + line.index(body)
            paragraphs.append(Paragraph(len(paragraphs) + 1, body, at, number))
        start += len(line) + 1
    sections = (Section(None, tuple(paragraphs)),) if paragraphs else ()
    heading = Line(title, 0, 1) if title else None
    count = sum(not c.isspace() for c in text)
    return Document("-", language, count, title=heading, sections=sections)
