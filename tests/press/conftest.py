"""A pack written for a test, printed, and what is said of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from handout import packs
from handout.model.paper import PAPERS
from handout.press import Sheets, Work, press_here
from handout.workshop.stress import stress

HANDOUT = dict(stress())["no phrases"]


@pytest.fixture
def pressed(tmp_path: Path) -> Callable[[dict[str, str]], Sheets]:
    """Give what prints a pack of these files, in the folder mine."""

    def press(texts: dict[str, str]) -> Sheets:
        folder = tmp_path / "mine"
        for name, text in ({"pack.toml": 'parent = "base"\n'} | texts).items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        pack = packs.find(str(folder))
        return press_here(Work((HANDOUT,), pack, PAPERS["A5"], ()))

    return press
