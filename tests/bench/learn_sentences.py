"""Learns which sentences editors choose: odds of marks, and a forest over all."""

import zlib
from collections import defaultdict
from math import log
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from export_weights import forest_bytes, write_odds
from learning_data import Sample, learned_and_tested
from metrics import chars, norm, rouge

from handout.analyse.learned.load import Odds, open_vectors
from handout.analyse.summary.features import Setting, sentence_features
from handout.analyse.words.traditional import simple

BUDGET = {"vcsum": 150, "xwlb": 60, "lctt": 60}
# News and technical articles may be measured, not learned from.
LEARNED_FROM = ("gold", "gold2", "vcsum")
EDITED = ("gold", "gold2")
MARKS_WEIGH = 0.35
LEAST_SOURCES = 3
PRIOR_WEIGHT = 12
GRADES = 4
TREES, FORESTS = 400, 2
SETTINGS = {
    "objective": "lambdarank",
    "label_gain": list(range(GRADES + 1)),
    "lambdarank_truncation_level": 20,
    "learning_rate": 0.03,
    "num_leaves": 15,
    "min_data_in_leaf": 80,
    "lambda_l2": 2,
    "feature_fraction_bynode": 0.25,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    # So that a second run gives the same trees.
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbose": -1,
}


# The sets that are answered in a cross-validation.
MEASURED = ("gold", "gold2", "vcsum", "xwlb", "lctt")


def note(sample: Sample) -> None:
    """Note of an annotated text the worth of each sentence, 0 to 1."""
    parts = sample.parts
    spoken = [s for part in parts for s in part.sentences if not s.is_run_in]
    heads = [h for part in parts for h in part.heads.values()]
    heads += [h.title for part in parts for h in part.headings]
    title = sample.document.title
    sample.kept["setting"] = Setting(spoken, title.text if title else "", heads)
    sample.kept["worth"] = _worth(sample, [s.text for s in spoken])


def _worth(sample: Sample, texts: list[str]) -> Any:
    record = sample.record
    if sample.kind in EDITED:
        worth = dict.fromkeys(record["ok"], 0.85) | dict.fromkeys(record["best"], 1.0)
        alike = simple if record.get("genre") == "tw" else str
        listed = [(norm(alike(s["text"])), s["n"]) for s in record["sentences"]]
        by_text = {text: worth.get(n, 0.0) for text, n in listed}
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


def learn_odds(found: list[Sample], folder: Path) -> Odds:
    """Learn how much oftener than others the sentences with a mark are chosen."""
    chosen: defaultdict[str, float] = defaultdict(float)
    seen: defaultdict[str, float] = defaultdict(float)
    sources: defaultdict[str, set[str]] = defaultdict(set)
    for sample in found:
        weight = 1.0 if sample.kind in EDITED else MARKS_WEIGH
        setting, worths = sample.kept["setting"], sample.kept["worth"]
        for marks, worth in zip(setting.marks, worths, strict=True):
            for mark in ["", *marks.all()]:
                chosen[mark] += weight * worth
                seen[mark] += weight
                sources[mark].add(sample.source)
    share = chosen.pop("") / seen.pop("")
    odds = {}
    for mark, count in seen.items():
        if len(sources[mark]) >= LEAST_SOURCES:
            right = chosen[mark] + PRIOR_WEIGHT * share
            wrong = count - chosen[mark] + PRIOR_WEIGHT * (1 - share)
            odds[mark] = log(right / wrong) - log(share / (1 - share))
    path = folder / "sentences.odds"
    write_odds(odds, path)
    return Odds(path.read_bytes())


def learn(found: list[Sample], folder: Path) -> None:
    """Learn from samples and write the weights; the trees learn out of fold.

    Only those that may be learned from are looked at. Each has its phrases as
    learn_phrases.py rates them out of fold, and the folder the senses of words.
    """
    found = [sample for sample in found if sample.kind in LEARNED_FROM]
    vectors = open_vectors(folder)
    tables, grades = [], []
    for fold in sorted({s.fold for s in found}):
        others, mine = learned_and_tested(found, fold)
        odds = learn_odds(others, folder)
        for sample in mine:
            setting, held = sample.kept["setting"], sample.kept["held"]
            tables.append(np.array(sentence_features(setting, odds, vectors, held)))
            grades.append(np.round(sample.kept["worth"] * GRADES).astype(int))
    table, grade = np.concatenate(tables), np.concatenate(grades)
    sizes = [len(part) for part in grades]
    forests = []
    for seed in range(FORESTS):
        data = lightgbm.Dataset(table, grade, group=sizes)
        forests.append(lightgbm.train({**SETTINGS, "seed": seed}, data, TREES))
    trees = zlib.compress(forest_bytes(forests), 9)
    (folder / "sentences.trees").write_bytes(trees)
    learn_odds(found, folder)
