"""Whole numbers as strangers write them: read, or refused, but never an error."""

# Python refuses to read more than 4,300 digits, and no count on paper needs ten.
_MOST_DIGITS = 9


def whole_number(text: str | None) -> int | None:
    """Read a whole number of at most nine digits; None for anything else."""
    if not text or len(text) > _MOST_DIGITS or not text.isdecimal():
        return None
    return int(text)
