"""The rules of fonts: they are in the file, are ours, and draw what the text says."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from handout.assets import fonts_folder
from handout.preflight.finding import CheckOptions, Finding
from handout.preflight.pages.glyphs import Glyphs, UnreadableFontError
from handout.preflight.pages.pdf_objects import EmbeddedFont, PdfStructure

_SHOWN = 5
# Glyphs for these may well be empty.
_INVISIBLE = frozenset(" \u00a0\u3000\u200b\u2060\u00ad\ufeff\t\r\n\u2005\u2009\u200a")


def font_findings(structure: PdfStructure, options: CheckOptions) -> Iterator[Finding]:
    """Check the fonts of a file: in it, cut to what is used, ours, drawing the text."""
    for font in structure.fonts:
        where = ("F1", font.page, 0)
        if not font.is_embedded:
            yield Finding(
                *where,
                f"{font.name} is not in the file",
                "another font will be printed in its place: embed it",
            )
            continue
        if not font.is_subset:
            yield Finding(
                "F2",
                font.page,
                0,
                f"{font.name} is in the file whole",
                "embed only the characters that are used",
            )
        if not font.is_drawn and _file_of(font.name) is None:
            yield Finding(
                "F3", font.page, 0, f"{font.name} is not one of the included fonts"
            )
        if options.glyphs:
            yield from _glyphs(font)


def not_compared(structure: PdfStructure, options: CheckOptions) -> str:
    """Say why the glyphs of some fonts could not be compared with the text."""
    if not options.glyphs:
        return "glyphs were not asked for"
    names = [
        font.name
        for font in structure.fonts
        if font.is_embedded and not (font.program and font.characters)
    ]
    names = list(dict.fromkeys(names))
    if not names:
        return ""
    more = " …" if len(names) > _SHOWN else ""
    return f"not known which characters these draw: {', '.join(names[:_SHOWN])}{more}"


def _glyphs(font: EmbeddedFont) -> Iterator[Finding]:
    """Compare what the text says with what is drawn."""
    drawn = _outlines(font.program) if font.program and font.characters else None
    if drawn is None:
        return
    missing, wrong = [], []
    path = _file_of(font.name)
    for glyph, text in font.characters:
        if not text.strip() or set(text) <= _INVISIBLE:
            continue
        outline = drawn.outline(glyph)
        if not outline or outline == drawn.outline(0):
            missing.append(text)
        elif path and not _draws(path, text, glyph, outline):
            wrong.append(text)
    if missing:
        hint = "print with a font that has them"
        yield Finding(
            "F4", font.page, 0, _font_finding(font, "has no glyph for", missing), hint
        )
    if wrong:
        hint = "two fonts share one name: print again, and check the paper"
        yield Finding(
            "F5", font.page, 0, _font_finding(font, "draws wrongly", wrong), hint
        )


def _font_finding(font: EmbeddedFont, what: str, characters: list[str]) -> str:
    more = f" and {len(characters) - _SHOWN} more" if len(characters) > _SHOWN else ""
    return f"{font.name} {what} {''.join(characters[:_SHOWN])}{more}"


def _draws(path: str, text: str, glyph: int, outline: bytes) -> bool:
    """Whether our font draws a text with this outline."""
    ours = _ours(path)
    expected = ours.glyph_of(text) if len(text) == 1 else 0
    if expected and ours.outline(expected) == outline:
        return True
    # A form of it by another name: narrow quotes, a ligature, two dashes in one.
    others = ours.characters_of(glyph)
    return ours.outline(glyph) == outline and not (others - set(map(ord, text)))


@cache
def _file_of(name: str) -> str | None:
    """Find our font file of a PostScript name or family: Handout-Serif-Bold."""
    plain = name.replace(" ", "-").split(",")[0]
    bold = plain.endswith("-Bold") or ",Bold" in name
    family = plain.removesuffix("-Bold").removesuffix("-Regular").replace("-", "")
    path = fonts_folder() / f"{family}-{'Bold' if bold else 'Regular'}.ttf"
    return str(path) if path.is_file() else None


@cache
def _ours(path: str) -> Glyphs:
    return Glyphs(Path(path).read_bytes())


def _outlines(program: bytes) -> Glyphs | None:
    """The glyphs of an embedded font; None if the program is broken."""
    try:
        return Glyphs(program)
    except UnreadableFontError:
        return None
