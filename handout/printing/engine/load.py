"""Imports WeasyPrint, with the project's fonts alone and without asking the linker."""

import ctypes.util
import sys
from pathlib import Path
from typing import Any

from handout.errors import SetupError
from handout.printing.engine.lazy_imports import put_off
from handout.printing.fonts import use_only

_LIBRARIES = {
    "linux": "sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "darwin": "brew install pango",
}
# Deep lists nest deep boxes; WeasyPrint lays them out by recursion.
_DEEPEST = 5_000


def load_weasyprint(font_dir: Path | None) -> Any:
    """Import WeasyPrint with our fonts alone, and without asking the linker for names.

    find_library starts compilers and linkers, 50 processes in all, half the time of
    the import; the libraries' own names are found without it on Linux.
    """
    if not __debug__:
        raise SetupError(
            "Python runs without assertions, in which WeasyPrint does part of its work",
            hint="run it without PYTHONOPTIMIZE and without -O",
        )
    if "weasyprint" not in sys.modules:
        use_only(font_dir)
        sys.setrecursionlimit(max(_DEEPEST, sys.getrecursionlimit()))
    found = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda _name: None  # type: ignore[assignment]
    try:
        with put_off():
            import weasyprint  # type: ignore[import-untyped]
    except OSError as error:
        platform = "darwin" if sys.platform == "darwin" else "linux"
        raise SetupError(
            f"a system library that printing needs is missing ({error})",
            hint=f"install it: {_LIBRARIES[platform]}",
        ) from error
    finally:
        ctypes.util.find_library = found
    return weasyprint
