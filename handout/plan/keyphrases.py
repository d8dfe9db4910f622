"""Builds the table of key phrases; phrases of one quotation share a row."""

from dataclasses import replace

from handout.model.analysis import KeyPhrase
from handout.model.blocks import KeyPhrases, Marked, PhraseRow
from handout.model.document import Paragraph
from handout.plan.quotes import join_quotes, quote_after, quote_around
from handout.plan.section_input import Part

_MOST_IN_A_ROW = 3
# A longer phrase takes two lines of its column, and the counts beside those that share
# its row would be beside the wrong words. In characters.
_ONE_LINE = 8


def keyphrases(part: Part) -> KeyPhrases | None:
    """The rows in reading order; None where no phrase was found."""
    paragraphs = {p.number: p for p in part.section.all_paragraphs}
    rows: list[PhraseRow] = []
    for phrase in sorted(part.found.keyphrases, key=lambda p: (p.paragraph, p.start)):
        _add(rows, _row(phrase, paragraphs[phrase.paragraph]), paragraphs)
    return KeyPhrases(tuple(map(_mark_row, rows))) if rows else None


def _mark_row(row: PhraseRow) -> PhraseRow:
    """Mark the phrases where the quotation first says them, as the file reads them."""
    passage = Marked.of(row.quote.passage.text, row.phrases)
    return replace(row, quote=replace(row.quote, passage=passage))


def _row(phrase: KeyPhrase, paragraph: Paragraph) -> PhraseRow:
    end = phrase.start + len(phrase.text)
    if paragraph.run_in and end <= len(paragraph.run_in):
        # A head alone explains nothing: quote what the paragraph says under it.
        quote = quote_after(paragraph, len(paragraph.run_in) + 1)
    else:
        quote = quote_around(paragraph, phrase.start, end)
    return PhraseRow((phrase.text,), (phrase.count,), quote)


def _add(
    rows: list[PhraseRow], row: PhraseRow, paragraphs: dict[int, Paragraph]
) -> None:
    for place, other in enumerate(rows):
        both = join_quotes(other.quote, row.quote, paragraphs[row.quote.paragraph])
        phrases = other.phrases + row.phrases
        fit = len(phrases) <= _MOST_IN_A_ROW and max(map(len, phrases)) <= _ONE_LINE
        if both and fit:
            rows[place] = PhraseRow(phrases, other.counts + row.counts, both)
            return
    rows.append(row)
