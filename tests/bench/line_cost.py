"""What Chinese lines cost: the sample's handout with our hooks, and without them.

Both print the HTML that `handout make --html` wrote, in one process, taking turns; the
hooks that fill pages and find narrow widths are there both times.

Run by hand: python tests/bench/line_cost.py [rounds]
"""

import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from handout import pipeline
from handout.assets import templates_folder
from handout.model.options import MakeOptions
from handout.printing.engine.load import load_weasyprint
from handout.printing.lines import chinese_lines, headings
from handout.printing.lines import paragraph as best_lines
from handout.printing.pages import fill
from handout.printing.speed import min_width as narrow

SEED = next((Path(__file__).parents[2] / "seeds").iterdir())
TAUGHT = (chinese_lines, best_lines, headings)
MOST = 1.10


def page() -> str:
    """The HTML of the sample's handout."""
    with tempfile.TemporaryDirectory() as folder:
        source = pipeline.Source(SEED.read_bytes(), SEED.name)
        made = pipeline.make(source, Path(folder), MakeOptions(html=True))
        return next(p for p in made.paths if p.suffix == ".html").read_text("utf-8")


def seconds(html: str, *, taught: bool) -> float:
    """Time one print, in seconds of the processor."""
    for module in TAUGHT:
        if taught:
            module.install()
        else:
            module.remove()
    begin = time.process_time()
    document = load_weasyprint(None).HTML(
        string=html, base_url=templates_folder().as_uri()
    )
    if taught:
        chinese_lines.add_hints(document.etree_element)
    document.write_pdf()
    return time.process_time() - begin


def main(rounds: int) -> None:
    """Print both times and their ratio."""
    html = page()
    for module in (fill, narrow):
        module.install()
    times = [
        (seconds(html, taught=False), seconds(html, taught=True))
        for _ in range(rounds + 1)
    ][1:]
    stock, ours = (median(one) for one in zip(*times, strict=True))
    print(f"{stock:.3f} s stock, {ours:.3f} s with Chinese lines")  # noqa: T201
    ratio = median(with_ / without for without, with_ in times)
    print(f"{ratio:.3f} of the stock time (at most {MOST})")  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
