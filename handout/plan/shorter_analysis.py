"""Shortens what was found, so that a handout fits its sheets."""

from dataclasses import replace

from handout.model.analysis import USUAL_SENTENCES, Analysis, SectionAnalysis


def shorten(analysis: Analysis, *, sentences: int, phrases: int) -> Analysis:
    """Keep the best sentences and phrases of each section.

    They are those that an analysis for these numbers finds: each is chosen beside the
    better ones alone. The summary of a document of one section is its overview too.
    """
    sections = tuple(_shorter(one, sentences, phrases) for one in analysis.sections)
    overview = analysis.overview
    if len(sections) == 1:
        most = _most(analysis.sections[0], sentences)
        overview = tuple(one for one in overview if one.rank <= most)
    return replace(analysis, sections=sections, overview=overview)


def _shorter(section: SectionAnalysis, sentences: int, phrases: int) -> SectionAnalysis:
    most = _most(section, sentences)
    every = section.keyphrases + section.more
    # As many are kept behind those of the table as there were.
    kept = phrases + len(section.more)
    return replace(
        section,
        summary=tuple(one for one in section.summary if one.rank <= most),
        keyphrases=section.keyphrases[:phrases],
        more=every[min(phrases, len(section.keyphrases)) : kept],
    )


def _most(section: SectionAnalysis, sentences: int) -> int:
    """The last rank that a summary of so many sentences takes."""
    if sentences > USUAL_SENTENCES:
        return sentences
    return min(sentences, section.enough)
