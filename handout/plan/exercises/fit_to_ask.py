"""Which phrases and sentences of a section an exercise may be made of."""

import re

from handout.model.analysis import Sentence
from handout.plan.prompts import is_whole_name
from handout.plan.section_input import Part

# Kinds of paragraphs whose lines are no sentences of the text.
_NOT_TEXT = frozenset({"table", "footnote", "code"})
_CAPTION = re.compile(
    r"(?:[图圖表]|fig(?:ure)?\.?|table)\s*[\d一二三四五六七八九十]", re.I
)
_LABEL = re.compile(r"[^，。；！？,;!?]{1,10}[：:]")
_END = re.compile(r"[。！!….][”’」』）)]*$|[。！!….]$")
_QUESTION = re.compile(r"[？?][”’」』）)]*$")
# A verb or a negation inside a phrase: it is half a clause.
_CLAUSE = re.compile(r".[得不没沒被把]|.要.")
_FIGURE = re.compile(r"[\d０-９〇零一二三四五六七八九十百千万亿两]{2,}|\d")


def may_blank(phrase: str, not_asked: frozenset[str]) -> bool:
    """Whether a phrase may be asked for: no date, figure, label, name or piece."""
    return (
        is_whole_name(phrase)
        and not _FIGURE.search(phrase)
        and not _CLAUSE.search(phrase)
        and not any(word in phrase for word in not_asked)
    )


def may_quote(part: Part, sentence: Sentence, not_asked: frozenset[str]) -> bool:
    """Whether a sentence is one of the text: whole, and nobody's question or label."""
    text = sentence.text.strip()
    kinds = {p.number: p for p in part.section.all_paragraphs}
    paragraph = kinds.get(sentence.paragraph)
    if paragraph and (paragraph.kind in _NOT_TEXT or paragraph.asks):
        return False
    if _QUESTION.search(text) or _CAPTION.match(text) or not _END.search(text):
        return False
    label = _LABEL.match(text)
    if label and label.group()[:-1] in not_asked:
        return False
    return not any(text.startswith(word) for word in not_asked)


def is_given_away(answer: str, shown: tuple[str, ...]) -> bool:
    """Whether most of an answer is printed in what the sheet shows."""
    told = 0
    for text in shown:
        for line in text.split("\n"):
            piece = line.strip(" …。")
            if len(piece) >= 8 and (piece in answer or answer.strip("。") in piece):
                told = max(told, min(len(piece), len(answer)))
    return told * 2 > len(answer)
