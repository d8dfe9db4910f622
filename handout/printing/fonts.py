"""Which fonts print: ours and a folder of the user's, and no other on the machine."""

import os
import re
import sys
import tomllib
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path

from handout import assets, files
from handout.errors import FontError

# Drawn as nothing, or (U+FFFD) as a box that every font has: none needs a glyph.
_UNSEEN = re.compile(
    r"[\s\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufe00-\ufe0f\ufeff\ufffd]"
)
_BROTLI = ("brotli", "brotlicffi")
_SUFFIXES = {".ttf", ".otf", ".ttc"}


@dataclass(frozen=True, slots=True)
class Font:
    """One of our font files, as fonts.toml has it."""

    family: str
    weight: int
    style: str
    file: Path
    coverage: Path
    characters: int
    origin: str
    licence: str
    sha256: str


@cache
def our_fonts() -> tuple[Font, ...]:
    """Our fonts in the order of fallback."""
    folder = assets.fonts_folder()
    listed = tomllib.loads((folder / "fonts.toml").read_text(encoding="utf-8"))
    return tuple(
        Font(
            family=entry["family"],
            weight=entry["weight"],
            style=entry["style"],
            file=folder / entry["file"],
            coverage=folder / entry["coverage"],
            characters=entry["characters"],
            origin=entry["origin"],
            licence=entry["licence"],
            sha256=entry["sha256"],
        )
        for entry in listed["font"]
    )


def use_only(font_dir: Path | None = None) -> None:
    """Let fontconfig see our fonts and the user's folder alone.

    Must run before WeasyPrint is imported: fontconfig reads its settings once.
    """
    folders = [assets.fonts_folder(), *([font_dir] if font_dir else [])]
    cache_folder = files.private_cache("fontconfig")
    listed = "".join(
        f"<dir>{escape(str(folder.resolve()))}</dir>" for folder in folders
    )
    settings = (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        f"<fontconfig>{listed}<cachedir>{escape(str(cache_folder))}</cachedir>"
        "</fontconfig>"
    ).encode()
    path = cache_folder / f"fonts-{_short_hash(settings)}.conf"
    if not path.is_file() or path.read_bytes() != settings:
        files.write_whole(path, settings)
    os.environ["FONTCONFIG_FILE"] = str(path)


def _short_hash(content: bytes) -> str:
    from hashlib import sha256

    return sha256(content).hexdigest()[:12]


@cache
def _our_code_points() -> frozenset[int]:
    """The code points that one of our fonts has."""
    # All faces but Kai and the rare characters share one set: read each set once.
    ranges = {font.coverage.read_text(encoding="utf-8") for font in our_fonts()}
    points: set[int] = set()
    for line in ranges:
        for part in line.split():
            first, _, last = part.partition("-")
            points.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(points)


def uncovered_characters(
    text: str, font_dir: Path | None = None, more: frozenset[int] = frozenset()
) -> list[str]:
    """The characters of a text that no font has, in order of first use.

    `more` are code points that fonts of the pack's own have.
    """
    covered = _our_code_points()
    lost = [c for c in dict.fromkeys(text) if ord(c) not in covered]
    lost = [c for c in lost if not _UNSEEN.match(c) and ord(c) not in more]
    if lost and font_dir:
        theirs = user_points(font_dir)
        lost = [c for c in lost if ord(c) not in theirs]
    return lost


@cache
def user_points(folder: Path) -> frozenset[int]:
    """The code points that the fonts of a user's folder have.

    Raises FontError if the folder holds no font that can be read.
    """
    points: set[int] = set()
    found = sorted(p for p in folder.rglob("*") if p.suffix.lower() in _SUFFIXES)
    if not found:
        raise FontError(
            "holds no font",
            where=str(folder),
            hint="give [[font_dir]] a folder with .ttf, .otf or .ttc files",
        )
    for path in found:
        points |= points_of(path, "take it out of the folder")
    return frozenset(points)


def _damage() -> tuple[type[Exception], ...]:
    """What fontTools raises of a font that is damaged: whatever it meets first."""
    from struct import error as struct_error
    from zlib import error as zlib_error

    # Brotli is loaded when a font asks for it, and has an error without parents.
    brotli = [
        vars(sys.modules[name])["error"] for name in _BROTLI if name in sys.modules
    ]
    return (
        *(ValueError, LookupError, ArithmeticError, TypeError, AttributeError),
        *(AssertionError, EOFError, RecursionError, NotImplementedError),
        *(struct_error, zlib_error, *brotli),
    )


@cache
def points_of(
    path: Path, hint: str = "put a font that is whole there"
) -> frozenset[int]:
    """The code points that a font file has. Raises FontError if it is not a font."""
    # It has no types.
    from fontTools.ttLib import (  # type: ignore[import-untyped]
        TTCollection,
        TTFont,
        TTLibError,
    )

    points: set[int] = set()
    try:
        with path.open("rb") as file:
            collection = path.suffix.lower() == ".ttc"
            fonts = TTCollection(file).fonts if collection else [TTFont(file)]
            for font in fonts:
                points.update(font.getBestCmap() or ())
    except (*_damage(), TTLibError, OSError, ImportError) as error:
        raise FontError(
            "cannot be read as a font", where=str(path), hint=hint
        ) from error
    return frozenset(points)


def check_files() -> None:
    """Compare every font file with fonts.toml. Raises FontError for the first amiss."""
    from hashlib import sha256

    for font in our_fonts():
        whole = font.file.is_file() and (
            sha256(font.file.read_bytes()).hexdigest() == font.sha256
        )
        if not whole:
            raise FontError(
                "is missing or damaged",
                where=str(font.file),
                hint="install handout again, or run fonts/build.py",
            )


def with_code_point(character: str) -> str:
    """Name a character so that it can be found: itself and its code point."""
    return f"{character} (U+{ord(character):04X})"
