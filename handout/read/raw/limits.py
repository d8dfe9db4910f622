"""What an untrusted file may cost; the only module of the stage that reads a clock."""

from time import monotonic

from handout.errors import ReadError

MOST_BYTES = 100_000_000
MOST_ELEMENTS = 600_000
MOST_SECONDS = 60


class Budget:
    """Counts the steps of reading one file, and stops when there are too many."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._steps = 0
        self._ends = monotonic() + MOST_SECONDS

    def step(self, cost: int = 1) -> None:
        """Count; raise ReadError beyond the limits of elements or of time."""
        self._steps += cost
        if self._steps > MOST_ELEMENTS:
            raise ReadError(
                f"has more than {MOST_ELEMENTS:,} elements",
                where=self._name,
                hint="split it into parts and give each its own file",
            )
        if cost > 1 or self._steps % 1000 == 0:
            self.look()

    def look(self) -> None:
        """Raise ReadError when the time is over."""
        if monotonic() > self._ends:
            raise ReadError(
                f"takes longer than {MOST_SECONDS} seconds to read",
                where=self._name,
                hint="split it into parts and give each its own file",
            )
