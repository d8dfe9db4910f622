"""Analyses a benchmark set with the shipped weights, for BENCH/score.py.

    python tests/bench/analysis.py SET BENCH/public/SET.jsonl > OUT.jsonl
    python BENCH/score.py score SET BENCH/public/SET.jsonl OUT.jsonl
    python tests/bench/analysis.py time ARTICLE         times, of the processor

The shipped weights were learned on all of gold.jsonl and the public sets: figures on
those say how well they are remembered. train.py cross gives the figures that count.
"""

import json
import statistics
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from time import process_time

from handout.analyse import analyse
from handout.analyse.bulk import RecordFunctions, answer_line
from handout.model.document import Document
from handout.model.options import AnalyseOptions
from handout.read import read
from handout.read.structure.language import language_of
from handout.records import analysis_record, as_text

RUNS = 15
OPTIONS = {
    "csl_kp": AnalyseOptions(phrases=10),
    "vcsum_sec": AnalyseOptions(summary_chars=150),
    "xwlb_head": AnalyseOptions(summary_chars=60),
    "lctt_abs": AnalyseOptions(summary_chars=60),
}
COLD = """
from time import process_time
before = process_time()
from handout.analyse import analyse, bulk
from handout.model.options import AnalyseOptions
analyse(bulk.one_section("", "知识与能力之间的桥梁是实践。"), AnalyseOptions())
print(process_time() - before)
"""


def main() -> None:
    kind, path = sys.argv[1:]
    if kind == "time":
        show_times(Path(path))
        return
    how = RecordFunctions(read_text, language_of, analysis_record)
    for line in Path(path).read_text("utf-8").splitlines():
        given = json.dumps(record(kind, json.loads(line)))
        options = OPTIONS.get(kind, AnalyseOptions())
        answer = answer_line(given, options=options, how=how)
        sys.stdout.write(as_text(answer) + "\n")


def read_text(title: str, text: str, _language: str) -> Document:
    return read(f"{title}\n{text}".encode(), name="-")[0]


def record(kind: str, given: dict) -> dict:
    """The record that score.py's `inputs` makes of a line."""
    one = {"id": given["id"], "title": given.get("title", ""), "headings": False}
    if kind == "vcsum_sec":
        return one | {"text": "\n".join(given["sentences"])}
    if kind == "gold":
        text = "\n".join(given["paragraphs"])
        return one | {"title": given["heading"], "text": text}
    if kind == "lctt_abs":
        text = "\n".join(line for line, _ in given["lines"])
        return one | {"headings": True, "text": text}
    return one | {"text": given["text"]}


def show_times(path: Path) -> None:
    document = read(path.read_bytes(), name=path.name)[0]
    thousands = sum(len(p.text) for p in document.paragraphs) / 1000
    names = ("words.passage", "phrases.key_phrases", "summary.summarise")
    passage, phrases, summary = (import_module(f"handout.analyse.{n}") for n in names)
    options = AnalyseOptions()
    parts = passage.passages(document)
    held = [
        phrases.mentions(part, phrases.rate_phrases(part, options, most=32))
        for part in parts
    ]
    steps: dict[str, Callable[[], object]] = {
        "words and sentences": lambda: passage.passages(document),
        "key phrases": lambda: [
            phrases.key_phrases(
                part, phrases.rate_phrases(part, options, most=32), options, limit=8
            )
            for part in parts
        ],
        "summaries": lambda: [
            summary.choose_summary(part, mine, options, count=3)
            for part, mine in zip(parts, held, strict=True)
        ],
        "all": lambda: analyse(document, options),
    }
    for name, step in steps.items():
        took = statistics.median(timed(step) for _ in range(RUNS))
        sys.stdout.write(
            f"{name}: {took * 1000 / thousands:.1f} ms per 1,000 characters\n"
        )
    command = [sys.executable, "-c", COLD]
    cold = [float(subprocess.check_output(command)) for _ in range(RUNS)]
    sys.stdout.write(f"cold load and one sentence: {statistics.median(cold):.3f} s\n")


def timed(step: Callable[[], object]) -> float:
    before = process_time()
    step()
    return process_time() - before


if __name__ == "__main__":
    main()
