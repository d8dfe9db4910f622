"""A pool answers in order, and what breaks a process costs one piece alone."""

import sys
from pathlib import Path

import pytest

from handout import guard


@pytest.mark.parametrize("jobs", [1, 3])
def test_a_piece_that_ends_its_process_is_answered_in_its_place(jobs):
    sys.path.insert(0, str(Path(__file__).parent))
    import work

    stage = guard.Stage("a record", limits=guard.Limits(5, 300))
    with guard.Pool(jobs) as pool:
        found = list(
            pool.map(
                stage,
                work.by_number,
                range(8),
                lambda number, error: f"{number}: {error.message}",
            )
        )

    assert found[3].startswith("3: breaks the program that works on it (SIGSEGV")
    assert found[4] == "4: is empty"
    assert [*found[:3], *found[5:]] == [0, 10, 20, 50, 60, 70]
