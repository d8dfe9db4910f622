"""The meeting a handout is for: what is known of it, and its blocks."""

from dataclasses import dataclass, field
from typing import ClassVar

from handout.model.blocks import Block, Room


@dataclass(frozen=True, slots=True)
class Meeting:
    """What is known of the meeting; "" and () leave room to write it.

    `time` is as a person writes it (周五 9:00); the agenda counts from the hour and
    minute in it. `groups` are the names of groups.
    """

    title: str = ""
    date: str = ""
    time: str = ""
    place: str = ""
    host: str = ""
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item: how many minutes it takes (0: nobody said), and who has it.

    `start` and `end` are the times of day (9:20), "" where no time is known.
    """

    title: str
    minutes: int = 0
    who: str = ""
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Agenda(Block):
    """What comes when."""

    kind: ClassVar[str] = "agenda"
    items: tuple[AgendaItem, ...]


@dataclass(frozen=True, slots=True)
class SignIn(Block):
    """Places to sign: a name each, and `blank` places without one."""

    kind: ClassVar[str] = "sign_in"
    names: tuple[str, ...] = ()
    blank: int = 0


@dataclass(frozen=True, slots=True)
class Discussion(Block):
    """A question to talk about for `minutes`, and a box for what each group says."""

    kind: ClassVar[str] = "discussion"
    question: str
    minutes: int = 0
    groups: tuple[str, ...] = ()
    room: Room = field(default_factory=Room)
