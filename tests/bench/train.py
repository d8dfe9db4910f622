"""Learns the weights of the analyse stage, or tests them by cross-validation.

    python tests/bench/train.py weights BENCH           writes the weights of analyse
    python tests/bench/train.py cross BENCH OUT         five times: learn on four fifths
        of the sources, analyse the last fifth; writes OUT/SET.jsonl and the records
        they answer, OUT/SET.data.jsonl, for BENCH/score.py

A last word, documents, takes each meeting and each law case for a source of its own,
where they are otherwise tested with nothing of their kind learned. BENCH is the folder
with gold.jsonl and public/. Needs numpy, scikit-learn and lightgbm.
"""

import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import learning_data
from learning_data import FOLDS, Sample, learned_and_tested

SETS = {"csl": "csl_kp", "vcsum": "vcsum_sec", "xwlb": "xwlb_head", "lctt": "lctt_abs"}
OPTIONS = {"csl": (10, 3, 0), "gold": (8, 3, 0), "vcsum": (8, 3, 150)}


def main() -> None:
    verb, bench, *rest = sys.argv[1:]
    learning_data.use(Path(bench))
    import learn_phrases
    import learn_sentences

    from handout.analyse.learned.load import WEIGHTS

    samples = learning_data.every_set(by_document="documents" in rest)
    for sample in samples:
        for module in (learn_phrases, learn_sentences):
            if sample.kind in module.MEASURED:
                module.note(sample)

    def learn(found: list[Sample], folder: Path) -> None:
        learn_phrases.learn(found, folder)
        learn_sentences.learn(found, folder)

    if verb == "weights":
        learn(samples, WEIGHTS)
    else:
        _cross(samples, learn, Path(rest[0]))


def _cross(
    samples: list[Sample], learn: Callable[[list[Sample], Path], None], out: Path
) -> None:
    found: defaultdict[str, list[tuple[dict, dict]]] = defaultdict(list)
    for fold in range(FOLDS):
        with tempfile.TemporaryDirectory() as folder:
            learned, tested = learned_and_tested(samples, fold)
            learn(learned, Path(folder))
            answer = _answers(Path(folder))
            for sample in tested:
                found[sample.kind].append((sample.record, answer(sample)))
        _write(found, out)
        sys.stderr.write(f"fold {fold + 1} of {FOLDS}\n")


def _write(found: dict[str, list[tuple[dict, dict]]], out: Path) -> None:
    """Write the records answered so far, and the answers."""
    out.mkdir(exist_ok=True)
    for kind, pairs in found.items():
        for suffix, column in ((".data.jsonl", 0), (".jsonl", 1)):
            lines = [json.dumps(pair[column], ensure_ascii=False) for pair in pairs]
            path = out / (SETS.get(kind, kind) + suffix)
            path.write_text("\n".join(lines) + "\n", "utf-8")


def _answers(folder: Path) -> Callable[[Sample], dict]:
    """What answers a sample with the weights of a folder."""
    from handout.analyse.learned import load as learned
    from handout.model.options import AnalyseOptions

    # The package gives functions of the same names.
    keyphrases = import_module("handout.analyse.phrases.key_phrases")
    summary = import_module("handout.analyse.summary.summarise")
    phrases = learned.open_phrase_weights(folder)
    sentences = learned.open_sentence_weights(folder)
    keyphrases.phrase_weights = lambda: phrases
    summary.sentence_weights = lambda: sentences

    def answer(sample: Sample) -> dict:
        count, some, characters = OPTIONS.get(sample.kind, (8, 3, 60))
        options = AnalyseOptions(
            phrases=count, summary_sentences=some, summary_chars=characters
        )
        parts = sample.parts
        ratings = [keyphrases.rate_phrases(part, options, most=32) for part in parts]
        table, _ = keyphrases.key_phrases(parts[0], ratings[0], options, limit=count)
        held = list(map(keyphrases.mentions, parts, ratings))
        chosen = summary.overview(sample.document, parts, held, options)
        return {
            "id": sample.record["id"],
            "keyphrases": [{"text": p.text} for p in table],
            "summary": [{"text": s.text, "rank": s.rank} for s in chosen],
        }

    return answer


if __name__ == "__main__":
    main()
