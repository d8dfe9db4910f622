"""Learns the weights of the analyse stage, or tests them by cross-validation.

    python tests/bench/train.py weights BENCH           writes handout/analyse/weights
    python tests/bench/train.py cross BENCH OUT         five times: learn on four fifths
        of the sources, analyse the last fifth; writes OUT/SET.jsonl and the records
        they answer, OUT/SET.data.jsonl, for BENCH/score.py

Last words: phrases or sentences does but the one; documents takes each meeting and
each law case for a source of its own, where they are otherwise tested with nothing of
their kind learned. BENCH is the folder with gold.jsonl and public/. Needs numpy,
scikit-learn and lightgbm.
"""

import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType

import learning_data
from learning_data import FOLDS, Sample, learned_and_tested

SETS = {"csl": "csl_kp", "vcsum": "vcsum_sec", "xwlb": "xwlb_head", "lctt": "lctt_abs"}
OPTIONS = {"csl": (10, 3, 0), "gold": (8, 3, 0), "vcsum": (8, 3, 150)}


def main() -> None:
    verb, bench, *rest = sys.argv[1:]
    learning_data.use(Path(bench))
    import learn_phrases
    import learn_sentences

    from handout.analyse.learned import WEIGHTS

    modules = {"phrases": learn_phrases, "sentences": learn_sentences}
    only = {name for name in rest if name in modules}
    for module in [m for name, m in modules.items() if name in (only or modules)]:
        samples = module.samples(by_document="documents" in rest)
        if verb == "weights":
            module.learn(samples, WEIGHTS)
        else:
            _cross(samples, module, Path(rest[0]))


def _cross(samples: list[Sample], module: ModuleType, out: Path) -> None:
    name = module.__name__
    found: defaultdict[str, list[tuple[dict, dict]]] = defaultdict(list)
    for fold in range(FOLDS):
        with tempfile.TemporaryDirectory() as folder:
            learned, tested = learned_and_tested(samples, fold)
            module.learn(learned, Path(folder))
            answer = _answers(Path(folder), name)
            for sample in [s for s in tested if s.kind in module.MEASURED]:
                found[sample.kind].append((sample.record, answer(sample)))
        sys.stderr.write(f"{name}: fold {fold + 1} of {FOLDS}\n")
    out.mkdir(exist_ok=True)
    for kind, pairs in found.items():
        stem = SETS.get(kind, f"gold.{name.removeprefix('learn_')}")
        for suffix, column in ((".data.jsonl", 0), (".jsonl", 1)):
            lines = [json.dumps(pair[column], ensure_ascii=False) for pair in pairs]
            (out / (stem + suffix)).write_text("\n".join(lines) + "\n", "utf-8")


def _answers(folder: Path, name: str) -> Callable[[Sample], dict]:
    """Give what answers a sample with the weights of a folder."""
    from handout.analyse import learned
    from handout.model.options import AnalyseOptions

    # The package gives functions of the same names.
    keyphrases = import_module("handout.analyse.keyphrases")
    summary = import_module("handout.analyse.summary")

    if name == "learn_phrases":
        phrases = learned.open_phrase_weights(folder)
        keyphrases.phrase_weights = lambda: phrases
    else:
        sentences = learned.open_sentence_weights(folder)
        summary.sentence_weights = lambda: sentences

    def answer(sample: Sample) -> dict:
        count, some, characters = OPTIONS.get(sample.kind, (8, 3, 60))
        options = AnalyseOptions(
            phrases=count, summary_sentences=some, summary_chars=characters
        )
        result = {"id": sample.record["id"]}
        if name == "learn_phrases":
            part = sample.parts[0]
            found = keyphrases.key_phrases(part, options, limit=count)
            return result | {"keyphrases": [{"text": p.text} for p in found]}
        chosen = summary.overview(sample.document, sample.parts, options)
        listed = [{"text": s.text, "rank": s.rank} for s in chosen]
        return result | {"summary": listed}

    return answer


if __name__ == "__main__":
    main()
