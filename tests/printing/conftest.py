"""Prints with our fonts only, and reads back where every character stands."""

import atexit
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import pytest

from handout.assets import fonts_folder

# fontconfig reads this once, when WeasyPrint is imported for the first time.
if "FONTCONFIG_FILE" not in os.environ:
    _folder = Path(tempfile.mkdtemp(prefix="handout-fonts-"))
    atexit.register(shutil.rmtree, _folder, ignore_errors=True)
    _conf = _folder / "fonts.conf"
    _conf.write_text(
        f"<fontconfig><dir>{fonts_folder()}</dir>"
        f"<cachedir>{_folder / 'cache'}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    os.environ["FONTCONFIG_FILE"] = str(_conf)


@dataclass(frozen=True)
class PrintedCharacter:
    """A character, what its advance takes and what its ink takes, in points."""

    text: str
    left: float
    right: float
    ink_left: float
    ink_right: float


Line = list[PrintedCharacter]


def _lines(pdf: bytes) -> Iterator[Line]:
    pypdfium2 = pytest.importorskip("pypdfium2")
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        text = page.get_textpage()
        found = []
        for i in range(text.count_chars()):
            letter = text.get_text_range(i, 1)
            if not letter.strip():
                continue
            left, bottom, right, _ = text.get_charbox(i, loose=True)
            ink = text.get_charbox(i)
            found.append(
                (
                    round(bottom),
                    PrintedCharacter(letter, left, right, ink[0], ink[2]),
                )
            )
        for _, line in groupby(found, key=lambda one: one[0]):
            yield [one for _, one in line]


@pytest.fixture(scope="session")
def printed() -> Callable[..., bytes]:
    """Print a body with a style, on one page that starts at the paper's edge."""

    def print_(body: str, style: str = "", *, hinted: bool = True) -> bytes:
        import weasyprint

        from handout.printing.lines import chinese_lines

        document = weasyprint.HTML(
            string="<!doctype html><html lang=zh-CN><meta charset=utf-8><style>"
            "@page{size:200mm 290mm;margin:0}"
            "body{margin:0;font:10.5pt/18pt 'Handout Serif';text-align:justify}"
            f"p{{margin:0}} {style}</style><body>{body}"
        )
        if hinted:
            chinese_lines.add_hints(document.etree_element)
        return bytes(document.write_pdf())

    return print_


@pytest.fixture(scope="session")
def lines_of() -> Callable[[bytes], list[Line]]:
    """Read the lines of a PDF, as they stand on paper."""
    return lambda pdf: list(_lines(pdf))


@pytest.fixture(scope="module", autouse=True)
def untaught() -> None:
    """Start with WeasyPrint as it comes, whatever was printed before."""
    from handout.printing.lay_out import LESSONS

    for lesson in LESSONS:
        lesson.remove()
