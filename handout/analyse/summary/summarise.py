"""Chooses a summary: whole sentences in source order, none of which says the same."""

from collections.abc import Iterator, Sequence

from handout.analyse.learned.load import sentence_weights
from handout.analyse.summary.feature_names import SENTENCE as NAMES
from handout.analyse.summary.features import Setting, sentence_features, sentence_size
from handout.analyse.summary.fitness import Fitness, fitness
from handout.analyse.summary.held_phrases import Mention
from handout.analyse.summary.openings import joins, points_at_nothing
from handout.analyse.words.passage import SectionWords, Spoken, cosine
from handout.model.analysis import USUAL_SENTENCES, Reasons, Sentence
from handout.model.document import Document
from handout.model.options import AnalyseOptions

_SAME = 0.6
_LIKENESS_COSTS = 0.1
_COST_OF_POINTING, _COST_OF_JOINING = 1.5, 0.3
# A summary covers the parts of a section, not its opening alone.
_PARTS, _SAME_PART_COSTS = 3, 0.25
_COMFORTABLE, _COST_OF_LENGTH = 80, 0.009
_TOO_LONG, _COST_OF_EXCESS = 140, 0.03
_TITLED, _TALK = NAMES.index("has title"), NAMES.index("filler share")
# More than any learned score, so that nothing comes before it.
_OPENING = 50.0
# What was learned on sections does not measure a whole document: there, weights set by
# hand for place, title and centre have their say too.
_WHOLE = 2.0
_BY_HAND = {
    NAMES.index("centre"): 0.8,
    NAMES.index("key words"): 0.7,
    NAMES.index("title"): 0.6,
    NAMES.index("title covered"): 0.5,
    NAMES.index("inverse number"): 0.5,
}
_MOST_IN_OVERVIEW = 6
_COST_IN_OVERVIEW = 0.03
_MOST_BY_CHARACTERS = 12
_MOST_REASONS = 6


def choose_summary(
    part: SectionWords, held: Sequence[Mention], options: AnalyseOptions, *, count: int
) -> tuple[tuple[Sentence, ...], tuple[Sentence, ...], int]:
    """Choose a section's sentences, and rank all it has; both in source order.

    The number is how many of those chosen a usual summary has. `held` are its phrases:
    what editors would explain, they would also read.
    """
    spoken = [s for s in part.sentences if not s.is_run_in]
    rows = _rows(spoken, part.title, list(part.heads.values()), held)
    scores = _scores(spoken, rows)
    budget = options.summary_chars
    chosen = _choose(spoken, scores, count=count, characters=budget)
    usual = _choose(spoken, scores, count=USUAL_SENTENCES, characters=budget)
    ranked = sorted(range(len(spoken)), key=lambda n: (-scores[n], n))
    return _in_order(spoken, chosen), _in_order(spoken, ranked), len(usual)


def overview(
    document: Document,
    parts: tuple[SectionWords, ...],
    held: Sequence[Sequence[Mention]],
    options: AnalyseOptions,
) -> tuple[Sentence, ...]:
    """Choose the sentences that stand for the whole: one a section, up to six.

    A document of one section has the same summary as its section. With a character
    budget the best of all sections fill it. `held` are the phrases of each section.
    """
    spoken = [s for part in parts for s in part.sentences if not s.is_run_in]
    title = document.title.text if document.title else ""
    if len(parts) == 1:
        title = parts[0].title
    headings = [h.title for part in parts for h in part.headings]
    heads = [head for part in parts for head in part.heads.values()]
    every = [mention for mine in held for mention in mine]
    rows = _rows(spoken, title, heads + headings, every)
    scores = _scores(spoken, rows)
    if len(parts) > 1:
        for n, row in enumerate(rows):
            scores[n] += _WHOLE * sum(row[at] * v for at, v in _BY_HAND.items())
    if options.summary_chars or len(parts) == 1:
        count, budget = options.summary_sentences, options.summary_chars
        chosen = _choose(spoken, scores, count=count, characters=budget)
    else:
        home = [n for n, p in enumerate(parts) for s in p.sentences if not s.is_run_in]
        brief = _briefer(spoken, scores)
        chosen = _best_of_each(spoken, brief, home)[:_MOST_IN_OVERVIEW]
    return _in_order(spoken, chosen)


def _rows(
    spoken: list[Spoken], title: str, heads: list[str], held: Sequence[Mention]
) -> list[list[float]]:
    weights = sentence_weights()
    setting = Setting(spoken, title, heads)
    return sentence_features(setting, weights.odds, weights.vectors, held)


def _scores(spoken: list[Spoken], rows: list[list[float]]) -> list[float]:
    """Rank by what was learned; of equals the shorter is the better to read."""
    forest = sentence_weights().forest
    scores = [
        forest.score(row) - _cost_of_length(sentence_size(sentence.text))
        for row, sentence in zip(rows, spoken, strict=True)
    ]
    if rows and not rows[0][_TITLED]:
        _favour_opening(spoken, scores, talk=rows[0][_TALK])
    return scores


def _favour_opening(spoken: list[Spoken], scores: list[float], *, talk: float) -> None:
    """Where no title says what a text is about, its opening does, as in news.

    Each whole sentence that points to no other gains less than the one before. Talk
    warms up first, so its opening gains nothing.
    """
    fit, rest = _by_fitness(spoken, range(len(spoken)))
    clear = [n for n in fit if not _cost_of_opening(spoken[n].text)]
    for order, n in enumerate(clear or fit or rest, 1):
        scores[n] += _OPENING * max(0.0, 1.0 - talk) / order**2


def _cost_of_length(size: float) -> float:
    """Make long sentences dear: a summary is read faster than its text."""
    over, excess = max(0.0, size - _COMFORTABLE), max(0.0, size - _TOO_LONG)
    return _COST_OF_LENGTH * over + _COST_OF_EXCESS * excess


def _briefer(spoken: list[Spoken], scores: list[float]) -> list[float]:
    """Make long sentences dearer still: the overview shares its page."""
    return [
        score
        - _COST_IN_OVERVIEW * max(0.0, sentence_size(sentence.text) - _COMFORTABLE)
        for score, sentence in zip(scores, spoken, strict=True)
    ]


def _best_of_each(
    spoken: list[Spoken], scores: list[float], home: list[int]
) -> list[int]:
    """Each section's best sentence that repeats no other, best first.

    A section of questions alone gives none, unless all sections are so.
    """
    alone = [s - _cost_of_opening(t.text) for s, t in zip(scores, spoken, strict=True)]
    for group in _by_fitness(spoken, range(len(spoken))):
        best: list[int] = []
        for section in sorted(set(home)):
            mine = [n for n in group if home[n] == section]
            fresh = [n for n in mine if not _repeats(spoken, n, best)]
            if fresh:
                best.append(max(fresh, key=lambda n: alone[n]))
        if best:
            return sorted(best, key=lambda n: -scores[n])
    return []


def _cost_of_opening(text: str) -> float:
    """Make an opening dear that needs the sentence before it."""
    if points_at_nothing(text):
        return _COST_OF_POINTING
    return _COST_OF_JOINING if joins(text) else 0.0


def _by_fitness(spoken: list[Spoken], places: Sequence[int]) -> list[list[int]]:
    """Part the sentences that end as one should from those to take only at need.

    Those that no summary may hold are in neither.
    """
    fit = {n: fitness(spoken[n].text) for n in places}
    wanted = (Fitness.WHOLE, Fitness.AT_NEED)
    return [[n for n in places if fit[n] == grade] for grade in wanted]


def _repeats(spoken: list[Spoken], here: int, chosen: list[int]) -> bool:
    return any(
        spoken[here].text == spoken[n].text
        or cosine(spoken[here].vector, spoken[n].vector) > _SAME
        for n in chosen
    )


def _choose(
    spoken: list[Spoken], scores: list[float], *, count: int, characters: int
) -> list[int]:
    """Take the best, each time less what has been said already; best first."""
    chosen: list[int] = []
    said = 0
    for group in _by_fitness(spoken, range(len(spoken))):
        if chosen and count <= USUAL_SENTENCES:
            break
        left = set(group)
        most = _MOST_BY_CHARACTERS if characters else _most(len(left), count)
        while left and len(chosen) < most and not 0 < characters <= said:
            gains = {n: scores[n] - _cost(spoken, n, chosen) for n in left}
            best = min(left, key=lambda n: (-gains[n], n))
            left.discard(best)
            if not _repeats(spoken, best, chosen):
                chosen.append(best)
                said += len(spoken[best].text)
    return chosen


def _most(sentences: int, count: int) -> int:
    """Say how many sentences are a summary: half of a few, unless more are wished."""
    return count if count > USUAL_SENTENCES else min(count, (sentences + 1) // 2)


def _cost(spoken: list[Spoken], here: int, chosen: list[int]) -> float:
    """What a sentence costs beside those chosen: likeness, and what it points to.

    Its opening costs nothing where the sentence before it is in the summary.
    """
    near = (cosine(spoken[here].vector, spoken[n].vector) for n in chosen)
    likeness = _LIKENESS_COSTS * max(near, default=0.0)
    part = _PARTS * here // len(spoken)
    if chosen and all(_PARTS * n // len(spoken) == part for n in chosen):
        likeness += _SAME_PART_COSTS
    follows = here - 1 in chosen
    return likeness + (0.0 if follows else _cost_of_opening(spoken[here].text))


def sentence_reasons(
    part: SectionWords, held: Sequence[Mention], chosen: tuple[Sentence, ...]
) -> Iterator[tuple[str, Reasons]]:
    """What spoke for each sentence of a section's summary."""
    spoken = [s for s in part.sentences if not s.is_run_in]
    rows = _rows(spoken, part.title, list(part.heads.values()), held)
    places = {(s.paragraph, s.start) for s in chosen}
    forest = sentence_weights().forest
    for sentence, row in zip(spoken, rows, strict=True):
        if (sentence.paragraph.number, sentence.start) in places:
            found = sorted(
                forest.reasons(row).items(), key=lambda gain: (-gain[1], gain[0])
            )
            best = found[:_MOST_REASONS]
            yield sentence.text, tuple((NAMES[n], round(v, 3)) for n, v in best)


def _in_order(spoken: list[Spoken], chosen: list[int]) -> tuple[Sentence, ...]:
    ranks = {n: rank for rank, n in enumerate(chosen, 1)}
    return tuple(
        Sentence(spoken[n].text, spoken[n].paragraph.number, spoken[n].start, ranks[n])
        for n in sorted(chosen)
    )
