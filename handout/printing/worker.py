"""The process that prints: it loads WeasyPrint while another still reads the source.

Loading WeasyPrint takes a third of a cold start, and reading and analysing take as
long: side by side they cost one third less. With one core, or where a fork is unsafe
(macOS), it is forked when there is something to print.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from handout.guard import Child, Stage, is_guarded

# The one that prints, by its folder of fonts: fontconfig reads its settings once.
_printers: dict[Path | None, Child] = {}


def start_printer(warm_up: Callable[[], None]) -> None:
    """Fork the process ahead of its work, where that helps; it warms up and waits."""
    if not _printers and sys.platform == "linux" and (os.cpu_count() or 1) > 1:
        _printers[None] = Child(warm_up)


def stop_printer() -> None:
    """End the process, whatever it is doing."""
    while _printers:
        _printers.popitem()[1].end()


def needs_printer() -> bool:
    """Whether printing is done in a process of its own."""
    return bool(_printers) or is_guarded()


def ask_printer(
    stage: Stage, font_dir: Path | None, work: Callable[..., Any], *arguments: object
) -> Any:
    """Let the process work with these fonts, and return its result.

    Raises what the work raises, and the stage's error if the process ends.
    """
    if font_dir not in _printers:
        stop_printer()
        _printers[font_dir] = Child()
    return _printers[font_dir].ask(stage, work, *arguments)
