"""What a guarded process is doing, so that its end can be reported in a sentence."""

from dataclasses import dataclass, field, replace

from handout.errors import HandoutError, ReadError
from handout.guard import frames
from handout.guard.limits import Limits, set_limits


@dataclass(frozen=True, slots=True)
class Stage:
    """A piece of work: where it is, its limits, and the error that ends it."""

    where: str
    wrong: type[HandoutError] = ReadError
    limits: Limits = field(default_factory=Limits)
    hint: str = "split it into parts and give each its own file"

    def for_size(self, size: int) -> "Stage":
        """The stage with the limits for work of so many bytes."""
        return replace(self, limits=self.limits.for_size(size))

    def error(self, reason: str) -> HandoutError:
        """The sentence for work that ended for this reason."""
        return self.wrong(reason, where=self.where, hint=self.hint)

    def too_slow(self) -> HandoutError:
        """The sentence for work that took too long."""
        advice = f"{self.hint}, or allow more with --time-limit SECONDS"
        return self.wrong(
            f"takes longer than {self.limits.seconds:g} s",
            where=self.where,
            hint=advice.removeprefix(", or "),
        )

    def too_long(self) -> HandoutError:
        """The sentence for work that is not begun, for it would not end."""
        return self.wrong(
            "would take longer than any limit of time",
            where=self.where,
            hint="print it in parts, or allow more with --time-limit SECONDS",
        )

    def too_large(self) -> HandoutError:
        """The sentence for work that took too much memory."""
        advice = f"{self.hint}, or allow more with --memory-limit MB"
        return self.wrong(
            f"takes more than {self.limits.megabytes:,} MB of memory",
            where=self.where,
            hint=advice.removeprefix(", or "),
        )

    def failure(self, how: str) -> HandoutError:
        """The sentence for work that ended its process."""
        return self.wrong(
            f"breaks the program that works on it ({how})",
            where=self.where,
            hint="open it in the program it was made with and save it again",
        )


@dataclass(slots=True)
class _Guarded:
    """What this process works at, if it is guarded; one for the process."""

    stage: Stage | None = None
    base: int = 0
    size: int = 0


_mine = _Guarded()


def is_guarded() -> bool:
    """Whether this process is one that may end without harm."""
    return _mine.stage is not None


def begin(stage: Stage, base: int, size: int) -> None:
    """Begin work of so many bytes in the limits of a stage that the parent knows of."""
    _mine.stage, _mine.base, _mine.size = stage, base, size
    set_limits(stage.limits, base)


def current() -> Stage | None:
    """The stage that this process works at; None outside a guarded process."""
    return _mine.stage


def enter(stage: Stage) -> None:
    """Work at the next stage, in its own limits; nothing outside a guarded process.

    Raises the stage's error for work that could not be done within any limits.
    """
    if _mine.stage is None:
        return
    if stage.limits.are_too_few(_mine.size):
        raise stage.too_long()
    resume(stage.for_size(_mine.size))


def resume(stage: Stage) -> None:
    """Go on with a stage whose limits are known, and say so."""
    _mine.stage = stage
    set_limits(stage.limits, _mine.base)
    frames.report(stage)
