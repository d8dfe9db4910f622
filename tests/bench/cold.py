"""How long a cold `handout make` takes beside the stock `weasyprint` command.

Both print the sample article: ours reads, analyses, plans, renders and prints it; the
other prints the HTML that `handout make --html` wrote, with the same fonts. They take
turns, so that a busy moment of the machine hits both.

Run by hand: python tests/bench/cold.py [rounds]
"""

import os
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path
from statistics import median

SEEDS = sorted((Path(__file__).parents[2] / "seeds").iterdir())
COMMANDS = Path(sysconfig.get_path("scripts"))
HANDOUT, WEASYPRINT = COMMANDS / "handout", COMMANDS / "weasyprint"
# Installed packages are compiled once; so is ours, on any machine but a test's.
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
MOST_RATIO = 0.75
MOST_HELP = 0.25

Command = list[str | Path]


def seconds(command: Command) -> float:
    """Time one run of a command in a process of its own."""
    begin = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=ENVIRONMENT)
    return time.perf_counter() - begin


def medians(commands: dict[str, Command], rounds: int) -> dict[str, float]:
    """The median time of each command, all of them run once in each round."""
    taken: dict[str, list[float]] = {name: [] for name in commands}
    # The first round fills the caches of the disk, of fontconfig and of Python.
    for _ in range(rounds + 1):
        for name, command in commands.items():
            taken[name].append(seconds(command))
    return {name: median(times[1:]) for name, times in taken.items()}


def commands_in(folder: Path) -> dict[str, Command]:
    """What is timed: our commands, and the stock one on each HTML they wrote."""
    make: Command = [HANDOUT, "make", *SEEDS, "-o", folder]
    subprocess.run([*make, "--html"], check=True, capture_output=True)
    found: dict[str, Command] = {"handout make": make}
    for page in sorted(folder.glob("*.html")):
        found[f"weasyprint {page.name}"] = [WEASYPRINT, page, folder / "stock.pdf"]
    return found | {"handout --help": [HANDOUT, "--help"]}


def main(rounds: int) -> None:
    """Print the medians, and how they stand to the budget."""
    with tempfile.TemporaryDirectory() as folder:
        times = medians(commands_in(Path(folder)), rounds)
    stock = sum(time for name, time in times.items() if name.startswith("weasyprint"))
    for name, time_taken in times.items():
        print(f"{time_taken:7.3f} s  {name}")  # noqa: T201
    ratio = times["handout make"] / stock
    print(f"{ratio:7.3f}    of the stock time (at most {MOST_RATIO})")  # noqa: T201
    print(f"{'':7}    --help at most {MOST_HELP} s")  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
