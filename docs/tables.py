"""Writes the tables of docs/templates.md that come from the source: tokens and packs.

Run by `make pictures`. tests/test_docs.py compares.
"""

import re
from pathlib import Path

from handout import packs
from handout.packs.tokens import Token, tokens_of

PAGE = Path(__file__).parent / "templates.md"
HEAD = "| token | kind | in `base` | what it is |\n|---|---|---|---|\n"


def tokens() -> str:
    """Give the table of our tokens, and the sizes of Chinese type."""
    found = tokens_of(packs.find("meeting"))
    named = [token for token in found if token.kind != "size"]
    sizes = [f"`{t.name}` {t.value}" for t in found if t.kind == "size"]
    return HEAD + "".join(map(row, named)) + f"\nSizes: {' · '.join(sizes)}\n"


def row(token: Token) -> str:
    """Give a token's line of the table."""
    name = token.name.removeprefix("--")
    return f"| `{name}` | {token.kind} | `{token.value}` | {token.help} |\n"


def eight() -> str:
    """Give the table of our packs, each with its thumbnail."""
    lines = ["| pack | | what for | options of its own |\n|---|---|---|---|\n"]
    for pack in packs.list_packs():
        parent = {option.name for option in packs.find(pack.chain[1]).options}
        own = [o.name for o in pack.options if o.name not in parent]
        picture = f"![{pack.title('en')}](../templates/{pack.name}/thumbnail.png)"
        title = f"`{pack.name}` {pack.title('zh-CN')}"
        options = " ".join(f"`{name}`" for name in own)
        lines.append(f"| {title} | {picture} | {pack.description} | {options} |\n")
    return "".join(lines)


def written(text: str) -> str:
    """Give the page with its tables as the source has them today."""
    for name, table in (("tokens", tokens()), ("packs", eight())):
        pattern = rf"(<!-- {name}: [^\n]*-->\n).*?(<!-- end of {name} -->)"
        # A function: a table may hold what looks like a group.
        text = re.sub(
            pattern, lambda m, t=table: f"{m[1]}{t}{m[2]}", text, flags=re.DOTALL
        )
    return text


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
