"""Gathers what may be a key phrase: runs of words that look whole, and named things.

Every run of words is judged by the marks of its edges; the best go on, together with
all that the author has named: quotations, titles, heading clauses, run-in heads.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from handout.analyse.phrases.author_marks import hero, marked_names
from handout.analyse.phrases.places import places_of
from handout.analyse.phrases.spans import BREAKS, MarkedLine, shape_marks, worth
from handout.analyse.words.passage import SectionWords
from handout.analyse.words.segment import Word, cut, idf

_CLAUSE = re.compile(r"[^，。；、：！？,;:!?\s“”‘’\"（）()《》【】〔〕…—]+")
_QUOTED = re.compile(
    r"“([^“”]{2,20})”|「([^「」]{2,20})」|《([^《》]{2,24})》|\"([^\"\n]{2,24})\""
)
_SHORTEST, _LONGEST = 2, 16
# Said oftener counts no more.
MOST_SAID = 6
# What a step across a clause’s end counts.
_NO_STEP = -9.0
# Tags of words that name things; "un" is unlisted.
_NOUNS = frozenset("nueji")
_MOST_SUBJECTS = 12
_LEAST_KEPT, _KEPT_PER_CHARACTER, _MOST_KEPT = 40, 0.018, 300


@dataclass(slots=True)
class Candidate:
    """A phrase and what is known of it before it is ranked.

    `places` are (line, offset); `opening`, `closing` and `shape` are the worth of its
    marks, `edges` the (line, first word, last word) of each run that spells it, and
    `steps` what its edges would gain one word further out or in: out at the left, out
    at the right, in at the left, in at the right.
    """

    text: str
    words: tuple[Word, ...] = ()
    opening: float = 0.0
    closing: float = 0.0
    shape: float = 0.0
    edges: list[tuple[int, int, int]] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)
    sources: set[str] = field(default_factory=set)
    steps: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)

    @property
    def score(self) -> float:
        """What its marks say together: how much it looks like a whole phrase."""
        return self.opening + self.closing + self.shape


def phrase_candidates(
    part: SectionWords, weights: Mapping[str, float], wanted: tuple[str, ...] = ()
) -> list[Candidate]:
    """The candidates of one section, each with all its places.

    What is `wanted` is among them if the section says it.
    """
    named = _names_by_author(part)
    for text in wanted:
        if text.strip():
            named.setdefault(text.strip(), set()).add("wanted")
    lines = [MarkedLine(words) for words in part.words]
    sure = frozenset(named).union(_subjects(part))
    found = _whole_runs(lines, part, weights, sure)
    for text, sources in named.items():
        if text not in found:
            found[text] = _from_text(text, weights)
        found[text].sources |= sources
    for candidate in found.values():
        candidate.places = list(places_of(part, candidate.text))
    return [c for c in found.values() if c.places]


def named_candidates(
    part: SectionWords, texts: tuple[str, ...]
) -> dict[str, Candidate]:
    """These phrases as candidates with their places, if the section has them."""
    found = {}
    for text in dict.fromkeys(texts):
        places = list(places_of(part, text)) if text.strip() else []
        if places:
            found[text] = Candidate(text, cut(text), places=places)
    return found


def _whole_runs(
    lines: list[MarkedLine],
    part: SectionWords,
    weights: Mapping[str, float],
    sure: frozenset[str],
) -> dict[str, Candidate]:
    """Find the runs that look most like whole phrases, and those that are sure."""
    where: dict[str, list[tuple[int, int, int]]] = {}
    values = [_edge_values(line, weights) for line in lines]
    rough: dict[str, float] = {}
    for at, line in enumerate(lines):
        opening, closing = values[at]
        for text, first, last in line.runs():
            where.setdefault(text, []).append((at, first, last))
            rough[text] = rough.get(text, 0.0) + opening[first] + closing[last]
    said = {
        (n, titled): worth(said_marks(n, titled), weights)
        for n in range(1, MOST_SAID + 1)
        for titled in (False, True)
    }
    for text, places in where.items():
        times = min(len(places), MOST_SAID)
        rough[text] = rough[text] / len(places) + said[times, text in part.title]
    room = _room(part)
    first_sieve = dict.fromkeys([*_best(rough, 4 * room), *sorted(sure & where.keys())])
    found = {}
    for text in first_sieve:
        at, first, last = where[text][0]
        words = lines[at].words[first : last + 1]
        found[text] = _judge_run(text, words, where[text], values)
        found[text].steps = _steps(lines[at], first, last, values[at])
        found[text].shape = worth(
            shape_marks(words, len(text))
            + said_marks(len(where[text]), text in part.title),
            weights,
        )
    second_sieve = _best({text: c.score for text, c in found.items()}, room)
    kept = [*second_sieve, *sorted(sure & found.keys())]
    return {text: found[text] for text in kept}


def _subjects(part: SectionWords) -> list[str]:
    """Find the names of things that the section says again, or its title does.

    Single words look less like a phrase than any run of two, yet a text may be about
    them: 父亲, 失眠.
    """
    worth = {}
    for line in part.words:
        for word in line:
            said = part.counts.get(word.text, 0) + 2 * (word.text in part.title)
            if said > 1 and len(word.text) > 1 and word.tag[0] in _NOUNS:
                worth[word.text] = said * idf(word.text)
    return _best(worth, _MOST_SUBJECTS)


def _best(scores: Mapping[str, float], count: int) -> list[str]:
    return sorted(scores, key=lambda text: (-scores[text], text))[:count]


def _judge_run(
    text: str,
    words: tuple[Word, ...],
    where: list[tuple[int, int, int]],
    values: list[tuple[list[float], list[float]]],
) -> Candidate:
    """A run as a candidate, its edges judged by the mean of its places."""
    times = len(where)
    opening = sum(values[at][0][first] for at, first, _ in where) / times
    closing = sum(values[at][1][last] for at, _, last in where) / times
    return Candidate(text, words, opening, closing, edges=where)


def _steps(
    line: MarkedLine, first: int, last: int, values: tuple[list[float], list[float]]
) -> tuple[float, float, float, float]:
    """What a run's edges would gain one word further out, and further in."""
    opening, closing = values
    words = line.words
    before = first > 0 and words[first - 1].text not in BREAKS
    after = last + 1 < len(words) and words[last + 1].text not in BREAKS
    several = last > first
    return (
        opening[first - 1] - opening[first] if before else _NO_STEP,
        closing[last + 1] - closing[last] if after else _NO_STEP,
        opening[first + 1] - opening[first] if several else _NO_STEP,
        closing[last - 1] - closing[last] if several else _NO_STEP,
    )


def _room(part: SectionWords) -> int:
    """Say how many candidates go on: more in a longer section, up to a limit."""
    characters = sum(len(p.text) for p in part.paragraphs)
    return min(_MOST_KEPT, int(_LEAST_KEPT + _KEPT_PER_CHARACTER * characters))


def said_marks(times: int, in_title: bool) -> tuple[str, ...]:
    """The marks of what the section makes of a phrase."""
    return "p" + str(min(times, MOST_SAID)), "q" + str(int(in_title))


def _edge_values(
    line: MarkedLine, weights: Mapping[str, float]
) -> tuple[list[float], list[float]]:
    places = range(len(line.words))
    return (
        [worth(line.opening_marks(n), weights) for n in places],
        [worth(line.closing_marks(n), weights) for n in places],
    )


def _from_text(text: str, weights: Mapping[str, float]) -> Candidate:
    """Judge a named phrase whose ends are no ends of words in its sentence."""
    words = cut(text)
    line = MarkedLine(words)
    candidate = Candidate(text, words)
    candidate.opening = worth(line.opening_marks(0), weights)
    candidate.closing = worth(line.closing_marks(len(words) - 1), weights)
    candidate.shape = worth(shape_marks(words, len(text)), weights)
    return candidate


def _names_by_author(part: SectionWords) -> dict[str, set[str]]:
    """What the author has named, and how: heading, run-in head, quotation."""
    found: dict[str, set[str]] = {}
    for text, source in _names(part):
        if len(text) >= _SHORTEST and text[0].isalnum() and text[-1].isalnum():
            found.setdefault(text, set()).add(source)
    return found


def _names(part: SectionWords) -> Iterator[tuple[str, str]]:
    for clause in _CLAUSE.findall(part.title):
        if len(clause) <= _LONGEST:
            yield clause, "heading"
    for head in part.head_names.values():
        yield head, "run-in"
    yield from marked_names(part)
    yield hero(part), "hero"
    for paragraph in part.paragraphs:
        for groups in _QUOTED.findall(paragraph.text):
            book = bool(groups[2])
            yield "".join(groups).strip(), "book" if book else "quoted"
