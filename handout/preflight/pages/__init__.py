"""The only module of the check that reads pages: PDFium's glyphs and their ink."""

import ctypes
from collections.abc import Callable, Iterator
from typing import Any

from handout import guard
from handout.errors import ReadError
from handout.preflight.finding import CheckOptions
from handout.preflight.pages.frames import frames_of
from handout.preflight.pages.page import (
    FOLIO,
    FURNITURE,
    Glyph,
    GlyphLine,
    Sheet,
    group_lines,
    lines_of,
)

# A page is looked at as a picture of at most so many dots a side.
_DOTS = 1500
# Of 255 that are white: a hairline of grey counts.
_PAPER = 250
_MOST_GLYPHS = 200_000
# Page numbers are in this part of a page.
_LOWEST = 0.2

# For one page; PDFium cannot be asked to stop.
_LIMITS = guard.Limits(seconds=30, megabytes=1_200)

Progress = Callable[[int, int], None]


def sheets_of(
    pdf: bytes, options: CheckOptions, progress: Progress | None = None
) -> Iterator[Sheet]:
    """Read the pages of a PDF, and tell before each which it is. Raises ReadError."""
    import pypdfium2  # type: ignore[import-untyped]

    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower() or "security" in str(error).lower()
        raise ReadError(
            "the PDF is locked with a password"
            if locked
            else "this file is not a readable PDF",
            where=options.name,
            hint="save it without the password" if locked else "export it again",
        ) from error
    try:
        if len(document) > options.most_pages:
            raise ReadError(
                f"the PDF has {len(document)} pages, more than {options.most_pages}",
                where=options.name,
                hint="check it in parts",
            )
        for number in range(1, len(document) + 1):
            guard.enter(_page(options.name, number))
            if progress:
                progress(number, len(document))
            yield _sheet(pypdfium2, document, number, options)
    finally:
        document.close()


def _page(name: str, number: int) -> guard.Stage:
    """The reading of one page, which may draw itself a million times over."""
    return guard.Stage(
        f"{name}, page {number}", limits=_LIMITS, hint="check it in parts"
    )


def _sheet(pypdfium2: Any, document: Any, number: int, options: CheckOptions) -> Sheet:
    try:
        page = document[number - 1]
        width, height = page.get_size()
        glyphs = tuple(_glyphs(pypdfium2.raw, page))
        frames = frames_of(pypdfium2.raw, page)
        lines = lines_of(glyphs)
        ink, start, content = _ink(page, width, height, _foot(lines, height))
    except pypdfium2.PdfiumError as error:
        raise ReadError(
            f"page {number} cannot be read", where=options.name, hint="export it again"
        ) from error
    blocks = group_lines(lines)
    return Sheet(
        number, width, height, glyphs, ink, content, lines, blocks, start, frames
    )


def _glyphs(raw: Any, page: Any) -> Iterator[Glyph]:
    """The characters that are drawn; not spaces, nor what PDFium makes up."""
    text = page.get_textpage()
    name = ctypes.create_string_buffer(256)
    flags = ctypes.c_int()
    x, y = ctypes.c_double(), ctypes.c_double()
    for i in range(min(text.count_chars(), _MOST_GLYPHS)):
        letter = chr(raw.FPDFText_GetUnicode(text, i))
        if not letter.strip():
            continue
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(text, i, matrix)
        raw.FPDFText_GetFontInfo(text, i, name, 256, flags)
        raw.FPDFText_GetCharOrigin(text, i, x, y)
        if abs(matrix.b) > abs(matrix.a):
            # Turned text has no lines from left to right.
            continue
        scale = (matrix.c**2 + matrix.d**2) ** 0.5
        left, _, right, _ = text.get_charbox(i, loose=True)
        ink = text.get_charbox(i)
        yield Glyph(
            letter,
            left,
            right,
            ink[0],
            ink[2],
            y.value,
            raw.FPDFText_GetFontSize(text, i) * scale,
            name.value.decode("utf-8", "replace").rpartition("+")[2],
        )


def _foot(lines: tuple[GlyphLine, ...], height: float) -> float:
    """Find how high the foot of a page is, which holds its number."""
    folios = [
        line.baseline + line.size
        for line in lines
        if line.baseline < _LOWEST * height and FOLIO.fullmatch(line.text)
    ]
    return max([FURNITURE, *folios])


def _ink(
    page: Any, width: float, height: float, under: float
) -> tuple[tuple[float, float, float, float] | None, float, float]:
    """Find where the ink of a page lies, begins and ends: a drawing shows it."""
    scale = min(1.0, _DOTS / max(width, height, 1.0))
    bitmap = page.render(scale=scale, grayscale=True)
    stride, rows = bitmap.stride, bitmap.height
    data = bytes(bitmap.buffer)
    # Light greys become white, so that stripping white finds ink.
    dots = data.translate(bytes(255 if i >= _PAPER else 0 for i in range(256)))
    lefts, rights, inked = [], [], []
    for row in range(rows):
        line = dots[row * stride : row * stride + bitmap.width]
        if b"\0" in line:
            inked.append(row)
            lefts.append(line.index(b"\0"))
            rights.append(line.rindex(b"\0") + 1)
    if not inked:
        return None, height, height
    foot = (height - under) * scale
    start = min((row for row in inked if row > FURNITURE * scale), default=0)
    content = max((row + 1 for row in inked if row < foot), default=0)
    ink = (
        min(lefts) / scale,
        height - (inked[-1] + 1) / scale,
        max(rights) / scale,
        height - inked[0] / scale,
    )
    return ink, height - start / scale, height - content / scale
