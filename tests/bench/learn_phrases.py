"""Learns which phrases editors choose: marks, known phrases, and a forest over all."""

import random
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import numpy as np
from export_weights import fit_marks, forest_bytes, write_known, write_marks
from learn_vectors import learn_vectors
from learning_data import Sample, gold, keywords, learned_and_tested, prepared, talks
from metrics import norm
from sklearn.ensemble import HistGradientBoostingClassifier

from handout.analyse.candidates import candidates, said_marks
from handout.analyse.learned import Known, Met, PhraseWeights
from handout.analyse.phrase_features import phrase_features
from handout.analyse.spans import Line, shape_marks
from handout.analyse.trees import Forest

SHARE_OF_WRONG = 0.35
KEYWORDS_WEIGH = 0.3
LEAST_SOURCES = 3
# A phrase that editors never chose is kept only if so many documents hold it.
LEAST_DOCUMENTS = 3


# The sets that are answered in a cross-validation.
MEASURED = ("gold", "csl")


def samples(*, by_document: bool = False) -> list[Sample]:
    """Give the annotated texts with the marks of every run of words in them.

    Meetings without annotated phrases are there for the senses of words alone.
    """
    found = prepared(gold() + keywords() + talks(), by_document=by_document)
    for sample in found:
        if sample.kind != "vcsum":
            _note_runs(sample)
    return found


def _note_runs(sample: Sample) -> None:
    record, part = sample.record, sample.parts[0]
    if sample.kind == "gold":
        essential = [v for e in record["essential"] for v in e.split("|")]
        pool = essential + [v for e in record["acceptable"] for v in e.split("|")]
    else:
        essential = pool = record["keyphrases"]
    sample.kept["pool"] = wanted = {norm(v) for v in pool}
    sample.kept["essential"] = {norm(v) for v in essential}
    lines = [Line(words) for words in part.words]
    where: defaultdict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for at, line in enumerate(lines):
        for text, first, last in line.runs():
            where[text].append((at, first, last))
    sample.kept["runs"] = frozenset(where) if sample.kind == "gold" else frozenset()
    dice = random.Random(record["id"])
    weight = 1.0 if sample.kind == "gold" else KEYWORDS_WEIGH
    rows = []
    for text, places in where.items():
        right = norm(text) in wanted
        if right or dice.random() < SHARE_OF_WRONG:
            marks = _marks(text, places, lines, text in part.title)
            rows.append((marks, right, weight / (1 if right else SHARE_OF_WRONG)))
    sample.kept["rows"] = rows


def _marks(
    text: str, places: list[tuple[int, int, int]], lines: list[Line], in_title: bool
) -> dict[str, float]:
    marks: Counter[str] = Counter()
    for at, first, last in places:
        edges = (*lines[at].opening_marks(first), *lines[at].closing_marks(last))
        for mark in edges:
            marks[mark] += 1 / len(places)  # type: ignore[assignment]
    at, first, last = places[0]
    marks.update(shape_marks(lines[at].words[first : last + 1], len(text)))
    marks.update(said_marks(len(places), in_title))
    return dict(marks)


def learn_marks(found: list[Sample]) -> dict[str, float]:
    sources: defaultdict[str, set[str]] = defaultdict(set)
    for sample in found:
        for marks, _, _ in sample.kept["rows"]:
            for mark in marks:
                sources[mark].add(sample.source)
    common = frozenset(m for m, s in sources.items() if len(s) >= LEAST_SOURCES)
    rows = [row for sample in found for row in sample.kept["rows"]]
    return fit_marks(rows, common, c=0.15)


def learn_known(found: list[Sample], folder: Path) -> Known:
    """Learn how often editors chose a phrase that other documents may hold too."""
    known: dict[str, Met] = {}
    documents: defaultdict[str, set[str]] = defaultdict(set)
    choosing: defaultdict[str, set[str]] = defaultdict(set)
    for sample in found:
        for text in sample.kept["runs"]:
            chosen = norm(text) in sample.kept["pool"]
            essential = norm(text) in sample.kept["essential"]
            met = known.get(text, Met())
            known[text] = Met(
                met.chosen + chosen, met.essential + essential, met.seen + 1
            )
            documents[text].add(sample.source)
            if chosen:
                choosing[text].add(sample.source)
    kept = {
        text: met._replace(
            documents=len(documents[text]), choosing=len(choosing.get(text, ()))
        )
        for text, met in known.items()
        if met.chosen or len(documents[text]) >= LEAST_DOCUMENTS
    }
    path = folder / "phrases.known"
    write_known(kept, path)
    return Known(path.read_bytes())


def rows_of(sample: Sample, weights: PhraseWeights) -> Any:
    part = sample.parts[0]
    found = candidates(part, weights.marks)
    numbers = np.array(phrase_features(part, found, weights))
    right = np.array([norm(c.text) in sample.kept["pool"] for c in found])
    best = np.array([norm(c.text) in sample.kept["essential"] for c in found])
    weight = (1 + 0.5 * best) * (1.0 if sample.kind == "gold" else KEYWORDS_WEIGH)
    return numbers, right, weight


def learn(found: list[Sample], folder: Path) -> None:
    """Learn from samples and write the weights; the trees learn out of fold."""
    vectors, nothing = learn_vectors(found, folder), Forest(b"")
    found = [s for s in found if s.kind != "vcsum"]
    rows = []
    for fold in sorted({s.fold for s in found}):
        others, mine = learned_and_tested(found, fold)
        marks, known = learn_marks(others), learn_known(others, folder)
        weights = PhraseWeights(marks, known, vectors, nothing)
        rows += [rows_of(s, weights) for s in mine]
    rows = [row for row in rows if len(row[0])]
    model = HistGradientBoostingClassifier(
        learning_rate=0.07,
        max_iter=250,
        max_leaf_nodes=16,
        min_samples_leaf=40,
        l2_regularization=5,
        max_features=0.4,
        early_stopping=False,
        random_state=0,
    )
    table, right, weight = (
        np.concatenate(column) for column in zip(*rows, strict=True)
    )
    model.fit(table, right, sample_weight=weight)
    (folder / "phrases.trees").write_bytes(forest_bytes(model))
    write_marks(learn_marks(found), folder / "phrases.marks")
    learn_known(found, folder)
