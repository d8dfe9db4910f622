"""Counting for the read tests: what of a file was placed, and what set aside."""

from handout.model.document import Document


def visible(text: str) -> int:
    return sum(not character.isspace() for character in text)


def placed(document: Document) -> int:
    return sum(visible(piece.text) for piece in document.pieces())


def set_aside(document: Document) -> int:
    return sum(visible(aside.text) for aside in document.asides)


def outline(document: Document) -> list[tuple[int, str]]:
    return [(s.heading.level, s.heading.text) for s in document.walk() if s.heading]
