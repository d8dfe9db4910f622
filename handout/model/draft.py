"""The editable handout: a handout, and what its file remembers beside it."""

from dataclasses import dataclass, field

from handout.model.handout import Handout


@dataclass(frozen=True, slots=True)
class Mark:
    """What the program made under this name; `value` changes when a person edits it."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class SectionMarks:
    """A section as the program made it: its ¶ numbers and the marks of its parts."""

    first: int
    last: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """What the program made, so that a person's edits can be recognised.

    Parts that a person has taken out stay in the record, and do not come back.
    """

    head: tuple[Mark, ...] = ()
    front: tuple[Mark, ...] = ()
    closing: tuple[Mark, ...] = ()
    sections: tuple[SectionMarks, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A handout to edit; `document` is the name of the file its text is in."""

    handout: Handout
    document: str = ""
    record: Record = field(default_factory=Record)
