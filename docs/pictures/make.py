"""Draws the pictures in the documents: pages of the sample, and a thumbnail a pack.

Run by `make pictures`. tests/test_docs.py notices when they have gone stale.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image

from handout import assets, packs

PICTURES = Path(__file__).parent
SEED = PICTURES.parents[1] / "seeds" / "sample-article.txt"
WIDTH = 620
# The page of the worksheets that is shown in both editions.
EXERCISES = 1
# Black ink on white paper needs no more, and the files stay small.
GREYS = 16
THUMBNAIL = 360
# Packs that are known by the page of a section.
SHOWN_INSIDE = {"cornell"}


def drawn(width: int) -> dict[str, Image.Image]:
    """Print the sample, and give some of its pages as grey pictures, by file name."""
    with tempfile.TemporaryDirectory() as folder:
        pdf = printed("meeting", Path(folder))
        pages = {
            f"meeting-{number}.png": picture(pdf, place, width)
            for number, place in enumerate((0, first_section(pdf)), 1)
        }
        (Path(folder) / "tokens").mkdir()
        (Path(folder) / "tokens" / "pack.toml").write_text(five_lines(), "utf-8")
        own = printed(f"{folder}/tokens", Path(folder))
        pages["tokens.png"] = picture(own, first_section(own), width)
        for number, edition in enumerate(exercises(folder), 1):
            pages[f"exercises-{number}.png"] = picture(edition, EXERCISES, width)
    return pages


def exercises(folder: str) -> list[pypdfium2.PdfDocument]:
    """Print worksheets of the sample with exercises, in both editions."""
    command = [sys.executable, "-m", "handout", "worksheets", str(SEED), "-o", folder]
    asked = ["--one-file", "--exercises", "all", "--edition", "both"]
    done = subprocess.run(
        [*command, *asked], check=True, capture_output=True, text=True
    )
    return [
        pypdfium2.PdfDocument(Path(path).read_bytes())
        for path in done.stdout.splitlines()
    ]


def thumbnails(width: int) -> dict[str, Image.Image]:
    """Print the sample with each of our packs, and give a page of each, by pack."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for pack in packs.list_packs():
            pdf = printed(pack.name, Path(folder))
            place = first_section(pdf) if pack.name in SHOWN_INSIDE else 0
            found[pack.name] = picture(pdf, place, width)
    return found


def five_lines() -> str:
    """The pack of five lines that docs/templates.md shows."""
    text = (PICTURES.parent / "templates.md").read_text(encoding="utf-8")
    return text.split("```toml tokens/pack.toml\n")[1].split("```")[0]


def printed(pack: str, folder: Path) -> pypdfium2.PdfDocument:
    """Print the sample with a pack."""
    command = [sys.executable, "-m", "handout", "make", str(SEED), "-o", str(folder)]
    subprocess.run([*command, "--template", pack], check=True, capture_output=True)
    return pypdfium2.PdfDocument((folder / f"{SEED.stem}.pdf").read_bytes())


def picture(pdf: pypdfium2.PdfDocument, place: int, width: int) -> Image.Image:
    """Draw a page in grey."""
    page = pdf[place]
    drawing = page.render(scale=width / page.get_width(), grayscale=True)
    return drawing.to_pil().convert("L")


def first_section(pdf: pypdfium2.PdfDocument) -> int:
    """The page that the first bookmark under the title points to."""
    marks = (mark for mark in pdf.get_toc() if mark.level == 1)
    return int(next(marks).get_dest().get_index())


def main() -> None:
    """Write the pictures beside this file, and each thumbnail into its pack."""
    for name, page in drawn(WIDTH).items():
        page.quantize(GREYS).save(PICTURES / name, optimize=True)
    for name, page in thumbnails(THUMBNAIL).items():
        place = assets.templates_folder() / name / "thumbnail.png"
        page.quantize(GREYS).save(place, optimize=True)


if __name__ == "__main__":
    main()
