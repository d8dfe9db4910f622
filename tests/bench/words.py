"""Times the words: cold in fresh processes, then warm, beside jieba as it comes.

python tests/bench/words.py [TEXT FILE]
"""

import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

RUNS = 15
ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "sample-article.txt"
# By its path: as handout.analyse.words.segment it would bring the whole stage with it.
WORDS = ROOT / "handout" / "analyse" / "words.py"
COLD = """
import importlib.util
import sys
from resource import RUSAGE_SELF, getrusage
from time import perf_counter
memory = lambda: getrusage(RUSAGE_SELF).ru_maxrss / 1024
text = open(sys.argv[1], encoding="utf-8").read()
spec = importlib.util.spec_from_file_location("words", sys.argv[2])
words = importlib.util.module_from_spec(spec)
before, times = memory(), [perf_counter()]
spec.loader.exec_module(words)
times.append(perf_counter())
words._word_list()
times.append(perf_counter())
words._tokenizer()
times.append(perf_counter())
words.cut(text)
times.append(perf_counter())
steps = [(b - a) * 1000 for a, b in zip(times, times[1:])]
print(*steps, sum(steps), memory() - before)
"""
STEPS = ("import words", "open word list", "import jieba", "first cut", "in all")


def main(path: Path) -> None:
    text = path.read_text("utf-8")
    show(f"{path.name}: {len(text)} characters, median of {RUNS} runs")
    command = [sys.executable, "-c", COLD, str(path), str(WORDS)]
    runs = [
        [float(figure) for figure in subprocess.check_output(command).split()]
        for _ in range(RUNS)
    ]
    *steps, memory = [statistics.median(column) for column in zip(*runs, strict=True)]
    for step, cost in zip(STEPS, steps, strict=True):
        show(f"cold  {step:16} {cost:7.1f} ms")
    show(f"cold  memory added     {memory:7.1f} MB")
    compare_warm(text)


def compare_warm(text: str) -> None:
    from handout.analyse.words import segment as words

    ours = warm(lambda: words.cut(text))
    with tempfile.TemporaryDirectory() as folder:
        stock = words._jieba().Tokenizer()
        stock.tmp_dir = folder
        start = perf_counter()
        stock.initialize()
        show(f"stock initialize       {(perf_counter() - start) * 1000:7.1f} ms")
    theirs = warm(lambda: list(stock.cut(text)))
    show(f"warm  stock cut        {theirs:7.1f} ms (texts only)")
    show(f"warm  our cut          {ours:7.1f} ms (with tags and places)")


def warm(do: Callable[[], object]) -> float:
    do()
    times = []
    for _ in range(RUNS):
        start = perf_counter()
        do()
        times.append((perf_counter() - start) * 1000)
    return statistics.median(times)


def show(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SEED)
