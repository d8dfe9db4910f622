"""Learns which sentences editors choose: marks of words, and a forest over all."""

from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np
from export_weights import fit_marks, forest_bytes, write_marks
from learning_data import Sample, gold, prepared, summaries
from metrics import chars, norm, rouge
from sklearn.ensemble import HistGradientBoostingRegressor

from handout.analyse.sentence_features import Setting, marks_of, sentence_features

BUDGET = {"vcsum": 150, "xwlb": 60, "lctt": 60}
# News and technical articles may be measured, not learned from.
WEIGH = {"gold": 1.0, "vcsum": 1.0}
MARKS_WEIGH = 0.35
LEAST_SOURCES = 4
TYPICAL = 25


def samples() -> list[Sample]:
    """Give the annotated texts with the worth of each sentence, 0 to 1."""
    found = prepared(gold() + summaries())
    for sample in found:
        parts = sample.parts
        spoken = [s for part in parts for s in part.sentences if not s.is_run_in]
        heads = [h for part in parts for h in part.heads.values()]
        heads += [h.title for part in parts for h in part.headings]
        title = sample.document.title
        sample.kept["setting"] = Setting(spoken, title.text if title else "", heads)
        sample.kept["worth"] = _worth(sample, [s.text for s in spoken])
        sample.kept["marks"] = [sum(marks_of(s.words), ()) for s in spoken]
    return [s for s in found if len(s.kept["worth"])]


def _worth(sample: Sample, texts: list[str]) -> Any:
    record = sample.record
    if sample.kind == "gold":
        worth = dict.fromkeys(record["best"], 1.0) | dict.fromkeys(record["ok"], 0.85)
        by_text = {norm(s["text"]): worth.get(s["n"], 0.0) for s in record["sentences"]}
        return np.array([by_text.get(norm(t), 0.0) for t in texts])
    budget = BUDGET[sample.kind]
    scores = [rouge(" ".join(chars(t)[:budget]), record["summary"]) for t in texts]
    gains = np.array([long + two / 2 for _, two, long in scores])
    gains = 0.9 * gains / (max(gains, default=0) or 1)
    if sample.kind != "vcsum":
        return gains**2
    pairs = zip(record["sentences"], record["highlight"], strict=True)
    marked = {norm(text): share >= 0.3 for text, share in pairs}
    return 0.35 * gains + 0.65 * np.array([marked.get(norm(t), False) for t in texts])


def learn_marks(found: list[Sample]) -> dict[str, float]:
    sources: defaultdict[str, set[str]] = defaultdict(set)
    for sample in found:
        for marks in sample.kept["marks"]:
            for mark in marks:
                sources[mark].add(sample.source)
    common = frozenset(m for m, s in sources.items() if len(s) >= LEAST_SOURCES)
    rows = []
    for sample in found:
        weight = 1.0 if sample.kind == "gold" else MARKS_WEIGH
        for marks, worth in zip(
            sample.kept["marks"], sample.kept["worth"], strict=True
        ):
            said = dict.fromkeys(marks, 1.0)
            rows += [(said, 1.0, worth * weight), (said, 0.0, (1 - worth) * weight)]
    return fit_marks([row for row in rows if row[2] > 0.007], common, c=0.1)


def learn(found: list[Sample], folder: Path) -> None:
    """Learn from samples and write the weights; the trees learn out of fold.

    Only those that may be learned from are looked at.
    """
    found = [sample for sample in found if sample.kind in WEIGH]
    tables, worths, weights = [], [], []
    for fold in sorted({s.fold for s in found}):
        marks = learn_marks([s for s in found if s.fold != fold])
        for sample in found:
            if sample.fold == fold:
                table = np.array(sentence_features(sample.kept["setting"], marks))
                share = WEIGH[sample.kind] * min(1, TYPICAL / len(table))
                tables.append(table)
                worths.append(sample.kept["worth"])
                weights.append(np.full(len(table), share))
    model = HistGradientBoostingRegressor(
        learning_rate=0.05,
        max_iter=200,
        max_leaf_nodes=10,
        min_samples_leaf=25,
        l2_regularization=2,
        max_features=0.5,
        early_stopping=False,
        random_state=0,
    )
    model.fit(
        np.concatenate(tables),
        np.concatenate(worths),
        sample_weight=np.concatenate(weights),
    )
    (folder / "sentences.trees").write_bytes(forest_bytes(model))
    write_marks(learn_marks(found), folder / "sentences.json")
