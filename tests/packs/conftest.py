"""Our packs, tried with each hard handout."""

from collections.abc import Callable

import pytest

from handout import packs
from handout.workshop.trial import trials


@pytest.fixture(scope="session")
def faults() -> Callable[..., list[str]]:
    """Give what is wrong with a pack of ours, each with the handout and the sheet."""

    def find(name: str, *only: str) -> list[str]:
        return [
            f"{trial.handout}, {trial.paper}: {fault}"
            for trial in trials(packs.find(name), only, jobs=1)
            for fault in trial.faults
        ]

    return find
