"""Says in words why a phrase is in the table: what the text does with it."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from handout.analyse.learned.load import PhraseWeights
from handout.analyse.phrases.candidates import Candidate
from handout.analyse.phrases.feature_names import PHRASE as NAMES
from handout.analyse.phrases.rules import wish
from handout.analyse.words.passage import SectionWords
from handout.model.analysis import Reasons
from handout.model.options import AnalyseOptions

_MOST = 4
# What a fact is worth at least.
_PLAIN = 0.1


class _Case(NamedTuple):
    """A phrase in its section, and how often editors chose it elsewhere."""

    candidate: Candidate
    part: SectionWords
    chosen_elsewhere: int


_Fact = Callable[[_Case], str]


def _source(name: str, words: str) -> _Fact:
    return lambda case: words if name in case.candidate.sources else ""


def _how_often(case: _Case) -> str:
    count = len(case.candidate.places)
    return f"said {count} times" if count > 1 else ""


def _in_heading(case: _Case) -> str:
    return "in the heading" if case.candidate.text in case.part.title else ""


def _in_opening(case: _Case) -> str:
    first = next((s.text for s in case.part.sentences if not s.is_run_in), "")
    return "in the first sentence" if case.candidate.text in first else ""


def _elsewhere(case: _Case) -> str:
    return "chosen by editors in other texts" if case.chosen_elsewhere else ""


def _whole(_: _Case) -> str:
    return "reads as a whole phrase"


# Each fact that may speak for a phrase, and the numbers of the ranker that weigh it.
_FACTS: tuple[tuple[_Fact, tuple[str, ...]], ...] = (
    (_source("run-in", "opens a paragraph as its head"), ("is run-in head",)),
    (_source("emphasis", "set in bold or italics"), ()),
    (_source("defined", "defined here"), ()),
    (_source("hero", "said more often than any other thing"), ()),
    (_source("quoted", "in quotation marks"), ("quoted",)),
    (_source("book", "title of a work"), ("book",)),
    (_source("cell", "first cell of a row"), ()),
    (
        _how_often,
        ("log count", "own count", "count per 1,000", "own count rank", "paragraphs"),
    ),
    (
        _in_heading,
        ("in heading", "opens heading", "closes heading", "share of heading"),
    ),
    (_in_opening, ("in first sentence", "in an opening", "openings", "first place")),
    (
        _elsewhere,
        ("chosen elsewhere", "liked elsewhere", "essential odds", "known"),
    ),
    (_whole, ("marks", "opening marks", "closing marks", "shape marks", "marks rank")),
)


def reasons(
    candidate: Candidate,
    part: SectionWords,
    options: AnalyseOptions,
    gains: Mapping[str, float],
    *,
    chosen_elsewhere: int = 0,
) -> Reasons:
    """What speaks for a phrase, weightiest first.

    `gains` are what the ranker's numbers added to its score, by their names.
    """
    case = _Case(candidate, part, chosen_elsewhere)
    marked = max(_PLAIN, wish(candidate, part, options))
    found = [
        (words, max(_PLAIN, sum(gains.get(name, 0.0) for name in names) or marked))
        for fact, names in _FACTS
        if (words := fact(case))
    ]
    if candidate.text in options.pinned:
        found.append(("pinned by you", 9.0))
    elif candidate.text in options.user_words:
        found.append(("one of your words", wish(candidate, part, options)))
    found.sort(key=lambda reason: -reason[1])
    return tuple((words, round(weight, 2)) for words, weight in found[:_MOST])


def learned_gains(row: list[float], weights: PhraseWeights) -> dict[str, float]:
    """What each number of a candidate added to its score, by its name."""
    return {NAMES[n]: gain for n, gain in weights.forest.reasons(row).items()}


def word_reasons(
    described: Iterator[tuple[Candidate, list[float]]],
    part: SectionWords,
    options: AnalyseOptions,
    weights: PhraseWeights,
) -> Iterator[tuple[str, Reasons]]:
    """The reasons of candidates that are described by numbers."""
    for candidate, row in described:
        yield (
            candidate.text,
            reasons(
                candidate,
                part,
                options,
                learned_gains(row, weights),
                chosen_elsewhere=weights.known(candidate.text).chosen,
            ),
        )
