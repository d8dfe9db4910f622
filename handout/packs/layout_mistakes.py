"""What a style asks for in vain of the layout, as a mistake of the pack."""

from collections.abc import Iterator
from contextlib import contextmanager

from handout.errors import TemplateError
from handout.model.pack import Pack
from handout.packs.places import is_ours
from handout.packs.style_notices import STYLE

# What WeasyPrint meets: sizes of nothing, margins wider than their page, and the like.
_MET = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    # A file that a style names outside its pack.
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)


@contextmanager
def layout_mistakes_explained(pack: Pack) -> Iterator[None]:
    """Lay out with a pack from elsewhere; one that comes with the program is ours.

    Raises TemplateError for a style that the layout cannot follow.
    """
    try:
        yield
    except _MET as error:
        theirs = next((one for one in pack.folders if not is_ours(one)), None)
        if theirs is None:
            raise
        kind = type(error).__name__
        raise TemplateError(
            f"asks for pages that cannot be laid out ({kind}: {str(error)[:80]})",
            where=str(theirs / STYLE),
            hint="look for sizes of nothing, without end, or larger than the page",
        ) from error
