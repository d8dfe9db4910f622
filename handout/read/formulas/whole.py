"""Makes sure that a formula in one line keeps everything the formula shows."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable

from handout.read.formulas.parts import ACCENTS, FormulaPart, plain


def is_complete(linear: str, source: Iterable[str]) -> bool:
    """Whether a linear form keeps every visible character of the formula."""
    there, needed = Counter(_fold_signs([linear])), Counter(_fold_signs(source))
    return not needed - there


def _fold_signs(texts: Iterable[str]) -> str:
    text = "".join("".join(plain(t).split()) for t in texts)
    # Accents are written by name; braces under a term say nothing.
    text = "".join(c for c in text if c not in ACCENTS and c not in "⏟⏞︸︷")
    folded = unicodedata.normalize("NFKC", text)
    return folded.replace("−", "-").replace("\u2044", "/")


def complete_line(
    linear: Callable[[], FormulaPart], source: Callable[[], list[str]]
) -> str:
    """The linear form, or the bare pieces with spaces if the form lost one."""
    pieces = source()
    try:
        text = linear().text
    except RecursionError:
        text = ""
    if is_complete(text, pieces):
        return text
    return " ".join(piece for p in pieces if (piece := plain(p).strip()))
