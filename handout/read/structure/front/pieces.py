"""Splits a line around a text into its pieces: date, source, author, place …."""

import re
from dataclasses import dataclass

from handout.read.structure.front.bylines import is_byline, names_people
from handout.read.structure.front.dates import DATE, LABELLED, is_date

_LONGEST = 140
_SOURCES = (
    r"(?:信息|文章|稿件|新闻|图文|本文|内容)?(?:来源|來源|稿源|出处|出處|来自"
    r"|转载自|转自|原载|选自|摘自|原載|摘編自|摘编自"
    r"|发布(?:机构|单位)|发布者)|Source|From|Originally published in"
)
_WRITERS = (
    r"(?:原|本文|作)?作者|记者|記者|通讯员|撰文|撰稿|供稿|文|图|摄影|采写|采访|编译"
    r"|翻译|整理|主讲人?|讲课人?|演讲人?"
    r"|主講人?|报告人|发言人|执笔|Author|Reporter|Words|Photos?"
)
_PLACES = r"(?:会议|活动|讲座|会谈)?(?:地点|地點|场所)|Place|Venue|Location"
_PEOPLE = (
    r"主持人?|出席(?:人员)?|参[加会](?:人员)?|列席(?:人员)?|缺席(?:人员)?|记录人?"
    r"|主席|嘉宾|受访者"
    r"|與會人員|紀錄|Chair|Present"
)
_EDITORS = (
    r"责任编辑|责编|编辑|校对|审核|值班编委|監製|责任校对|编审|初审|复审|终审|Editor"
)
_COUNTERS = (
    r"浏览(?:次数|量)?|阅读(?:次数|量)?|点击(?:次数|量|率)?|访问(?:次数|量)?|人气|评论"
    r"|字号|字体|字数|点赞|收藏|分享"
)
_ALL = "|".join((_SOURCES, _WRITERS, _PLACES, _PEOPLE, _EDITORS, _COUNTERS))
# The value after a label reaches to a wide gap, a bar or the next label.
_STOP = (
    rf"(?=\s*[|｜丨;；]|[ \t]{{2,}}|\u3000|\s+(?:{_ALL}|发布|更新|时间|日期|时"
    rf" ?间)\s*[：:]"
    rf"|\s+(?:记者|通讯员|{DATE})|\s*[，,]\s*{DATE}|\s*[）)】\]]$|$)"
)
_SAID = rf"\s*[：:/／|｜]\s*\S.{{0,80}}?{_STOP}"
_PATTERNS = tuple(
    (part, re.compile(pattern, re.IGNORECASE))
    for part, pattern in (
        ("date", LABELLED),
        ("source", rf"(?:{_SOURCES})(?:\s*[：:]\s*|\s*(?=《))\S.{{0,80}}?{_STOP}"),
        ("place", rf"(?:{_PLACES})\s*[：:]\s*\S.{{0,60}}?{_STOP}"),
        ("people", rf"(?:{_PEOPLE})\s*[：:]\s*\S.{{0,80}}?{_STOP}"),
        ("editor", rf"(?:{_EDITORS}){_SAID}"),
        (
            "counter",
            rf"(?:{_COUNTERS})\s*+(?:[：:]\s*+)?[\d\s大中小万次人分钟+A-]*{_STOP}",
        ),
        ("byline", rf"(?:{_WRITERS}){_SAID}"),
        ("byline", rf"By [A-Z].{{1,60}}?{_STOP}"),
    )
)
_BETWEEN = re.compile(r"[\s\u3000|｜丨·•,，;；/／—–-]*")
_CHUNK = re.compile(r"[^\s\u3000|｜丨]+(?: [^\s\u3000|｜丨]+)*?(?=[\s\u3000|｜丨]|$)")
_BRACKETED = re.compile(r"[（(〔［\[【].+[）)〕］\]】]$")
_BARE_SOURCE = re.compile(
    r"(?:[（(【\[]\s*|——|—\s*)?(?:(?:本文)?(?:原载|选自|摘自|转自|载|原載|選自"
    r"|摘編自|刊于|发表于"
    r"|原刊)\s*[于自]?\s*[：:]?\s*"
    r"(?:《.{1,60}|\S.{1,40}))$"
    r"|《[^》]{2,24}》\s*[，,（(]?\s*(?:(?:19|20)\d\d\s*年)?[^。！？]{0,24}(?:期|版"
    r"|号|卷|刊)[）)]?$"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line, and the part or field it is; "" for a mark between two."""

    part: str
    start: int
    end: int


def pieces_of(text: str) -> list[Piece]:
    """The pieces of a line, if it consists of such pieces only; else nothing."""
    if len(text) > _LONGEST or text.endswith(("。", "！", "；")):
        return []
    whole = _whole(text)
    if whole:
        return [Piece(whole, 0, len(text))]
    if _BRACKETED.match(text):
        inside = _split_line(text[1:-1])
        moved = [Piece(p.part, p.start + 1, p.end + 1) for p in inside]
        ends = [Piece("", 0, 1), *moved, Piece("", len(text) - 1, len(text))]
        return ends if inside else []
    return _split_line(text)


def _whole(text: str) -> str:
    if is_date(text):
        return "date"
    if _BARE_SOURCE.match(text):
        return "source"
    return "byline" if is_byline(text) and not _has_date(text) else ""


def _has_date(text: str) -> bool:
    return bool(re.search(rf"{DATE}|(?:{_SOURCES})\s*[：:]", text))


def _split_line(text: str) -> list[Piece]:
    found: list[Piece] = []
    at = 0
    while at < len(text):
        gap = _BETWEEN.match(text, at)
        if gap and gap.end() > at:
            if gap.group().strip():
                found.append(Piece("", at, gap.end()))
            at = gap.end()
            continue
        piece = _piece_at(text, at)
        if not piece:
            return []
        found.append(piece)
        at = piece.end
    sure = [piece for piece in found if piece.part not in ("", "name")]
    if not sure:
        return []
    return [Piece("byline", p.start, p.end) if p.part == "name" else p for p in found]


def _piece_at(text: str, at: int) -> Piece | None:
    for part, pattern in _PATTERNS:
        match = pattern.match(text, at)
        if match and match.end() > at:
            return Piece(part, at, match.end())
    chunk = _CHUNK.match(text, at)
    if chunk and (names_people(chunk.group()) or is_byline(chunk.group())):
        return Piece("name", at, chunk.end())
    return None
