"""Shows what a pack's own files change in those it inherits, as they are today."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from handout import files
from handout.model.pack import Pack
from handout.packs.eject import mark

_TEXT = {".j2", ".css", ".toml"}
# They add to the parents' and replace nothing.
_ADDED = {"pack.toml", "style.css"}


@dataclass(frozen=True, slots=True)
class Change:
    """A file of a pack's own beside its parent's, "" if no parent has it.

    `diff` are the lines of a unified diff, from the parent's file to the pack's own.
    An `outdated` file is a copy whose parent has changed since it was made.
    """

    file: str
    parent: str
    outdated: bool
    diff: tuple[str, ...] = ()


def changes(pack: Pack) -> Iterator[Change]:
    """The pack's own files that replace what a parent has, or that none has.

    pack.toml is not compared, nor style.css, which adds to its parents' and replaces
    nothing. A copy that was taken away since is there too, where it is outdated.
    """
    own = pack.folders[0]
    old = outdated_copies(pack)
    names = [
        path.relative_to(own).as_posix()
        for path in sorted(own.rglob("*"))
        if path.suffix in _TEXT and path.is_file()
    ]
    for name in dict.fromkeys([*names, *old]):
        if name in _ADDED:
            continue
        text = files.text_of_pack(own, name)
        parent, inherited = _nearest_parent(pack, name)
        diff: tuple[str, ...] = ()
        if inherited is not None and text is not None:
            ways = f"{parent}/{name}", f"{pack.name}/{name}"
            lines = inherited.splitlines(), text.splitlines()
            diff = tuple(difflib.unified_diff(*lines, *ways, lineterm=""))
        yield Change(name, parent, name in old, diff)


def differences(pack: Pack) -> Iterator[str]:
    """The changes as lines; copies whose parents have changed come first."""
    found = list(changes(pack))
    for change in found:
        if change.outdated:
            yield f"the parent's {change.file} has changed since it was copied"
    for change in found:
        if not change.parent and (pack.folders[0] / change.file).is_file():
            yield f"only {pack.name} has {change.file}"
        yield from change.diff


def outdated_copies(pack: Pack) -> list[str]:
    """The copies whose parent is no longer what it was when they were made."""
    found = ((name, was, _nearest_parent(pack, name)[1]) for name, was in pack.copied)
    return [name for name, was, text in found if text is None or mark(text) != was]


def _nearest_parent(pack: Pack, name: str) -> tuple[str, str | None]:
    """The nearest parent that has a file, and its text; None if none has."""
    for parent, folder in zip(pack.chain[1:], pack.folders[1:], strict=True):
        text = files.text_of_pack(folder, name)
        if text is not None:
            return parent, text
    return "", None
