"""What a project's handout.toml says of options, for the pack that prints."""

from collections.abc import Iterator
from pathlib import Path

from handout import packs, toml_file
from handout.errors import UsageError, did_you_mean
from handout.model.options import ProjectChoices
from handout.model.pack import Pack, Value


def choices_for(
    pack: Pack, said: ProjectChoices
) -> tuple[dict[str, Value], dict[str, str]]:
    """The values for a pack's options, and where in the file each one is.

    What is said for all packs goes to those that have such an option; what is said for
    one pack goes to that alone, and wins. Raises UsageError for an option that no pack
    of the project has, or a pack that is not there.
    """
    values: dict[str, Value] = {}
    places: dict[str, str] = {}
    own = {option.name for option in pack.options}
    for name, value in said.everywhere:
        place = toml_file.place(Path(said.file), f"options.{name}")
        if name in own:
            values[name], places[name] = value, place
        elif name not in set(_names(said.packs)):
            raise _unknown(name, own, place, said)
    for owner, pairs in said.of_packs:
        _refuse_unknown_pack(owner, pack, said)
        for name, value in pairs if owner == pack.name else ():
            key = f"options.{owner}.{name}"
            values[name], places[name] = value, toml_file.place(Path(said.file), key)
    return values, places


def _names(of: tuple[str, ...]) -> Iterator[str]:
    """The options that these packs have."""
    for name in of:
        yield from (option.name for option in packs.find(name).options)


def _unknown(name: str, own: set[str], place: str, said: ProjectChoices) -> UsageError:
    near = did_you_mean(name, {*own, *_names(said.packs)})
    others = (p.name for p in packs.list_packs() if name in {o.name for o in p.options})
    if other := next(others, ""):
        near = f"the pack {other} has it: write it under [options.{other}]"
    return UsageError(
        f"no pack of this project has an option {name}",
        where=place,
        hint=near or f"the options are: {' '.join(sorted(own))}",
    )


def _refuse_unknown_pack(owner: str, pack: Pack, said: ProjectChoices) -> None:
    if owner in (pack.name, *(Path(name).name for name in said.packs)):
        return
    known = [one.name for one in packs.list_packs()]
    if owner not in known:
        raise UsageError(
            f"there is no pack {owner} to choose options for",
            where=toml_file.place(Path(said.file), f"options.{owner}"),
            hint=did_you_mean(
                owner, known, f"write {owner} = … under [options], or name a pack"
            ),
        )
