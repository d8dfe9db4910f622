"""Ranks candidates and keeps the phrases worth explaining: whole, and none twice."""

from collections.abc import Iterator

from handout.analyse.barred import is_barred
from handout.analyse.candidates import Candidate, candidates, named_candidates
from handout.analyse.english import is_latin, latin_phrases
from handout.analyse.feature_names import PHRASE as NAMES
from handout.analyse.learned import phrase_weights
from handout.analyse.passage import Passage
from handout.analyse.phrase_features import phrase_features
from handout.analyse.wishes import wish
from handout.model.analysis import KeyPhrase, Reasons
from handout.model.options import AnalyseOptions

_SHARED = 0.67
_LIKENESS_COSTS = 0.5
_POOL = 60
_MOST_REASONS = 6
# Under this score most phrases are pieces of longer ones.
_LIKELY = -0.5


def key_phrases(
    part: Passage, options: AnalyseOptions, *, limit: int, more: int = 0
) -> tuple[KeyPhrase, ...]:
    """Give a section's phrases, best first; fewer than `limit` if fewer are good.

    Pinned phrases come first, then run-in heads and the rest as they rank; behind the
    limit up to `more`, as far as they are likely to be whole.
    """
    wanted = (*options.user_words, *options.pinned)
    found, scores = _scored(part, wanted, options)
    for text in scores:
        scores[text] += wish(found[text], part, options)
    pinned = [text for text in options.pinned if text in scores]
    heads = [head for head in part.points if head in scores]
    chosen = select(scores, [*pinned, *heads], limit + more)
    behind = [text for text in chosen[limit:] if scores[text] > _LIKELY]
    return tuple(_placed(found[text], part) for text in chosen[:limit] + behind)


def _scored(
    part: Passage, wanted: tuple[str, ...], options: AnalyseOptions
) -> tuple[dict[str, Candidate], dict[str, float]]:
    """Give the candidates by their text, and the scores of those not barred."""
    if is_latin(part):
        liked = latin_phrases(part)
        named = named_candidates(part, (*liked, *wanted))
        scores = {
            text: liked.get(text, 0.0)
            for text, candidate in named.items()
            if text in options.pinned or not is_barred(candidate, options)
        }
        return named, scores
    forest = phrase_weights().forest
    found, rows = _described(part, wanted)
    scores = {
        c.text: forest.score(row)
        for c, row in zip(found, rows, strict=True)
        if c.text in options.pinned or not is_barred(c, options)
    }
    return {c.text: c for c in found}, scores


def _described(
    part: Passage, wanted: tuple[str, ...]
) -> tuple[list[Candidate], list[list[float]]]:
    weights = phrase_weights()
    found = candidates(part, weights.marks, wanted)
    return found, phrase_features(part, found, weights)


def phrase_reasons(
    part: Passage, options: AnalyseOptions, phrases: tuple[KeyPhrase, ...]
) -> Iterator[tuple[str, Reasons]]:
    """Give what put each phrase into the table: rules first, then what was learned."""
    wanted = (*options.user_words, *options.pinned)
    chosen = {phrase.text for phrase in phrases}
    if is_latin(part):
        liked = latin_phrases(part)
        yield from ((text, (("Latin score", liked.get(text, 0.0)),)) for text in chosen)
        return
    for candidate, row in zip(*_described(part, wanted), strict=True):
        if candidate.text in chosen:
            rules = rules_for(candidate, part, options)
            yield candidate.text, rules + learned_reasons(row)


def learned_reasons(row: list[float]) -> Reasons:
    """Give the numbers that added most to a score, or took most from it."""
    found = phrase_weights().forest.reasons(row)
    ranked = sorted(found.items(), key=lambda item: (-abs(item[1]), item[0]))
    return tuple((NAMES[n], round(gain, 3)) for n, gain in ranked[:_MOST_REASONS])


def rules_for(candidate: Candidate, part: Passage, options: AnalyseOptions) -> Reasons:
    """Give the rules that speak for or against a candidate."""
    rules = []
    if candidate.text in options.pinned:
        rules.append(("pinned", 1.0))
    if "run-in" in candidate.sources:
        rules.append(("is run-in head", 1.0))
    wished = wish(candidate, part, options)
    return (*rules, *((("rule", wished),) if wished else ()))


def select(scores: dict[str, float], first: list[str], limit: int) -> list[str]:
    """Choose the best, none inside another; likeness to a better one costs."""
    ranked = sorted(scores, key=lambda text: (-scores[text], text))[:_POOL]
    chosen: list[str] = []
    for text in first:
        if len(chosen) < limit and not any(_nested(text, c) for c in chosen):
            chosen.append(text)
    # Two phrases are compared once: what the next pick must know of the last is kept.
    left = [t for t in ranked if not any(_nested(t, c) for c in chosen)]
    worth = {t: scores[t] - max((_cost(t, c) for c in chosen), default=0) for t in left}
    while left and len(chosen) < limit:
        best = max(left, key=worth.__getitem__)
        chosen.append(best)
        left = [t for t in left if not _nested(t, best)]
        for text in left:
            worth[text] = min(worth[text], scores[text] - _cost(text, best))
    return chosen


def _nested(one: str, other: str) -> bool:
    return one in other or other in one


def _cost(one: str, other: str) -> float:
    letters, rest = set(one), set(other)
    alike = len(letters & rest) >= _SHARED * min(len(letters), len(rest))
    return _LIKENESS_COSTS if alike else 0.0


def _placed(candidate: Candidate, part: Passage) -> KeyPhrase:
    """Give the phrase with the first place where a whole sentence says it."""
    places = [(part.paragraphs[line].number, at) for line, at in candidate.places]
    heads = {number: len(head) for number, head in part.heads.items()}
    said = [(n, at) for n, at in places if at >= heads.get(n, 0)]
    paragraph, start = (said or places)[0]
    return KeyPhrase(candidate.text, len(places), paragraph, start)
