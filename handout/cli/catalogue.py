"""What the lists of packs show, in lines for a person."""

from collections.abc import Iterator

from handout import packs
from handout.model.pack import Pack
from handout.packs.tokens import tokens_of
from handout.records.packs import thumbnail


def lines(pack: Pack) -> Iterator[str]:
    """A pack as `templates list` has it."""
    parent = pack.chain[1] if len(pack.chain) > 1 else "-"
    yield f"{pack.name:12} {pack.title('zh-CN'):8} {parent:9} {pack.description}"
    yield f"{'':12} options: {' '.join(option.name for option in pack.options)}"
    if picture := thumbnail(pack):
        yield f"{'':12} thumbnail: {picture}"


def whole_lines(pack: Pack) -> Iterator[str]:
    """A pack as `templates show` has it."""
    # Imported here: --help and the other commands can do without.
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
