"""The options about exercises, editions and versions, read and checked."""

import difflib
import re
from dataclasses import dataclass
from typing import Annotated, ClassVar

import typer

from handout.errors import UsageError
from handout.model.exercises import MADE_OF_TEXT
from handout.numbers import whole_number
from handout.pipeline.editions import ANSWERS, EDITIONS

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_NAME = re.compile(r"\w{1,8}")
_NOT_A_WORD = re.compile("[- ]")

ExercisesOption = Annotated[
    str,
    typer.Option(
        "--exercises",
        metavar="KINDS",
        help=f"Kinds of exercises, with commas: {', '.join(MADE_OF_TEXT)}, or all.",
        rich_help_panel="Exercises",
        autocompletion=lambda: [*MADE_OF_TEXT, "all"],
    ),
]


@dataclass(frozen=True, slots=True)
class Exercises:
    """Options of the commands that print exercises."""

    PANEL: ClassVar[str] = "Exercises"
    exercises: ExercisesOption = ""
    seed: Annotated[
        int,
        typer.Option(
            "--seed",
            min=0,
            show_default=False,
            metavar="N",
            help="Seed for shuffling exercises.",
        ),
    ] = 0
    versions: Annotated[
        str,
        typer.Option(
            "--versions",
            metavar="N|NAMES",
            help="Number or names of versions (2, or A,B), each in its own order.",
        ),
    ] = ""
    edition: Annotated[
        str,
        typer.Option(
            "--edition",
            metavar="|".join(EDITIONS),
            help="Whom the handout is for.",
            autocompletion=lambda: list(EDITIONS),
        ),
    ] = EDITIONS[0]
    answers: Annotated[
        str,
        typer.Option(
            "--answers",
            metavar="|".join(ANSWERS),
            help="Where the facilitator's answers are: at each exercise, on pages at "
            "the end, or in a file.",
            autocompletion=lambda: list(ANSWERS),
        ),
    ] = ANSWERS[0]

    def read(self) -> "Exercising":
        """Read what was asked for. Raises UsageError."""
        return exercising(self.exercises, self.versions, self.edition, self.answers)


@dataclass(frozen=True, slots=True)
class Exercising:
    """What was asked for, read."""

    kinds: tuple[str, ...]
    versions: tuple[str, ...]
    edition: str
    answers: str


def exercising(exercises: str, versions: str, edition: str, answers: str) -> Exercising:
    """Read what was asked for. Raises UsageError."""
    edition = _one_of(edition, EDITIONS, "--edition")
    answers = _one_of(answers, ANSWERS, "--answers")
    if answers == "end" and edition == EDITIONS[0]:
        raise UsageError(
            "the participants' edition has no answers",
            where="--answers end",
            hint="add --edition facilitator or both, or have them in a file: "
            "--answers file",
        )
    return Exercising(kinds_of(exercises), versions_of(versions), edition, answers)


def _one_of(given: str, known: tuple[str, ...], option: str) -> str:
    if given in known:
        return given
    near = difflib.get_close_matches(given, known, n=1)
    listed = f"{', '.join(known[:-1])} or {known[-1]}"
    raise UsageError(
        f'"{given}" is not a choice',
        where=option,
        hint=f"did you mean {near[0]}?" if near else f"use {listed}",
    )


def versions_of(given: str) -> tuple[str, ...]:
    """Read the names of versions, or how many there are. Raises UsageError."""
    count = whole_number(given)
    if count and count <= len(_LETTERS):
        return tuple(_LETTERS[:count])
    names = tuple(name for part in given.split(",") if (name := part.strip()))
    if len(set(names)) < len(names) or not all(map(_NAME.fullmatch, names)):
        raise UsageError(
            f"cannot name versions {given}",
            where="--versions",
            hint="give a number up to 26, or names of letters and digits: A,B",
        )
    return names


def kinds_of(given: str) -> tuple[str, ...]:
    """Read the kinds of exercises asked for. Raises UsageError for another kind."""
    if given.strip() == "all":
        return MADE_OF_TEXT
    kinds = tuple(
        dict.fromkeys(_NOT_A_WORD.sub("_", k.strip()) for k in given.split(","))
    )
    for kind in filter(None, kinds):
        if kind not in MADE_OF_TEXT:
            near = difflib.get_close_matches(kind, MADE_OF_TEXT, n=1)
            known = f"use {', '.join(MADE_OF_TEXT)}, or all"
            raise UsageError(
                f"cannot make {kind} of a text",
                where="--exercises",
                hint=f"did you mean {near[0]}?" if near else known,
            )
    return tuple(filter(None, kinds))
