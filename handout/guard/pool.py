"""Several processes share work of one kind; one that ends costs its piece alone."""

import select
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from handout.errors import HandoutError
from handout.guard.child import Child, result_of
from handout.guard.stage import Stage

Instead = Callable[[Any, HandoutError], Any]


class Pool:
    """Processes that work side by side; they end with the block."""

    def __init__(self, jobs: int, *, ahead: int = 16) -> None:
        self._children = [Child() for _ in range(jobs)]
        self._ahead = jobs * ahead

    def __enter__(self) -> "Pool":
        return self

    def __exit__(self, *_: object) -> None:
        for child in self._children:
            child.end()

    def map(
        self,
        stage: Stage,
        work: Callable[[Any], Any],
        pieces: Iterable[Any],
        instead: Instead,
    ) -> Iterator[Any]:
        """The result for each piece, in order, as they come; only a few are held.

        A piece that ends its process, or raises what can be mended, gets the result of
        `instead(piece, error)`.
        """
        waiting: deque[list[Any]] = deque()
        idle = list(self._children)
        busy: dict[Child, list[Any]] = {}
        for piece in pieces:
            slot = [piece]
            waiting.append(slot)
            child = idle.pop()
            child.send(stage, work, piece)
            busy[child] = slot
            # Before the next piece is asked for, somebody must be free to take it.
            while not idle or (busy and len(waiting) >= self._ahead):
                idle.append(self._next_free(busy, instead))
                yield from _take_done(waiting)
        while busy:
            self._next_free(busy, instead)
            yield from _take_done(waiting)

    def _next_free(self, busy: dict[Child, list[Any]], instead: Instead) -> Child:
        """Wait until a process has answered, and keep its answer."""
        while True:
            soonest = min(child.seconds_left for child in busy)
            pipes = {child.pipe: child for child in busy if child.pipe}
            ready, _, _ = select.select(list(pipes), [], [], soonest)
            late = [one for one in busy if not one.seconds_left]
            for child in [pipes[pipe] for pipe in ready] or late:
                slot = busy[child]
                try:
                    answer = child.receive()
                    if answer is None or answer[0] == "told":
                        continue
                    slot.append(result_of(answer))
                except HandoutError as error:
                    slot.append(instead(slot[0], error))
                del busy[child]
                return child


def _take_done(waiting: deque[list[Any]]) -> Iterator[Any]:
    """Take off the results that nothing before them is waited for."""
    while waiting and len(waiting[0]) > 1:
        yield waiting.popleft()[1]
