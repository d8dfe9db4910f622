"""The words of the help in the reader's language."""


def translated(text: str) -> str:
    """A message in the reader's language."""
    return text
