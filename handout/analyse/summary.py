"""Chooses whole sentences that say what a section, or the whole document, is about.

Score: cosine with the centre of the section and with its heading, coverage of its
phrases, position; less for openings that point back, questions and odd lengths. Chosen
by maximal marginal relevance (Carbonell and Goldstein 1998), so none says the same.
"""

import re

from handout.analyse.passage import Passage, Spoken, Vector, cosine
from handout.analyse.stopwords import is_content
from handout.analyse.words import cut, idf
from handout.model.analysis import KeyPhrase, Sentence
from handout.model.document import Document
from handout.model.options import AnalyseOptions

# An opening that needs the sentence before it: this, he, besides, but, for example …
_POINTS_BACK = re.compile(
    r"(这|那(?!么多)|该|其(?!实)|此|它|他|她|上述|以上|前者|后者|如此|同样|此外|另外|而且|但|"
    r"然而|不过|因此|所以|于是|可见|同时|并且|其次|再次|最后|接着|随后|然后|也|还|又|"
    r"例如|比如|换言之|换句话说|也就是说|正因|否则|反之|与此同时|"
    r"(?:This|That|These|Those|It|He|She|They|But|However|Also|So|Then|Therefore|"
    r"Moreover|Besides|For example|Such|And)\b)"
)
_TALK = re.compile(
    r"(对不对|对吧|就是说|我觉得|你知道|是吧|谢谢|大家好|掌声|呢[，。]|嘛|啊)"
)
_KEY_WORDS = re.compile(
    r"(必须|关键|核心|根本|本质|在于|要求|目标|意味着|是指|就是|强调)"
)
_SAME = 0.6
_SHORT, _LONG, _TOO_LONG = 14, 90, 140

WEIGHTS = {
    "centre": 0.9,
    "heading": 0.6,
    "phrases": 0.7,
    "first": 0.35,
    "opens paragraph": 0.12,
    "key word": 0.08,
    "points back": -0.5,
    "question": -0.8,
    "no end": -0.6,
    "colon": -0.3,
    "talk": -0.3,
    "short": -0.8,
    "long": -0.25,
    "too long": -0.5,
}


def summary(
    part: Passage, phrases: tuple[KeyPhrase, ...], options: AnalyseOptions
) -> tuple[Sentence, ...]:
    """Choose a section's sentences and give them in source order."""
    spoken = [s for s in part.sentences if not s.is_run_in]
    heading = _heading_vector(part)
    names = tuple(p.text for p in phrases)
    scores = _scores(spoken, heading=heading, phrases=names)
    wanted = options.summary_sentences
    chosen = _choose(spoken, scores, count=wanted, characters=options.summary_chars)
    return _in_order(spoken, chosen)


def overview(
    document: Document, parts: tuple[Passage, ...], options: AnalyseOptions
) -> tuple[Sentence, ...]:
    """Choose the sentences that stand for the whole: one a section, up to six.

    With a character budget the best of all sections fill it; each costs the more,
    the more its section has already said.
    """
    spoken = [s for part in parts for s in part.sentences if not s.is_run_in]
    title = cut(document.title.text) if document.title else ()
    heading = {w.text: idf(w.text) for w in title if is_content(w)}
    scores = _scores(spoken, heading=heading, phrases=())
    if options.summary_chars:
        chosen = _choose(spoken, scores, count=12, characters=options.summary_chars)
        return _in_order(spoken, chosen)
    home = [n for n, p in enumerate(parts) for s in p.sentences if not s.is_run_in]
    best = _best_of_each(spoken, scores, home)[:_MOST_IN_OVERVIEW]
    return _in_order(spoken, best)


_MOST_IN_OVERVIEW = 6


def _best_of_each(
    spoken: list[Spoken], scores: list[float], home: list[int]
) -> list[int]:
    """Give each section's best sentence that repeats no other, best first."""
    best: list[int] = []
    for section in sorted(set(home)):
        mine = [n for n in range(len(spoken)) if home[n] == section]
        mine.sort(key=lambda n: -scores[n])
        fresh = [n for n in mine if not _repeats(spoken, n, best)]
        best.extend(fresh[:1])
    return sorted(best, key=lambda n: -scores[n])


def _repeats(spoken: list[Spoken], here: int, chosen: list[int]) -> bool:
    return any(cosine(spoken[here].vector, spoken[n].vector) > _SAME for n in chosen)


def _heading_vector(part: Passage) -> Vector:
    titles = [h.title for h in part.headings]
    titles += part.heads.values()
    words = [w for title in titles for w in cut(title) if is_content(w)]
    return {w.text: idf(w.text) for w in words}


def _scores(
    spoken: list[Spoken], *, heading: Vector, phrases: tuple[str, ...]
) -> list[float]:
    centre: Vector = {}
    for sentence in spoken:
        for word, weight in sentence.vector.items():
            centre[word] = centre.get(word, 0.0) + weight
    scores = []
    for place, sentence in enumerate(spoken):
        found = _features(sentence, place, centre, heading, phrases)
        scores.append(sum(WEIGHTS[name] * value for name, value in found.items()))
    return scores


def _features(
    sentence: Spoken,
    place: int,
    centre: Vector,
    heading: Vector,
    phrases: tuple[str, ...],
) -> dict[str, float]:
    text = sentence.text
    size = len(text) if _has_han(text) else len(text) // 3
    said = sum(phrase in text for phrase in phrases)
    opens = sentence.start <= len(sentence.paragraph.run_in) + 1
    return {
        "centre": cosine(sentence.vector, centre),
        "heading": cosine(sentence.vector, heading),
        "phrases": min(1.0, said / 3),
        "first": 1 / (1 + place),
        "opens paragraph": float(opens),
        "key word": float(bool(_KEY_WORDS.search(text))),
        "points back": float(bool(_POINTS_BACK.match(text))),
        "question": float(text.rstrip("”’」』）)").endswith(("？", "?"))),
        "no end": float(text[-1] not in "。！？!?.”’」』）)…"),
        "colon": float(text.endswith(("：", ":"))),
        "talk": float(bool(_TALK.search(text))),
        "short": float(size < _SHORT),
        "long": float(size > _LONG),
        "too long": float(size > _TOO_LONG),
    }


def _has_han(text: str) -> bool:
    return any("㐀" <= c <= "鿿" for c in text)


def _choose(
    spoken: list[Spoken], scores: list[float], *, count: int, characters: int
) -> list[int]:
    """Take the best, each time less what has been said already; best first."""
    chosen: list[int] = []
    left = set(range(len(spoken)))
    said = 0
    while left and len(chosen) < (12 if characters else count):
        gains = {n: scores[n] - 0.5 * _likeness(spoken, n, chosen) for n in left}
        best = min(left, key=lambda n: (-gains[n], n))
        left.discard(best)
        if chosen and _repeats(spoken, best, chosen):
            continue
        chosen.append(best)
        said += len(spoken[best].text)
        if characters and said >= characters:
            break
    return chosen


def _likeness(spoken: list[Spoken], here: int, chosen: list[int]) -> float:
    near = (cosine(spoken[here].vector, spoken[n].vector) for n in chosen)
    return max(near, default=0.0)


def _in_order(spoken: list[Spoken], chosen: list[int]) -> tuple[Sentence, ...]:
    ranks = {n: rank for rank, n in enumerate(chosen, 1)}
    return tuple(
        Sentence(spoken[n].text, spoken[n].paragraph.number, spoken[n].start, ranks[n])
        for n in sorted(chosen)
    )
