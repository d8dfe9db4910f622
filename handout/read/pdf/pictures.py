"""Takes the pictures out of PDF pages, as JPEG or PNG."""

import struct
import zlib
from collections import Counter
from typing import Any

from handout.model.document import Picture
from handout.read.pdf.frame import Box
from handout.read.pdf.line import PageLine
from handout.read.pdf.page import Page
from handout.read.raw.limits import Budget

# Smaller ones are bullets and rules, larger ones the background of the text.
_LEAST, _WHOLE_PAGE = 36.0, 0.85
_MOST_POINTS, _MOST_PICTURES = 20_000_000, 300
_MOST_POINTS_IN_ALL = 200_000_000
# A picture at one place on so many pages is a letterhead.
_REPEATED = 3


class Pictures:
    """The pictures of a document; lines of kind "picture" name them by number."""

    def __init__(self, pages: list[Page]) -> None:
        self.taken: list[Picture] = []
        self._points = _MOST_POINTS_IN_ALL
        self._places: Counter[tuple[int, ...]] = Counter(
            _place(box) for page in pages for box, _ in page.images
        )

    def put_into(self, page: Page, budget: Budget) -> list[PageLine]:
        """The lines of a page, with a line for each picture in its place."""
        lines = page.lines
        for box, image in sorted(page.images, key=lambda pair: pair[0][1]):
            if not self._is_content(box, page) or len(self.taken) >= _MOST_PICTURES:
                continue
            budget.look()
            picture = _picture(image, self._points)
            if picture:
                self._points -= picture[1]
                lines = _with(lines, box, len(self.taken), page.height)
                self.taken.append(picture[0])
        return lines

    def _is_content(self, box: Box, page: Page) -> bool:
        wide, high = box[2] - box[0], box[3] - box[1]
        whole = wide * high > page.width * page.height * _WHOLE_PAGE
        repeated = self._places[_place(box)] >= _REPEATED
        return min(wide, high) >= _LEAST and not whole and not repeated


def _place(box: Box) -> tuple[int, ...]:
    return tuple(round(edge / 4) for edge in box)


def _with(
    lines: list[PageLine], box: Box, number: int, height: float
) -> list[PageLine]:
    """Put a picture before the first line of its column below it."""
    left, top, right, bottom = box
    below = (
        n
        for n, line in enumerate(lines)
        if line.top >= bottom - 2 and line.left < right and line.right > left
    )
    place = next(below, len(lines))
    share = top / max(1.0, height)
    line = PageLine(
        str(number), left, right, top, bottom, 0.0, bold=False, share=share,
        kind="picture",
    )  # fmt: skip
    return [*lines[:place], line, *lines[place:]]


def _picture(image: Any, points: int) -> tuple[Picture, int] | None:
    """A picture and the points it unpacks to; None for what cannot be shown.

    `points` is how many may still be unpacked.
    """
    from pypdfium2 import PdfiumError  # type: ignore[import-untyped]

    try:
        wide, high = image.get_px_size()
        if image.get_filters() == ["DCTDecode"]:
            return Picture(bytes(image.get_data()), "image/jpeg"), 0
        if not 0 < wide * high <= min(_MOST_POINTS, points):
            return None
        bitmap = image.get_bitmap()
        return Picture(_png(bitmap), "image/png"), wide * high
    except (PdfiumError, ValueError, RuntimeError):
        return None


def _png(bitmap: Any) -> bytes:
    """Write a bitmap of the engine (grey, or blue, green, red and a fourth) as PNG."""
    wide, high, stride = bitmap.width, bitmap.height, bitmap.stride
    raw = bytes(bitmap.buffer)
    channels = bitmap.n_channels
    rows = bytearray()
    for y in range(high):
        row = raw[y * stride : y * stride + wide * channels]
        rows.append(0)
        rows += row if channels == 1 else _rgb_row(row, channels)
    kind = 0 if channels == 1 else 2
    head = struct.pack(">IIBBBBB", wide, high, 8, kind, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(rows))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def _rgb_row(row: bytes, channels: int) -> bytearray:
    found = bytearray(len(row) // channels * 3)
    for place, channel in enumerate((2, 1, 0)):
        found[place::3] = row[channel::channels]
    return found


def _chunk(name: bytes, content: bytes) -> bytes:
    check = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)
