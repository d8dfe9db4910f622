"""Finds the sentences of the source that answer a question, each with its ¶."""

from handout.model.analysis import Sentence
from handout.model.blocks import Excerpt
from handout.plan.exercises.material import passage_around
from handout.plan.section_input import Part

# Two sentences answer a question in class; a longer one than this answers it alone.
_MOST = 2
_LONG = 110


def answer_about(part: Part, name: str) -> tuple[Excerpt, ...]:
    """What the section says under a head, or of a phrase; () if nothing.

    Of a phrase it is the clauses around it where the sentence is long.
    """
    under = _paragraphs_under(part, name)
    if under:
        return _best([s for s in part.found.sentences if s.paragraph in under])
    said = [s for s in part.found.sentences if name in s.text]
    if not said:
        return ()
    best = min(said, key=lambda s: s.rank)
    start = best.text.index(name)
    first, last = passage_around(best.text, start, start + len(name))
    return (Excerpt(best.text[first:last], best.paragraph),)


def answer_of_all(part: Part) -> tuple[Excerpt, ...]:
    """What the whole section comes to."""
    return _best(list(part.found.sentences))


def _paragraphs_under(part: Part, name: str) -> frozenset[int]:
    """The ¶ of the run-in head, or of the section below, that bears a name."""
    for section in part.section.sections:
        if section.heading and section.heading.title == name:
            return frozenset(p.number for p in section.all_paragraphs)
    return frozenset(p.number for p in part.section.all_paragraphs if p.run_in == name)


def _best(sentences: list[Sentence]) -> tuple[Excerpt, ...]:
    """The best sentence, and the next if both are short, in source order."""
    ranked = sorted(sentences, key=lambda s: s.rank)[:_MOST]
    if sum(len(s.text) for s in ranked) > _LONG:
        ranked = ranked[:1]
    ranked.sort(key=lambda s: (s.paragraph, s.start))
    return tuple(Excerpt(s.text, s.paragraph) for s in ranked)
