"""Shows what a pack's own files change in those it inherits, as they are today."""

import difflib
from collections.abc import Iterator

from handout import files
from handout.model.pack import Pack
from handout.packs.eject import mark

_TEXT = {".j2", ".css", ".toml"}
# They add to the parents' and replace nothing.
_ADDED = {"pack.toml", "style.css"}


def differences(pack: Pack) -> Iterator[str]:
    """Give the lines of a unified diff, from the parent's file to the pack's own.

    A file whose parent has changed since it was copied is named first, and files that
    no parent has are named; pack.toml is not compared, nor style.css, which adds to
    its parents' and replaces nothing.
    """
    for name in outdated(pack):
        yield f"the parent's {name} has changed since it was copied"
    own = pack.folders[0]
    for path in sorted(own.rglob("*")):
        name = path.relative_to(own).as_posix()
        if path.suffix not in _TEXT or name in _ADDED or not path.is_file():
            continue
        text = files.text_of_pack(own, name) or ""
        parent, inherited = _inherited(pack, name)
        if inherited is None:
            yield f"only {pack.name} has {name}"
            continue
        yield from difflib.unified_diff(
            inherited.splitlines(),
            text.splitlines(),
            f"{parent}/{name}",
            f"{pack.name}/{name}",
            lineterm="",
        )


def outdated(pack: Pack) -> list[str]:
    """Give the copies whose parent is no longer what it was when they were made."""
    found = ((name, was, _inherited(pack, name)[1]) for name, was in pack.copied)
    return [name for name, was, text in found if text is None or mark(text) != was]


def _inherited(pack: Pack, name: str) -> tuple[str, str | None]:
    """Give the nearest parent that has a file, and its text; None if none has."""
    for parent, folder in zip(pack.chain[1:], pack.folders[1:], strict=True):
        text = files.text_of_pack(folder, name)
        if text is not None:
            return parent, text
    return "", None
