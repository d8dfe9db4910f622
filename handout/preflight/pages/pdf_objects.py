"""The only module of the check that opens the file's objects: fonts and tags."""

import io
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from handout.errors import ReadError
from handout.preflight.finding import CheckOptions

_SUBSET = re.compile(r"[A-Z]{6}\+")
_MOST_TAGS = 500_000
_MOST_BYTES = 64_000_000
# What is packed unpacks to so many times its size at most, but for zlib's own.
_RATIO = 20
# What a damaged file makes of its objects.
_BROKEN = (ValueError, TypeError, KeyError, AttributeError, RecursionError)
_HEX = r"<([0-9A-Fa-f\s]*)>"
_SECTION = re.compile(r"begin(bfchar|bfrange)(.*?)(?:endbf|\Z)", re.DOTALL)
_PAIR = re.compile(rf"{_HEX}\s*{_HEX}")
_RANGE = re.compile(rf"{_HEX}\s*{_HEX}\s*(?:{_HEX}|\[([^\]]*+)(?:\]|\Z))", re.DOTALL)


@dataclass(frozen=True, slots=True)
class EmbeddedFont:
    """A font of the file: its name, the page it is first used on, and its program.

    `characters` says which text each glyph stands for; it is empty where glyph ids are
    not what the page says, and `program` is where there is no TrueType in the file.
    One that `is_drawn` (Type 3) is a set of drawings, and has no other name.
    """

    name: str
    page: int
    is_embedded: bool
    is_subset: bool
    program: bytes
    characters: tuple[tuple[int, str], ...]
    is_drawn: bool = False


@dataclass(frozen=True, slots=True)
class PdfStructure:
    """What the objects of a file say: its fonts, and rows that are on two pages.

    `has_tags` says whether rows can be known at all. `note` is what our own files
    carry for their check.
    """

    fonts: tuple[EmbeddedFont, ...]
    split_rows: tuple[int, ...]
    has_tags: bool = False
    note: bytes = b""


def structure_of(pdf: bytes, options: CheckOptions) -> PdfStructure:
    """Read the objects of a PDF. Raises ReadError."""
    import pikepdf

    with open_pdf(pdf, options.name) as document:
        # What the file says; reading.py counts again.
        pages = int(document.Root.Pages.get("/Count", 0))
        if pages > options.most_pages:
            raise ReadError(
                f"the PDF has {pages} pages, more than {options.most_pages}",
                where=options.name,
                hint="check it in parts",
            )
        numbers = {page.objgen: n for n, page in enumerate(document.pages, 1)}
        return PdfStructure(
            tuple(_fonts(pikepdf, document)),
            tuple(_split_rows(pikepdf, document, numbers)),
            "/StructTreeRoot" in document.Root,
            _note(pikepdf, document.Root),
        )


@contextmanager
def open_pdf(pdf: bytes, name: str) -> Iterator[Any]:
    """Open a PDF, and turn what goes wrong with it into a ReadError."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(pdf)) as document:
            yield document
    except pikepdf.PasswordError as error:
        raise ReadError(
            "the PDF is locked with a password",
            where=name,
            hint="save it without the password",
        ) from error
    except _BROKEN as error:
        raise _unreadable(name) from error
    except pikepdf.PdfError as error:
        raise _unreadable(name) from error


def _unreadable(name: str) -> ReadError:
    return ReadError(
        "this file is not a readable PDF", where=name, hint="export it again"
    )


def bytes_of(stream: Any, most: int) -> bytes:
    """What a stream holds; nothing where it is damaged or unpacks to too much."""
    packed = bytes(stream.read_raw_bytes())
    if stream.get("/Filter") is None:
        return packed if len(packed) <= most else b""
    if str(stream.get("/Filter")) != "/FlateDecode" or "/DecodeParms" in stream:
        # Rare: what is packed twice, or in another way, is small or not ours.
        return bytes(stream.read_bytes()) if len(packed) * _RATIO <= most else b""
    unpacking = zlib.decompressobj()
    try:
        found = unpacking.decompress(packed, most)
    except zlib.error:
        return b""
    return b"" if unpacking.unconsumed_tail else found


def _note(pikepdf: Any, root: Any) -> bytes:
    """What our own PDFs keep for their check; nothing of any other file."""
    kept = root
    for name in ("/PieceInfo", "/Handout"):
        kept = kept.get(name)
        if not isinstance(kept, pikepdf.Dictionary):
            return b""
    note = kept.get("/Private")
    return bytes(note) if isinstance(note, pikepdf.String) else b""


def _fonts(pikepdf: Any, document: Any) -> Iterator[EmbeddedFont]:
    seen: set[Any] = set()
    for number, page in enumerate(document.pages, 1):
        for font in _fonts_in(pikepdf, page.obj.get("/Resources"), set()):
            key = font.objgen if font.is_indirect else str(font.get("/BaseFont"))
            if key not in seen:
                seen.add(key)
                yield _font(pikepdf, font, number)


def _fonts_in(pikepdf: Any, resources: Any, seen: set[Any]) -> Iterator[Any]:
    """Walk the fonts of a page and of the forms drawn on it."""
    if not isinstance(resources, pikepdf.Dictionary):
        return
    for kind in ("/Font", "/XObject"):
        group = resources.get(kind)
        for one in group.values() if isinstance(group, pikepdf.Dictionary) else ():
            if kind == "/Font" and isinstance(one, pikepdf.Dictionary):
                yield one
            elif isinstance(one, pikepdf.Stream) and one.objgen not in seen:
                seen.add(one.objgen)
                yield from _fonts_in(pikepdf, one.get("/Resources"), seen)


def _font(pikepdf: Any, font: Any, page: int) -> EmbeddedFont:
    name = str(font.get("/BaseFont", font.get("/Name", "/a drawn font"))).lstrip("/")
    inner = font
    if descendants := font.get("/DescendantFonts"):
        inner = descendants[0]
    descriptor = inner.get("/FontDescriptor", {})
    kinds = ("/FontFile", "/FontFile2", "/FontFile3")
    # Type 3 fonts are drawings in the file itself.
    is_drawn = font.get("/Subtype") == "/Type3"
    program = b""
    characters: tuple[tuple[int, str], ...] = ()
    if "/FontFile2" in descriptor and inner.get("/CIDToGIDMap") == "/Identity":
        program = bytes_of(descriptor["/FontFile2"], _MOST_BYTES)
        if isinstance(font.get("/ToUnicode"), pikepdf.Stream):
            characters = tuple(_characters(bytes_of(font["/ToUnicode"], _MOST_BYTES)))
    return EmbeddedFont(
        _SUBSET.sub("", name),
        page,
        is_drawn or any(kind in descriptor for kind in kinds),
        is_drawn or bool(_SUBSET.match(name)),
        program,
        characters,
        is_drawn,
    )


def _characters(cmap: bytes) -> Iterator[tuple[int, str]]:
    """Read which text each code stands for."""
    for kind, body in _SECTION.findall(cmap.decode("latin-1")):
        if kind == "bfchar":
            for code, text in _PAIR.findall(body):
                yield int(code, 16), _text(text)
            continue
        for low, high, text, several in _RANGE.findall(body):
            first, last = int(low, 16), min(int(high, 16), int(low, 16) + 65535)
            texts = re.findall(_HEX, several)
            for i, code in enumerate(range(first, last + 1)):
                if texts:
                    yield code, _text(texts[i]) if i < len(texts) else ""
                elif len(base := _text(text)) == 1:
                    yield code, chr(ord(base) + i)


def _text(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be", "replace")


def _split_rows(pikepdf: Any, document: Any, numbers: dict[Any, int]) -> Iterator[int]:
    """The first page of each row of a table that is on more than one."""
    root = document.Root.get("/StructTreeRoot")
    waiting = [root]
    seen: set[Any] = set()
    while waiting and len(seen) < _MOST_TAGS:
        tag = waiting.pop()
        if not isinstance(tag, pikepdf.Dictionary) or tag.objgen in seen:
            continue
        if tag.is_indirect:
            seen.add(tag.objgen)
        if tag.get("/S") == "/TR":
            pages = set(_pages(pikepdf, tag, numbers, 0))
            if len(pages) > 1 and not _is_head(pikepdf, tag):
                yield min(pages)
        else:
            waiting += _children(pikepdf, tag)


def _is_head(pikepdf: Any, row: Any) -> bool:
    """Whether a row is the head of its table, said again on every page."""
    cells = _children(pikepdf, row)
    kinds = {c.get("/S") for c in cells if isinstance(c, pikepdf.Dictionary)}
    return kinds == {"/TH"}


def _pages(
    pikepdf: Any, tag: Any, numbers: dict[Any, int], depth: int
) -> Iterator[int]:
    if depth > 50 or not isinstance(tag, pikepdf.Dictionary):
        return
    page = tag.get("/Pg")
    if page is not None and page.objgen in numbers:
        yield numbers[page.objgen]
    for child in _children(pikepdf, tag):
        yield from _pages(pikepdf, child, numbers, depth + 1)


def _children(pikepdf: Any, tag: Any) -> list[Any]:
    children = tag.get("/K")
    if isinstance(children, pikepdf.Array):
        return list(children)
    return [children]
