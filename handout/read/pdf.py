"""Reads the text layer of PDFs: lines with their place, size and weight."""

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from handout.errors import ReadError
from handout.read.blocks import Contents, Source, visible
from handout.read.flow import contents_of, joined
from handout.read.limits import MOST_BYTES, Budget
from handout.read.pdf_layout import PageLine, layout
from handout.read.told import of_pdf

Box = tuple[float, float, float, float]

_MOST_PAGES = 3000
_BOLD = 600
_BOLD_NAMES = ("bold", "heavy", "black", "simhei", "heiti", "semibold")
# Under this many characters a page is a picture with a stamp on it.
_FEW = 5


def read_pdf(source: Source) -> Contents:
    """Read a PDF that holds its text; a scan is refused with the way out."""
    import pypdfium2  # type: ignore[import-untyped]

    if len(source.content) > MOST_BYTES:
        raise _refused(source.name, "is too large", "split it into parts")
    try:
        document = pypdfium2.PdfDocument(source.content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            hint = "open it with the password and print it to a new PDF"
            raise _refused(source.name, "is protected with a password", hint) from error
        hint = "copy or download the file again"
        raise _refused(source.name, "is a damaged PDF", hint) from error
    try:
        return _contents(document, source.name)
    except pypdfium2.PdfiumError as error:
        hint = "print it to a new PDF and give that"
        raise _refused(source.name, "has a page that is damaged", hint) from error
    finally:
        document.close()


def _refused(name: str, why: str, hint: str) -> ReadError:
    return ReadError(why, where=name, hint=hint)


def _contents(document: Any, name: str) -> Contents:
    budget = Budget(name)
    if len(document) > _MOST_PAGES:
        hint = "split it into parts"
        raise _refused(name, f"has more than {_MOST_PAGES:,} pages", hint)
    characters = 0
    pages: list[list[PageLine]] = []
    for number in range(len(document)):
        budget.look()
        page = document[number]
        text = page.get_textpage()
        characters += visible(text.get_text_range())
        pages.append(list(_lines(text, page.get_height())))
        text.close()
        page.close()
    if pages and characters < _FEW * len(pages):
        raise _refused(
            name,
            "is a scan: its pages are pictures and hold no text layer",
            "have its text recognised first, for example with "
            "ocrmypdf -l chi_sim in.pdf out.pdf",
        )
    found = sum(visible(line.text) for page in pages for line in page)
    blocks = layout(pages)
    # Both counts come from the same engine; the lines must hold all of its text.
    return contents_of(
        blocks,
        characters=max(characters, found),
        budget=budget,
        inside=of_pdf(document.get_metadata_dict()),
    )


def _lines(text: Any, height: float) -> Iterator[PageLine]:
    """Cut the characters of a page into lines, as the engine breaks them."""
    letters: list[str] = []
    places: list[int] = []
    for index in range(text.count_chars()):
        letter = _letter(text, index)
        if letter in "\r\n":
            if "".join(letters).strip():
                yield _line(text, letters, places, height)
            letters, places = [], []
        else:
            letters.append(letter)
            places.append(index)
    if "".join(letters).strip():
        yield _line(text, letters, places, height)


def _letter(text: Any, index: int) -> str:
    from pypdfium2 import raw

    code = raw.FPDFText_GetUnicode(text, index)
    return chr(code) if 0 < code < 0x110000 else "\ufffd"


def _line(text: Any, letters: list[str], places: list[int], height: float) -> PageLine:
    shown = [n for n, letter in zip(places, letters, strict=True) if letter.strip()]
    boxes = [text.get_charbox(n, loose=True) for n in shown]
    middle = shown[len(shown) // 2]
    bold = all(_is_bold(text, n) for n in {shown[0], middle, shown[-1]})
    left, right = min(b[0] for b in boxes), max(b[2] for b in boxes)
    bottom, top = min(b[1] for b in boxes), max(b[3] for b in boxes)
    return PageLine(
        text=_in_order("".join(letters), boxes),
        left=left,
        right=right,
        top=height - top,
        bottom=height - bottom,
        size=_size(text, middle),
        bold=bold,
        share=(height - top) / max(1.0, height),
    )


def _in_order(text: str, boxes: list[Box]) -> str:
    """Put characters where they stand: quotes of another font are drawn last."""
    drawn = [box[0] for box in boxes]
    if all(after > before - 1 for before, after in pairwise(drawn)):
        return text
    letters = [letter for letter in text if letter.strip()]
    ordered = sorted(zip(boxes, letters, strict=True), key=lambda pair: pair[0][0])
    line = ordered[0][1]
    for (before, one), (box, letter) in pairwise(ordered):
        apart = box[0] - before[2] > (before[3] - before[1]) * 0.2
        line += (joined(one, letter) if apart else "") + letter
    return line


def _size(text: Any, index: int) -> float:
    from pypdfium2 import raw

    box = text.get_charbox(index, loose=True)
    size: float = raw.FPDFText_GetFontSize(text, index)
    # Some programs set type of size 1 and scale it: then the box knows better.
    return round(size if size > 2 else box[3] - box[1], 1)


def _is_bold(text: Any, index: int) -> bool:
    from pypdfium2 import raw

    if raw.FPDFText_GetFontWeight(text, index) >= _BOLD:
        return True
    name = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(text, index, name, 128, ctypes.c_int())
    known = name.value.decode("utf-8", "ignore").lower()
    return any(bold in known for bold in _BOLD_NAMES)
