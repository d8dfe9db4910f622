"""How long `templates preview --watch` takes from a save to pages that can be seen.

Prints the sample article with a pack of one's own, as the command does, in one process
that is warm; then saves its template, its style sheet, an option and the article, again
and again, each save with a text it has not had. Told are the medians: the time by the
clock until there are pages, what of it the processor worked, and the clock again until
the first page is drawn for a window.

Run by hand: python tests/bench/preview.py [rounds] [PACK]
"""

import gc
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from handout import assets, packs
from handout.cli.preview import _asker
from handout.packs.eject import new_pack
from handout.pipeline import Source
from handout.preview import Preview, left_alone
from handout.preview.page_pictures import draw_page

MOST = 0.7
WIDTH = 1000

Times = tuple[float, float, float]


def template(folder: Path, number: int) -> None:
    """Save a block with other words in it."""
    block = folder / "ours" / "blocks" / "keyphrases.html.j2"
    text = block.read_text(encoding="utf-8").partition("<p>")[0]
    block.write_text(f"{text}<p>{number}</p>", encoding="utf-8")


def style(folder: Path, number: int) -> None:
    """Save a rule with another length in it."""
    rule = f"h2 {{ letter-spacing: {number / 100}pt }}"
    (folder / "ours" / "style.css").write_text(rule, encoding="utf-8")


def option(folder: Path, number: int) -> None:
    """Save another default in pack.toml."""
    pack = folder / "ours" / "pack.toml"
    text = pack.read_text(encoding="utf-8").partition("[options.row]")[0]
    row = f"[options.row]\ndefault = {8 + number % 20 / 10}\n"
    pack.write_text(f"{text}{row}", encoding="utf-8")


def source(folder: Path, number: int) -> None:
    """Save the article with another last sentence."""
    article = folder / "article.txt"
    text = article.read_text(encoding="utf-8").partition("\n第")[0]
    article.write_text(f"{text}\n第{number}次学习,要联系实际。", encoding="utf-8")


SAVES: dict[str, Callable[[Path, int], None]] = {
    "template": template,
    "style": style,
    "option": option,
    "source": source,
}


def timed(preview: Preview) -> Times:
    """Print once: clock, processor, and the clock until a page is drawn; seconds."""
    with left_alone():
        begin, worked = time.perf_counter(), time.process_time()
        view = preview.refresh()
        printed, work = time.perf_counter() - begin, time.process_time() - worked
        assert view.error is None, view.error
        draw_page(view.pdf, 1, WIDTH)
        return printed, work, time.perf_counter() - begin


def main(rounds: int, pack: str) -> None:
    """Print the medians of each kind of save, and how they stand to the goal."""
    # As the command does.
    gc.set_threshold(200_000, 50, 50)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.chdir(folder)
        shutil.copy(assets.sample(), "article.txt")
        new_pack(Path("ours"), packs.find(pack), ("keyphrases",))
        preview = Preview(
            Path("article.txt"),
            ask=_asker("./ours", "", (), "article.txt"),
            load=Source.open,
        )
        print(f"{timed(preview)[0]:6.2f} s  the first time")  # noqa: T201
        found: dict[str, list[Times]] = {kind: [] for kind in SAVES}
        # The first round of saves warms up what only they need.
        for number in range(rounds + 1):
            for kind, save in SAVES.items():
                save(folder, number)
                found[kind].append(timed(preview))
        pages = len(preview.view.sizes)
        os.chdir("/")
    print(" clock  processor  drawn")  # noqa: T201
    for kind, times in found.items():
        clock, work, seen = (median(one) for one in zip(*times[1:], strict=True))
        print(f"{clock:6.2f} {work:10.2f} {seen:6.2f} s  {kind}")  # noqa: T201
    print(f"{pages} pages; at most {MOST} s")  # noqa: T201


if __name__ == "__main__":
    main(
        int(sys.argv[1]) if len(sys.argv) > 1 else 7,
        sys.argv[2] if len(sys.argv) > 2 else "meeting",
    )
