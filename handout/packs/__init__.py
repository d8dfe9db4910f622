"""Finds template packs: a folder the user names, then ours."""

import tomllib
from pathlib import Path
from typing import Any

from handout import assets
from handout.errors import TemplateError
from handout.model.pack import Pack

BASE = "base"
# A pack is named by its parent; a longer line of parents is a circle or a mistake.
_MOST_PARENTS = 8


def find(name: str) -> Pack:
    """Find a pack by name, or by the path of its folder.

    Raises TemplateError if there is none, or if its pack.toml is wrong.
    """
    folder = Path(name) if _looks_like_path(name) else assets.templates_folder() / name
    if not (folder / "pack.toml").is_file():
        raise TemplateError(
            "there is no such template pack (a folder with a pack.toml)",
            where=name,
            hint=f"choose one of: {' '.join(p.name for p in list_packs())}, or give "
            "the path of a folder (./NAME)",
        )
    return _pack(folder.resolve())


def list_packs() -> tuple[Pack, ...]:
    """Give our packs that can be printed with, by name."""
    found = sorted(assets.templates_folder().glob("*/pack.toml"))
    return tuple(_pack(f.parent) for f in found if f.parent.name != BASE)


def _looks_like_path(name: str) -> bool:
    return "/" in name or "\\" in name or name in (".", "..")


def _pack(folder: Path) -> Pack:
    own = _settings(folder)
    chain, folders = [folder.name], [folder]
    settings = own
    while chain[-1] != BASE:
        parent = str(settings.get("parent", BASE))
        if len(chain) > _MOST_PARENTS or parent in chain:
            raise TemplateError(
                f"its line of parents is a circle: {' > '.join([*chain, parent])}",
                where=str(folder / "pack.toml"),
                hint="let one of them have the parent base",
            )
        place = _parent_folder(folders[-1], parent)
        settings = _settings(place) if parent != BASE else {}
        chain.append(parent)
        folders.append(place)
    titles = own.get("title", {})
    return Pack(
        name=folder.name,
        chain=tuple(chain),
        folders=tuple(folders),
        titles=tuple((str(k), str(v)) for k, v in titles.items()),
        description=str(own.get("description", "")),
        whole_sheets=own.get("whole_sheets") is True,
    )


def _parent_folder(folder: Path, parent: str) -> Path:
    """Find a parent beside its child, then among ours."""
    for place in (folder.parent / parent, assets.templates_folder() / parent):
        if (place / "pack.toml").is_file() and place != folder:
            return place.resolve()
    raise TemplateError(
        f"its parent {parent} is not there",
        where=str(folder / "pack.toml"),
        hint=f"set parent to one of: {' '.join(p.name for p in list_packs())} {BASE}",
    )


_KEYS = {"title", "description", "parent", "whole_sheets"}


def _settings(folder: Path) -> dict[str, Any]:
    path = folder / "pack.toml"
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateError("cannot be read", where=str(path)) from error
    except tomllib.TOMLDecodeError as error:
        raise TemplateError(
            f"is not TOML: {error}",
            where=str(path),
            hint="mend that line; text stands in straight double quotes",
        ) from error
    unknown = sorted(set(settings) - _KEYS)
    if unknown or not isinstance(settings.get("title", {}), dict):
        raise TemplateError(
            f"does not know {unknown[0]}" if unknown else "title must be a table",
            where=str(path),
            hint=f"the keys are: {' '.join(sorted(_KEYS))}; titles stand under [title]",
        )
    return settings


def files_of(pack: Pack) -> dict[str, str]:
    """Give the files a pack is made of, each with the pack it comes from."""
    found: dict[str, str] = {}
    for name, folder in zip(pack.chain, pack.folders, strict=True):
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                found.setdefault(path.relative_to(folder).as_posix(), name)
    return dict(sorted(found.items()))
