"""What the analyse stage found in a document."""

from dataclasses import dataclass

from handout.model.notice import Notice

# Names of what was looked at and what each added, weightiest first.
Reasons = tuple[tuple[str, float], ...]

# A summary of up to this many sentences holds whole ones alone, and half of a few.
USUAL_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class Sentence:
    """A whole sentence, verbatim: `start` is its offset in paragraph ¶`paragraph`.

    `rank` is 1 for the sentence chosen first.
    """

    text: str
    paragraph: int
    start: int
    rank: int = 0


@dataclass(frozen=True, slots=True)
class KeyPhrase:
    """A phrase worth explaining, verbatim.

    `count` is how often the section says it; `paragraph` and `start` are the place
    it is best read in: the first one where a whole sentence says it.
    """

    text: str
    count: int
    paragraph: int
    start: int


@dataclass(frozen=True, slots=True)
class SectionAnalysis:
    """One section's summary, in source order, and its phrases, best first.

    `more` are the phrases that rank behind those. `sentences` are all the section has,
    in source order and each with its rank; run-in heads are none. `enough` is the
    number of sentences that a usual summary has; the later ranks are only for those
    who ask for more than USUAL_SENTENCES.
    """

    summary: tuple[Sentence, ...]
    keyphrases: tuple[KeyPhrase, ...]
    more: tuple[KeyPhrase, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    enough: int = USUAL_SENTENCES


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was found: `sections` run parallel to the sections of the document.

    `reasons` are those of every phrase and sentence, by its text, when asked for.
    """

    overview: tuple[Sentence, ...]
    keyphrases: tuple[KeyPhrase, ...]
    sections: tuple[SectionAnalysis, ...]
    notices: tuple[Notice, ...] = ()
    reasons: tuple[tuple[str, Reasons], ...] = ()
