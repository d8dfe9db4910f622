"""Stage 2, analyse: finds the sentences and phrases worth printing, all verbatim."""

from dataclasses import replace

from handout.analyse.phrases.key_phrases import (
    Rated,
    key_phrases,
    mentions,
    phrase_reasons,
    rate_phrases,
)
from handout.analyse.summary.held_phrases import Mention
from handout.analyse.summary.summarise import choose_summary, overview, sentence_reasons
from handout.analyse.words.passage import SectionWords, passages
from handout.analyse.words.sentences import is_unpunctuated
from handout.analyse.words.traditional import (
    restore_characters,
    simplified_options,
    simplify_document,
)
from handout.model.analysis import (
    Analysis,
    KeyPhrase,
    Reasons,
    SectionAnalysis,
    Sentence,
)
from handout.model.document import Document
from handout.model.notice import Notice
from handout.model.options import AnalyseOptions

# Exercises need phrases that the table does not show.
_MORE = 24
# Sentences are ranked by the phrases they hold: a table of usual length has the same
# candidates whatever its length, and so leaves the sentences as they are.
_USUAL_TABLE, _USUAL_CANDIDATES = 12, 32


def analyse(document: Document, options: AnalyseOptions) -> Analysis:
    """Summarise each top section and the whole, and rank their phrases.

    `sections` of the result runs parallel to `document.sections`. Same document,
    same options: same result. A document without sentences gives empty tables and a
    notice. Traditional characters are looked up by their simplified forms; what is
    given is the document's own text.
    """
    if document.language == "zh-TW":
        shadow = replace(simplify_document(document), language="zh-CN")
        return restore_characters(
            analyse(shadow, simplified_options(options)), document
        )
    parts = passages(document, options.user_words)
    most = _most_candidates(options)
    ratings = [rate_phrases(part, options, most=most) for part in parts]
    held = [mentions(*pair) for pair in zip(parts, ratings, strict=True)]
    found = tuple(
        _section(n, part, options, rating, mine)
        for n, (part, rating, mine) in enumerate(
            zip(parts, ratings, held, strict=True), 1
        )
    )
    whole = overview(document, parts, held, options)
    reasons = _reasons(parts, held, found, whole, options) if options.explain else ()
    phrases = _merge_phrases(found, options.phrases)
    return Analysis(whole, phrases, found, _notices(document, found), reasons)


def _most_candidates(options: AnalyseOptions) -> int:
    longest = max(options.phrases, *(n for _, n in options.phrases_in), 0)
    return _USUAL_CANDIDATES if longest <= _USUAL_TABLE else longest + _MORE


def _reasons(
    parts: tuple[SectionWords, ...],
    held: list[list[Mention]],
    sections: tuple[SectionAnalysis, ...],
    whole: tuple[Sentence, ...],
    options: AnalyseOptions,
) -> tuple[tuple[str, Reasons], ...]:
    reasons: dict[str, Reasons] = {}
    for part, mine, section in zip(parts, held, sections, strict=True):
        reasons |= dict(phrase_reasons(part, options, section.keyphrases))
        reasons |= dict(sentence_reasons(part, mine, section.summary + whole))
    return tuple(sorted(reasons.items()))


def _section(
    number: int,
    part: SectionWords,
    options: AnalyseOptions,
    rating: Rated,
    held: list[Mention],
) -> SectionAnalysis:
    limit = dict(options.phrases_in).get(number, options.phrases)
    count = dict(options.sentences_in).get(number, options.summary_sentences)
    table, behind = key_phrases(part, rating, options, limit=limit, more=_MORE)
    chosen, sentences, enough = choose_summary(part, held, options, count=count)
    return SectionAnalysis(chosen, table, behind, sentences, enough)


def _merge_phrases(
    sections: tuple[SectionAnalysis, ...], limit: int
) -> tuple[KeyPhrase, ...]:
    """Take the sections' best phrases in turn, each once and none inside another.

    A document of one section has the same phrases as its section.
    """
    if len(sections) == 1:
        return sections[0].keyphrases[:limit]
    deepest = max((len(s.keyphrases) for s in sections), default=0)
    taken: list[KeyPhrase] = []
    for rank in range(deepest):
        for section in sections:
            for phrase in section.keyphrases[rank : rank + 1]:
                texts = [p.text for p in taken]
                if not any(t in phrase.text or phrase.text in t for t in texts):
                    taken.append(phrase)
    return tuple(taken[:limit])


def _notices(
    document: Document, sections: tuple[SectionAnalysis, ...]
) -> tuple[Notice, ...]:
    found = []
    if not any(s.summary for s in sections):
        message = "no sentence was found to summarise, so the summaries are empty"
        found.append(Notice("no-sentences", message, document.name))
    if not any(s.keyphrases for s in sections):
        message = (
            "no phrase was found that is worth explaining, so the tables are empty"
        )
        found.append(Notice("no-phrases", message, document.name))
    if is_unpunctuated(document):
        message = (
            "the text has hardly any full stops, as transcripts of speech have none: "
            "put them in first, for its sentences and phrases cannot be told apart"
        )
        found.append(Notice("no-stops", message, document.name))
    return tuple(found)
