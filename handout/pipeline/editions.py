"""Which files a handout is printed into: versions with other orders, two editions."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from handout.model.handout import Handout
from handout.model.options import MakeOptions

_PARTICIPANT, _FACILITATOR, _BOTH = "participant", "facilitator", "both"
EDITIONS = (_PARTICIPANT, _FACILITATOR, _BOTH)
ANSWERS = ("inline", "end", "file")


@dataclass(frozen=True, slots=True)
class Edition:
    """What is printed into one file; `suffix` is what its name has behind the source's.

    With `only_answers` it is the pages of answers alone.
    """

    suffix: str
    handouts: tuple[Handout, ...]
    only_answers: bool = False


def editions(handouts: tuple[Handout, ...], options: MakeOptions) -> Iterator[Edition]:
    """Each version that was asked for, in each edition, and last its answers."""
    from handout.plan import shuffle_exercises

    wanted = EDITIONS[:2] if options.edition == _BOTH else (options.edition,)
    for place, version in enumerate(options.versions or ("",)):
        mixed = [
            shuffle_exercises(
                one,
                seed=options.seed or one.seed,
                version=version or one.version,
                place=place,
            )
            for one in handouts
        ]
        name = f"-{version}" if version else ""
        for edition in wanted:
            suffix = name + (f"-{edition}" if edition == _FACILITATOR else "")
            yield Edition(suffix, _as(mixed, edition, options.answers))
        if options.answers == "file" and any(one.has_answers for one in mixed):
            told = _as(mixed, _FACILITATOR, options.answers)
            yield Edition(f"{name}-answers", told, only_answers=True)


def _as(handouts: list[Handout], edition: str, answers: str) -> tuple[Handout, ...]:
    return tuple(replace(one, edition=edition, answers=answers) for one in handouts)
