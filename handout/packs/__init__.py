"""Finds template packs: a folder the user names, the project's, the user's, ours."""

from pathlib import Path
from typing import Any

from handout import assets, files, toml_file
from handout.errors import TemplateError, did_you_mean
from handout.model.pack import Pack
from handout.packs.places import all_folders, folders_of
from handout.packs.settings import FILE, Settings, options_of, settings_of
from handout.packs.tokens import checked_tokens

BASE = "base"
# A pack is named by its parent; a longer line of parents is a circle or a mistake.
_MOST_PARENTS = 8


def find(name: str) -> Pack:
    """Find a pack by the path of its folder, or by name.

    A name is looked for in templates/ here, in the user's folder of settings, among
    ours, then in what is installed. Raises TemplateError if there is none, or if its
    pack.toml is wrong.
    """
    if files.is_file(Path(name)):
        raise TemplateError(
            "is a file, and a pack is a folder",
            where=name,
            hint="unpack it, and give the folder that holds its pack.toml",
        )
    places = [Path(name)] if _looks_like_path(name) else folders_of(name)
    folder = next((place for place in places if files.is_file(place / FILE)), None)
    if folder is None:
        known = sorted(_folders())
        here = files.is_file(Path(name, FILE))
        mean = f"did you mean ./{name}?" if here else did_you_mean(name, known)
        raise TemplateError(
            "there is no such template pack (a folder with a pack.toml)",
            where=name,
            hint=f"{mean}{mean and ' '}choose one of: {' '.join(known)}, or give the "
            "path of a folder (./NAME)",
        )
    return _pack(folder.resolve())


def list_packs() -> tuple[Pack, ...]:
    """The packs that can be printed with, by name; the nearest of a name."""
    return tuple(
        pack
        for pack in map(_pack_or_mistake, _folders().values())
        if isinstance(pack, Pack)
    )


def mistaken_packs() -> tuple[TemplateError, ...]:
    """What is wrong with the packs that cannot be printed with."""
    found = map(_pack_or_mistake, _folders().values())
    return tuple(one for one in found if isinstance(one, TemplateError))


def _folders() -> dict[str, Path]:
    """The folders of packs, by name; the nearest of a name."""
    found: dict[str, Path] = {}
    for folder in all_folders():
        if files.is_file(folder / FILE) and folder.name != BASE:
            found.setdefault(folder.name, folder.resolve())
    return dict(sorted(found.items()))


def _pack_or_mistake(folder: Path) -> Pack | TemplateError:
    try:
        return _pack(folder)
    except TemplateError as error:
        return error


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
                where=toml_file.place(folder / FILE, "parent"),
                hint="let one of them have the parent base",
            )
        place = _parent_folder(chain[-1][0], parent)
        chain.append((place, settings_of(place)))
        names.append(parent)
    said = [settings for _, settings in chain]
    folders = tuple(place for place, _ in chain)
    return Pack(
        name=folder.name,
        chain=tuple(names),
        folders=folders,
        titles=tuple(own.get("title", {}).items()),
        description=own.get("description", ""),
        author=own.get("author", ""),
        licence=own.get("licence", ""),
        paper=_own_or_inherited(said, "paper", "A4"),
        whole_sheets=_own_or_inherited(said, "whole_sheets", False),
        with_text=_own_or_inherited(said, "with_text", False),
        options=options_of(chain),
        tokens=tuple(
            checked_tokens(settings.get("tokens", {}), place / FILE, folders[at:])
            for at, (place, settings) in enumerate(chain)
        ),
        copied=tuple(own.get("copied", {}).items()),
    )


def _own_or_inherited(said: list[Settings], key: str, otherwise: Any) -> Any:
    """What the pack says of a key, else its parent, …, else `otherwise`."""
    return next((settings[key] for settings in said if key in settings), otherwise)


def _parent_folder(folder: Path, parent: str) -> Path:
    """Find a parent beside its child, then among ours."""
    said = toml_file.place(folder / FILE, "parent")
    if _looks_like_path(parent):
        raise TemplateError(
            f"its parent {parent} is a path",
            where=said,
            hint="give the parent's name, and put its folder beside this one",
        )
    # The last parent of all is ours: without it a pack would lack most blocks.
    ours = assets.templates_folder() / BASE
    near = (folder.parent / parent, *folders_of(parent))
    for place in [ours] if parent == BASE else near:
        if files.is_file(place / FILE) and place != folder:
            return place.resolve()
    # Found by name alone: to list the packs would ask this one for its parent again.
    known = [
        *(place.name for place in all_folders() if files.is_file(place / FILE)),
        BASE,
    ]
    raise TemplateError(
        f"its parent {parent} is not there",
        where=said,
        hint=did_you_mean(
            parent, known, f"choose one of: {' '.join(sorted(set(known)))}"
        ),
    )


def files_of(pack: Pack) -> dict[str, str]:
    """The files a pack is made of, each with the pack it comes from."""
    found: dict[str, str] = {}
    for name, folder in zip(pack.chain, pack.folders, strict=True):
        for path in sorted(folder.rglob("*")):
            if files.is_file(path):
                found.setdefault(path.relative_to(folder).as_posix(), name)
    return dict(sorted(found.items()))
