"""The rules of sentences that name their paragraph: they are the source's own (S)."""

import re
import unicodedata
from collections.abc import Iterator

from handout.preflight.finding import Finding
from handout.preflight.pages.page import GlyphLine, Sheet

# 〔¶12〕 at the end of a sentence.
_NAMED = re.compile(r"[〔(（\[]¶(\d{1,6})[〕)）\]]")
_UNSEEN = re.compile(r"[\s\u200b-\u200f\u2060-\u2064\ufeff\u00ad]")
# What precedes the first sentence of a list, and is not part of it.
_BULLET = re.compile(r"^(?:[•▪■◆·–—-]|\d{1,2}[.、)）]|[（(]\d{1,2}[)）])")
_SHOWN = 16


def source_findings(sheet: Sheet, paragraphs: tuple[str, ...]) -> Iterator[Finding]:
    """Check the sentences of a page against the paragraphs of the source, folded."""
    for line, sentence, number in named_sentences(sheet):
        named = paragraphs[number - 1 : number] if number else ()
        if any(_stands_in(sentence, one) for one in named):
            continue
        more = "…" if len(sentence) > _SHOWN else ""
        place = (sheet.number, line.number)
        if any(_stands_in(sentence, one) for one in paragraphs):
            message = f"not in ¶{number} of the source: {sentence[:_SHOWN]}{more}"
            yield Finding("S2", *place, message, "it is in another paragraph")
        else:
            message = f"not in the source: {sentence[:_SHOWN]}{more}"
            yield Finding("S1", *place, message, "print again from this source")


def _stands_in(sentence: str, paragraph: str) -> bool:
    return fold_width(sentence) in paragraph or (
        fold_width(_BULLET.sub("", sentence)) in paragraph
    )


def named_sentences(sheet: Sheet) -> Iterator[tuple[GlyphLine, str, int]]:
    """Each sentence that names its paragraph, the line that ends it, the number.

    What a page break has left on the page before is not part of it.
    """
    for block in sheet.blocks:
        text = ""
        for line in block.lines:
            text += line.text
            while found := _NAMED.search(text):
                if said := text[: found.start()]:
                    yield line, said, int(found[1])
                text = text[found.end() :]


def fold_width(text: str) -> str:
    """A text as it is compared: full-width marks as half-width, no spaces."""
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
