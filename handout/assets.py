"""Where our templates and fonts are: in a checkout or inside an installed wheel."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def _root() -> Path:
    installed = _PACKAGE / "_assets"
    return installed if installed.is_dir() else _PACKAGE.parent


def templates_folder() -> Path:
    """The folder that holds our template packs, one folder a pack."""
    return _root() / "templates"


def fonts_folder() -> Path:
    """The folder that holds our font files and fonts.toml."""
    return _root() / "fonts"


def sample() -> Path:
    """One of our articles, to try a pack with."""
    return sorted((_root() / "seeds").glob("*.txt"))[0]
