"""What a piece of work may take from the machine: processor time, memory, files."""

import math
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_FILES = 256
_FILE_BYTES = 2_000_000_000
_MEGA = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Processor time and memory of one piece of work, and more for each MB of it.

    Memory is counted above what the process has taken when it begins to work.
    """

    seconds: float = 40
    megabytes: int = 1_000
    more_seconds: float = 0
    more_megabytes: int = 0

    def for_size(self, size: int) -> "Limits":
        """The limits for work of so many bytes, or what the user allows instead."""
        seconds = self.seconds + self.more_seconds * size / _MEGA
        megabytes = self.megabytes + self.more_megabytes * size // _MEGA
        return Limits(
            seconds=_allowed.seconds or min(round(seconds, 1), MOST.seconds),
            megabytes=_allowed.megabytes or min(_round_up(megabytes), MOST.megabytes),
        )

    def are_too_few(self, size: int) -> bool:
        """Whether work of so many bytes would not be done within the most allowed."""
        wanted = self.seconds + self.more_seconds * size / _MEGA
        return not _allowed.seconds and wanted > MOST.seconds


def _round_up(megabytes: int) -> int:
    """Whole hundreds, which is all that a sentence needs to say."""
    return math.ceil(megabytes / 100) * 100


# However large the work is; the user may allow more.
MOST = Limits(seconds=900, megabytes=4_000)


@dataclass(slots=True)
class _Allowed:
    """What the user allows, 0 for the limits as they are; one for the process."""

    seconds: float = 0
    megabytes: int = 0


_allowed = _Allowed()


def set_allowance(seconds: float, megabytes: int) -> None:
    """Let each piece of work from now on take so much; 0 leaves a limit as it is."""
    _allowed.seconds, _allowed.megabytes = seconds, megabytes


def allowance() -> tuple[float, int]:
    """What the user allows, for another process to allow the same."""
    return _allowed.seconds, _allowed.megabytes


def address_space() -> int:
    """The bytes of address space that this process has; 0 where nobody says."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except (OSError, ValueError):
        return 0
    import resource

    return pages * resource.getpagesize()


def most_memory() -> int:
    """The most memory that this process has had, as the system counts it."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def set_limits(limits: Limits, base: int) -> None:
    """Limit this process from now on, as far as the system can; `base` is its own."""
    if sys.platform == "win32":
        return
    import resource

    use = resource.getrusage(resource.RUSAGE_SELF)
    # A little later than what ends work with a better sentence.
    seconds = math.ceil(use.ru_utime + use.ru_stime + limits.seconds + 0.5)
    _lower(resource.RLIMIT_CPU, seconds)
    if base:
        _lower(resource.RLIMIT_AS, base + limits.megabytes * _MEGA)


def set_lasting_limits() -> None:
    """Limit what none of our work needs: open files, the size of one, core dumps."""
    if sys.platform == "win32":
        return
    import resource

    _lower(resource.RLIMIT_NOFILE, _FILES)
    _lower(resource.RLIMIT_FSIZE, _FILE_BYTES)
    _lower(resource.RLIMIT_CORE, 0)


def _lower(kind: int, most: int) -> None:
    """Set a soft limit, below a hard one that somebody may have set before."""
    import resource

    _, hard = resource.getrlimit(kind)
    soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
    with suppress(ValueError, OSError):
        resource.setrlimit(kind, (soft, hard))
