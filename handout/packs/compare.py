"""Shows what a pack's own files change in those it inherits, as they are today."""

import difflib
from collections.abc import Iterator

from handout.model.pack import Pack

_TEXT = {".j2", ".css", ".toml"}


def differences(pack: Pack) -> Iterator[str]:
    """Give the lines of a unified diff, from the parent's file to the pack's own.

    Files that no parent has are named; pack.toml is not compared, nor style.css,
    which adds to its parents' and replaces nothing.
    """
    own = pack.folders[0]
    for path in sorted(own.rglob("*")):
        relative = path.relative_to(own).as_posix()
        if not path.is_file() or path.suffix not in _TEXT:
            continue
        if relative in ("pack.toml", "style.css"):
            continue
        for name, folder in zip(pack.chain[1:], pack.folders[1:], strict=True):
            if (folder / relative).is_file():
                yield from difflib.unified_diff(
                    (folder / relative).read_text(encoding="utf-8").splitlines(),
                    path.read_text(encoding="utf-8").splitlines(),
                    f"{name}/{relative}",
                    f"{pack.name}/{relative}",
                    lineterm="",
                )
                break
        else:
            yield f"only {pack.name} has {relative}"
