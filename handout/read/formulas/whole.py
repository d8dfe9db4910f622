"""Makes sure that a formula in one line still holds all that the formula shows."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable

from handout.read.formulas.parts import ACCENTS, Part, plain


def complete(linear: str, source: Iterable[str]) -> bool:
    """Whether a linear form still holds every visible character of the formula."""
    there, needed = Counter(_folded([linear])), Counter(_folded(source))
    return not needed - there


def _folded(texts: Iterable[str]) -> str:
    text = "".join("".join(plain(t).split()) for t in texts)
    # Accents come by their names, braces under a term say nothing.
    text = "".join(c for c in text if c not in ACCENTS and c not in "⏟⏞︸︷")
    folded = unicodedata.normalize("NFKC", text)
    return folded.replace("−", "-").replace("\u2044", "/")


def checked(linear: Callable[[], Part], source: Callable[[], list[str]]) -> str:
    """The linear form, or the bare pieces with spaces if it should lack one of them."""
    pieces = source()
    try:
        text = linear().text
    except RecursionError:
        text = ""
    if complete(text, pieces):
        return text
    return " ".join(piece for p in pieces if (piece := plain(p).strip()))
