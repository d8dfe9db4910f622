"""Separates prose from what is between it: addresses, tags, formulas, labels, notes.

What is not prose is blanked out, character by character, so that every place stays
where the document has it. It stays in the document; only nothing is chosen from it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from handout.analyse.words.form import asks, is_form_line, speaker_tag
from handout.model.document import Paragraph

# A blanked character: it ends a clause, and no sentence.
BLANK = "\n"
# A table of fewer rows may have no head.
_LEAST_ROWS = 3
_UNREAD_KINDS = frozenset({"code", "footnote", "formula", "caption", "links"})

# Pieces inside a paragraph, each blanked where it is.
_ADDRESS = (
    r"(?:https?|ftp)://[^\s，。；、！？）》】”」<>\u4e00-\u9fff]+|"
    r"www\.[A-Za-z0-9_./?=&%#-]+"
)
_MAIL = r"(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]++@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_TAG = r"</?[A-Za-z][^<>\n]{0,300}>|<!--.{0,300}?-->|&(?:[a-z]{2,6}|#\d{1,5});"
_PICTURE = r"!\[[^\[\]\n]{0,200}\](?:\([^()\n]*\))?|\]\([^()\s]*\)"
_NOTE_MARK = r"\[\^?\d{1,3}(?:[-,，、–]\d{1,3})*\]|\[\^[\w-]{1,20}\]|〔\d{1,3}〕"
_FENCE = r":::+\s*\w*|^\[![A-Z]+\]"
_FORMULA = (
    r"\$\$.{1,400}?\$\$|(?<![\w$])\$(?!\s)[^$\n\u4e00-\u9fff]{1,160}(?<!\s)\$(?![\w$])|"
    r"\\\(.{1,200}?\\\)|\\\[.{1,400}?\\\]|"
    r"\\[A-Za-z]{2,}(?:\s?\{[^{}\n]{0,80}\})*(?:[_^]\{?[\w+\-]{1,12}\}?)*"
)
_PATH = (
    r"(?<![A-Za-z0-9_/])~?(?:/[A-Za-z0-9_.@-]+){2,}/?|"
    r"\b[A-Za-z]:\\[A-Za-z0-9_\\.-]+|(?<!\S)--?[a-z][\w-]*=?\S*"
)
_PIECES = re.compile(
    "|".join((_ADDRESS, _MAIL, _TAG, _PICTURE, _NOTE_MARK, _FENCE, _FORMULA, _PATH)),
    re.MULTILINE,
)
# Most paragraphs hold none of the characters that all of these have.
_MAY_HOLD = re.compile(r"[<&@$\\\[/〔]|:::|www|(?<!\S)-")

# What a paragraph opens with: the number of a list's item, a bullet.
_ITEM = re.compile(
    r"\s*(?:\d{1,2}[.．、)）](?!\d)|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|"
    r"[一二三四五六七八九十]{1,3}[、．.]|[①-⑳❶-❿㈠-㈩]|[-*+•·▪●○◆■□▶►☐✓✔※★☆]+(?=\s|[^\w\s])?)\s*"
)

# Whole paragraphs that are not read.
_GLOSS = r"(?:[①-⑳]|[（(\[［]\d{1,2}[)）\]］])?\s*〔[^〔〕]{1,30}〕|\[\^[^\]]{1,20}\]:"
_CAPTION = (
    r"(?:图|圖|表|图表|圖表|附图|附表|照片|Figure|Fig\.|Table)\s*[\d一二三四五六七八九十]+"
    r"(?:[-–.．]\d+)*(?![\d年月])\s*[^。！？!?]{0,60}$"
)
_CONTENTS = r".{1,60}?(?:[.．·…]{4,}+|[…]{2,}+|\t)\s*\d{1,4}$"
_WORK = (
    r"(?:\[\d{1,3}\]|\d{1,3}[.．、]).{4,300}"
    r"(?:\[[JMDCNRPS](?:/OL)?\]|\bdoi\b|et al\b|出版社|Press\b|\bvol\.)|"
    r"[^。]{4,200}\[[JMDCNRPS](?:/OL)?\]\s*[.．。]"
)
_LINKS = r"(?:[^|¦›»>／/，。]{1,20}\s*[|¦›»>／]\s*){3,}[^|¦›»>，。]{1,20}$"
_NOT_READ = re.compile("|".join((_GLOSS, _CAPTION, _CONTENTS, _WORK, _LINKS)), re.I)
_WORKS_HEAD = re.compile(
    r"[\W\d]*(?:主要)?(?:参考|參考|引用|相关|相關)(?:文献|文獻|资料|資料|书目|書目|来源)(?:与注释)?\W*$|"
    r"\W*(?:References|Bibliography|Works cited|Further reading)\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph without what is not prose, and whether it may give a sentence."""

    paragraph: Paragraph
    speaks: bool


def prose(
    paragraphs: tuple[Paragraph, ...], known: frozenset[str] = frozenset()
) -> tuple[Prose, ...]:
    """Blank out of a section's paragraphs all that is not prose.

    `known` are those who speak in the document.
    """
    found = []
    listed = False
    for paragraph in paragraphs:
        listed = listed or bool(_WORKS_HEAD.match(paragraph.text))
        text = paragraph.text
        if listed or _is_unread(paragraph):
            text, speaks = _blank_out(text, ((0, len(text)),)), False
        else:
            text, speaks = _read(paragraph, known), paragraph.kind != "table"
        found.append(Prose(replace(paragraph, text=text), speaks))
    return tuple(found)


def item_number(text: str) -> str:
    """The number or bullet of a list's item that a text opens with, or ""."""
    found = _ITEM.match(text)
    return found[0] if found else ""


def _is_unread(paragraph: Paragraph) -> bool:
    text = paragraph.text
    if paragraph.kind in _UNREAD_KINDS or paragraph.asks or _NOT_READ.match(text):
        return True
    return is_form_line(text) or asks(text)


def _read(paragraph: Paragraph, known: frozenset[str]) -> str:
    """Blank the pieces of a paragraph that are not prose."""
    text = paragraph.text
    spans = [(s.start, s.end) for s in paragraph.emphasis if s.kind == "formula"]
    numbered = len(item_number(text))
    if numbered:
        spans.append((0, numbered))
    if paragraph.kind == "table":
        spans.append((0, _head_length(paragraph)))
    tag = (0, len(paragraph.speaker) + 1) if paragraph.speaker else None
    tag = tag or speaker_tag(text, known)
    if tag:
        spans.append(tag)
    if _MAY_HOLD.search(text):
        spans += [match.span() for match in _PIECES.finditer(text)]
    return _blank_out(text, spans) if spans else text


def _head_length(paragraph: Paragraph) -> int:
    """Count the characters of a table's head: its first row, if others follow."""
    rows = paragraph.text.split("\n")
    heads = paragraph.table.heads if paragraph.table else 0
    heads = heads or int(len(rows) >= _LEAST_ROWS)
    return sum(len(row) + 1 for row in rows[:heads]) - 1 if heads else 0


def _blank_out(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + BLANK * (end - start) + text[end:]
    return text
