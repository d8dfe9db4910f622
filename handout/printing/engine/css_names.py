"""The names of CSS properties that print."""

from functools import cache


@cache
def property_names() -> tuple[str, ...]:
    """The properties that WeasyPrint knows, as a style sheet writes them."""
    # It has no types.
    from weasyprint.css.properties import (  # type: ignore[import-untyped]
        INITIAL_VALUES,
    )
    from weasyprint.css.validation.expanders import (  # type: ignore[import-untyped]
        EXPANDERS,
    )

    names = {*INITIAL_VALUES, *EXPANDERS}
    return tuple(sorted(name.replace("_", "-") for name in names))
