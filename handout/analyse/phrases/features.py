"""Describes candidates by numbers: what the ranker looks at, each with its name."""

import re
from collections import Counter
from collections.abc import Mapping
from math import log

from handout.analyse.learned.load import PhraseWeights
from handout.analyse.learned.ranks import add_rank
from handout.analyse.phrases.candidates import Candidate
from handout.analyse.phrases.context import PhraseContext, context_numbers
from handout.analyse.phrases.feature_names import PHRASE as NAMES
from handout.analyse.phrases.known_elsewhere import Senses, best_liking, met_numbers
from handout.analyse.phrases.section_counts import CLAUSE_ENDS, SectionCounts
from handout.analyse.words.passage import SectionWords
from handout.analyse.words.segment import frequency, idf

_STOP = frozenset('。！？；：，…!?;:,\n^“”"（）()《》、')
_LATIN = re.compile(r"[A-Za-z]")
_DIGIT = re.compile(r"[0-9０-９]")


def phrase_features(
    part: SectionWords,
    found: list[Candidate],
    weights: PhraseWeights,
) -> list[list[float]]:
    """Each candidate's numbers, in the order of NAMES."""
    section, context = SectionCounts(part, found), PhraseContext(part, found)
    senses = Senses(part, weights.vectors)
    rows = [_row(c, section, weights.marks) for c in found]
    for name in ("marks", "log count", "mean salience", "first place", "own count"):
        add_rank(rows, NAMES.index(name))
    mets = {c.text: weights.known(c.text) for c in found}
    for c, row in zip(found, rows, strict=True):
        row += context_numbers(c, context)
        row += met_numbers(mets[c.text])
        for others in (section.longer, section.shorter):
            row.append(best_liking([mets[o.text] for o in others.get(c.text, ())]))
        row += senses.numbers(c)
    return rows


def _row(
    c: Candidate, section: SectionCounts, weights: Mapping[str, float]
) -> list[float]:
    return [
        *_count_figures(c, section),
        *_spelling_figures(c),
        *_title_figures(c, section.part, section.heads),
        *_neighbour_figures(c, section),
        *_weight_figures(c, section),
        float("的" in c.text[1:-1]),
        float(any(k in c.text[1:-1] for k in "和与及、")),
        *_mark_figures(c, section, weights),
        *section.whole,
    ]


def _count_figures(c: Candidate, section: SectionCounts) -> list[float]:
    places = c.places
    count = len(places)
    first = (section.offsets[places[0][0]] + places[0][1]) / section.length
    last = (section.offsets[places[-1][0]] + places[-1][1]) / section.length
    longer = section.longer.get(c.text, ())
    shorter = section.shorter.get(c.text, ())
    inside = sum(len(o.places) for o in longer)
    most = max((len(o.places) for o in longer), default=0)
    return [
        c.score,
        c.opening,
        c.closing,
        c.shape,
        log(count),
        float(len({line for line, _ in places})),
        first,
        float(places[0][0]),
        last,
        log(1 + max(0.0, count - (inside / len(longer) if longer else 0))),
        most / count,
        float(len(longer)),
        float(len(shorter)),
        max((o.score for o in shorter), default=-20.0) - c.score,
        max((o.score for o in longer), default=-20.0) - c.score,
    ]


def _spelling_figures(c: Candidate) -> list[float]:
    words = [w.text for w in c.words]
    idfs = [idf(w) for w in words]
    said = frequency(c.text)
    return [
        float(len(c.text)),
        float(len(words)),
        len(c.text) / len(words),
        float(sum(len(w) == 1 for w in words)),
        float(len(words[0])),
        float(len(words[-1])),
        float(bool(_LATIN.search(c.text))),
        float(bool(_DIGIT.search(c.text))),
        sum(idfs) / len(idfs),
        max(idfs),
        min(idfs),
        float(said > 0),
        log(1 + said),
    ]


def _mark_figures(
    c: Candidate, section: SectionCounts, weights: Mapping[str, float]
) -> list[float]:
    """The weights of single marks; `worth` has them only as a sum."""
    get = weights.get
    words = [w.text for w in c.words]
    each = [get("w" + w, 0.0) for w in words]
    before = after = "^"
    if c.edges:
        at, first, last = c.edges[0]
        line = section.part.words[at]
        before = line[first - 1].text if first else "^"
        after = line[last + 1].text if last + 1 < len(line) else "^"
    return [
        get("a" + words[0], 0.0),
        get("f" + words[-1], 0.0),
        get("e" + c.text[0], 0.0),
        get("j" + c.text[-1], 0.0),
        get("c" + before, 0.0),
        get("h" + after, 0.0),
        get("l" + " ".join([w.tag for w in c.words]), 0.0),
        sum(each) / len(each),
        min(each),
        max(each),
        min([get("n" + w, 0.0) for w in words[1:-1]], default=0.0),
    ]


def _title_figures(c: Candidate, part: SectionWords, heads: list[str]) -> list[float]:
    title, text = part.title, c.text
    at = title.find(text) if title else -1
    letters = set(text)
    return [
        float(at >= 0),
        float(at == 0),
        float(at >= 0 and at + len(text) == len(title)),
        len(text) / len(title) if at >= 0 else 0.0,
        len(letters.intersection(title)) / len(letters),
        float("heading" in c.sources),
        float("run-in" in c.sources),
        float(any(text in head for head in heads)),
        float("quoted" in c.sources),
        float("book" in c.sources),
    ]


def _neighbour_figures(c: Candidate, section: SectionCounts) -> list[float]:
    before: Counter[str] = Counter()
    after: Counter[str] = Counter()
    both = 0
    for line, at in c.places:
        text = section.texts[line]
        end = at + len(c.text)
        left = text[at - 1] if at else "^"
        right = text[end] if end < len(text) else "^"
        before[left] += 1
        after[right] += 1
        both += left in _STOP and right in _STOP
    count = len(c.places)
    return [
        sum(n for k, n in before.items() if k in _STOP) / count,
        sum(n for k, n in after.items() if k in _STOP) / count,
        both / count,
        before["、"] / count,
        after["、"] / count,
        _entropy(before, count),
        _entropy(after, count),
        _cohesion(c, section),
    ]


def _entropy(sides: Mapping[str, int], count: int) -> float:
    if count == 1:
        return 0.0
    return -sum(n / count * log(n / count) for n in sides.values())


def _cohesion(c: Candidate, section: SectionCounts) -> float:
    """How much oftener its words are side by side than by chance."""
    if len(c.words) < 2:
        return 0.0
    apart = sum(log(max(1, section.words[w.text]) / section.total) for w in c.words)
    return log(len(c.places) / section.total) - apart


def _weight_figures(c: Candidate, section: SectionCounts) -> list[float]:
    weights = [section.salience.get(w.text, 0.0) for w in c.words]
    numbers = section.part.paragraphs
    opens = sum((numbers[line].number, at) in section.firsts for line, at in c.places)
    return [
        sum(weights) / len(weights),
        min(weights),
        max(weights),
        float(c.text in section.opening),
        opens / len(c.places),
        float(_siblings(c, section)),
    ]


def _siblings(c: Candidate, section: SectionCounts) -> int:
    """Count the clauses next to it that are as long: a row of equals."""
    line, at = c.places[0]
    text = section.texts[line]
    size, end = len(c.text), at + len(c.text)
    if (text[at - 1 : at] or "^") not in _STOP or (
        text[end : end + 1] or "^"
    ) not in _STOP:
        return 0
    found = 0
    if end + size < len(text) and CLAUSE_ENDS.match(text, end + 1 + size):
        found += not CLAUSE_ENDS.search(text, end + 1, end + 1 + size)
    if at > size and (at - size - 2 < 0 or CLAUSE_ENDS.match(text, at - size - 2)):
        found += not CLAUSE_ENDS.search(text, at - 1 - size, at - 1)
    return found
