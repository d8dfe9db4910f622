"""Finds the title, and what is above it: a red head, a number, a kicker."""

import re

from handout.read.blocks import SourceBlock
from handout.read.structure.front.bylines import names_people
from handout.read.structure.front.forms import AFTER, BEFORE, part_of
from handout.read.structure.front.names import is_unit
from handout.read.structure.front.pieces import pieces_of
from handout.read.structure.front.strays import aside_reason

_SENTENCE_END = re.compile(r"[。！？；!?;….：:，,、]['”’」』）)》】]*$")
_ASKS = re.compile(r"[^。！；!;]{3,40}[？?！!]['”’」』]?$")
_SPEECH = re.compile(r"[“「『\"‘'].*[。！？!?.…，,][”」』\"’']?$")
_PAPER = (
    r"(?:通知|意见|决定|报告|请示|批复|函|通报|公告|通告|办法|方案|纪要|规定|条例|细则"
    r"|规划|计划|要点|工作|命令|议案)"
)
_PAPER_END = re.compile(rf".*{_PAPER}(?:[（(][^（）()]{{1,12}}[）)])?$")
_PAPER_START = re.compile(r".*(?:关于|印发|转发|批转)")
_GOES_ON = re.compile(r".*[的和与及、]$")
_KICKER = re.compile(
    r"[【〔［\[〈<●■◆].{1,16}[】〕］\]〉>]?$"
    r"|.{0,8}(?:观察|基层|调查|视点|往来|专栏|专题|讲坛|讲堂|课堂|论坛|时评|评论"
    r"|副刊|人物|特稿|来信|之声|聚焦|民生|纪实"
    r"|访谈|专访|书评|读书|深度|特写|热点|关注|解读|头条|要闻|视窗|速递|周刊|笔谈"
    r"|札记|走笔|随笔|漫谈|话题|专家谈|故事)$"
)
_LONGEST, _LONGEST_KICKER, _MOST_BEFORE = 80, 16, 8


def find_title(
    lines: list[SourceBlock], *, numbered: bool
) -> tuple[list[int], list[int]]:
    """The places of the title's lines, and those of the lines above it.

    It is the only heading of the highest level, or a short first line that can be
    one. `numbered` says that the first line has a number, as a heading does.
    """
    marked = [n for n, block in enumerate(lines) if block.level and not block.fixed]
    if marked and marked[0] <= _MOST_BEFORE and _are_over(lines[: marked[0]]):
        first = marked[0]
        levels = [lines[n].level for n in marked]
        alone = levels.count(levels[0]) == 1 and levels[0] == min(levels)
        return ([first], list(range(first))) if alone else ([], [])
    place = 0
    while place < min(_MOST_BEFORE, len(lines)) and _is_over(lines[place]):
        place += 1
    if place + 1 >= len(lines) or (numbered and not place):
        return [], []
    if not _can_be_title(lines, place):
        return [], []
    if _is_kicker(lines, place):
        place += 1
    return _whole_title(lines, place), list(range(place))


def _are_over(lines: list[SourceBlock]) -> bool:
    return all(
        _is_over(block)
        or (len(block.text) <= _LONGEST and not _SENTENCE_END.search(block.text))
        for block in lines
    )


def _is_over(block: SourceBlock) -> bool:
    """Whether a line before the title is of a kind that comes above titles."""
    if block.fixed or block.kind != "text" or block.level:
        return False
    if part_of(block.text, BEFORE) or aside_reason(block):
        return True
    return bool(pieces_of(block.text))


def _can_be_title(lines: list[SourceBlock], place: int) -> bool:
    block = lines[place]
    if block.fixed or block.kind != "text" or len(block.text) > _LONGEST:
        return False
    if _SPEECH.match(block.text) or part_of(block.text, AFTER) in (
        "salutation",
        "addressee",
        "abstract",
        "people",
        "place",
    ):
        return False
    if not _SENTENCE_END.search(block.text):
        return True
    after = lines[place + 1]
    is_front = bool(pieces_of(after.text) or part_of(after.text, AFTER))
    asks = _ASKS.match(block.text) and "”" not in block.text
    longer = len(after.text) > 2 * len(block.text)
    return bool(asks and (is_front or (longer and block.text[-1] in "？?")))


def _is_kicker(lines: list[SourceBlock], place: int) -> bool:
    """Whether a line is the name of a column above the title."""
    text = lines[place].text
    if len(text) > _LONGEST_KICKER or not _KICKER.match(text):
        return False
    return place + 2 < len(lines) and _is_followed_by_title(lines, place)


def _is_followed_by_title(lines: list[SourceBlock], place: int) -> bool:
    after = lines[place + 1]
    named = bool(pieces_of(after.text) or part_of(after.text, AFTER))
    named = named or names_people(after.text)
    named = named or len(after.text) <= len(lines[place].text.strip("【】〔〕［］[]"))
    return not named and _can_be_title(lines, place + 1) and len(after.text) <= 40


def _whole_title(lines: list[SourceBlock], place: int) -> list[int]:
    """The lines of a title that takes more than one."""
    places = [place]
    while len(places) < 3 and places[-1] + 2 < len(lines):
        last, after = lines[places[-1]].text, lines[places[-1] + 1]
        if after.kind != "text" or after.fixed or after.level or len(after.text) > 50:
            break
        if not _goes_on(last, after.text):
            break
        places.append(places[-1] + 1)
    return places


def _goes_on(last: str, after: str) -> bool:
    if is_unit(last) and re.match(r"关于|印发|转发", after):
        return bool(_PAPER_END.match(after) or _GOES_ON.match(after))
    if _PAPER_START.match(last) and not _PAPER_END.match(last):
        return bool(_PAPER_END.match(after))
    return bool(_GOES_ON.match(last)) and bool(_PAPER_END.match(after))
