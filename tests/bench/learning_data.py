"""Reads the annotated sets that the weights of the analyse stage are learned from.

Folds never part a source document: what is learned on some is tested on others. A
meeting or an article that stands in two sets is one document.
"""

import json
import random
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from handout.analyse.words.passage import SectionWords, passages
from handout.analyse.words.traditional import simplify_document
from handout.model.document import Document, Line, Paragraph, Section

BENCH = Path(__file__).parents[3] / "shared" / "bench"
FOLDS = 5
PUBLIC = 400
# Collections of many documents, each of one or two sections.
COLLECTIONS = {"会议", "案例"}


@dataclass
class Sample:
    """One annotated text: `record` is its line of the data file.

    `source` is the document it comes from; `group` is dealt into one fold, and is the
    collection or the document.
    """

    kind: str
    source: str
    document: Document
    record: dict[str, Any]
    group: str = ""
    fold: int = 0
    parts: tuple[SectionWords, ...] = ()
    kept: dict[str, Any] = field(default_factory=dict)


def use(bench: Path) -> None:
    """Take the annotated sets from this folder."""
    global BENCH
    BENCH = bench
    sys.path.insert(0, str(bench))


def load(name: str) -> list[dict[str, Any]]:
    lines = (BENCH / name).read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def one_section(title: str, lines: list[str]) -> Document:
    """A document of one section without a heading, as the bulk command does."""
    texts = [line for line in lines if line.strip()]
    paragraphs = tuple(Paragraph(n, t, 0, n) for n, t in enumerate(texts, 1))
    heading = Line(title, 0, 1) if title else None
    sections = (Section(None, paragraphs),)
    return Document("-", "zh-CN", 0, title=heading, sections=sections)


def gold() -> list[Sample]:
    meetings = {r["title"]: _meeting(r) for r in load("public/vcsum_sec.jsonl")}
    found = []
    for r in load("gold.jsonl"):
        own = meetings[r["heading"]] if r["source"] == "会议" else r["id"]
        source = own if r["source"] in COLLECTIONS else r["source"]
        document = one_section(r["heading"], r["paragraphs"])
        found.append(Sample("gold", source, document, r, r["source"]))
    return found


def genres() -> list[Sample]:
    """Sections of ten further genres; those in Traditional as they are looked up."""
    found = []
    for r in load("gold2.jsonl"):
        document = one_section(r["heading"], r["paragraphs"])
        if r["genre"] == "tw":
            document = simplify_document(document)
        found.append(Sample("gold2", r["source"], document, r))
    return found


def keywords() -> list[Sample]:
    return [
        Sample("csl", r["id"], one_section(r["title"], r["text"].split("\n")), r)
        for r in load("public/csl_kp.jsonl")
    ]


def talks() -> list[Sample]:
    """Meetings with their human summaries; gold has a third of them too."""
    return [
        Sample("vcsum", _meeting(r), one_section(r["title"], r["sentences"]), r)
        for r in load("public/vcsum_sec.jsonl")
    ]


def _meeting(record: dict[str, Any]) -> str:
    return str(record["id"]).split("_")[0]


def news_and_articles() -> list[Sample]:
    """News and technical articles with their human summaries."""
    found = []
    for r in load("public/xwlb_head.jsonl")[:PUBLIC]:
        document = one_section("", r["text"].split("\n"))
        found.append(Sample("xwlb", r["id"], document, r))
    for r in load("public/lctt_abs.jsonl")[:PUBLIC]:
        found.append(Sample("lctt", r["title"], _with_headings(r), r))
    return found


def _with_headings(record: dict[str, Any]) -> Document:
    from handout.read import read

    lines = [record["title"], *[line for line, _ in record["lines"]]]
    return read("\n".join(lines).encode(), name="-")[0]


def every_set(*, by_document: bool) -> list[Sample]:
    """All annotated texts, cut into words and dealt into folds.

    By document, every document of every set has one fold. Otherwise all meetings of
    gold have one fold, and so have all its law cases: each is tested with nothing of
    its kind learned, unless another set has it (`learned_and_tested`).
    """
    samples = gold() + genres() + keywords() + talks() + news_and_articles()
    folds: dict[tuple[str, str], int] = {}
    for kind in ("gold", *sorted({s.kind for s in samples} - {"gold"})):
        groups = set()
        for sample in samples:
            if sample.kind == kind:
                scope = "" if by_document else kind
                sample.group = "" if by_document else sample.group
                groups.add((scope, sample.group or sample.source))
        fresh = sorted(groups - folds.keys())
        random.Random(0).shuffle(fresh)
        folds |= {group: n % FOLDS for n, group in enumerate(fresh)}
    for sample in samples:
        scope = "" if by_document else sample.kind
        sample.fold = folds[scope, sample.group or sample.source]
        sample.parts = passages(sample.document)
    return [s for s in samples if any(part.sentences for part in s.parts)]


def learned_and_tested(
    samples: list[Sample], fold: int
) -> tuple[list[Sample], list[Sample]]:
    """Part samples: none learned from is of a document that is tested."""
    tested = [s for s in samples if s.fold == fold]
    sources = {s.source for s in tested}
    rest = [s for s in samples if s.fold != fold and s.source not in sources]
    return rest, tested
