"""Says which sentences a summary may hold: whole ones first, scraps never."""

import re
from enum import IntEnum

from handout.model.chinese import HAN

_HAN = re.compile(f"[{HAN}]")
_WORD = re.compile(r"[A-Za-zÀ-ɏ]{2,}")
_CLOSERS = "”’」』）)》】\"'"
_ENDS = "。！!.…”’」』）)；;"
_LEAST, _LEAST_HAN, _LEAST_WORDS = 6, 3, 3
# A line that is typed at a prompt: # apt install …
_COMMAND = re.compile(r"[#$>]\s?[a-z][\w./-]+\s+[-\w./]")
# A longer sentence is a paragraph: it comes only where there is nothing else.
_MOST_HAN = 125
# A line without an end mark that is shorter is a heading or an item of a list.
_LEAST_BARE = 14
_OPENS_FORM = re.compile(r"[^\s：:，。；！？]{1,6}[：:]\s*[^，。；！？]{0,14}$")
# What is not there, or not yet: 暂未使用, 无功能.
_ABSENT = re.compile(
    r"暂(?:未|无|无法|时没有|時沒有|不支持|無)|尚未(?:使用|开放)|留作备用|not yet |"
    r"(?:^|[，：:])(?:无|無)(?:功能|此)"
)
_MOST_ABSENT = 40


class Fitness(IntEnum):
    """How willingly a summary takes a sentence: lower comes first."""

    WHOLE = 0
    AT_NEED = 1
    NEVER = 2


def fitness(text: str) -> Fitness:
    """Judge a sentence by its form alone."""
    if _is_scrap(text):
        return Fitness.NEVER
    if text.rstrip(_CLOSERS).endswith(("？", "?")) or _is_absent(text):
        return Fitness.AT_NEED
    if text.count("“") != text.count("”"):
        return Fitness.AT_NEED
    if len(_HAN.findall(text)) > _MOST_HAN:
        return Fitness.AT_NEED
    return Fitness.WHOLE if text[-1] in _ENDS else _without_end(text)


def _is_scrap(text: str) -> bool:
    """Say whether a piece is too short for a sentence, a row of cells or a formula."""
    if "\t" in text.strip() or text.endswith(("：", ":")) or _COMMAND.match(text):
        return True
    if len(text) < _LEAST:
        return True
    han, words = len(_HAN.findall(text)), len(_WORD.findall(text))
    written = sum(character.isalnum() for character in text)
    return words < _LEAST_WORDS and (han < _LEAST_HAN or written < _LEAST - 1)


def _without_end(text: str) -> Fitness:
    size = len(_HAN.findall(text)) + 2 * len(_WORD.findall(text))
    if size < _LEAST_BARE or _OPENS_FORM.match(text):
        return Fitness.NEVER
    return Fitness.AT_NEED


def _is_absent(text: str) -> bool:
    return len(text) <= _MOST_ABSENT and bool(_ABSENT.search(text))
