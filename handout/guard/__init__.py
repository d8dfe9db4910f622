"""Works on what strangers feed us in processes that may end without harm.

`start` forks the process that the command line works in; `ask` works there, or here
where none was started (a library's own caller decides). `enter` says in that process
what comes next, and how much it may take.
"""

from handout.guard.child import (
    Child,
    allow,
    ask,
    can_fork,
    is_started,
    start,
    stop,
)
from handout.guard.frames import tell
from handout.guard.limits import Limits
from handout.guard.pool import Pool
from handout.guard.stage import Stage, current, enter, is_guarded

__all__ = [
    "Child",
    "Limits",
    "Pool",
    "Stage",
    "allow",
    "ask",
    "can_fork",
    "current",
    "enter",
    "is_guarded",
    "is_started",
    "start",
    "stop",
    "tell",
]
