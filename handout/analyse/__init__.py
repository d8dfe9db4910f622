"""Stage 2, analyse: finds the sentences and phrases worth printing, all verbatim."""

from handout.analyse.keyphrases import key_phrases
from handout.analyse.passage import Passage, passages
from handout.analyse.summary import overview, summary
from handout.model.analysis import Analysis, KeyPhrase, SectionAnalysis
from handout.model.document import Document
from handout.model.options import AnalyseOptions


def analyse(document: Document, options: AnalyseOptions) -> Analysis:
    """Summarise each top section and the whole, and rank their phrases.

    `sections` of the result runs parallel to `document.sections`. Same document,
    same options: same result.
    """
    parts = passages(document)
    found = tuple(_section(part, parts, options) for part in parts)
    whole = overview(document, parts, options)
    return Analysis(whole, _merged(found, options.phrases), found)


def _section(
    part: Passage, parts: tuple[Passage, ...], options: AnalyseOptions
) -> SectionAnalysis:
    phrases = key_phrases(part, parts, limit=options.phrases)
    return SectionAnalysis(summary(part, phrases, options), phrases)


def _merged(sections: tuple[SectionAnalysis, ...], limit: int) -> tuple[KeyPhrase, ...]:
    """Take the sections' best phrases in turn, each once."""
    deepest = max((len(s.keyphrases) for s in sections), default=0)
    taken: dict[str, KeyPhrase] = {}
    for rank in range(deepest):
        for section in sections:
            if rank < len(section.keyphrases):
                phrase = section.keyphrases[rank]
                taken.setdefault(phrase.text, phrase)
    return tuple(taken.values())[:limit]
