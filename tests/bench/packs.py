"""How long each of our packs takes to print the sample, beside the pack `base`.

All print the same handout of the sample on A4, in one process that is warm; they take
turns, so that a busy moment of the machine hits all. `base` prints what every pack
inherits: the overview, then each section's summary, table and boxes on pages of its
own; and the article, where the pack beside it prints that too. `worksheet` prints each
section as a handout of its own, as the command does, and so does base beside it. The
options are those of base for all; in a second round each has its own, and base stays as
it is. Told are medians of the processor's time.

Run by hand: python tests/bench/packs.py [rounds]
"""

import gc
import sys
import time
from pathlib import Path
from statistics import median

from handout import assets, packs
from handout.model.handout import Handout
from handout.model.options import MakeOptions, PlanOptions
from handout.model.pack import Pack
from handout.model.paper import paper_named
from handout.pipeline import Order, Source, order_for, plan_source
from handout.pipeline.press import press_here
from handout.plan import split_worksheets

MOST = 1.3
BASE = packs.find("base")
Key = tuple[str, bool]
Work = tuple[tuple[Handout, ...], Order]


def planned(*, with_text: bool) -> Handout:
    """The handout of the sample, with or without the article."""
    options = MakeOptions(plan=PlanOptions(with_text=with_text))
    order = order_for(options, default_pack="base")
    return plan_source(Source.open(str(assets.sample())), order).handout


def work(pack: Pack, handouts: tuple[Handout, ...], *, own: bool) -> Work:
    """What a pack prints, with options of its own or those of base."""
    values = {option.name: option.default for option in pack.options}
    if not own:
        values |= {option.name: option.default for option in BASE.options}
    return handouts, Order(pack, paper_named("A4"), tuple(values.items()))


def seconds(one: Work) -> tuple[float, int]:
    """Print, and give the processor's time and the number of pages."""
    gc.collect()
    begin = time.process_time()
    printed = press_here(*one).printed
    taken = time.process_time() - begin
    assert printed
    return taken, printed.pages


def all_works() -> dict[Key, tuple[Work, Work]]:
    """What is printed, by pack and by whose options; and base beside it."""
    handouts = {text: planned(with_text=text) for text in (False, True)}
    found: dict[Key, tuple[Work, Work]] = {}
    for pack in packs.list_packs():
        if not pack.folders[0].is_relative_to(Path(assets.templates_folder())):
            continue
        whole = handouts[pack.with_text]
        printed = split_worksheets(whole) if pack.name == "worksheet" else (whole,)
        base = work(BASE, printed, own=True)
        for own in (False, True):
            found[pack.name, own] = (work(pack, printed, own=own), base)
    return found


def main(rounds: int) -> None:
    """Print the medians of each pack, and how they stand to base."""
    gc.set_threshold(200_000, 50, 50)
    works = all_works()
    times: dict[Key, list[tuple[float, float]]] = {key: [] for key in works}
    pages: dict[Key, tuple[int, int]] = {}
    # The first round fills caches.
    for _ in range(rounds + 1):
        for key, (one, base) in works.items():
            (own, count), (other, least) = seconds(one), seconds(base)
            times[key].append((own, other))
            pages[key] = count, least
    print("pack       pages  base | same options: time, base, ratio | own")  # noqa: T201
    for name in dict.fromkeys(name for name, _ in works):
        line = f"{name:10} {pages[name, False][0]:5} {pages[name, False][1]:5} |"
        for own in (False, True):
            one, base = (median(t) for t in zip(*times[name, own][1:], strict=True))
            line += f" {one:5.2f} s {base:5.2f} s {one / base:5.2f} |"
        print(line)  # noqa: T201
    print(f"at most {MOST}")  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
