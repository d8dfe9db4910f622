"""Draws the pictures in the README: the sample's first page and its first section.

Run by `make pictures`. tests/test_docs.py notices when they have gone stale.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image

PICTURES = Path(__file__).parent
SEED = PICTURES.parents[1] / "seeds" / "000_c38ae609c570f3f6.txt"
WIDTH = 620
# Black ink on white paper needs no more, and the files stay small.
GREYS = 16


def drawn(width: int) -> dict[str, Image.Image]:
    """Print the sample, and give two of its pages as grey pictures, by file name."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "handout", "make", str(SEED), "-o", folder]
        subprocess.run(command, check=True, capture_output=True)
        pdf = pypdfium2.PdfDocument((Path(folder) / f"{SEED.stem}.pdf").read_bytes())
    pages = {}
    for number, place in enumerate((0, first_section(pdf)), 1):
        page = pdf[place]
        picture = page.render(scale=width / page.get_width(), grayscale=True)
        pages[f"meeting-{number}.png"] = picture.to_pil().convert("L")
    pdf.close()
    return pages


def first_section(pdf: pypdfium2.PdfDocument) -> int:
    """Give the page that the first bookmark under the title points to."""
    marks = (mark for mark in pdf.get_toc() if mark.level == 1)
    return int(next(marks).get_dest().get_index())


def main() -> None:
    """Write the pictures beside this file."""
    for name, picture in drawn(WIDTH).items():
        picture.quantize(GREYS).save(PICTURES / name, optimize=True)


if __name__ == "__main__":
    main()
