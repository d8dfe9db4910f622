"""Reads the annotated sets that the weights of the analyse stage are learned from.

Folds never part a source document: what is learned on some is tested on others.
"""

import json
import random
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from handout.analyse.passage import Passage, passages
from handout.model.document import Document, Line, Paragraph, Section

BENCH = Path(__file__).parents[3] / "shared" / "bench"
FOLDS = 5
PUBLIC = 400


@dataclass
class Sample:
    """One annotated text: `record` is its line of the data file."""

    kind: str
    source: str
    document: Document
    record: dict[str, Any]
    fold: int = 0
    parts: tuple[Passage, ...] = ()
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
    """Give a document of one section without a heading, as the bulk command does."""
    texts = [line for line in lines if line.strip()]
    paragraphs = tuple(Paragraph(n, t, 0, n) for n, t in enumerate(texts, 1))
    heading = Line(title, 0, 1) if title else None
    sections = (Section(None, paragraphs),)
    return Document("-", "zh-CN", 0, title=heading, sections=sections)


def gold() -> list[Sample]:
    return [
        Sample("gold", r["source"], one_section(r["heading"], r["paragraphs"]), r)
        for r in load("gold.jsonl")
    ]


def keywords() -> list[Sample]:
    return [
        Sample("csl", r["id"], one_section(r["title"], r["text"].split("\n")), r)
        for r in load("public/csl_kp.jsonl")
    ]


def summaries() -> list[Sample]:
    """Give talk, news and technical articles with their human summaries."""
    found = []
    for r in load("public/vcsum_sec.jsonl"):
        source = r["id"].split("_")[0]
        found.append(
            Sample("vcsum", source, one_section(r["title"], r["sentences"]), r)
        )
    for r in load("public/xwlb_head.jsonl")[:PUBLIC]:
        document = one_section("", r["text"].split("\n"))
        found.append(Sample("xwlb", r["id"], document, r))
    for r in load("public/lctt_abs.jsonl")[:PUBLIC]:
        found.append(Sample("lctt", r["id"], _with_headings(r), r))
    return found


def _with_headings(record: dict[str, Any]) -> Document:
    from handout.read import read

    lines = [record["title"], *[line for line, _ in record["lines"]]]
    return read("\n".join(lines).encode(), name="-")[0]


def prepared(samples: list[Sample]) -> list[Sample]:
    """Cut every sample into words, and deal the sources of each kind into folds."""
    for kind in sorted({s.kind for s in samples}):
        sources = sorted({s.source for s in samples if s.kind == kind})
        random.Random(0).shuffle(sources)
        folds = {source: n % FOLDS for n, source in enumerate(sources)}
        for sample in samples:
            if sample.kind == kind:
                sample.fold = folds[sample.source]
                sample.parts = passages(sample.document)
    return [s for s in samples if s.parts]
