"""Draws pages of a PDF as pictures, for a screen or a thumbnail."""

import io
import threading
from typing import Any

# PDFium works for one thread at a time, in the whole process.
pdfium = threading.Lock()
_WIDEST = 2400


def page_sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """The width and height of each page, in points."""
    with pdfium:
        document = _open_pdf(pdf)
        sizes = tuple(document.get_page_size(number) for number in range(len(document)))
        document.close()
    return sizes


def draw_page(pdf: bytes, number: int, width: int) -> bytes:
    """Page `number`, from 1, as a PNG so many dots wide.

    Raises IndexError for a page there is not.
    """
    with pdfium:
        document = _open_pdf(pdf)
        try:
            if not 0 < number <= len(document):
                raise IndexError(number)
            page = document[number - 1]
            scale = min(width, _WIDEST) / page.get_width()
            # Through Pillow, which WeasyPrint brings along.
            picture = page.render(scale=scale, rev_byteorder=True).to_pil()
        finally:
            document.close()
    out = io.BytesIO()
    # A little larger, and ten times as fast.
    picture.save(out, "PNG", compress_level=1)
    return out.getvalue()


def _open_pdf(pdf: bytes) -> Any:
    import pypdfium2  # type: ignore[import-untyped]

    return pypdfium2.PdfDocument(pdf)
