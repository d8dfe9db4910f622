"""What is told of a pack: in words for a person, as values for a program."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from handout import packs
from handout.model.pack import Pack
from handout.packs.tokens import tokens_of

THUMBNAIL = "thumbnail.png"


def thumbnail(pack: Pack) -> Path | None:
    """Give the picture of a pack's own, if it has one."""
    path = pack.folders[0] / THUMBNAIL
    return path if path.is_file() else None


def entry(pack: Pack) -> dict[str, Any]:
    """Give a pack as `templates list --json` has it."""
    picture = thumbnail(pack)
    return {
        "name": pack.name,
        "titles": dict(pack.titles),
        "description": pack.description,
        "parent": pack.chain[1] if len(pack.chain) > 1 else None,
        "paper": pack.paper,
        "author": pack.author,
        "licence": pack.licence,
        "folder": str(pack.folders[0]),
        "thumbnail": str(picture) if picture else None,
        "options": [asdict(option) for option in pack.options],
    }


def lines(pack: Pack) -> Iterator[str]:
    """Give a pack as `templates list` has it."""
    parent = pack.chain[1] if len(pack.chain) > 1 else "-"
    yield f"{pack.name:12} {pack.title('zh-CN'):8} {parent:9} {pack.description}"
    yield f"{'':12} options: {' '.join(option.name for option in pack.options)}"
    if picture := thumbnail(pack):
        yield f"{'':12} thumbnail: {picture}"


def whole(pack: Pack) -> dict[str, Any]:
    """Give a pack as `templates show --json` has it."""
    # Imported here: --help and the other commands can do without.
    from handout.render.context import contract

    return entry(pack) | {
        "chain": list(pack.chain),
        "files": packs.files_of(pack),
        "tokens": [asdict(token) for token in tokens_of(pack)],
        "names": contract(),
    }


def whole_lines(pack: Pack) -> Iterator[str]:
    """Give a pack as `templates show` has it."""
    from handout.render.context import contract

    yield f"{pack.name}: {pack.title('zh-CN')}. {pack.description}"
    yield f"inherits: {' > '.join(pack.chain)}"
    for relative, owner in packs.files_of(pack).items():
        yield f"  {relative:34} {owner}"
    yield "options (--set NAME=VALUE):"
    for option in pack.options:
        yield f"  {option.name:12} {option.default} ({option.range}) {option.help}"
    yield "variables ([tokens] in pack.toml, or :root in style.css):"
    for token in tokens_of(pack):
        told = f"{token.kind or '-':7} {token.value}  {token.help}  [{token.owner}]"
        yield f"  {token.name:17} {told}"
    yield "names a template may use:"
    for name, kind in contract().items():
        yield f"  {name:12} {kind}"
