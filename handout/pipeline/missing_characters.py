"""Finds which characters no font has, and where they are."""

import os
from pathlib import Path

from handout import files
from handout.errors import FontError
from handout.model.document import Document, Paragraph

# What to call a place, and the text that is there.
Places = tuple[tuple[str, str], ...]


def font_folder(given: str) -> Path | None:
    """The user's font folder, or None. Raises FontError if it cannot be read."""
    if given and not files.is_folder(Path(given)):
        raise FontError(
            "there is no such folder",
            where=given,
            hint="give [[font_dir]] a folder with .ttf, .otf or .ttc files",
        )
    if given and not os.access(given, os.R_OK | os.X_OK):
        raise FontError(
            "may not be entered", where=given, hint="look at its permissions"
        )
    return Path(given) if given else None


def check_characters(document: Document, font_dir: Path | None) -> None:
    """Raise FontError for characters of the document that no font has."""
    from handout.printing.fonts import uncovered_characters

    places = places_in(document)
    if lost := uncovered_characters("".join(text for _, text in places), font_dir):
        raise characters_lost(tuple(lost), document.name, places)


def places_in(document: Document) -> Places:
    """The pieces of a document by their ¶, or by their line."""
    return tuple(
        (f"¶{piece.number}", piece.text)
        if isinstance(piece, Paragraph)
        else (f"line {piece.line}", piece.text)
        for piece in document.pieces()
    )


def places_in_file(content: bytes) -> Places:
    """The lines of a handout file."""
    lines = content.decode("utf-8", "replace").splitlines()
    return tuple((f"line {number}", line) for number, line in enumerate(lines, 1))


def characters_lost(lost: tuple[str, ...], name: str, places: Places) -> FontError:
    """Say which characters no font has, and in which ¶ or line they are."""
    from handout.printing.fonts import with_code_point

    found = [place for place, text in places if set(lost) & set(text)]
    named = ", ".join(with_code_point(c) for c in lost[:8]) + (
        " …" if len(lost) > 8 else ""
    )
    shown = ", ".join(found[:5]) + (" …" if len(found) > 5 else "")
    return FontError(
        f"no font has {named}",
        where=", ".join(filter(None, (name, shown))),
        hint="give a folder with a font that has it ([[font_dir]] FOLDER), or write it "
        "otherwise in the source",
    )
