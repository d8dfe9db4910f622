"""What `analyse --json` prints, and each line of `analyse --jsonl`."""

from collections.abc import Mapping
from typing import Any, Literal, NotRequired, TypedDict

from handout.model.analysis import (
    Analysis,
    KeyPhrase,
    Reasons,
    SectionAnalysis,
    Sentence,
)
from handout.model.document import Document, Section
from handout.model.notice import Notice
from handout.records.document import (
    AsideRecord,
    NoticeRecord,
    SectionRecord,
    aside_records,
    notice_records,
    section_record,
)
from handout.records.version import SCHEMA

_Why = Mapping[str, Reasons]


class SentenceRecord(TypedDict):
    """A sentence of the source: `start` is its offset in paragraph ¶`paragraph`.

    `rank` is 1 for the one chosen first; `reasons` are there with --explain.
    """

    text: str
    paragraph: int
    start: int
    rank: int
    reasons: NotRequired[dict[str, float]]


class PhraseRecord(TypedDict):
    """A key phrase: how often the section says it, and where it is best read."""

    text: str
    count: int
    paragraph: int
    start: int
    reasons: NotRequired[dict[str, float]]


class AnalysedSection(SectionRecord):
    """A section with its summary, in source order, and its phrases, best first.

    `more` are the phrases that rank behind those; `sentences` are all there are. With
    --jsonl both are left out.
    """

    summary: list[SentenceRecord]
    keyphrases: list[PhraseRecord]
    more: NotRequired[list[PhraseRecord]]
    sentences: NotRequired[list[SentenceRecord]]


class AnalysisRecord(TypedDict):
    """The summary and the phrases of a document, and of each of its sections.

    `id` and `title` are those of the record that was given with --jsonl.
    """

    schema: Literal[1]
    id: NotRequired[Any]
    title: str
    sections: list[AnalysedSection]
    summary: list[SentenceRecord]
    keyphrases: list[PhraseRecord]
    asides: list[AsideRecord]
    notices: list[NoticeRecord]


def analysis_record(
    document: Document,
    analysis: Analysis,
    notices: tuple[Notice, ...] = (),
    *,
    whole: bool = False,
) -> AnalysisRecord:
    """The record of an analysis; `whole` adds the sentences and phrases not chosen."""
    why = dict(analysis.reasons)
    parts = zip(document.sections, analysis.sections, strict=True)
    return {
        "schema": SCHEMA,
        "title": document.title.text if document.title else "",
        "sections": [
            _section(section, part, str(place), why, whole=whole)
            for place, (section, part) in enumerate(parts, 1)
        ],
        "summary": _sentences(analysis.overview, why),
        "keyphrases": _phrases(analysis.keyphrases, why),
        "asides": aside_records(document),
        "notices": notice_records(notices + analysis.notices),
    }


def _section(
    section: Section, part: SectionAnalysis, place: str, why: _Why, *, whole: bool
) -> AnalysedSection:
    shared = section_record(section, place)
    found: AnalysedSection = {
        "place": shared["place"],
        "heading": shared["heading"],
        "first": shared["first"],
        "last": shared["last"],
        "summary": _sentences(part.summary, why),
        "keyphrases": _phrases(part.keyphrases, why),
    }
    if whole:
        found["more"] = _phrases(part.more, why)
        found["sentences"] = _sentences(part.sentences, why)
    return found


def _sentences(sentences: tuple[Sentence, ...], why: _Why) -> list[SentenceRecord]:
    found: list[SentenceRecord] = []
    for sentence in sentences:
        record: SentenceRecord = {
            "text": sentence.text,
            "paragraph": sentence.paragraph,
            "start": sentence.start,
            "rank": sentence.rank,
        }
        if sentence.text in why:
            record["reasons"] = dict(why[sentence.text])
        found.append(record)
    return found


def _phrases(phrases: tuple[KeyPhrase, ...], why: _Why) -> list[PhraseRecord]:
    found: list[PhraseRecord] = []
    for phrase in phrases:
        record: PhraseRecord = {
            "text": phrase.text,
            "count": phrase.count,
            "paragraph": phrase.paragraph,
            "start": phrase.start,
        }
        if phrase.text in why:
            record["reasons"] = dict(why[phrase.text])
        found.append(record)
    return found
