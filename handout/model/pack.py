"""A template pack: data in folders, never code."""

from dataclasses import dataclass
from pathlib import Path

Value = bool | int | float | str
# In the style of a page: our sheets come before it, those of others after it.
OURS_END = "/* what is not ours */"


@dataclass(frozen=True, slots=True)
class PackOption:
    """A choice a pack offers.

    `kind` is "bool", "int", "number", "choice" or "text". `token` is the CSS variable
    the choice sets (--row), `unit` what is written after its number there (mm).
    """

    name: str
    kind: str
    default: Value
    help: str = ""
    minimum: float | None = None
    maximum: float | None = None
    choices: tuple[str, ...] = ()
    token: str = ""
    unit: str = ""

    @property
    def range(self) -> str:
        """What may be given, in words."""
        if self.kind == "bool":
            return "true or false"
        if self.kind == "choice":
            return " | ".join(self.choices)
        if self.minimum is None and self.maximum is None:
            return {"int": "a whole number", "number": "a number"}.get(
                self.kind, "text"
            )
        low = "" if self.minimum is None else f"{self.minimum:g}"
        high = "" if self.maximum is None else f"{self.maximum:g}"
        return f"{low} to {high} {self.unit}".strip()


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack as found: `folders` are its own, its parent's, … and base's, in order.

    `chain` names them in the same order; `titles` are by language tag. A pack with
    `whole_sheets` always prints both sides of a sheet, one `with_text` the whole
    article. `paper` is the sheet it is made for. `tokens` are the CSS variables that
    each of the folders sets in its pack.toml, without --. `copied` names the files that
    were copied from a parent, each with a mark of what it was then.
    """

    name: str
    chain: tuple[str, ...]
    folders: tuple[Path, ...]
    titles: tuple[tuple[str, str], ...] = ()
    description: str = ""
    author: str = ""
    licence: str = ""
    paper: str = "A4"
    whole_sheets: bool = False
    with_text: bool = False
    options: tuple[PackOption, ...] = ()
    tokens: tuple[tuple[tuple[str, str], ...], ...] = ()
    copied: tuple[tuple[str, str], ...] = ()

    def title(self, language: str) -> str:
        """The pack's title in a language, else in Chinese, else its name."""
        titles = dict(self.titles)
        return titles.get(language) or titles.get("zh-CN") or self.name


@dataclass(frozen=True, slots=True)
class PackFacts:
    """What a template may know of its pack: plain values, and no way to its files.

    `title` is in the handout's language; `titles` are by language tag.
    """

    name: str
    title: str
    titles: tuple[tuple[str, str], ...]
    description: str
    author: str
    licence: str
    paper: str
    whole_sheets: bool
    with_text: bool
    options: tuple[PackOption, ...]

    @classmethod
    def of(cls, pack: Pack, language: str) -> "PackFacts":
        """The facts of a pack for a handout in this language."""
        return cls(
            pack.name,
            pack.title(language),
            pack.titles,
            pack.description,
            pack.author,
            pack.licence,
            pack.paper,
            pack.whole_sheets,
            pack.with_text,
            pack.options,
        )
