"""Analyses records by the thousand: one in, one out, and a bad one stops nothing."""

import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from handout.analyse import analyse
from handout.errors import HandoutError
from handout.model.analysis import KeyPhrase, Reasons, Sentence
from handout.model.document import Document, Line, Paragraph, Section
from handout.model.options import AnalyseOptions

# Makes a document of a title and a text with headings; must be a plain function of
# a module, so that other processes can be given it.
ReadText = Callable[[str, str], Document]
Told = dict[str, Reasons]
_AHEAD = 16


def analyse_lines(
    lines: Iterable[str], options: AnalyseOptions, read_text: ReadText, *, jobs: int = 1
) -> Iterator[str]:
    """Answer each line, a JSON record, with a line, in order and as they come.

    With several `jobs`, as many processes share the work; only a few lines are held.
    """
    answer = partial(answer_line, options=options, read_text=read_text)
    given = (line for line in lines if line.strip())
    if jobs <= 1:
        yield from map(answer, given)
        return
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import get_context

    waiting: deque[Future[str]] = deque()
    # A fresh process has no threads of ours half copied into it.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        for line in given:
            waiting.append(pool.submit(answer, line))
            if len(waiting) >= jobs * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def answer_line(line: str, *, options: AnalyseOptions, read_text: ReadText) -> str:
    """Answer one record: its analysis, or its id and what is wrong with it."""
    record, fault = _record(line)
    answer: dict[str, Any] = {"id": record.get("id")}
    if fault:
        answer["error"] = fault
    else:
        try:
            answer = _answer(record, options, read_text)
        except HandoutError as error:
            answer["error"] = str(error)
    text = json.dumps(answer, ensure_ascii=False)
    # Half a surrogate pair cannot be written as UTF-8; escaped it can.
    return text if _is_writable(text) else json.dumps(answer)


def _is_writable(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)


def _record(line: str) -> tuple[dict[str, Any], str]:
    """Give a line's record, and what is wrong with it."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        return {}, f"not JSON: {error}"
    if not isinstance(record, dict):
        return {}, "a record must be a JSON object"
    if not isinstance(record.get("text"), str):
        return record, 'a record needs "text", a string'
    if not isinstance(record.get("title") or "", str):
        return record, '"title" must be a string'
    return record, ""


def _answer(
    record: dict[str, Any], options: AnalyseOptions, read_text: ReadText
) -> dict[str, Any]:
    title, text = record.get("title") or "", record["text"]
    if record.get("headings", True):
        document = read_text(title, text)
    else:
        document = one_section(title, text)
    return {"id": record.get("id"), "title": title, **described(document, options)}


def one_section(title: str, text: str) -> Document:
    """Give a document of one section, every line that is not blank a paragraph."""
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
    return Document("-", "zh-CN", count, title=heading, sections=sections)


def described(document: Document, options: AnalyseOptions) -> dict[str, Any]:
    """Give a document's analysis as plain lists and dictionaries, ready for JSON."""
    found = analyse(document, options)
    told = dict(found.reasons)
    sections = []
    for section, part in zip(document.sections, found.sections, strict=True):
        numbers = [p.number for p in section.all_paragraphs]
        sections.append(
            {
                "heading": section.heading.text if section.heading else "",
                "level": section.heading.level if section.heading else 0,
                "paragraphs": [min(numbers), max(numbers)] if numbers else [],
                "summary": [_sentence(s, told) for s in part.summary],
                "keyphrases": [_phrase(p, told) for p in part.keyphrases],
            }
        )
    answer: dict[str, Any] = {
        "sections": sections,
        "summary": [_sentence(s, told) for s in found.overview],
        "keyphrases": [_phrase(p, told) for p in found.keyphrases],
        "asides": [{"text": a.text, "reason": a.reason} for a in document.asides],
    }
    if found.notices:
        answer["notices"] = [notice.message for notice in found.notices]
    return answer


def _sentence(found: Sentence, told: Told) -> dict[str, Any]:
    listed: dict[str, Any] = {
        "text": found.text,
        "paragraph": found.paragraph,
        "rank": found.rank,
    }
    return listed | ({"reasons": dict(told[found.text])} if found.text in told else {})


def _phrase(found: KeyPhrase, told: Told) -> dict[str, Any]:
    listed: dict[str, Any] = {
        "text": found.text,
        "count": found.count,
        "paragraph": found.paragraph,
    }
    return listed | ({"reasons": dict(told[found.text])} if found.text in told else {})
