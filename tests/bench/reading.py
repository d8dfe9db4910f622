"""Times reading: python tests/bench/reading.py

Makes 1 MB of text, Markdown, HTML and short lines, and a PDF of 300 pages with
WeasyPrint, of the sample's paragraphs; reads each in a process of its own and prints
seconds, seconds of CPU, and the most memory.
"""

import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

SEED = Path(__file__).parents[2] / "seeds" / "sample-article.txt"
LETTERS = 350_000
PAGES = 300
READ = """
import json, re, sys, time
from handout.read import read
from pathlib import Path
path = Path(sys.argv[1])
content = path.read_bytes()
wall, cpu = time.perf_counter(), time.process_time()
document, _ = read(content, name=path.name)
wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
memory = int(re.search("VmHWM:.*?([0-9]+)", Path("/proc/self/status").read_text())[1])
print(json.dumps([wall, cpu, memory // 1024, len(document.paragraphs)]))
"""


def lines() -> list[str]:
    """Paragraphs of the sample, a heading before every sixth."""
    chance = random.Random(1)
    text = SEED.read_text("utf-8")
    paragraphs = [line for line in text.split("\n") if len(line) > 40]
    found: list[str] = []
    size = 0
    while size < LETTERS:
        heading = len(found) % 7 == 0
        found.append(
            f"第{len(found)}段的小标题" if heading else chance.choice(paragraphs)
        )
        size += len(found[-1])
    return found


def files(folder: Path) -> list[Path]:
    """Write the files that are read."""
    body = lines()
    chance = random.Random(2)
    short = [line[: chance.randint(6, 25)] for line in body * 12]
    page = "".join(f"<p>{line}</p>" for line in body)
    made = {
        "text.txt": "\n".join(body),
        "short-lines.txt": "\n".join(short),
        "markdown.md": "\n\n".join(body),
        "page.html": f"<h1>题目</h1>{page}",
    }
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in made] + [pdf(folder, page)]


def pdf(folder: Path, page: str) -> Path:
    """Print enough of a page for a PDF of 300 pages."""
    from weasyprint import HTML

    style = "<style>@page{size:A5;margin:20mm} body{font:12pt/1.8 serif}</style>"
    document = HTML(string=style + page * 2).render()
    path = folder / "pages.pdf"
    document.copy(document.pages[:PAGES]).write_pdf(path)
    return path


def main() -> None:
    """Read each file in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        for path in files(Path(folder)):
            ran = subprocess.run(
                [sys.executable, "-c", READ, str(path)],
                check=True,
                capture_output=True,
                text=True,
            )
            wall, cpu, memory, paragraphs = json.loads(ran.stdout)
            sys.stdout.write(
                f"{path.name}: {path.stat().st_size / 1e6:.1f} MB, {paragraphs:,} "
                f"paragraphs, {wall:.2f} s ({cpu:.2f} s CPU), {memory} MB\n"
            )
            sys.stdout.flush()


if __name__ == "__main__":
    main()
