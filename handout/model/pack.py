"""A template pack: data in folders, never code."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack as found: `folders` are its own, its parent's, … and base's, in order.

    `chain` names them in the same order; `titles` are by language tag. A pack with
    `whole_sheets` always prints both sides of a sheet.
    """

    name: str
    chain: tuple[str, ...]
    folders: tuple[Path, ...]
    titles: tuple[tuple[str, str], ...] = ()
    description: str = ""
    whole_sheets: bool = False

    def title(self, language: str) -> str:
        """Give the pack's title in a language, else in Chinese, else its name."""
        titles = dict(self.titles)
        return titles.get(language) or titles.get("zh-CN") or self.name
