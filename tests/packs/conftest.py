"""Our packs, tried with each hard handout; a pack of a test's own, printed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from handout import packs
from handout.model.paper import PAPERS
from handout.pipeline import Order
from handout.pipeline.press import Pressed, press_here
from handout.trial import trials
from handout.trial.hard_handouts import stress

HANDOUT = dict(stress())["no phrases"]


@pytest.fixture(scope="session")
def faults() -> Callable[..., list[str]]:
    """What is wrong with a pack of ours, each with the handout and the sheet."""

    def find(name: str, *only: str) -> list[str]:
        return [
            f"{trial.handout}, {trial.paper}: {fault}"
            for trial in trials(packs.find(name), only, jobs=1)
            for fault in trial.faults
        ]

    return find


@pytest.fixture
def pressed(tmp_path: Path) -> Callable[[dict[str, str]], Pressed]:
    """What prints a pack of these files, in the folder mine."""

    def press(texts: dict[str, str]) -> Pressed:
        folder = tmp_path / "mine"
        for name, text in ({"pack.toml": 'parent = "base"\n'} | texts).items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        pack = packs.find(str(folder))
        return press_here((HANDOUT,), Order(pack, PAPERS["A5"], ()))

    return press
