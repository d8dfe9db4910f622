"""Says which phrases are never in a table, however well they rank."""

import re

from handout.analyse.phrases.candidates import Candidate
from handout.analyse.phrases.empty_phrases import (
    is_clause,
    is_empty,
    is_label,
    opens_inside,
)
from handout.analyse.words.segment import frequency
from handout.analyse.words.stopwords import ENGLISH, FUNCTION, GENERIC, words_of
from handout.model.options import AnalyseOptions

_NUMERAL = r"[\d０-９一二两三四五六七八九十百千万亿零〇几数多.．,，%％～~－—-]"
_BARE = re.compile(
    rf"(?:第|约|近|超过)?{_NUMERAL}+(?:多|余)?"
    r"(?:个|次|位|名|条|款|项|种|类|件|年|月|日|号|天|周|时|分|秒|点|元|亿元|万元|万|亿|人|"
    r"岁|倍|成|章|节|页|篇|年代|世纪|个百分点|个月|年来|公里|平方公里|吨|米)*"
    r"(?:以来|以上|以下|左右|前|后|间)?"
)
_DATE = re.compile(
    rf"(?:{_NUMERAL}+年)?(?:{_NUMERAL}+月)?(?:{_NUMERAL}+[日号])?(?:上|下)?"
)
# These may open a set phrase (为人民服务, 以人为本), so they are not barred there.
_MAY_OPEN = words_of(
    "不 为 以 自 对 从 向 大 小 多 最 用 想 做 看 走 说 干 同 自己 一 可 再 中 更 "
    "一个 一切"
)
_MAY_CLOSE = words_of(
    "中 性 化 者 人 多 少 大 小 上 下 用 做 说 想 看 走 干 一样 会 能 能够 起来"
)
# What a speaker says to the room, and what a report says of a speaker.
_SPEECH = re.compile(
    r"(?:谢谢|感谢|非常|多少|大家好|各位|欢迎大家).*|.+(?:表示|指出|强调|认为|介绍|报道|获悉|说道)"
)
_CLAUSE_MARK = re.compile(r"[，。；！？,;!?]")
# A space parts Chinese words only in columns, rows of names and poor scans.
_PARTED = re.compile(r"[㐀-鿿]\s+[㐀-鿿]")
# 设置打印机很容易: a heading that says something, and no name of a thing.
_STATEMENT = re.compile(r".(?:很|非常|十分|是非)")


def is_barred(
    candidate: Candidate,
    options: AnalyseOptions,
    people: frozenset[str] = frozenset(),
) -> bool:
    """Say whether a phrase is a number, a date, generic, cut off, or unwanted.

    `people` are those of a form or a talk, who are not what the text is about.
    """
    text = candidate.text
    if any(name in text for name in people):
        return True
    words = [w.text for w in candidate.words]
    if text in options.dropped or _is_stopped(words, text, options.stop_words):
        return True
    if _BARE.fullmatch(text) or _DATE.fullmatch(text):
        return True
    if text in GENERIC or text in FUNCTION or text.lower() in ENGLISH:
        return True
    if _CLAUSE_MARK.search(text) or _PARTED.search(text):
        return True
    if "quoted" in candidate.sources:
        return False
    if "run-in" in candidate.sources:
        return is_label(text) or (opens_inside(words) and words[0] not in _MAY_OPEN)
    return (
        is_empty(text)
        or is_clause(words)
        or opens_inside(words)
        or _is_cut_off(words)
        or _is_half_a_word(candidate)
        or bool(_SPEECH.fullmatch(text) or _STATEMENT.search(text))
    )


def is_plain_latin(candidate: Candidate) -> bool:
    """Say whether it is one small Latin word of a Chinese text: days, target."""
    text = candidate.text
    return (
        text.isascii() and text.isalpha() and text.islower() and not candidate.sources
    )


def _is_stopped(words: list[str], text: str, stop_words: tuple[str, ...]) -> bool:
    """Say whether a phrase is, opens with or closes with one of the user's words."""
    if not stop_words:
        return False
    return text in stop_words or words[0] in stop_words or words[-1] in stop_words


def _is_cut_off(words: list[str]) -> bool:
    first, last = words[0], words[-1]
    if first in FUNCTION and first not in _MAY_OPEN:
        return True
    if last in FUNCTION and last not in _MAY_CLOSE:
        return True
    return first.lower() in ENGLISH or last.lower() in ENGLISH


def _is_half_a_word(candidate: Candidate) -> bool:
    """Say whether it opens with a measure word, or with half a word: 和佩斯, 上犯."""
    first, last = candidate.words[0], candidate.words[-1]
    if first.tag == "q" and len(first.text) == 1:
        return True
    if last.text[0] in "上下中里内外" and len(last.text) > 1 and last.tag == "un":
        return True
    return first.text[0] in "和与及在" and not frequency(first.text)
