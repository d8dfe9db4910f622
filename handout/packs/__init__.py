"""Finds template packs: a folder the user names, then ours."""

import difflib
from pathlib import Path
from typing import Any

from handout import assets
from handout.errors import TemplateError
from handout.model.pack import Pack
from handout.packs.settings import FILE, Settings, options_of, settings_of

BASE = "base"
# A pack is named by its parent; a longer line of parents is a circle or a mistake.
_MOST_PARENTS = 8


def find(name: str) -> Pack:
    """Find a pack by name, or by the path of its folder.

    Raises TemplateError if there is none, or if its pack.toml is wrong.
    """
    folder = Path(name) if _looks_like_path(name) else assets.templates_folder() / name
    if not (folder / FILE).is_file():
        known = [pack.name for pack in list_packs()]
        near = difflib.get_close_matches(name, known, n=1)
        mean = f"did you mean {near[0]}? " if near else ""
        raise TemplateError(
            "there is no such template pack (a folder with a pack.toml)",
            where=name,
            hint=f"{mean}choose one of: {' '.join(known)}, or give the path of a "
            "folder (./NAME)",
        )
    return _pack(folder.resolve())


def list_packs() -> tuple[Pack, ...]:
    """Give our packs that can be printed with, by name."""
    found = sorted(assets.templates_folder().glob(f"*/{FILE}"))
    return tuple(_pack(f.parent) for f in found if f.parent.name != BASE)


def _looks_like_path(name: str) -> bool:
    return "/" in name or "\\" in name or name in (".", "..")


def _pack(folder: Path) -> Pack:
    own = settings_of(folder)
    chain = [(folder, own)]
    names = [folder.name]
    while names[-1] != BASE:
        parent = chain[-1][1].get("parent", BASE)
        if len(names) > _MOST_PARENTS or parent in names:
            raise TemplateError(
                f"its line of parents is a circle: {' > '.join([*names, parent])}",
                where=str(folder / FILE),
                hint="let one of them have the parent base",
            )
        place = _parent_folder(chain[-1][0], parent)
        chain.append((place, settings_of(place)))
        names.append(parent)
    said = [settings for _, settings in chain]
    return Pack(
        name=folder.name,
        chain=tuple(names),
        folders=tuple(place for place, _ in chain),
        titles=tuple(own.get("title", {}).items()),
        description=own.get("description", ""),
        author=own.get("author", ""),
        licence=own.get("licence", ""),
        paper=_inherited(said, "paper", "A4"),
        whole_sheets=_inherited(said, "whole_sheets", False),
        with_text=_inherited(said, "with_text", False),
        options=options_of(chain),
    )


def _inherited(said: list[Settings], key: str, otherwise: Any) -> Any:
    """Give what the pack says of a key, else its parent, …, else `otherwise`."""
    return next((settings[key] for settings in said if key in settings), otherwise)


def _parent_folder(folder: Path, parent: str) -> Path:
    """Find a parent beside its child, then among ours."""
    for place in (folder.parent / parent, assets.templates_folder() / parent):
        if (place / FILE).is_file() and place != folder:
            return place.resolve()
    raise TemplateError(
        f"its parent {parent} is not there",
        where=str(folder / FILE),
        hint=f"set parent to one of: {' '.join(p.name for p in list_packs())} {BASE}",
    )


def files_of(pack: Pack) -> dict[str, str]:
    """Give the files a pack is made of, each with the pack it comes from."""
    found: dict[str, str] = {}
    for name, folder in zip(pack.chain, pack.folders, strict=True):
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                found.setdefault(path.relative_to(folder).as_posix(), name)
    return dict(sorted(found.items()))
