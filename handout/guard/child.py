"""A forked process that works for this one, in limits, and may end at any time."""

import os
import select
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from time import monotonic
from typing import Any

from handout.errors import HandoutError
from handout.guard import frames, limits
from handout.guard.frames import Pipe, pack, pair
from handout.guard.limits import allowance, most_memory
from handout.guard.serve import serve
from handout.guard.stage import Stage, current, resume

Work = Callable[..., Any]
# By the clock on the wall work may take longer: others use the machine, too.
_SLOWER = 4
_MEGA = 1_000_000
can_fork = hasattr(os, "fork")


class Lost(Exception):  # noqa: N818 - a state that another process reads
    """A process that another one forked has ended: only that one learns why."""

    def __init__(self, process: int, stage: Stage, before: int) -> None:
        super().__init__(process, stage, before)
        self.process, self.stage, self.before = process, stage, before


class Child:
    """A process that warms up, then works for whoever asks.

    One that has ended is forked again when it is asked the next time. It may talk to
    the `partners` that were forked before it, and they end with it.
    """

    def __init__(
        self,
        warm_up: Callable[[], None] | None = None,
        partners: tuple["Child", ...] = (),
    ) -> None:
        self.process = 0
        self.pipe: Pipe | None = None
        self._stage = Stage("")
        self._partners = partners
        self._fork(warm_up)

    def ask(
        self, stage: Stage, work: Work, *arguments: object, tell: Work | None = None
    ) -> Any:
        """Let the process do one piece of work, and return its result.

        `tell` gets what the work reports of itself. Raises what the work raises, a
        bug's own traceback in its notes, and the stage's error if the process ends.
        """
        outer = current()
        self.send(stage, work, *arguments)
        try:
            while (answer := self.receive()) is None or answer[0] == "told":
                if answer and tell:
                    tell(*answer[1])
        except BaseException:
            # Whatever it still does, nobody waits for it.
            self.end()
            raise
        finally:
            if outer:
                resume(outer)
        return result_of(answer)

    def send(self, stage: Stage, work: Work, *arguments: object) -> None:
        """Hand over a piece of work, and do not wait for it."""
        if self.pipe is None:
            self._fork(None)
        assert self.pipe
        frame = pack((work, arguments, allowance()))
        self._begin(stage.for_size(len(frame)))
        with suppress(BrokenPipeError):
            # Where it has ended, the answer is awaited in vain, and that is reported.
            self.pipe.send(pack((self._stage, len(frame))) + frame)

    def receive(self) -> tuple[str, Any] | None:
        """Receive what the process says: its answer, or None for a new stage.

        Raises the stage's error if the process ends, or takes too long.
        """
        assert self.pipe
        if not select.select([self.pipe], [], [], self.seconds_left)[0]:
            error = self._stage.too_slow()
            self.end()
            raise error
        try:
            kind, value = self.pipe.receive()
        except EOFError:
            self._let_go()
            raise _why(self.process, self._stage, self._before) from None
        if kind == "stage":
            self._begin(value)
            # The one who waits for us must know, too.
            frames.report(value)
            return None
        if kind == "told":
            self._begin(self._stage)
        return kind, value

    @property
    def seconds_left(self) -> float:
        """How long it may still work by the clock on the wall."""
        return max(0.0, self._until - monotonic())

    def _begin(self, stage: Stage) -> None:
        self._stage = stage
        self._until = monotonic() + _SLOWER * stage.limits.seconds + 1

    def end(self) -> None:
        """End the process, whatever it is doing."""
        if self._let_go():
            with suppress(ProcessLookupError):
                os.kill(self.process, signal.SIGKILL)
            with suppress(ChildProcessError):
                os.waitpid(self.process, 0)

    def _let_go(self) -> bool:
        """Close the pipe, and end the partners, who may be in the midst of a talk."""
        if self.pipe is None:
            return False
        self.pipe.close()
        self.pipe = None
        _open.discard(self)
        for partner in self._partners:
            partner.end()
        return True

    def _fork(self, warm_up: Callable[[], None] | None) -> None:
        self.pipe, theirs = pair()
        parent, self._before = os.getpid(), most_memory()
        self.process = os.fork()
        if self.process:
            theirs.close()
            _open.add(self)
            return
        try:
            self.pipe.close()
            _forget_others(self._partners)
            serve(theirs, parent, warm_up)
        finally:
            os._exit(0)


def _why(process: int, stage: Stage, before: int) -> Exception:
    """The sentence for a process that ended by itself at a stage.

    `before` is the most memory it had when it was forked.
    """
    try:
        _, status, used = os.wait4(process, 0)
    except ChildProcessError:
        return Lost(process, stage, before)
    number = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    if number == signal.SIGXCPU:
        return stage.too_slow()
    grown = (used.ru_maxrss - before) * (1024 if sys.platform == "linux" else 1)
    if grown > stage.limits.megabytes * _MEGA * 0.7:
        return stage.too_large()
    name = signal.Signals(number).name if number else "it ended"
    return stage.failure(name)


# Every process that this one has forked and not ended.
_open: set[Child] = set()
# The one that `ask` works in, once it has been asked.
_main: list[Child] = []
_started: list[bool] = []


def start() -> None:
    """Let `ask` work in another process from now on, where there is a fork."""
    if can_fork:
        _started[:] = [True]


def allow(seconds: float, megabytes: int) -> None:
    """Let each piece of work of `ask` take so much; 0 leaves a limit as it is."""
    if _started:
        limits.set_allowance(seconds, megabytes)


def is_started() -> bool:
    """Whether `ask` works in another process."""
    return bool(_started)


def stop() -> None:
    """End every process that works for this one."""
    _started.clear()
    _main.clear()
    for child in list(_open):
        child.end()


def ask(stage: Stage, work: Work, *arguments: object, tell: Work | None = None) -> Any:
    """Work in another process if that was started, else here."""
    if _started:
        if not _main:
            _main.append(Child(partners=tuple(_open)))
        return _main[0].ask(stage, work, *arguments, tell=tell)
    before, frames.up.caller = frames.up.caller, tell
    try:
        return work(*arguments)
    finally:
        frames.up.caller = before


def result_of(answer: tuple[str, Any]) -> Any:
    """The result of work, or what it raised."""
    kind, value = answer
    if kind == "done":
        return value
    failure, trace = value
    if isinstance(failure, Lost):
        failure = _why(failure.process, failure.stage, failure.before)
    if not isinstance(failure, HandoutError):
        failure.add_note(trace)
    raise failure


def _forget_others(partners: tuple[Child, ...]) -> None:
    """Close what the parent holds: only it may talk to its other processes."""
    _started.clear()
    _main.clear()
    for other in _open.difference(partners):
        if other.pipe:
            other.pipe.close()
        _open.discard(other)
