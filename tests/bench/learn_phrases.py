"""Learns which phrases editors choose: marks, known phrases, and a forest over all."""

import random
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import lightgbm
import numpy as np
from export_weights import forest_bytes, write_known, write_marks
from fit_marks import MarkedRows, fit_marks, marked_rows
from learn_vectors import learn_vectors
from learning_data import Sample, learned_and_tested
from metrics import norm

from handout.analyse.learned.forest import Forest
from handout.analyse.learned.load import Known, Met, PhraseWeights
from handout.analyse.phrases.candidates import Candidate, phrase_candidates, said_marks
from handout.analyse.phrases.features import phrase_features
from handout.analyse.phrases.key_phrases import choose, mentions
from handout.analyse.phrases.never_phrases import is_barred
from handout.analyse.phrases.spans import MarkedLine, shape_marks
from handout.analyse.summary.held_phrases import LISTED, Mention
from handout.analyse.words.traditional import simple
from handout.model.options import AnalyseOptions

LEARNED_FROM = ("gold", "gold2", "csl", "vcsum")
# Sets whose phrases editors chose one by one, and how much each of them counts.
EDITED = {"gold": 1.0, "gold2": 2.0}
SHARE_OF_WRONG = 0.35
KEYWORDS_WEIGH = 0.3
LEAST_SOURCES = 3
# A phrase that editors never chose is kept only if so many documents hold it.
LEAST_DOCUMENTS = 3


# The sets that are answered in a cross-validation.
MEASURED = ("gold", "gold2", "csl")
TREES, FORESTS = 250, 2
SETTINGS = {
    "objective": "binary",
    "learning_rate": 0.07,
    "num_leaves": 16,
    "min_data_in_leaf": 40,
    "lambda_l2": 5,
    "feature_fraction_bynode": 0.25,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    # So that a second run gives the same trees.
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbose": -1,
}


class Rows(NamedTuple):
    """A sample's candidates, described by weights of other samples."""

    sample: Sample
    found: list[Candidate]
    numbers: Any
    right: Any
    weight: Any


def note(sample: Sample) -> None:
    """Note of an annotated text the marks of every run of words in it."""
    part = sample.parts[0]
    sample.kept |= _opinions(sample)
    wanted, refused = sample.kept["pool"], sample.kept["refused"]
    lines = [MarkedLine(words) for words in part.words]
    where: defaultdict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for at, line in enumerate(lines):
        for text, first, last in line.runs():
            where[text].append((at, first, last))
    sample.kept["runs"] = [
        (text, norm(text) in wanted, norm(text) in sample.kept["essential"])
        for text in (sorted(where) if sample.kind in EDITED else ())
    ]
    dice = random.Random(sample.record["id"])
    weight = EDITED.get(sample.kind, KEYWORDS_WEIGH)
    rows = []
    for text, places in where.items():
        right = norm(text) in wanted
        certain = right or norm(text) in refused
        if certain or dice.random() < SHARE_OF_WRONG:
            marks = _marks(text, places, lines, text in part.title)
            rows.append((marks, right, weight / (1 if certain else SHARE_OF_WRONG)))
    sample.kept["rows"] = marked_rows(rows)


def _opinions(sample: Sample) -> dict[str, set[str]]:
    """The phrases that editors chose, those they hold dear, and those refused."""
    record = sample.record
    if sample.kind not in EDITED:
        chosen = {norm(v) for v in record["keyphrases"]}
        return {"pool": chosen, "essential": chosen, "refused": set()}
    alike = simple if record.get("genre") == "tw" else str
    essential = {norm(alike(v)) for e in record["essential"] for v in e.split("|")}
    others = {norm(alike(v)) for e in record["acceptable"] for v in e.split("|")}
    judged = {norm(alike(t)): how for t, how in record.get("judged", {}).items()}
    refused = {t for t, how in judged.items() if how == "bad"} - essential - others
    pool = essential | others | (judged.keys() - refused)
    return {"pool": pool, "essential": essential, "refused": refused}


def _marks(
    text: str,
    places: list[tuple[int, int, int]],
    lines: list[MarkedLine],
    in_title: bool,
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
    by_source: defaultdict[str, list[MarkedRows]] = defaultdict(list)
    for sample in found:
        by_source[sample.source].append(sample.kept["rows"])
    return fit_marks(list(by_source.values()), least=LEAST_SOURCES, c=0.15)


def learn_known(found: list[Sample], folder: Path) -> Known:
    """Learn how often editors chose a phrase that other documents may hold too."""
    known: dict[str, Met] = {}
    documents: defaultdict[str, set[str]] = defaultdict(set)
    choosing: defaultdict[str, set[str]] = defaultdict(set)
    for sample in found:
        for text, chosen, essential in sample.kept["runs"]:
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
    return write_known(kept, folder / "phrases.known")


def _rows_of(sample: Sample, weights: PhraseWeights) -> Rows:
    part = sample.parts[0]
    found = phrase_candidates(part, weights.marks)
    numbers = np.array(phrase_features(part, found, weights))
    right, best, refused = (
        np.array([norm(c.text) in sample.kept.get(name, ()) for c in found])
        for name in ("pool", "essential", "refused")
    )
    weight = (1 + 0.5 * best + refused) * EDITED.get(sample.kind, KEYWORDS_WEIGH)
    return Rows(sample, found, numbers, right, weight)


def learn(found: list[Sample], folder: Path) -> None:
    """Learn from samples and write the weights; the trees learn out of fold.

    Meetings without annotated phrases are there for the senses of words. They and
    gold have their phrases rated out of fold, for learn_sentences.py.
    """
    found = [s for s in found if s.kind in LEARNED_FROM]
    vectors = learn_vectors(found, folder)
    rows: list[Rows] = []
    for fold in sorted({s.fold for s in found}):
        others, mine = learned_and_tested(found, fold)
        others = [s for s in others if "rows" in s.kept]
        marks, known = learn_marks(others), learn_known(others, folder)
        weights = PhraseWeights(marks, known, vectors, Forest(b""))
        rows += [_rows_of(sample, weights) for sample in mine]
    rows = [row for row in rows if row.found]
    _rate(rows)
    annotated = [row for row in rows if "rows" in row.sample.kept]
    trees = forest_bytes([_trees(annotated, seed) for seed in range(FORESTS)])
    (folder / "phrases.trees").write_bytes(zlib.compress(trees, 9))
    found = [s for s in found if "rows" in s.kept]
    write_marks(learn_marks(found), folder / "phrases.marks")
    learn_known(found, folder)


def _trees(rows: list[Rows], seed: int) -> lightgbm.Booster:
    table, right, weight = (
        np.concatenate([row[n] for row in rows]) for n in range(2, len(Rows._fields))
    )
    data = lightgbm.Dataset(table, right.astype(int), weight=weight)
    return lightgbm.train({**SETTINGS, "seed": seed}, data, TREES)


def _rate(rows: list[Rows]) -> None:
    """Keep with each sample whose sentences count the phrases they hold."""
    for row in rows:
        row.sample.kept["held"] = []
    for fold in sorted({row.sample.fold for row in rows}):
        mine = [r for r in rows if r.sample.fold == fold and r.sample.kind != "csl"]
        sources = {row.sample.source for row in mine}
        others = [
            row
            for row in rows
            if row.sample.fold != fold
            and row.sample.source not in sources
            and "rows" in row.sample.kept
        ]
        model = _trees(others, 0)
        for row in mine:
            scores = model.predict(row.numbers, raw_score=True)
            row.sample.kept["held"] = _held(row, map(float, scores))


def _held(row: Rows, scores: Iterable[float]) -> list[Mention]:
    part, options = row.sample.parts[0], AnalyseOptions()
    fit = {
        c.text: score
        for c, score in zip(row.found, scores, strict=True)
        if not is_barred(c, options)
    }
    found = {c.text: c for c in row.found}
    return mentions(part, choose(part, found, fit, options, most=LISTED))
