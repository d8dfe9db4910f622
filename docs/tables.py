"""Writes the tables of the documents that come from the source.

Tokens, packs, the names that a template may use, and filters.

Run by `make pictures`. tests/test_docs.py compares.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

from handout import packs
from handout.model import blocks, exercises, handout, meeting, paper
from handout.model import pack as packs_model
from handout.packs.tokens import Token, tokens_of
from handout.printing.engine.functions import FUNCTIONS
from handout.render.context import contract
from handout.render.filters import FILTERS

PAGES = [Path(__file__).parent / name for name in ("templates.md", "architecture.md")]
HEAD = "| token | kind | in `base` | what it is |\n|---|---|---|---|\n"


def tokens() -> str:
    """The table of our tokens, and the sizes of Chinese type."""
    found = tokens_of(packs.find("meeting"))
    named = [token for token in found if token.kind != "size"]
    sizes = [f"`{t.name}` {t.value}" for t in found if t.kind == "size"]
    return HEAD + "".join(map(row, named)) + f"\nSizes: {' · '.join(sizes)}\n"


def row(token: Token) -> str:
    """A token's line of the table."""
    name = token.name.removeprefix("--")
    return f"| `{name}` | {token.kind} | `{token.value}` | {token.help} |\n"


def eight() -> str:
    """The table of our packs, each with its thumbnail."""
    lines = ["| pack | | what for | options of its own |\n|---|---|---|---|\n"]
    for pack in packs.list_packs():
        parent = {option.name for option in packs.find(pack.chain[1]).options}
        own = [o.name for o in pack.options if o.name not in parent]
        picture = f"![{pack.title('en')}](../templates/{pack.name}/thumbnail.png)"
        title = f"`{pack.name}` {pack.title('zh-CN')}"
        options = " ".join(f"`{name}`" for name in own)
        lines.append(f"| {title} | {picture} | {pack.description} | {options} |\n")
    return "".join(lines)


def given() -> str:
    """The table of the names that every template gets."""
    lines = ["| name | what it is |\n|---|---|\n"]
    known = {value.__name__ for value in classes()}
    for name, told in contract().items():
        kind, _, help_ = told.partition(": ")
        said = f"a `{kind}`: {help_}" if kind in known else help_
        lines.append(f"| `{name}` | {said} |\n")
    return "".join(lines)


def values() -> str:
    """The table of the values that a template may meet, with their names."""
    head = "| value | its names | what it is |\n|---|---|---|\n"
    return head + "".join(map(value_row, classes()))


def classes() -> Iterator[type]:
    """The classes of the values, each module in its own order."""
    for module in (handout, meeting, blocks, exercises, paper, packs_model):
        for value in vars(module).values():
            if value is packs_model.Pack:
                continue  # Templates get its PackFacts.
            if isinstance(value, type) and value.__module__ == module.__name__:
                yield from [value] if is_dataclass(value) else []


def value_row(value: type) -> str:
    """A value's line of the table: what it has beside every block's names."""
    shared = ["kind", *(field.name for field in fields(blocks.Block))]
    own = [field.name for field in fields(value)]
    own += [name for name, one in vars(value).items() if isinstance(one, property)]
    if value is blocks.Block:
        own = shared
    elif issubclass(value, blocks.Block):
        own = [name for name in own if name not in shared]
    names = " ".join(f"`{name}`" for name in own) or "none of its own"
    return f"| `{value.__name__}` | {names} | {first(value)} |\n"


def filters() -> str:
    """The table of the filters that are ours."""
    rows = [f"| `{name}` | {first(one)} |\n" for name, one in sorted(FILTERS.items())]
    return "| filter | what it does |\n|---|---|\n" + "".join(rows)


def first(documented: object) -> str:
    """The first paragraph of what the source says of itself, in one line."""
    return " ".join((documented.__doc__ or "").split("\n\n")[0].split())


def hooks() -> str:
    """The table of the functions of WeasyPrint that are replaced."""
    head = "| function | what for | gain | until WeasyPrint has |\n|---|---|---|---|\n"
    rows = (
        f"| `{one.module}.{one.name}` | {one.purpose} | {one.gain} | {one.until} |\n"
        for one in FUNCTIONS
    )
    return head + "".join(rows)


TABLES: dict[str, Callable[[], str]] = {
    "hooks": hooks,
    "tokens": tokens,
    "packs": eight,
    "given": given,
    "values": values,
    "filters": filters,
}


def written(text: str) -> str:
    """The page with its tables as the source has them today."""
    for name, made in TABLES.items():
        table = made()
        pattern = rf"(<!-- {name}: [^\n]*-->\n).*?(<!-- end of {name} -->)"
        # A function: a table may hold what looks like a group.
        text = re.sub(
            pattern, lambda m, t=table: f"{m[1]}{t}{m[2]}", text, flags=re.DOTALL
        )
    return text


if __name__ == "__main__":
    for page in PAGES:
        page.write_text(written(page.read_text(encoding="utf-8")), encoding="utf-8")
