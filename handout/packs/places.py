"""Where packs are looked for: the project, the user, installed distributions, ours."""

from collections.abc import Iterator
from pathlib import Path

from handout import assets, files

# A distribution that brings packs names them in this group of entry points, each as
# NAME = "package:folder.below". They are data: the package is found, never imported.
GROUP = "handout.packs"
FOLDER = "templates"
# Bytes that the name of a folder can have.
_LONGEST = 255


def is_ours(folder: Path) -> bool:
    """Whether a pack's folder is one that comes with the program."""
    return folder.is_relative_to(assets.templates_folder())


def folders_of(name: str) -> Iterator[Path]:
    """The folders where a pack of this name may be, the nearest first."""
    if len(name.encode(errors="replace")) > _LONGEST:
        return
    yield Path(FOLDER) / name
    yield files.user_folder() / FOLDER / name
    ours = assets.templates_folder() / name
    # Reading what is installed takes time: our own names need not wait for it.
    if files.is_folder(ours):
        yield ours
        return
    yield from (folder for known, folder in installed_packs() if known == name)


def all_folders() -> Iterator[Path]:
    """The folder of every pack, the nearest first."""
    for place in (Path(FOLDER), files.user_folder() / FOLDER):
        yield from sorted(place.glob("*/"))
    yield from (folder for _, folder in installed_packs())
    yield from sorted(assets.templates_folder().glob("*/"))


def installed_packs() -> list[tuple[str, Path]]:
    """The packs that installed distributions bring, without running them."""
    from importlib.metadata import entry_points
    from importlib.util import find_spec

    found = []
    for entry in entry_points(group=GROUP):
        package, _, folders = entry.value.partition(":")
        # To look inside a package, Python would run the one around it.
        spec = find_spec(package) if package.isidentifier() else None
        for place in (spec and spec.submodule_search_locations) or ():
            folder = (Path(place) / folders.strip().replace(".", "/")).resolve()
            if folder.is_relative_to(Path(place).resolve()):
                found.append((entry.name, folder))
    return sorted(found)
