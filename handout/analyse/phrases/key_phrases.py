"""Ranks candidates and keeps the phrases worth explaining: whole, and none twice."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from handout.analyse.learned.load import phrase_weights
from handout.analyse.phrases.candidates import (
    Candidate,
    named_candidates,
    phrase_candidates,
)
from handout.analyse.phrases.door import admit_phrases, floor_of
from handout.analyse.phrases.english import (
    LATIN_FLOOR,
    LATIN_LEAST,
    is_latin,
    latin_phrases,
)
from handout.analyse.phrases.features import phrase_features
from handout.analyse.phrases.never_phrases import is_barred, is_plain_latin
from handout.analyse.phrases.reasons import reasons, word_reasons
from handout.analyse.phrases.rules import wish
from handout.analyse.phrases.selection import select
from handout.analyse.summary.held_phrases import LISTED, Mention
from handout.analyse.words.passage import SectionWords
from handout.model.analysis import KeyPhrase, Reasons
from handout.model.options import AnalyseOptions

# This part of those chosen from is scored by all trees, the rest by half of them.
_LIKELIEST = 0.75
# In texts not learned from, a quarter of the phrases of about this score are an
# editor's, half of those over 0; below it come pieces of phrases (docs/analysis.md).
_LIKELY = -1.3


class Rated(NamedTuple):
    """A section's candidates by their text, what each is worth, and the best in order.

    The first few of `chosen` are the best few. Those that are barred have no worth.
    """

    found: dict[str, Candidate]
    worth: dict[str, float]
    chosen: list[str]


def rate_phrases(part: SectionWords, options: AnalyseOptions, *, most: int) -> Rated:
    """Rate a section's candidates and choose `most` of them.

    Pinned phrases come first, then run-in heads and the rest as they rank.
    """
    wanted = (*options.user_words, *options.pinned)
    found, scores = _score_candidates(part, wanted, options, most)
    return choose(part, found, scores, options, most=most)


def choose(
    part: SectionWords,
    found: dict[str, Candidate],
    scores: Mapping[str, float],
    options: AnalyseOptions,
    *,
    most: int,
) -> Rated:
    """Choose from candidates with scores, the user's wishes counted in."""
    worth = {t: score + wish(found[t], part, options) for t, score in scores.items()}
    pinned = [text for text in options.pinned if text in worth]
    heads = [head for head in part.points if head in worth]
    return Rated(found, worth, select(worth, found, [*pinned, *heads], most))


def mentions(part: SectionWords, given: Rated) -> list[Mention]:
    """The phrases of a section with their places, for its sentences to hold.

    Latin phrases are weighed by another measure, so there are none.
    """
    if is_latin(part):
        return []
    ranks = {text: rank for rank, text in enumerate(given.chosen[:LISTED])}
    return [
        Mention(
            text,
            score,
            ranks.get(text, LISTED),
            _numbered_places(given.found[text], part),
        )
        for text, score in given.worth.items()
    ]


def key_phrases(
    part: SectionWords,
    given: Rated,
    options: AnalyseOptions,
    *,
    limit: int,
    more: int = 0,
) -> tuple[tuple[KeyPhrase, ...], tuple[KeyPhrase, ...]]:
    """Choose a section's phrases, best first, and those behind the table.

    `limit` is the most: fewer come if fewer are good, or if the text is short. Behind
    the table come up to `more`, as far as they are likely to be whole.
    """
    always = frozenset((*options.pinned, *options.user_words, *part.points))
    latin = is_latin(part)
    front = admit_phrases(
        part,
        given.chosen,
        given.found,
        given.worth,
        most=limit,
        least=min(max(options.phrases_least, LATIN_LEAST if latin else 0), limit),
        always=always,
        floor=LATIN_FLOOR if latin else floor_of(part),
    )
    taken = set(front)
    rest = [t for t in given.chosen if t not in taken and given.worth[t] > _LIKELY]
    table, behind = (
        tuple(_place_phrase(given.found[text], part) for text in texts)
        for texts in (front[:limit], rest[:more])
    )
    return table, behind


def _score_candidates(
    part: SectionWords, wanted: tuple[str, ...], options: AnalyseOptions, most: int
) -> tuple[dict[str, Candidate], dict[str, float]]:
    """The candidates by their text, and the scores of those not barred."""
    if is_latin(part):
        liked = latin_phrases(part)
        named = named_candidates(part, (*liked, *wanted))
        scores = {
            text: liked.get(text, 0.0)
            for text, candidate in named.items()
            if text in options.pinned or not is_barred(candidate, options, part.people)
        }
        return named, scores
    found, rows = _describe_candidates(part, wanted)
    free = [
        (candidate.text, row)
        for candidate, row in zip(found, rows, strict=True)
        if candidate.text in options.pinned
        or not (is_barred(candidate, options, part.people) or is_plain_latin(candidate))
    ]
    forest = phrase_weights().forest
    values = forest.scores([row for _, row in free], best=int(_LIKELIEST * most))
    scores = dict(zip([text for text, _ in free], values, strict=True))
    return {c.text: c for c in found}, scores


def _describe_candidates(
    part: SectionWords, wanted: tuple[str, ...]
) -> tuple[list[Candidate], list[list[float]]]:
    weights = phrase_weights()
    found = phrase_candidates(part, weights.marks, wanted)
    return found, phrase_features(part, found, weights)


def phrase_reasons(
    part: SectionWords, options: AnalyseOptions, phrases: tuple[KeyPhrase, ...]
) -> Iterator[tuple[str, Reasons]]:
    """What put each phrase into the table, in words."""
    chosen = {phrase.text for phrase in phrases}
    if is_latin(part):
        named = named_candidates(part, tuple(sorted(chosen)))
        for text, candidate in named.items():
            yield text, reasons(candidate, part, options, {})
        return
    wanted = (*options.user_words, *options.pinned)
    pairs = zip(*_describe_candidates(part, wanted), strict=True)
    described = ((one, row) for one, row in pairs if one.text in chosen)
    yield from word_reasons(described, part, options, phrase_weights())


def _place_phrase(candidate: Candidate, part: SectionWords) -> KeyPhrase:
    """The phrase with the first place where a whole sentence says it."""
    places = _numbered_places(candidate, part)
    heads = {number: len(head) for number, head in part.heads.items()}
    said = [(n, at) for n, at in places if at >= heads.get(n, 0)]
    paragraph, start = (said or places)[0]
    return KeyPhrase(candidate.text, len(places), paragraph, start)


def _numbered_places(
    candidate: Candidate, part: SectionWords
) -> tuple[tuple[int, int], ...]:
    """The places of a phrase by the numbers of their paragraphs."""
    return tuple((part.paragraphs[line].number, at) for line, at in candidate.places)
