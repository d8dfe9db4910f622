"""Turns a document into study handouts that are ready to print.

The functions below are loaded when they are first used: `import handout` is quick.
"""

from typing import TYPE_CHECKING, Any

from handout.version import __version__

if TYPE_CHECKING:
    from handout.api import (
        Analysis,
        Document,
        HandoutError,
        Made,
        Meeting,
        Notice,
        analyse_document,
        make,
        read_document,
        worksheets,
    )

__all__ = [
    "Analysis",
    "Document",
    "HandoutError",
    "Made",
    "Meeting",
    "Notice",
    "__version__",
    "analyse_document",
    "make",
    "read_document",
    "worksheets",
]


def __getattr__(name: str) -> Any:
    """Load a name of the public API when it is first asked for."""
    if name not in __all__:
        raise AttributeError(f"module 'handout' has no attribute {name!r}")
    from handout import api

    return getattr(api, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
